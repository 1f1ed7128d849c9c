import type { Wire } from '../protocols/wire';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { isCut } from './reading/cut';
import { endsOfOtherSide, newestOf, type End } from './reading/ends';
import { found } from './reading/found';
import { lastSent } from './reading/last-sent';
import { duration } from './reading/words';
import { LARGE_MESSAGE_BYTES, PATTERN_REPEATS, PATTERN_SHARE } from './thresholds';

/** So many earlier messages are looked at for the same type that did no harm. Our choice: bounds the cost. */
const EARLIER_LOOKED_AT = 50;

export const crashOnMessage: ChainCause = {
  id: 'crash-on-message',
  layer: 'message-transmission',
  severity: 'error',
  title: 'The connection ends right after the same kind of message',
  explanation:
    'The page sent the same kind of message right before several ends, and nothing came back. The server seems to fail on it, or to cut the connection because of it.',
  likelyCauses: [
    'The handler of this message throws, and takes the connection or the whole process with it.',
    'A firewall before the server objects to what is in it.',
  ],
  next: [
    'Look into the log of the server for this message, at these moments.',
    'Send it by hand over a fresh connection: then you can repeat the failure at will.',
  ],
  nextForUser: ['Avoid what you did right before, if you can; pass this finding on.'],
  retry: 'change-first',
  needs: ['page-events', 'messages', 'repetition'],
  explains: ['abnormal-closure', 'accepted-then-dropped', 'server-closed-with-code'],
  diagnose(view) {
    const ends = endsOfOtherSide(view).filter(
      ({ connection }) => isCut(connection) || connection.close?.code === 1011,
    );
    if (ends.length < PATTERN_REPEATS) return NOT_APPLICABLE;
    const fatal = ends.flatMap((end) => fatalOf(end, view.wireOf(end.connection)));
    const type = fatal.at(-1)?.type;
    const alike = fatal.filter((one) => one.type === type);
    if (alike.length < PATTERN_REPEATS || alike.length < ends.length * PATTERN_SHARE) return CLEAR;
    const evidence = newestOf(alike).map(({ end, timeMs }): Evidence => {
      const text = `It ended ${duration(end.endMs - timeMs)} after the page had sent "${type ?? ''}"`;
      return { source: 'page-hook', timeMs: end.endMs, text };
    });
    return found(evidence, {
      confidence: 'likely',
      title: `It ended ${alike.length} times right after "${type ?? ''}" was sent`,
      about: alike.map(({ end }) => end.connection.id),
    });
  },
};

interface Fatal {
  readonly end: End;
  readonly type: string;
  readonly timeMs: number;
}

/** The last message, unless the same kind was sent before over this connection and did no harm. */
function fatalOf(end: End, wire: Wire): readonly Fatal[] {
  const last = lastSent(end);
  const type = last && typeOf(wire, last.index);
  // A large one is more likely too large: oversized-message has it.
  if (last === undefined || type === undefined || last.message.sizeBytes >= LARGE_MESSAGE_BYTES) return [];
  const from = Math.max(0, last.index - EARLIER_LOOKED_AT);
  for (let index = from; index < last.index; index += 1) {
    if (end.connection.messages[index]?.direction === 'out' && typeOf(wire, index) === type) return [];
  }
  return [{ end, type, timeMs: last.message.timeMs }];
}

/** Heartbeats come at all times, so also right before an end. */
function typeOf(wire: Wire, index: number): string | undefined {
  const [packet] = wire.packetsAt(index);
  if (
    packet === undefined ||
    packet.kind === 'ping' ||
    packet.kind === 'pong' ||
    packet.kind === 'keep-alive'
  )
    return undefined;
  return packet.name.slice(0, 100);
}
