import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { isCut } from './reading/cut';
import { endsOfOtherSide, newestOf, type End } from './reading/ends';
import { found } from './reading/found';
import { lastSent } from './reading/last-sent';
import { duration, size } from './reading/words';
import { LARGE_MESSAGE_BYTES, PATTERN_REPEATS } from './thresholds';

export const oversizedMessage: ChainCause = {
  id: 'oversized-message',
  layer: 'message-transmission',
  severity: 'error',
  title: 'The connection ends right after large messages',
  explanation:
    'A large message went out right before several ends, far larger than what the page sends else. Something on the way or the server has a limit, and cuts the connection instead of closing it with 1009.',
  likelyCauses: [
    'The server limits the size of a message (often 64 KiB, 1 MiB or 16 MiB).',
    'A proxy or firewall with a buffer of its own.',
  ],
  next: [
    'Send large content in parts, or over HTTP.',
    'Raise the limit of the server (`maxPayload`, `max_size`, `maxHttpBufferSize`).',
  ],
  nextForUser: ['Try again with something smaller: a shorter text, a smaller file.'],
  retry: 'change-first',
  needs: ['page-events', 'messages', 'repetition'],
  explains: ['abnormal-closure', 'accepted-then-dropped'],
  diagnose(view) {
    const ends = endsOfOtherSide(view).filter(({ connection }) => isCut(connection));
    if (ends.length < PATTERN_REPEATS) return NOT_APPLICABLE;
    const large = ends.filter(isAfterLarge);
    if (large.length < PATTERN_REPEATS) return CLEAR;
    const evidence = newestOf(large).map((end): Evidence => {
      const message = lastSent(end)?.message;
      const text = `It ended ${duration(end.endMs - (message?.timeMs ?? end.endMs))} after the page had sent ${size(message?.sizeBytes ?? 0)}`;
      return { source: 'page-hook', timeMs: end.endMs, text };
    });
    return found(evidence, {
      confidence: 'likely',
      title: `It ended ${large.length} times right after a large message`,
      about: large.map(({ connection }) => connection.id),
    });
  },
};

/** Larger than the smallest usual limit, and than twice what the page else sends on the average. */
function isAfterLarge(end: End): boolean {
  const sizeBytes = lastSent(end)?.message.sizeBytes ?? 0;
  const { messages, bytes } = end.connection.flows.out;
  const others = messages > 1 ? (bytes - sizeBytes) / (messages - 1) : 0;
  return sizeBytes >= LARGE_MESSAGE_BYTES && sizeBytes >= 2 * others;
}
