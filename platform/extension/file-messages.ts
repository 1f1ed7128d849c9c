import type { Recording } from '../../core/bundle/recording';
import type { UnknownFields } from '../../core/bundle/stored-event';
import type { HangupEvent } from '../../core/capture/event';

/** What the worker that reads files says. Events come in portions: one large message would hold the panel up. */
export type FromFileWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | {
      readonly kind: 'events';
      readonly events: readonly HangupEvent[];
      /** By the event's place in this portion. */
      readonly unknownFields: readonly (readonly [number, UnknownFields])[];
    }
  | { readonly kind: 'read'; readonly rest: Omit<Recording, 'events' | 'unknownFields'> }
  | { readonly kind: 'failed'; readonly problem: string };
