import { BODY_LIMIT_BYTES } from './message-body';

/** Short bodies are always taken whole: they say what goes on, and a socket's last words are among them. */
const SHORT_BYTES = 1_024;
/** Of the others so much, whatever else goes on: enough to say what a message is. */
const BEGINNING_BYTES = 256;
/** What a page pays for whole bodies, by the second: a few thousandths of its thread, at 3 to 12 ns a byte. */
const BYTES_PER_MS = 512;
/** What may be taken at once after a while without any, as when a page begins. */
const MOST_SAVED_BYTES = 262_144;

/** Bounds what copying bodies may cost a page: a bucket that fills with time, and is emptied by the bytes taken. */
export interface Allowance {
  /** How much of a body of this size may be copied now. It counts as copied. */
  take(sizeBytes: number, timeMs: number): number;
}

export function createAllowance(): Allowance {
  let saved = MOST_SAVED_BYTES;
  let lastMs = 0;
  return {
    take(sizeBytes, timeMs) {
      if (sizeBytes <= SHORT_BYTES) return sizeBytes;
      saved += (timeMs - lastMs) * BYTES_PER_MS;
      if (saved > MOST_SAVED_BYTES) saved = MOST_SAVED_BYTES;
      lastMs = timeMs;
      if (saved < 0) return BEGINNING_BYTES;
      const taken = sizeBytes < BODY_LIMIT_BYTES ? sizeBytes : BODY_LIMIT_BYTES;
      // May go into debt, so that one long body among few is whole too. What follows it pays.
      saved -= taken;
      return taken;
    },
  };
}
