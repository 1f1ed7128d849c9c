import { pageCloseCall } from '../capture/connection';
import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { shortLives } from './reading/short-lives';
import { duration } from './reading/words';
import { FLAPPING_CYCLES } from './thresholds';

export const flapping: ChainCause = {
  id: 'flapping',
  layer: 'reconnect',
  severity: 'error',
  title: 'The connection opens and is lost again and again',
  explanation:
    'Several connections in a row opened and were ended within seconds by the other side. The handshake works, so a client that counts `open` as success begins anew each time and never slows down.',
  likelyCauses: [
    'The server accepts and then refuses: the login, the room, or a second client under the same name.',
    'Two tabs or two sockets push each other out.',
    'A backend that fails behind a proxy which accepts everything.',
  ],
  next: [
    'Look at how each of them ended: the code or the last message says why.',
    'In the client, count a connection as good only after it has lived for a while.',
  ],
  nextForUser: ['Close the other tabs of this page; then reload it, and log in again.'],
  retry: 'unknown',
  needs: ['page-events', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose(view) {
    if (view.chain.attempts.length < FLAPPING_CYCLES) return NOT_APPLICABLE;
    const lives = shortLives(view, (connection) => pageCloseCall(connection) === undefined);
    if (lives === undefined) return CLEAR;
    const evidence = newestOf(lives).map(({ open, close }): Evidence => {
      const openMs = (close?.timeMs ?? 0) - (open?.timeMs ?? 0);
      const text = `It opened, and was ended with ${close?.code ?? ''} after ${duration(openMs)}`;
      return { source: 'page-hook', text, ...(close && { timeMs: close.timeMs }) };
    });
    return found(evidence, {
      confidence: 'certain',
      title: `It opened and was lost ${lives.length} times within seconds`,
      about: lives.map(({ id }) => id),
    });
  },
};
