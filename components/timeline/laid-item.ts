import type { Connection } from '../../core/capture/connection';
import type { Finding } from '../../core/finding';
import type { LaidMark } from './lane-marks';
import type { LaidWait } from './lane-waits';

/** One attempt with its place; all x in px from the left edge of the lane. */
export interface LaidAttempt {
  readonly kind: 'attempt';
  readonly connection: Connection;
  /** From 1. */
  readonly number: number;
  readonly startX: number;
  /** Where the handshake had succeeded; undefined: it never did, or has not yet. */
  readonly openX: number | undefined;
  /** Where the page called `close()`; undefined: it did not. */
  readonly closingX: number | undefined;
  readonly endX: number;
  /** False: it goes on, or ends to the right of what is on show. */
  readonly hasEnd: boolean;
  readonly isOngoing: boolean;
  readonly finding: Finding | undefined;
  /** The next mark is too close for two signs side by side. */
  readonly isCrowded: boolean;
  readonly wait: LaidWait | undefined;
  readonly marks: readonly LaidMark[];
}

/** Attempts that together are narrower than one of them can be pressed. */
export interface LaidCluster {
  readonly kind: 'cluster';
  readonly attempts: readonly [LaidAttempt, ...LaidAttempt[]];
  readonly last: LaidAttempt;
  readonly startX: number;
  readonly endX: number;
  /** The worst of them all. */
  readonly finding: Finding | undefined;
  readonly wait: LaidWait | undefined;
}

export type LaidItem = LaidAttempt | LaidCluster;
