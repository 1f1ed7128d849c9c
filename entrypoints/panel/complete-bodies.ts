import type { Session } from '../../state/session-store';

/** A page that is still there answers within moments; one that hangs must not hold up an export. */
const PATIENCE_MS = 3_000;

/** Asks the pages for what they kept back of long messages, and waits for it a little. */
export function completeBodies({ wholes, events }: Pick<Session, 'wholes' | 'events'>): Promise<void> {
  wholes.ask(events());
  return new Promise((resolve) => {
    const timer = setTimeout(end, PATIENCE_MS);
    const stop = wholes.store.subscribe(endWhenAllCame);
    function endWhenAllCame(): void {
      if (wholes.store.getState().awaited === 0) end();
    }
    function end(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
    endWhenAllCame();
  });
}
