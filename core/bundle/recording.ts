import type { HangupEvent } from '../capture/event';
import type { UnknownFields } from './stored-event';
import type { HeadV1 } from './v1';

/** A recording, whatever kind of file it was. */
export interface Recording {
  readonly kind: 'bundle' | 'har';
  readonly events: readonly HangupEvent[];
  /** A bundle's own words about itself, fields that are unknown today included. */
  readonly head?: HeadV1;
  /** Fields of events that are unknown today. */
  readonly unknownFields?: ReadonlyMap<HangupEvent, UnknownFields>;
  /** Who wrote a HAR, in its own words. */
  readonly writer?: string;
}
