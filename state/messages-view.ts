import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { MessageEventRecord } from '../core/capture/event';
import { parseQuery, type QueryProblem } from '../core/find/parse-query';
import { EVERYTHING, type Query } from '../core/find/query';

/** Whose messages are listed, around what is selected. */
export type MessageScope = 'connection' | 'chain' | 'conversation' | 'all';
/** How a row says its time: of the day, since its connection began, since the row above. */
export type TimeMode = 'clock' | 'relative' | 'delta';

/** A message that is kept in view. The message itself: its place may still change. */
export interface Pin {
  readonly message: MessageEventRecord;
  readonly chainId: string;
  readonly connectionId: string;
  /** Where it was when it was pinned. */
  readonly index: number;
}

export interface MessagesViewState {
  readonly scope: MessageScope;
  /** As it was typed. */
  readonly filter: string;
  /** What the filter asks; while it cannot be read, what it asked before. */
  readonly query: Query;
  readonly problem: QueryProblem | undefined;
  readonly timeMode: TimeMode;
  readonly foldsHeartbeats: boolean;
  readonly pins: readonly Pin[];
  /** The same as `pins`, to ask of. */
  readonly pinned: ReadonlySet<MessageEventRecord>;
  /** The pinned message that the selected one is compared with. */
  readonly compared: MessageEventRecord | undefined;
}

export interface MessagesView {
  readonly store: Pick<StoreApi<MessagesViewState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly setScope: (scope: MessageScope) => void;
  readonly setFilter: (filter: string) => void;
  readonly setTimeMode: (timeMode: TimeMode) => void;
  readonly setFoldsHeartbeats: (folds: boolean) => void;
  /** Pins it, or takes its pin out. */
  readonly togglePin: (pin: Pin) => void;
  readonly compareWith: (message: MessageEventRecord | undefined) => void;
  /** Forgets what belongs to a capture; how messages are shown is the user's. */
  readonly reset: () => void;
}

const NO_PINS = { pins: [], pinned: new Set<MessageEventRecord>(), compared: undefined };

export function createMessagesView(): MessagesView {
  const initial: MessagesViewState = {
    scope: 'connection',
    filter: '',
    query: EVERYTHING,
    problem: undefined,
    timeMode: 'clock',
    foldsHeartbeats: true,
    ...NO_PINS,
  };
  const store = createStore<MessagesViewState>()(() => initial);
  return {
    store,
    setScope: (scope) => store.setState({ scope }),
    setFilter(filter) {
      const parsed = parseQuery(filter);
      if (parsed.ok) store.setState({ filter, query: parsed.query, problem: undefined });
      else store.setState({ filter, problem: parsed });
    },
    setTimeMode: (timeMode) => store.setState({ timeMode }),
    setFoldsHeartbeats: (foldsHeartbeats) => store.setState({ foldsHeartbeats }),
    togglePin(pin) {
      const { pins, compared } = store.getState();
      const isIn = pins.some(({ message }) => message === pin.message);
      const next = isIn ? pins.filter(({ message }) => message !== pin.message) : [...pins, pin];
      store.setState({
        pins: next,
        pinned: new Set(next.map(({ message }) => message)),
        compared: isIn && compared === pin.message ? undefined : compared,
      });
    },
    compareWith: (compared) => store.setState({ compared }),
    reset: () => store.setState(NO_PINS),
  };
}
