import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workspace } from '../../components/app/workspace';
import '../../components/app/styles';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { createLiveSource } from '../../platform/extension/live-source';
import { namedTab, titleOfTab } from '../../platform/extension/shown-tab';
import { text } from '../../locales/text';
import { createWorkbench } from '../panel/create-workbench';
import { followLanguage } from '../panel/follow-language';
import { followTheme } from '../panel/follow-theme';

followTheme({}, document.documentElement);
const language = followLanguage(document.documentElement, navigator.languages);
const workbench = createWorkbench();
createSettingsKeeper().watch((now) => {
  language.apply(now);
  workbench.captures.setFoldsHeartbeats(now.foldsHeartbeats);
});
void show();

/** Files, and what was recorded in a tab where the address names one: the toolbar button leads here. */
async function show(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The viewer has no root element');
  const tabId = namedTab();
  if (tabId !== undefined)
    workbench.captures.addLive(
      (await titleOfTab(tabId)) ?? text('open.thisTab'),
      createLiveSource({ tabId }),
    );
  createRoot(root).render(
    <StrictMode>
      <Workspace {...workbench} live={{ clock: Date.now, isExporting: location.hash === '#export' }} />
    </StrictMode>,
  );
}
