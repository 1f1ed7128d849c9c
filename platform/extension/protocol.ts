import type { ProbeQuestion } from '../../core/probe/plan';
import type { PageRecord } from '../page/page-port';

/**
 * What travels on runtime ports. Producers (a frame's relay, a DevTools window's network log) number their batches;
 * the background acknowledges a batch once it is in the journal, and a producer repeats what was not acknowledged
 * when its port comes back. Consumers drop what they already have by stream and `seq`. So a port or the background
 * may die at any moment: nothing is lost and nothing counts twice.
 *
 * Records travel unread (`unknown`): they are checked once, by the consumer, against core/capture/event.ts.
 */

export const PRODUCER_PORT = 'hangup:producer';
export const PANEL_PORT = 'hangup:panel';

/** One producer's stream, as it introduces itself. */
export interface StreamHeader {
  readonly streamId: string;
  /** A DevTools page names the tab that it inspects; a relay leaves it out, the browser knows whose it is. */
  readonly tabId?: number;
}

export type FromProducer =
  | ({ readonly kind: 'hello' } & StreamHeader)
  | { readonly kind: 'control'; readonly batch: number; readonly records: readonly unknown[] }
  | { readonly kind: 'payload'; readonly records: readonly unknown[]; readonly throughSeq: number };

export type ToProducer =
  | { readonly kind: 'acknowledge'; readonly batch: number }
  | { readonly kind: 'watch'; readonly afterSeq: number; readonly credit: number }
  | { readonly kind: 'credit'; readonly credit: number }
  | { readonly kind: 'unwatch' };

/** How far a consumer has read each stream's payload, so that a producer resumes there. */
export type PayloadMarks = Readonly<Record<string, number>>;

export type FromPanel =
  | { readonly kind: 'attach'; readonly tabId: number; readonly marks: PayloadMarks }
  | { readonly kind: 'credit'; readonly streamId: string; readonly credit: number }
  | { readonly kind: 'clear' };

export type ToPanel =
  | {
      readonly kind: 'control';
      readonly streamId: string;
      readonly batch: number;
      readonly records: readonly unknown[];
    }
  | {
      readonly kind: 'payload';
      readonly streamId: string;
      readonly records: readonly unknown[];
      readonly throughSeq: number;
    }
  /** Everything up to here was history; so many of its records are gone for want of room. */
  | { readonly kind: 'attached'; readonly droppedRecords: number };

/** A port of its own for each question to a server: letting go of it cancels. */
export const PROBE_PORT = 'hangup:probe';

export type FromAsker =
  | { readonly kind: 'probe'; readonly tabId: number; readonly question: ProbeQuestion }
  | { readonly kind: 'cancel-probe' };

export type ToAsker =
  | { readonly kind: 'probe-step'; readonly step: number }
  /** The answer is on its way as a record of its own stream, or `problem` says why there is none. */
  | { readonly kind: 'probe-ended'; readonly problem?: string };

/** Payload batches that may be under way to a consumer at once. */
export const PAYLOAD_CREDIT = 4;

export type { PageRecord };
