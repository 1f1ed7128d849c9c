import type { Evidence } from '../cause';

/** Something around a connection that explains its end more or less well. */
export interface Sign {
  readonly confidence: 'likely' | 'possible';
  readonly evidence: Evidence;
}
