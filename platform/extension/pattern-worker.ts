import { READY, type AnswerOfWorker, type AskedOfWorker } from './pattern-messages';

/** The other end of pattern-search.ts, in a thread of its own. */
addEventListener('message', ({ data: { id, patterns, texts } }: MessageEvent<AskedOfWorker>) => {
  const hits = patterns.map(({ source, flags }) => {
    const pattern = new RegExp(source, flags);
    return Uint8Array.from(texts, (text) => Number(pattern.test(text)));
  });
  postMessage({ id, hits } satisfies AnswerOfWorker);
});
postMessage({ id: READY, hits: [] } satisfies AnswerOfWorker);
