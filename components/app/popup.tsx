import { useMemo } from 'react';
import { useStore } from 'zustand';
import { text } from '../../locales/text';
import { incidentsOf } from '../../state/incidents';
import type { Session } from '../../state/session-store';
import { summarise } from '../../state/summary-sentence';
import { IncidentList } from '../incidents/incident-list';
import { Toolbar } from '../toolbar/toolbar';
import { ActionButton } from '../ui/action-button';
import { AccessBar } from './access-bar';

/** What the toolbar button shows: what was recorded on this tab, for people who never open DevTools. */
export function Popup(props: {
  readonly session: Session;
  readonly onExport: () => void;
  readonly onShow: () => void;
  readonly onOpenViewer: () => void;
}) {
  const { session, onExport, onShow, onOpenViewer } = props;
  const { connections, conversations, lifecycle, status, latestMs } = useStore(session.store);
  const summary = useMemo(() => summarise(connections), [connections]);
  const incidents = useMemo(() => incidentsOf(conversations, lifecycle), [conversations, lifecycle]);
  const messageCount = connections.reduce((sum, { messages }) => sum + messages.length, 0);
  const isEmpty = connections.length === 0;

  return (
    <div className="popup">
      <Toolbar
        summary={summary}
        status={status}
        recording={undefined}
        isEmpty={isEmpty}
        onClear={undefined}
        open={undefined}
        onExport={undefined}
      />
      <AccessBar hasSiteAccess={status.hasSiteAccess} />
      <main>
        <h1 className="only-read">Hangup</h1>
        <p className="popup-counts">
          {isEmpty
            ? text('popup.empty')
            : text('popup.onThisTab', {
                connections: text('popup.connections', { count: connections.length }),
                messages: text('popup.messages', { count: messageCount }),
                incidents: text('popup.incidents', { count: incidents.length }),
              })}
        </p>
        <IncidentList
          incidents={incidents}
          nowMs={latestMs ?? 0}
          isExpanded={false}
          onToggle={onShow}
          onSelect={onShow}
        />
      </main>
      <footer className="popup-actions">
        <ActionButton variant="primary" isDisabled={isEmpty} onPress={onExport}>
          {text('toolbar.export')}
        </ActionButton>
        <ActionButton isDisabled={isEmpty} onPress={onShow}>
          {text('popup.showDetails')}
        </ActionButton>
        <ActionButton variant="quiet" onPress={onOpenViewer}>
          {text('popup.openFile')}
        </ActionButton>
      </footer>
    </div>
  );
}
