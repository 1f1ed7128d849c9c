import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/app/panel';
import '../../components/app/styles';
import { writeBundle } from '../../core/bundle/write';
import { createInspectedPage } from '../../platform/extension/inspected-page';
import { createLiveSource } from '../../platform/extension/live-source';
import PatternWorker from '../../platform/extension/pattern-worker?worker';
import { createPatternSearch } from '../../platform/extension/pattern-search';
import { createAskServer } from '../../platform/extension/probe-port';
import { saveFile } from '../../platform/extension/save-file';
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

function exportBundle(): void {
  const createdAt = new Date().toISOString();
  const bundle = writeBundle(session.events(), {
    createdAt,
    appVersion: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    droppedEvents: session.store.getState().status.droppedEvents,
  });
  saveFile(`hangup-${createdAt.slice(0, 19).replaceAll(':', '-')}.hangup.json`, bundle, 'application/json');
}

const root = document.getElementById('root');
if (root === null) throw new Error('The panel has no root element');
createRoot(root).render(
  <StrictMode>
    <Panel
      session={session}
      view={createViewStore()}
      messages={messages}
      settings={settings}
      onExport={exportBundle}
      askServer={askServer}
    />
  </StrictMode>,
);
