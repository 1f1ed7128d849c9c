import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { newestOf } from './reading/ends';
import { found } from './reading/found';
import { didOpen } from './reading/opened';
import { duration } from './reading/words';
import { BROWSER_DELAY_MS, SLOWER_FAILURES } from './thresholds';

export const slowerEachTime: ChainCause = {
  id: 'slower-each-time',
  layer: 'reconnect',
  severity: 'info',
  title: 'The browser itself delays the attempts',
  explanation:
    'Each failed attempt took longer than the one before. After failures browsers hold the next handshake back: Chromium for up to 5 s, Firefox for longer each time, up to a minute. The time in CONNECTING says nothing of the server then.',
  likelyCauses: [
    'Many failed attempts in the last two minutes.',
    'A server that is slower each time, which is rare.',
  ],
  next: [
    'Look at the first of these failures: its reason is the one that counts.',
    'Reconnect less often: then the browser holds nothing back.',
  ],
  nextForUser: ['Close other tabs of this site, wait two minutes, and reload the page.'],
  retry: 'heals',
  needs: ['page-events', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose({ chain }) {
    if (chain.attempts.length < SLOWER_FAILURES) return NOT_APPLICABLE;
    let run: { readonly id: string; readonly endMs: number; readonly tookMs: number }[] = [];
    for (const { connection } of chain.attempts) {
      const { id, close, startedMs } = connection;
      if (close === undefined) continue;
      const tookMs = close.timeMs - startedMs;
      if (didOpen(connection)) run = [];
      else if (tookMs > (run.at(-1)?.tookMs ?? -1)) run.push({ id, endMs: close.timeMs, tookMs });
      else run = [{ id, endMs: close.timeMs, tookMs }];
    }
    const slowestMs = run.at(-1)?.tookMs ?? 0;
    if (run.length < SLOWER_FAILURES || slowestMs < BROWSER_DELAY_MS) return CLEAR;
    const evidence = newestOf(run).map(({ endMs, tookMs }): Evidence => {
      return { source: 'page-hook', timeMs: endMs, text: `This attempt took ${duration(tookMs)} to fail` };
    });
    return found(evidence, { confidence: 'likely', about: run.map(({ id }) => id) });
  },
};
