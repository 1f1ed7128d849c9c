import type { Session } from '../../state/session-store';

/** What was recorded before comes in one go, from the journal and from the pages; so long without any, and it is in. */
const QUIET_MS = 400;
/** A page that goes on talking must not hold up an export. */
const PATIENCE_MS = 3_000;

/**
 * Right after its window has opened, a recording is still coming in, and an export that began at once would lack the
 * end of it: the toolbar button leads straight there.
 *
 * @param nowMs milliseconds since the epoch
 */
export function caughtUp({ store }: Pick<Session, 'store'>, nowMs: number): Promise<void> {
  const { isLive, watchedSinceMs } = store.getState().status;
  if (!isLive || (watchedSinceMs !== undefined && nowMs - watchedSinceMs > PATIENCE_MS))
    return Promise.resolve();
  return new Promise((resolve) => {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const latest = setTimeout(end, PATIENCE_MS);
    const stop = store.subscribe(waitForQuiet);
    function waitForQuiet(): void {
      clearTimeout(quiet);
      const { status, diagnosedShare } = store.getState();
      if (status.watchedSinceMs !== undefined && diagnosedShare === undefined)
        quiet = setTimeout(end, QUIET_MS);
    }
    function end(): void {
      clearTimeout(quiet);
      clearTimeout(latest);
      stop();
      resolve();
    }
    waitForQuiet();
  });
}
