import { z } from 'zod';

/** What a worker is to do: the inputs of one target from one index up to and without another. */
export const workOrderSchema = z.object({
  /** Of the targets, as a file URL. */
  module: z.string(),
  name: z.string(),
  seed: z.number(),
  from: z.number(),
  to: z.number(),
  /** Two numbers that the watchdog reads: the index at work, and how many there have been. */
  clock: z.instanceof(SharedArrayBuffer),
});
export type WorkOrder = z.infer<typeof workOrderSchema>;

/** Something is wrong with an input. */
export interface Finding {
  readonly kind: 'finding';
  readonly index: number;
  readonly problem: string;
}

/** All up to this index is done. */
export interface Progress {
  readonly kind: 'progress';
  readonly index: number;
  readonly slowestMs: number;
  /** After a collection of garbage. */
  readonly heapBytes: number;
}
