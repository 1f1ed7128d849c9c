import { openChromium } from './chromium';
import { openFirefox } from './firefox';
import type { InspectedTab, OpenOptions } from './inspected-tab';
import { BUILT_EXTENSIONS } from './open-inspected-tab';

export interface Restartable {
  readonly tab: InspectedTab;
  /** Ends the background as the browser does when it likes. */
  readonly stopBackground: () => Promise<void>;
  /** The extension goes and comes again: a new version, or its developer's button. Takes the panel away. */
  readonly reloadExtension: () => Promise<void>;
}

/** An inspected tab whose background can be ended. */
export async function openRestartable(
  browser: 'chromium' | 'firefox',
  options: OpenOptions = {},
): Promise<Restartable> {
  const extension = { ...options, extensionDir: BUILT_EXTENSIONS[browser] };
  if (browser === 'chromium') {
    const tab = await openChromium(extension);
    const stopBackground = async (): Promise<void> => {
      const wasAwake = await tab.stopServiceWorker();
      // A panel's port keeps it awake; without one it may have gone to sleep by itself.
      if (options.openPanelFirst !== false && !wasAwake) throw new Error('The background was asleep.');
    };
    const reloadExtension = async (): Promise<void> => {
      // Chromium 156 leaves an unpacked extension that reloads itself switched off, unless the user is a developer.
      const settings = await tab.puppeteerBrowser.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(
        'chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })',
      );
      await settings.close();
      await tab.evaluateInPanel('void setTimeout(() => chrome.runtime.reload())');
    };
    return { tab, stopBackground, reloadExtension };
  }
  const tab = await openFirefox(extension);
  return {
    tab,
    stopBackground: () => tab.stopBackground(),
    reloadExtension: () => tab.reloadExtension(),
  };
}
