import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 50;
/** For a machine that is several times slower than a developer's and busy: only what fails has to wait so long. */
const DEFAULT_TIMEOUT_MS = 60_000;

export interface Wait {
  /** What is waited for, as the end of "Waited in vain for ...". */
  readonly what: string;
  readonly timeoutMs?: number | undefined;
  /** Asked once when time is up: what there was to see instead. */
  readonly instead?: () => Promise<string>;
}

/**
 * Polls until `read` gives something truthy, and returns it. A `read` that throws is only not ready yet (a document
 * is being replaced, a module is still loading); its last error goes into the time-out's message.
 */
export async function waitUntil<T>(read: () => T | Promise<T>, wait: Wait): Promise<NonNullable<T>> {
  const { what, timeoutMs = DEFAULT_TIMEOUT_MS, instead } = wait;
  const end = performance.now() + timeoutMs;
  let lastError = '';
  do {
    try {
      const value = await read();
      if (value) return value;
      lastError = '';
    } catch (error) {
      lastError = `\nLast error: ${String(error)}`;
    }
    await sleep(STEP_MS);
  } while (performance.now() < end);
  const seen = instead === undefined ? '' : `\n${await instead().catch(String)}`;
  throw new Error(`Waited in vain for ${what} (${timeoutMs} ms).${lastError}${seen}`);
}
