import type { Keeper } from '../../core/settings/keeper';

/** A store in memory that tells its one watcher as the browser's does, and can be full. */
export interface StoredValue<T> {
  value: T;
  isFull: boolean;
  /** As when another panel has changed it. */
  tell: (value: T) => void;
  readonly keeper: Keeper<T>;
}

export function createStoredValue<T>(value: T): StoredValue<T> {
  const stored: StoredValue<T> = {
    value,
    isFull: false,
    tell: () => undefined,
    keeper: {
      watch(listener) {
        stored.tell = listener;
        listener(stored.value);
        return () => undefined;
      },
      change(to) {
        if (stored.isFull) return Promise.reject(new Error('disk full'));
        stored.value = to(stored.value);
        stored.tell(stored.value);
        return Promise.resolve();
      },
    },
  };
  return stored;
}
