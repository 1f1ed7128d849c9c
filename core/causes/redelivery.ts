import type { Chain } from '../capture/chain';
import type { MessageEventRecord } from '../capture/event';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause, ChainView } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { duration } from './reading/words';
import { MESSAGES_LOOKED_AT } from './thresholds';

/** Protocols whose messages have an id of their own, and are sent again under it. */
const PROTOCOLS: ReadonlySet<string> = new Set(['slack', 'twitch-eventsub']);

/** So many of the newest attempts are looked at. Our choice: bounds the cost. */
const LOOKED_AT = 5;

export const redelivery: ChainCause = {
  id: 'redelivery',
  layer: 'message-transmission',
  severity: 'warning',
  title: 'The server sent the same message twice',
  explanation:
    'A message came again under the id that it had before. This protocol promises that each message comes at least once, not that it comes once only: a client that does not look at the id does the same thing twice.',
  likelyCauses: [
    'The client acknowledged the first one too late, or not at all.',
    'The connection ended before the acknowledgement arrived.',
    'The server gave up waiting because the page was busy.',
  ],
  next: [
    'Keep the ids of the last few minutes, and drop a message whose id is there already.',
    'Acknowledge as soon as a message is in, before you do the work that it asks for.',
  ],
  nextForUser: ['If something happened twice, undo one of them; then tell the people who made the page.'],
  retry: 'not-needed',
  needs: ['messages'],
  explains: [],
  diagnose({ chain, wireOf }) {
    const seen = deliveriesOf(chain, wireOf);
    if (seen === undefined) return NOT_APPLICABLE;
    const first = new Map<string, Delivery>();
    const again: (Delivery & { readonly row: Evidence })[] = [];
    for (const delivery of seen) {
      const before = first.get(delivery.id);
      if (before === undefined) first.set(delivery.id, delivery);
      else again.push({ ...delivery, row: rowOf(before, delivery) });
    }
    if (again.length === 0) return CLEAR;
    const about = [...new Set(again.map(({ connectionId }) => connectionId))];
    const title = again.length === 1 ? undefined : `The server sent ${again.length} messages a second time`;
    const rows = newestOf(again).map(({ row }) => row);
    return found(rows, { confidence: 'certain', about, ...(title === undefined ? undefined : { title }) });
  },
};

interface Delivery {
  readonly id: string;
  readonly connectionId: string;
  readonly message: MessageEventRecord;
  readonly summary: string;
}

/** Oldest first. Undefined: no attempt speaks a protocol whose messages have ids. */
function deliveriesOf({ attempts }: Chain, wireOf: ChainView['wireOf']): readonly Delivery[] | undefined {
  const looked = attempts.slice(-LOOKED_AT).map(({ connection }) => connection);
  const wires = looked.map((connection) => ({ connection, wire: wireOf(connection) }));
  const speaking = wires.filter(({ wire }) => PROTOCOLS.has(wire.protocol.id));
  if (speaking.length === 0) return undefined;
  return speaking.flatMap(({ connection: { id: connectionId, messages }, wire }) => {
    const from = Math.max(0, messages.length - MESSAGES_LOOKED_AT);
    return messages.slice(from).flatMap((message, offset): readonly Delivery[] => {
      if (message.direction === 'out') return [];
      return wire.packetsAt(from + offset).flatMap(({ deliveryId, summary }) => {
        return deliveryId === undefined ? [] : [{ id: deliveryId, connectionId, message, summary }];
      });
    });
  });
}

function rowOf(before: Delivery, { id, connectionId, message, summary }: Delivery): Evidence {
  const { source, timeMs } = message;
  const where = before.connectionId === connectionId ? 'on the same connection' : 'on an earlier one';
  const sinceText = duration(Math.max(0, timeMs - before.message.timeMs));
  const text = `${summary.slice(0, 120)}: "${id.slice(0, 60)}" had come ${sinceText} before, ${where}`;
  return { source, timeMs, text };
}
