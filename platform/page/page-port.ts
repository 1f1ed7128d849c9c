import type { EventOf, HangupEvent } from '../../core/capture/event';
import type { MessageBatch } from './message-heads';

/**
 * What the page hook (MAIN world) and the relay (ISOLATED world) say to each other over their private MessagePort.
 * The page cannot see, forge or steal the port: it is handed over before any page script exists.
 */

/** Event name of the one-time hand-over. The relay listens once, first, and then never again. */
export const PORT_HAND_OVER = 'hangup:port';

/** An event as the page hook writes it: the relay adds whose it is, an extension context checks its shape. */
export type PageRecord = AsPageRecord<HangupEvent>;
type AsPageRecord<Event extends HangupEvent> = Event extends { type: 'message' }
  ? PageMessageRecord
  : Event extends { source: infer Source }
    ? 'page-hook' extends Source
      ? Omit<Event, 'streamId' | 'source'> & { readonly source: 'page-hook' }
      : never
    : never;

/** Of the messages, the few that are control travel as records of their own. */
export type PageMessageRecord = Omit<EventOf<'message'>, 'streamId' | 'source' | 'bytes'> & {
  readonly source: 'page-hook';
  readonly bytes?: ArrayBuffer;
};

/**
 * Control records are sent at once and kept until acknowledged; payload only while someone watches.
 *
 * Control does not wait in the port: it is dispatched on the relay's end, which both worlds hold, and is with the relay
 * before the page goes on. What waits in a port is lost with its document (docs/discoveries/what-waits-in-a-port.md).
 */
export type FromPage =
  | { readonly kind: 'control'; readonly record: PageRecord }
  | {
      readonly kind: 'payload';
      readonly watchId: number;
      /** At most one: there may be nothing to send but the news that all is sent. */
      readonly records: readonly MessageBatch[];
      /** Whatever is kept up to this number has now been sent. */
      readonly throughSeq: number;
    }
  | WholeBody;

/** One message again, with all that is kept of its body: a batch of one, or nothing, when it is gone. */
export interface WholeBody {
  readonly kind: 'whole';
  readonly seq: number;
  readonly records: readonly MessageBatch[];
}

export type ToPage =
  /** Send payload whose `seq` is greater than `afterSeq`, from the ring and from now on; `credit` batches at most. */
  | {
      readonly kind: 'watch';
      readonly watchId: number;
      readonly afterSeq: number;
      readonly credit: number;
    }
  | { readonly kind: 'credit'; readonly credit: number }
  | { readonly kind: 'unwatch' }
  /** Send this message again, whole: only its beginning may have been sent. */
  | { readonly kind: 'whole'; readonly seq: number }
  /** The extension is gone or switched off here: put everything back as it was. The port stays open. */
  | { readonly kind: 'stop' }
  /** Switched on again: observe what is made from now on. */
  | { readonly kind: 'start' }
  /** The size of the ring; what no longer fits goes, the oldest first. */
  | { readonly kind: 'configure'; readonly ringBytes: number };
