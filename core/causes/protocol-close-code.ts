import type { Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause } from './cause';
import { evidenceOf, found } from './reading/found';
import {
  closeCodeOf,
  protocolConfidence,
  retryAdvice,
  serverFailures,
  severityOf,
  toRetryVerdict,
} from './reading/protocol-words';
import { whoClosed } from './reading/who-closed';
import { asTitle, quoted } from './reading/words';
import { LAST_WORD_MS } from './thresholds';

/** Codes that say nothing by themselves in any protocol: other rules look behind them. */
const SILENT_CODES: ReadonlySet<number> = new Set([1000, 1005, 1006]);

export const protocolCloseCode: Cause = {
  id: 'protocol-close-code',
  layer: 'close',
  severity: 'error',
  title: 'The connection was closed with a code that its protocol gives a meaning',
  explanation:
    'The messages show which protocol is spoken, and that protocol says what this close code means. In another one the same number means something else.',
  likelyCauses: ['What the protocol says of the code, which stands in the title.'],
  next: ["Read the reason beside the code, and look into the server's log at this moment."],
  nextForUser: ['Reload the page. If it happens again, log in again, and pass this finding on.'],
  retry: 'unknown',
  needs: ['page-events', 'messages'],
  diagnose(connection, { wire }) {
    const { protocol } = wire;
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    const { code, reason } = close;
    const entry = SILENT_CODES.has(code) ? undefined : closeCodeOf(protocol, code);
    if (entry === undefined || isExplainedByError(connection, wire)) return CLEAR;
    const closer = whoClosed(connection);
    // The same number from the other side is not what the table speaks of.
    if (
      entry.by !== undefined &&
      closer.by !== 'unknown' &&
      (closer.by === 'page') !== (entry.by === 'client')
    )
      return CLEAR;
    const subject = closer.by === 'page' ? 'Your page' : `The ${protocol.name} server`;
    const where = `In ${protocol.name}, ${code} means: ${entry.meaning}`;
    return found([{ source: close.source, timeMs: close.timeMs, text: where }, ...evidenceOf(connection)], {
      confidence: protocolConfidence(protocol, connection),
      title: `${subject} closed with ${code}: ${asTitle(entry.meaning)}${quoted(reason)}`,
      severity: closer.by === 'page' ? 'warning' : severityOf(entry.retry),
      retry: toRetryVerdict(entry.retry),
      next: retryAdvice(entry.retry),
    });
  },
};

/** NATS, for one, sends -ERR with the very reason, and then closes with a 1008 that may mean half a dozen things. */
function isExplainedByError({ endedMs = Infinity }: Connection, { protocol, notable }: Wire): boolean {
  const word = serverFailures(protocol, notable, 'error').at(-1);
  if (word?.known === undefined || word.spoken.packet.replyTo !== undefined) return false;
  return endedMs - word.spoken.message.timeMs <= LAST_WORD_MS;
}
