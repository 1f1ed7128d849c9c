import type { Connection } from '../capture/connection';
import type { Source } from '../capture/event';
import type { Scene } from './scene';

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

/**
 * What comes of doing nothing, and of trying again.
 * `not-needed`: nothing is broken. `heals`: it goes away by itself, waiting is enough. `can-succeed`: the same attempt,
 * made again later, can succeed. `change-first`: every attempt fails until something is changed.
 */
export type RetryVerdict = 'not-needed' | 'heals' | 'can-succeed' | 'change-first' | 'unknown';

/** What a rule has to see before it can say anything. */
export type Need =
  /** The page's half: constructor, events, calls. Not there for workers and in HARs. */
  | 'page-events'
  /** The browser's half: Chromium's network log, Firefox's request log, a HAR. */
  | 'browser-log'
  /** The messages, and a protocol in them that is known. */
  | 'messages'
  /** What happened to the document and the machine around the socket. */
  | 'page-lifecycle'
  /** The same more than once. */
  | 'repetition';

/** One of several explanations that the evidence leaves open. */
export interface Hypothesis {
  /** Id of the cause that it would be, where the taxonomy has one: its page says how to confirm it. */
  readonly cause?: string;
  /** What may be wrong, as a title. */
  readonly title: string;
  readonly confidence: Exclude<Confidence, 'certain'>;
  readonly evidence: readonly [Evidence, ...Evidence[]];
  /** How to confirm or to exclude it. */
  readonly check: string;
}
/** More would be a list to read, and no diagnosis. */
export const MAX_HYPOTHESES = 3;

/** What a rule says of one connection, or of one chain. */
export type Ruling =
  | {
      readonly verdict: 'found';
      readonly confidence: Confidence;
      /** Overrides the cause's own title where the facts make it more precise, e.g. with the close code. */
      readonly title?: string;
      readonly severity?: Severity;
      /** Overrides the cause's own, where the words of a protocol or a profile explain more. */
      readonly explanation?: string;
      readonly retry?: RetryVerdict;
      readonly evidence: readonly [Evidence, ...Evidence[]];
      /** Steps that these facts call for, before the cause's general ones. */
      readonly next?: readonly string[];
      readonly nextForUser?: readonly string[];
      /** The likeliest first, at most `MAX_HYPOTHESES`. */
      readonly hypotheses?: readonly Hypothesis[];
      /** What would have told more, and could not be seen. */
      readonly missing?: string;
      /** Of a chain: the ids of the connections that it is about. Absent: all of them. */
      readonly about?: readonly string[];
      /** What an application's profile calls it: the profile's id, a slash, and the id of the sign. */
      readonly sign?: string;
      /** Override the cause's own, where a profile knows better. */
      readonly likelyCauses?: readonly string[];
    }
  | {
      readonly verdict: 'cannot-tell';
      readonly missing: string;
      readonly title?: string;
      readonly evidence: readonly Evidence[];
      /** As in `found`. */
      readonly hypotheses?: readonly Hypothesis[];
    }
  | { readonly verdict: 'clear' }
  | { readonly verdict: 'not-applicable' };

/** What every entry of the taxonomy says, whatever it is about. */
export interface CauseText {
  readonly id: string;
  readonly layer: Layer;
  readonly severity: Severity;
  /** What is wrong, in sentence case, without a full stop. */
  readonly title: string;
  /** Two or three plain sentences: what happened and why the page could not see it. */
  readonly explanation: string;
  /** Most likely first. They are guesses and shown as such. */
  readonly likelyCauses: readonly string[];
  /** What whoever builds or runs the application does, most useful first. */
  readonly next: readonly [string, ...string[]];
  /** What whoever uses the application does. */
  readonly nextForUser: readonly [string, ...string[]];
  readonly retry: RetryVerdict;
  readonly needs: readonly [Need, ...Need[]];
}

/**
 * One entry of the taxonomy about a single connection. The file is named after `id`; the id is permanent, because
 * bundles and tickets carry it.
 */
export interface Cause extends CauseText {
  /** Pure: the same connection in the same scene always gets the same ruling. */
  readonly diagnose: (connection: Connection, scene: Scene) => Ruling;
}

export const CLEAR: Ruling = { verdict: 'clear' };
export const NOT_APPLICABLE: Ruling = { verdict: 'not-applicable' };
