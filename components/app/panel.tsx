import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AskServer } from '../../core/probe/ask-server';
import type { Session } from '../../state/session-store';
import { resolveFocus } from '../../state/selection';
import { summarise } from '../../state/summary-sentence';
import type { View } from '../../state/view-store';
import { ConversationList } from '../conversations/conversation-list';
import { Toolbar } from '../toolbar/toolbar';
import { EmptyState } from './empty-state';
import { FocusView } from './focus-view';

/** The whole panel. It and its neighbours in this folder are the only readers of the stores. */
export function Panel(props: {
  readonly session: Session;
  readonly view: View;
  readonly onExport: (() => void) | undefined;
  /** Absent where no server can be asked: a file. */
  readonly askServer?: AskServer | undefined;
}) {
  const { session, view, onExport, askServer } = props;
  const { connections, conversations, status, latestMs } = useStore(session.store);
  const { selection, isListCollapsed } = useStore(view.store);
  const summary = useMemo(() => summarise(connections), [connections]);
  const focus = useMemo(() => resolveFocus(conversations, selection), [conversations, selection]);

  function clear(): void {
    session.clear();
    view.reset();
  }

  return (
    <div className="panel">
      <Toolbar
        summary={summary}
        status={status}
        isEmpty={connections.length === 0}
        onClear={clear}
        onExport={onExport}
      />
      {focus === undefined ? (
        <EmptyState isLive={status.isLive} />
      ) : (
        <main className="areas">
          <ConversationList
            conversations={conversations}
            selectedChainId={focus.chain.id}
            isCollapsed={isListCollapsed}
            onSelect={view.selectChain}
            onToggle={view.toggleList}
          />
          <FocusView focus={focus} latestMs={latestMs} view={view} askServer={askServer} />
        </main>
      )}
    </div>
  );
}
