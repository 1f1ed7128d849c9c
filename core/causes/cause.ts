import type { Connection } from '../capture/connection';
import type { Source } from '../capture/event';

/** How bad it is. `info`: as it should be. `warning`: may heal by itself. `error`: something must change. */
export type Severity = 'info' | 'warning' | 'error';

/** Where in a connection's life the cause sits. */
export type Layer =
  | 'before-handshake'
  | 'transport'
  | 'handshake'
  | 'auth'
  | 'protocol'
  | 'close'
  | 'message-transmission'
  | 'server-event'
  | 'reconnect'
  | 'page';

/**
 * `certain`: the evidence excludes the alternatives. `likely`: it fits this best, others are possible.
 * `possible`: it fits, and so do others.
 */
export type Confidence = 'certain' | 'likely' | 'possible';

/** One observed fact that a finding rests on, in words, with who saw it and when. */
export interface Evidence {
  readonly source: Source;
  readonly text: string;
  readonly timeMs?: number;
}

/** What a rule says of one connection. */
export type Ruling =
  | {
      readonly verdict: 'found';
      readonly confidence: Confidence;
      /** Overrides the cause's own title where the facts make it more precise, e.g. with the close code. */
      readonly title?: string;
      readonly severity?: Severity;
      readonly evidence: readonly [Evidence, ...Evidence[]];
      /** Steps that these facts call for, before the cause's general ones. */
      readonly next?: readonly string[];
    }
  | {
      readonly verdict: 'cannot-tell';
      readonly missing: string;
      readonly title?: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'not-applicable' };

/** One entry of the taxonomy. The file is named after `id`; the id is permanent, because bundles and tickets carry it. */
export interface Cause {
  readonly id: string;
  readonly layer: Layer;
  readonly severity: Severity;
  /** What is wrong, in sentence case, without a full stop. */
  readonly title: string;
  /** Two or three plain sentences: what happened and why the page could not see it. */
  readonly explanation: string;
  /** Most likely first. They are guesses and shown as such. */
  readonly likelyCauses: readonly string[];
  /** What to do, most useful first. */
  readonly next: readonly [string, ...string[]];
  /** Pure: the same connection always gets the same ruling. */
  readonly diagnose: (connection: Connection) => Ruling;
}

export const CLEAR: Ruling = { verdict: 'clear' };
export const NOT_APPLICABLE: Ruling = { verdict: 'not-applicable' };
