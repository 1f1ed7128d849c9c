import { useMemo, useState, type ReactNode } from 'react';
import { createStore, useStore } from 'zustand';
import type { PrepareExport } from '../../core/bundle/exporter';
import type { AskServer } from '../../core/probe/ask-server';
import { NO_SETTINGS, type SettingsControls } from '../../state/settings-store';
import type { Messages } from '../../state/messages';
import type { Session } from '../../state/session-store';
import { createOutlook } from '../../state/chain-outlook';
import { resolveFocus } from '../../state/selection';
import { summaryFacts, toSummary } from '../../state/summary-sentence';
import type { View } from '../../state/view-store';
import { ExportDialog } from '../export/export-dialog';
import { ConversationList } from '../conversations/conversation-list';
import { RecordingBar } from '../settings/recording-bar';
import { RecordingButton } from '../settings/recording-button';
import type { Clock } from '../ui/use-now';
import { useLanguage } from '../ui/use-language';
import { Toolbar } from '../toolbar/toolbar';
import { AccessBar } from './access-bar';
import { EmptyState } from './empty-state';
import { FocusView } from './focus-view';
import { IncidentArea } from './incident-area';
import { MessagesArea } from './messages-area';
import { NoticeArea } from './notice-area';

const NOTHING_TO_SET = createStore(() => NO_SETTINGS);

/** The whole panel. It and its neighbours in this folder are the only readers of the stores. */
export function Panel(props: {
  readonly session: Session;
  readonly view: View;
  readonly messages: Messages;
  /** Undefined where nothing is recorded: a file. */
  readonly settings?: SettingsControls | undefined;
  /** Absent where nothing can be saved: a report. */
  readonly prepareExport: PrepareExport | undefined;
  /** Absent where no server can be asked: a file. */
  readonly askServer?: AskServer | undefined;
  /** What countdowns go by. Absent where nothing is to come: a file. */
  readonly clock?: Clock | undefined;
  /** How files are opened; absent where none can be: a report. */
  readonly open?: ReactNode;
  /** What can be done while there is nothing to see. */
  readonly start?: ReactNode;
  /** Another panel stands beside this one, and only one area of a window may be the main one. */
  readonly isBeside?: boolean;
  /** The export begins as soon as there is something to export: that is what the user came for. */
  readonly isExporting?: boolean;
}) {
  const { session, view, messages, settings: controls, prepareExport, askServer, clock } = props;
  const { open, start, isBeside } = props;
  const { connections, conversations, lifecycle, status, latestMs, diagnosedShare } = useStore(session.store);
  const { selection, isListCollapsed } = useStore(view.store);
  const { settings, site, recording, isReloadAdvised, problem } = useStore(controls?.store ?? NOTHING_TO_SET);
  useLanguage();
  const facts = useMemo(() => summaryFacts(connections), [connections]);
  const outlookOf = useMemo(() => createOutlook(lifecycle), [lifecycle]);
  const focus = useMemo(() => resolveFocus(conversations, selection), [conversations, selection]);

  const liveClock = status.isLive ? clock : undefined;
  const Main = isBeside === true ? 'div' : 'main';
  const [isExporting, setExporting] = useState(props.isExporting === true);

  function clear(): void {
    session.clear();
    view.reset();
    messages.view.reset();
  }

  return (
    <div className="panel">
      <Toolbar
        summary={toSummary(facts, diagnosedShare)}
        status={status}
        recording={
          controls &&
          settings && (
            <RecordingButton
              status={status}
              recording={recording}
              settings={{
                settings,
                site,
                problem,
                onPause: controls.setPaused,
                onSiteOff: controls.setSiteOff,
                onRingBytes: controls.setRingBytes,
                onLanguage: controls.setLanguage,
                onFold: controls.setFoldsHeartbeats,
                onSiteOn: controls.setSiteOn,
                onReset: controls.reset,
              }}
            />
          )
        }
        isEmpty={connections.length === 0}
        onClear={status.isLive ? clear : undefined}
        open={open}
        onExport={prepareExport && (() => setExporting(true))}
      />
      {prepareExport && isExporting && connections.length > 0 && (
        <ExportDialog
          prepare={prepareExport}
          chainIds={focus && new Set(focus.conversation.chains.map(({ id }) => id))}
          latestMs={latestMs}
          onClose={() => setExporting(false)}
        />
      )}
      <AccessBar hasSiteAccess={status.hasSiteAccess} />
      {controls && (
        <RecordingBar
          recording={recording}
          site={site}
          isReloadAdvised={isReloadAdvised}
          hasOlder={connections.length > 0}
          onSwitchOn={controls.switchOn}
          onReload={controls.reloadPage}
          onDismiss={controls.dismissAdvice}
        />
      )}
      <NoticeArea session={session} view={view} />
      <IncidentArea {...{ conversations, lifecycle, view }} latestMs={latestMs ?? 0} clock={liveClock} />
      {focus === undefined ? (
        <EmptyState isLive={status.isLive} isOff={recording !== 'on'} diagnosedShare={diagnosedShare}>
          {start}
        </EmptyState>
      ) : (
        <Main className="areas">
          <h1 className="only-read">Hangup</h1>
          <ConversationList
            conversations={conversations}
            selectedChainId={focus.chain.id}
            isCollapsed={isListCollapsed}
            onSelect={view.selectChain}
            onToggle={view.toggleList}
            clock={liveClock}
            outlookOf={outlookOf}
          />
          <FocusView
            conversations={conversations}
            clock={liveClock}
            outlookOf={outlookOf}
            focus={focus}
            latestMs={latestMs}
            lifecycle={lifecycle}
            view={view}
            askServer={askServer}
            traffic={
              <MessagesArea
                {...{ conversations, focus, view, messages }}
                wholes={session.wholes}
                watchedSinceMs={status.watchedSinceMs}
              />
            }
          />
        </Main>
      )}
    </div>
  );
}
