import type { Connection } from '../capture/connection';
import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Cause, type Evidence } from './cause';
import { evidenceOf, found } from './reading/found';

/** NATS, Centrifugo and others close with words like these. */
const SLOW_WORDS = /\bslow[ _-]?consumer|\btoo slow\b|^slow$/i;

export const slowConsumer: Cause = {
  id: 'slow-consumer',
  layer: 'close',
  severity: 'warning',
  title: 'The server dropped the client because it read too slowly',
  explanation:
    'The server had more to send than the client took. It keeps such messages in memory, and ends the connection when there are too many.',
  likelyCauses: [
    'The page does too much for each message: the main thread is busy, and messages wait.',
    'The tab was hidden or the machine slow, while the server went on sending at full rate.',
    'The network of the client is slower than what the server sends.',
  ],
  next: [
    'Do less for each message: collect them and draw once per frame.',
    'Let the server send less to clients that cannot keep up: sample, merge, or send the latest state only.',
    'Load the state anew after the reconnect: messages were lost.',
  ],
  nextForUser: ['Close other tabs, or try another network; then reload the page.'],
  retry: 'can-succeed',
  needs: ['page-events'],
  diagnose(connection, { wire }) {
    if (connection.close === undefined) return NOT_APPLICABLE;
    const row = saidInClose(connection) ?? saidInMessage(wire);
    return row === undefined ? CLEAR : found([row, ...evidenceOf(connection)], { confidence: 'certain' });
  },
};

function saidInClose({ close, closeCalls }: Connection): Evidence | undefined {
  if (close === undefined || closeCalls.length > 0 || !SLOW_WORDS.test(close.reason)) return undefined;
  const { source, timeMs, reason } = close;
  return { source, timeMs, text: `The server gives as its reason: "${reason}"` };
}

function saidInMessage({ notable }: Wire): Evidence | undefined {
  const said = notable.findLast(
    ({ packet, message }) =>
      message.direction === 'in' && packet.failure !== undefined && SLOW_WORDS.test(packet.failure.message),
  );
  if (said === undefined) return undefined;
  const { source, timeMs } = said.message;
  return { source, timeMs, text: `The server said before the end: ${said.packet.summary.slice(0, 200)}` };
}
