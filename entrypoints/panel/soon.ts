import type { Schedule } from '../../state/session-store';

/**
 * Right after what the page has to do anyway (input, drawing). Not a timer: nested ones wait 4 ms each, in both
 * browsers (HTML, "timer initialization steps"), and a filter over a million messages takes dozens of portions.
 */
export function createSoon(): Schedule {
  const { port1, port2 } = new MessageChannel();
  const due = new Map<number, () => void>();
  let lastNumber = 0;
  port1.onmessage = ({ data }: MessageEvent<number>) => {
    const run = due.get(data);
    due.delete(data);
    run?.();
  };
  return (run) => {
    const number = (lastNumber += 1);
    due.set(number, run);
    port2.postMessage(number);
    return () => due.delete(number);
  };
}
