import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { browserEvidence } from './reading/browser-evidence';
import { outcomeOf } from './reading/outcome';

export const closeNotRecorded: Cause = {
  id: 'close-not-recorded',
  layer: 'close',
  severity: 'info',
  title: 'How this connection ended was not recorded',
  explanation:
    'Only the browser recorded this connection: the page was not observed, or a worker owns the socket. Browsers write neither the close code nor its reason into their network logs.',
  likelyCauses: [
    'The recording is a HAR file.',
    'The socket belongs to a worker.',
    'The page made the socket before Hangup was installed or enabled.',
  ],
  next: ['Reproduce it with Hangup enabled before the page loads, and export a bundle instead of a HAR.'],
  nextForUser: [
    'Export a bundle from Hangup with the page reloaded: this recording does not say how the connection ended.',
  ],
  retry: 'unknown',
  needs: ['browser-log'],
  diagnose(connection) {
    const { close, constructed, constructorThrew, handshake, state } = connection;
    if (handshake === undefined || constructed !== undefined || constructorThrew !== undefined)
      return NOT_APPLICABLE;
    if (close !== undefined || state !== 'closed' || outcomeOf(connection)?.kind !== 'opened') return CLEAR;
    if (handshake.source === 'web-request') {
      return {
        verdict: 'cannot-tell',
        title: 'Whether this connection has ended is not recorded',
        missing:
          "Firefox's request log ends with the handshake: it holds neither the end of a connection nor its close code.",
        evidence: browserEvidence(connection),
      };
    }
    if (handshake.isFromWorker === true) {
      return {
        verdict: 'cannot-tell',
        title: "How this worker's connection ended was not recorded",
        missing:
          'The close code and reason: only the worker sees them, and no extension can look into it. Log `event.code` and `event.reason` there.',
        evidence: browserEvidence(connection),
      };
    }
    return {
      verdict: 'cannot-tell',
      missing: 'The close code and reason: a network log holds no close codes, only the page sees them.',
      evidence: browserEvidence(connection),
    };
  },
};
