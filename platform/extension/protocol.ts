import type { ProbeQuestion } from '../../core/probe/plan';
import type { PageRecord, ToPage } from '../page/page-port';

/**
 * What travels on runtime ports. Producers (a frame's relay, a DevTools window's network log) number their batches;
 * the background acknowledges a batch once it is in the journal, and a producer repeats what was not acknowledged
 * when its port comes back. Consumers drop what they already have by stream and `seq`. So a port or the background
 * may die at any moment: nothing is lost and nothing counts twice.
 *
 * Payload is asked for by watches. Each has an id that no other watch of the stream has, and begins where the consumer
 * who has read least stands; batches of an earlier watch are dropped. Without that, a batch that was under way while
 * the background died would arrive ahead of those that died with it, and move the consumer's mark past them.
 *
 * Records travel unread (`unknown`): they are checked once, by the consumer, against core/capture/event.ts.
 */

export const PRODUCER_PORT = 'hangup:producer';
export const PANEL_PORT = 'hangup:panel';
/** The one message without a port: relays of a tab whose port was cut, come back, somebody watches. */
export const WAKE = 'hangup:wake';

/** One producer's stream, as it introduces itself. */
export interface StreamHeader {
  readonly streamId: string;
  /** A DevTools page names the tab that it inspects; a relay leaves it out, the browser knows whose it is. */
  readonly tabId?: number;
}

export type FromProducer =
  /** `opening` counts the ports of this stream: a greeting that was overtaken by a later one is told by it. */
  | ({ readonly kind: 'hello'; readonly opening: number } & StreamHeader)
  | { readonly kind: 'control'; readonly batch: number; readonly records: readonly unknown[] }
  | {
      readonly kind: 'payload';
      readonly watchId: number;
      readonly records: readonly unknown[];
      readonly throughSeq: number;
    }
  | { readonly kind: 'whole'; readonly seq: number; readonly records: readonly unknown[] };

export type ToProducer = { readonly kind: 'acknowledge'; readonly batch: number } | Demand;
/** What is passed on to the page as it is. */
export type Demand = Exclude<ToPage, { readonly kind: 'stop' }>;

/** How far a consumer has read each stream's payload, so that a producer resumes there. */
export type PayloadMarks = Readonly<Record<string, number>>;

export type FromPanel =
  | { readonly kind: 'attach'; readonly tabId: number; readonly marks: PayloadMarks }
  /** One batch of this watch has been read; the stream's payload is there up to `mark`. */
  | {
      readonly kind: 'credit';
      readonly streamId: string;
      readonly watchId: number;
      readonly mark: number;
    }
  /** This message came with the beginning of its body only: the rest is wanted. */
  | { readonly kind: 'whole'; readonly streamId: string; readonly seq: number }
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
      readonly watchId: number;
      readonly records: readonly unknown[];
      readonly throughSeq: number;
    }
  /** No record: the message is gone, or its page. */
  | {
      readonly kind: 'whole';
      readonly streamId: string;
      readonly seq: number;
      readonly records: readonly unknown[];
    }
  /** Everything up to here was history; so many of its records are gone for want of room. */
  | { readonly kind: 'attached'; readonly droppedRecords: number }
  /** Whether the user lets Hangup into all pages, now. */
  | { readonly kind: 'site-access'; readonly hasAccess: boolean };

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
export const PAYLOAD_CREDIT = 16;

export type { PageRecord };
