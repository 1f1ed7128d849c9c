import { useEffect, useState } from 'react';

/** Milliseconds since the epoch. Handed in from outside: a file has no "now", and a test has its own. */
export type Clock = () => number;

/** The time, looked at this often; undefined: there is no clock. */
export function useNow(clock: Clock | undefined, everyMs: number): number | undefined {
  const [nowMs, setNow] = useState(() => clock?.());
  useEffect(() => {
    if (clock === undefined) return undefined;
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return clock && (nowMs ?? clock());
}
