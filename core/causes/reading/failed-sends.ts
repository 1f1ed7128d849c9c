import type { Chain } from '../../capture/chain';
import type { Ruling } from '../cause';
import { found } from './found';

/** Calls of `send()` that went nowhere, in one state of the socket; undefined: there were none. */
export function failedSendsRuling(
  chain: Chain,
  isInState: (readyState: number) => boolean,
  words: string,
): Ruling | undefined {
  const concerned = chain.attempts.flatMap(({ connection }) => {
    const sends = connection.failedSends.filter(({ readyState }) => isInState(readyState));
    return sends.length === 0 ? [] : [{ id: connection.id, sends }];
  });
  const last = concerned.at(-1)?.sends.at(-1);
  if (last === undefined) return undefined;
  const count = concerned.reduce((sum, { sends }) => sum + sends.length, 0);
  const text = `${count === 1 ? '1 call' : `${count} calls`} of send() ${words}`;
  return found([{ source: last.source, timeMs: last.timeMs, text }], {
    confidence: 'certain',
    about: concerned.map(({ id }) => id),
  });
}
