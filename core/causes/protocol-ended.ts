import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { pageEvidence } from './reading/page-evidence';
import { found } from './reading/found';
import {
  failureText,
  protocolConfidence,
  retryAdvice,
  serverFailures,
  severityOf,
  toRetryVerdict,
} from './reading/protocol-words';
import { LAST_WORD_MS } from './thresholds';

export const protocolEnded: Cause = {
  id: 'protocol-ended',
  layer: 'protocol',
  severity: 'error',
  title: 'The server said in a message why it ends the connection',
  explanation:
    'Before the connection ended, the server sent a message of its protocol that says so, and why. The close code that follows is a formality, and often says nothing.',
  likelyCauses: ['What the server says, which stands in the title.'],
  next: ["Look into the server's log at this moment: it ended the connection on purpose."],
  nextForUser: ['Reload the page. If it happens again, log in again, and pass this finding on.'],
  retry: 'unknown',
  needs: ['messages'],
  diagnose(connection, { wire }) {
    const { endedMs } = connection;
    const { protocol, notable } = wire;
    if (endedMs === undefined) return NOT_APPLICABLE;
    const word = serverFailures(protocol, notable, 'end').at(-1);
    if (word === undefined || endedMs - word.spoken.message.timeMs > LAST_WORD_MS) return CLEAR;
    const { message, packet } = word.spoken;
    const retry = word.failure.retry ?? word.known?.retry;
    const { source, timeMs } = message;
    return found(
      [{ source, timeMs, text: `The server sent: ${packet.summary}` }, ...pageEvidence(connection)],
      {
        confidence: protocolConfidence(protocol, connection),
        title: `The ${protocol.name} server ended the connection: ${failureText(word)}`,
        severity: severityOf(retry),
        retry: toRetryVerdict(retry),
        next: retryAdvice(retry),
      },
    );
  },
};
