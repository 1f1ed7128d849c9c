import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { NoticeKind } from './notices';
import type { Selection } from './selection';

export interface ViewState {
  /** Undefined until the user points at something: until then the panel suggests what to look at. */
  readonly selection: Selection | undefined;
  /** Narrow panels only: the list gives its room to what it led to. */
  readonly isListCollapsed: boolean;
  /** What the user has read and sent away. */
  readonly dismissed: ReadonlySet<NoticeKind>;
}

export interface View {
  readonly store: Pick<StoreApi<ViewState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly selectChain: (chainId: string) => void;
  readonly selectAttempt: (chainId: string, connectionId: string) => void;
  /** The chain is named too, because a message can be chosen while the chain was only suggested. */
  readonly selectMessage: (chainId: string, connectionId: string, messageIndex: number) => void;
  readonly toggleList: () => void;
  readonly dismissNotice: (kind: NoticeKind) => void;
  readonly reset: () => void;
}

export function createViewStore(): View {
  const initial: ViewState = { selection: undefined, isListCollapsed: false, dismissed: new Set() };
  const store = createStore<ViewState>()(() => initial);
  return {
    store,
    selectChain: (chainId) =>
      store.setState({ selection: { chainId, connectionId: undefined, messageIndex: undefined } }),
    selectAttempt: (chainId, connectionId) =>
      store.setState({ selection: { chainId, connectionId, messageIndex: undefined } }),
    selectMessage: (chainId, connectionId, messageIndex) =>
      store.setState({ selection: { chainId, connectionId, messageIndex } }),
    toggleList: () => store.setState(({ isListCollapsed }) => ({ isListCollapsed: !isListCollapsed })),
    dismissNotice: (kind) =>
      store.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, kind]) })),
    // How the panel is folded is the user's room, not part of the capture.
    reset: () => store.setState({ selection: undefined, dismissed: new Set() }),
  };
}
