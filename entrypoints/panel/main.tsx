import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Workspace } from '../../components/app/workspace';
import '../../components/app/styles';
import { createInspectedPage } from '../../platform/extension/inspected-page';
import { createLiveSource } from '../../platform/extension/live-source';
import { createAskServer } from '../../platform/extension/probe-port';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { createSettingsStore } from '../../state/settings-store';
import { createWorkbench } from './create-workbench';
import { followTheme } from './follow-theme';

followTheme(browser.devtools.panels, document.documentElement);

const { tabId } = browser.devtools.inspectedWindow;
const workbench = createWorkbench();
workbench.captures.addLive('This tab', createLiveSource({ tabId }));
const live = {
  settings: createSettingsStore(createSettingsKeeper(), createInspectedPage()),
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
