import type { ConnectionFacts } from './connection-builder';

/** The same attempt again and again, one every so many milliseconds. */
export function each(facts: ConnectionFacts, times: number, everyMs: number): ConnectionFacts[] {
  return Array.from({ length: times }, (_, index) => ({ ...facts, startAt: index * everyMs }));
}

/** An attempt that opened, heard of the server now and then, and was cut after `lifeMs`; silent for the last `quietMs`. */
export function cutAfter(
  startAt: number,
  lifeMs: number,
  quietMs: number,
  more: ConnectionFacts = {},
): ConnectionFacts {
  return {
    startAt,
    openAt: 0,
    messages: everyTenSeconds(lifeMs - quietMs),
    close: { at: lifeMs, code: 1006 },
    ...more,
  };
}

function everyTenSeconds(untilMs: number) {
  const count = Math.floor(untilMs / 10_000);
  const early = Array.from({ length: count }, (_, index) => untilMs - (count - index) * 10_000);
  return [...early, untilMs].map((at) => ({ at, direction: 'in' as const, text: 'tick' }));
}
