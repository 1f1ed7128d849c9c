import { browser } from 'wxt/browser';
import type { Keeper } from '../../core/settings/keeper';

/**
 * A value in `storage.local`: for this browser, not for its user's other machines. For extension contexts alone.
 *
 * @param parse makes sense of whatever is stored; of `undefined`, what holds before the user decided anything
 */
export function createKeeper<Value>(key: string, parse: (stored: unknown) => Value): Keeper<Value> {
  const { local } = browser.storage;
  let lastChange: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Value> {
    const stored = await local.get(key);
    return parse(stored[key]);
  }

  return {
    watch(listener) {
      let isStopped = false;
      let hasChanged = false;
      const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
        const change = changes[key];
        if (change === undefined) return;
        hasChanged = true;
        listener(parse(change.newValue));
      };
      local.onChanged.addListener(onChanged);
      read().then(
        (value) => {
          if (!isStopped && !hasChanged) listener(value);
        },
        // Storage that cannot be read leaves all as it is before anything is decided.
        () => listener(parse(undefined)),
      );
      return () => {
        isStopped = true;
        local.onChanged.removeListener(onChanged);
      };
    },
    change(to) {
      // One after the other: each reads what the one before it has written.
      const change = lastChange.then(async () => local.set({ [key]: to(await read()) }));
      lastChange = change.catch(() => undefined);
      return change;
    },
  };
}
