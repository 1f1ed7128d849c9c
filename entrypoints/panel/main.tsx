import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/app/panel';
import '../../components/app/styles';
import { createExporter } from '../../platform/extension/exporter';
import { createInspectedPage } from '../../platform/extension/inspected-page';
import { createLiveSource } from '../../platform/extension/live-source';
import PatternWorker from '../../platform/extension/pattern-worker?worker';
import { createPatternSearch } from '../../platform/extension/pattern-search';
import { createAskServer } from '../../platform/extension/probe-port';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { createMessages } from '../../state/messages';
import { createSessionStore } from '../../state/session-store';
import type { Schedule } from '../../state/session-store';
import { createSettingsStore } from '../../state/settings-store';
import { createViewStore } from '../../state/view-store';
import { followTheme } from './follow-theme';
import { createSoon } from './soon';

/** Not an animation frame: a hidden panel gets none, and what waits for one would pile up. */
const TICK_MS = 50;

const onNextTick: Schedule = (run) => {
  const timer = setTimeout(run, TICK_MS);
  return () => clearTimeout(timer);
};

followTheme(browser.devtools.panels, document.documentElement);

const { tabId } = browser.devtools.inspectedWindow;
const session = createSessionStore(createLiveSource({ tabId }), onNextTick);
const askServer = createAskServer({ tabId });

const settings = createSettingsStore(createSettingsKeeper(), createInspectedPage());

const messages = createMessages({
  nowMs: () => performance.now(),
  soon: createSoon(),
  patterns: createPatternSearch(() => new PatternWorker()),
});

const prepareExport = createExporter(() => {
  const { conversations, status } = session.store.getState();
  const { droppedEvents, hasSiteAccess } = status;
  return { events: session.events(), conversations, droppedEvents, hasSiteAccess };
});

const root = document.getElementById('root');
if (root === null) throw new Error('The panel has no root element');
createRoot(root).render(
  <StrictMode>
    <Panel
      session={session}
      view={createViewStore()}
      messages={messages}
      settings={settings}
      prepareExport={prepareExport}
      askServer={askServer}
      clock={Date.now}
    />
  </StrictMode>,
);
