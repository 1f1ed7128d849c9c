import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { BODY_LIMIT_BYTES } from '../core/capture/body-limit';
import type { HangupEvent, MessageEventRecord } from '../core/capture/event';
import type { CaptureSource, MessageId } from '../core/capture/source';

/** `asked`: an answer may come. `none`: no more of the message is to be had. */
export type WholeBody = MessageEventRecord | 'asked' | 'none';

/**
 * A page that sends very much hands over the beginnings of its messages only, and keeps the rest for a while. Here is
 * what was asked for and came.
 */
export interface WholeBodies {
  /** Changes with each answer. */
  readonly store: Pick<StoreApi<{ readonly awaited: number }>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Undefined: nobody asked. */
  readonly bodyOf: (id: MessageId) => WholeBody | undefined;
  /** Asks for the rest of those that were cut, at most of the newest 8,192, unless the answer is known. */
  readonly ask: (events: readonly HangupEvent[]) => void;
  readonly onAnswer: (of: MessageId, whole: MessageEventRecord | undefined) => void;
  /** The events with whole messages in place of cut ones, where they have come. */
  readonly putIn: (events: readonly HangupEvent[]) => readonly HangupEvent[];
  readonly forget: () => void;
}

/** A frame's ring holds 8 MiB, and of messages that are cut no more than this. */
const MOST_AT_ONCE = 8_192;

export function createWholeBodies(source: Pick<CaptureSource, 'askForWhole'>): WholeBodies {
  const store = createStore(() => ({ awaited: 0 }));
  const bodies = new Map<string, WholeBody>();
  const bodyOf = (id: MessageId) => bodies.get(keyOf(id));

  function isWanted(event: HangupEvent): event is MessageEventRecord {
    if (event.type !== 'message' || event.isCut !== true || event.source !== 'page-hook') return false;
    const known = bodyOf(event);
    // Also when it was asked before: the question may have died with the background.
    return known === undefined || known === 'asked';
  }

  return {
    store,
    bodyOf,
    ask(events) {
      if (source.askForWhole === undefined) return;
      const wanted = events.filter(isWanted).slice(-MOST_AT_ONCE);
      const before = bodies.size;
      for (const message of wanted) bodies.set(keyOf(message), 'asked');
      store.setState(({ awaited }) => ({ awaited: awaited + bodies.size - before }));
      for (const message of wanted) source.askForWhole(message);
    },
    onAnswer(of, whole) {
      if (bodyOf(of) !== 'asked') return;
      bodies.set(keyOf(of), whole ?? 'none');
      store.setState(({ awaited }) => ({ awaited: awaited - 1 }));
    },
    putIn(events) {
      if (bodies.size === 0) return events;
      return events.map((event) => {
        const body = event.type === 'message' && event.isCut === true ? bodyOf(event) : undefined;
        return typeof body === 'object' ? body : event;
      });
    },
    forget() {
      bodies.clear();
      store.setState({ awaited: 0 });
    },
  };
}

/** Cut, and not for its length alone nor because somebody left its body out. */
export function isBeginning({ isCut, sizeBytes, text, bytes }: MessageEventRecord): boolean {
  return isCut === true && sizeBytes <= BODY_LIMIT_BYTES && (text !== undefined || bytes !== undefined);
}

function keyOf({ streamId, seq }: MessageId): string {
  return `${streamId} ${seq}`;
}
