import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/app/popup';
import '../../components/app/styles';
import { createLiveSource } from '../../platform/extension/live-source';
import { createProfileKeeper } from '../../platform/extension/profile-keeper';
import { createSettingsKeeper } from '../../platform/extension/settings';
import { namedTab, openViewer, shownTab } from '../../platform/extension/shown-tab';
import { setKnownProfiles } from '../../state/known-profiles';
import { createProfileStore } from '../../state/profile-store';
import { createSessionStore } from '../../state/session-store';
import { TICKS } from '../panel/ticks';
import { followLanguage } from '../panel/follow-language';
import { followTheme } from '../panel/follow-theme';

followTheme({}, document.documentElement);
const language = followLanguage(document.documentElement, navigator.languages);
createSettingsKeeper().watch((now) => language.apply(now));
void show();

async function show(): Promise<void> {
  const tabId = namedTab() ?? (await shownTab());
  const root = document.getElementById('root');
  if (root === null) throw new Error('The popup has no root element');
  if (tabId === undefined) return;
  /** A popup that lost the focus is gone, so the rest happens in a tab. */
  function goOn(options: Parameters<typeof openViewer>[0]): void {
    void openViewer(options).then(() => close());
  }
  const session = createSessionStore(createLiveSource({ tabId }), TICKS.schedule, undefined, TICKS.pace);
  createProfileStore(createProfileKeeper(), (known) => {
    setKnownProfiles(known);
    session.judgeAnew();
  });
  createRoot(root).render(
    <StrictMode>
      <Popup
        session={session}
        onExport={() => goOn({ tabId, isExporting: true })}
        onShow={() => goOn({ tabId })}
        onOpenViewer={() => goOn({})}
      />
    </StrictMode>,
  );
}
