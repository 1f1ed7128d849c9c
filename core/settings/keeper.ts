/** Where something that the user decided is kept, for all of the browser. */
export interface Keeper<Value> {
  /** Says the value as soon as it is known, and each time it changes, whoever changed it. Returns how to stop. */
  watch(listener: (value: Value) => void): () => void;
  /** Rejects when it cannot be stored. */
  change(to: (before: Value) => Value): Promise<void>;
}
