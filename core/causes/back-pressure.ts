import type { Connection } from '../capture/connection';
import { lifetimeOf } from '../capture/lifetime';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { isCut } from './reading/cut';
import { evidenceOf, found } from './reading/found';
import { duration, size } from './reading/words';
import { BACKLOG_BYTES, BACKLOG_GROWS_MS } from './thresholds';

export const backPressure: Cause = {
  id: 'back-pressure',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The page sends more than the network takes',
  explanation:
    'What `send()` takes waits in the browser until the network takes it: `bufferedAmount` says how much. Here it grew to a size that no burst explains. What waits is lost when the connection ends, and no event says so.',
  likelyCauses: [
    'The page sends faster than its uplink is.',
    'The server does not read: its handler is blocked, or applies back-pressure itself.',
    'The connection is dead, and nobody has noticed yet.',
  ],
  next: [
    'Look at `bufferedAmount` before each `send()`, and wait or drop what is out of date.',
    'Give messages ids and have the server confirm them: then what was lost is known.',
  ],
  nextForUser: ['Your upload is slower than this page needs: try another network.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection) {
    const { close } = connection;
    if (close === undefined) return whileOpen(connection);
    if (!isCut(connection)) return CLEAR;
    const { unsentBytes } = lifetimeOf(connection, close.timeMs);
    if (unsentBytes < BACKLOG_BYTES) return CLEAR;
    const text = `${size(unsentBytes)} that the page had sent never left the browser`;
    return found([{ source: close.source, timeMs: close.timeMs, text }, ...evidenceOf(connection)], {
      confidence: 'likely',
      title: `The connection was cut with ${size(unsentBytes)} unsent`,
    });
  },
};

/** The socket lives, and what it cannot send grows from one look to the next. */
function whileOpen({ backlog, endedMs }: Connection): Ruling {
  if (endedMs !== undefined || backlog === undefined) return NOT_APPLICABLE;
  const { sinceMs, fromBytes, seenMs, bytes } = backlog;
  if (seenMs - sinceMs < BACKLOG_GROWS_MS || bytes <= fromBytes) return CLEAR;
  return found(
    [
      { source: 'page-hook', timeMs: sinceMs, text: `${size(fromBytes)} waited to be sent` },
      {
        source: 'page-hook',
        timeMs: seenMs,
        text: `${size(bytes)} wait, ${duration(seenMs - sinceMs)} later`,
      },
    ],
    { confidence: 'likely', title: `${size(bytes)} wait to be sent, and it grows` },
  );
}
