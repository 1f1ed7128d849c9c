import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Workspace } from '../../components/app/workspace';
import '../../components/app/styles';
import { createInspectedPage } from '../../platform/extension/inspected-page';
import { createLiveSource } from '../../platform/extension/live-source';
import { createAskServer } from '../../platform/extension/probe-port';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { text } from '../../locales/text';
import { createSettingsStore } from '../../state/settings-store';
import { createWorkbench } from './create-workbench';
import { followLanguage } from './follow-language';
import { followTheme } from './follow-theme';

followTheme(browser.devtools.panels, document.documentElement);

const { tabId } = browser.devtools.inspectedWindow;
const workbench = createWorkbench();
workbench.captures.addLive(text('open.thisTab'), createLiveSource({ tabId }));
const keeper = createSettingsKeeper();
const language = followLanguage(document.documentElement, [browser.i18n.getUILanguage()]);
keeper.watch((now) => {
  language.apply(now);
  workbench.captures.setFoldsHeartbeats(now.foldsHeartbeats);
});
const live = {
  settings: createSettingsStore(keeper, createInspectedPage()),
  askServer: createAskServer({ tabId }),
  clock: Date.now,
};

const root = document.getElementById('root');
if (root === null) throw new Error('The panel has no root element');
createRoot(root).render(
  <StrictMode>
    <Workspace {...workbench} live={live} />
  </StrictMode>,
);
