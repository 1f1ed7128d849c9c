import type { HangupEvent, MessageEventRecord } from './event';

/** Which message: its producer's stream, and its number there. */
export type MessageId = Pick<MessageEventRecord, 'streamId' | 'seq'>;

/** How the stream of events is doing, for the toolbar to say. */
export interface CaptureStatus {
  /** Events can arrive right now. A file is never connected: all that it holds has arrived. */
  readonly connected: boolean;
  /** A recording in progress, as against a file that was opened. */
  readonly isLive: boolean;
  /** Events that were thrown away anywhere on the way, counted and never hidden. */
  readonly droppedEvents: number;
  /** The browser lets Hangup into all pages; without that nothing is recorded on those it is kept out of. */
  readonly hasSiteAccess: boolean;
  /** How often the background died while it was needed, and was started anew. That it sleeps when nothing happens is no news. */
  readonly restarts: number;
  /** Since when everything that a page says is asked for as it comes, in ms since 1970; absent: not yet, and of a file. */
  readonly watchedSinceMs?: number;
}

export interface CaptureListener {
  /** In order within each stream. */
  onEvents(events: readonly HangupEvent[]): void;
  /** Forget what came so far: the source starts again from nothing. */
  onReset(): void;
  onStatus(status: CaptureStatus): void;
  /** The answer to `askForWhole`. Undefined: whoever had more of it has no longer. */
  onWhole?(of: MessageId, whole: MessageEventRecord | undefined): void;
}

/** Where events come from: the live panel, the viewer, the report and the command line differ in this alone. */
export interface CaptureSource {
  /** Returns how to stop. */
  start(listener: CaptureListener): () => void;
  /** Also forget what is kept at the source, so that it does not come back on reconnect. */
  clear(): void;
  /** Asks for a message again that came with the beginning of its body only. Absent: there is nobody to ask. */
  askForWhole?(of: MessageId): void;
}
