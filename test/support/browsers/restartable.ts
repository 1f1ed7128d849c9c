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
  /** Lets the extension into all pages, or keeps it out, as its user can. */
  readonly setSiteAccess: (isAllowed: boolean) => Promise<void>;
  close(): Promise<void>;
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
    const configure = async (expression: string): Promise<void> => {
      const settings = await tab.puppeteerBrowser.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(expression);
      await settings.close();
    };
    const reloadExtension = async (): Promise<void> => {
      // Chromium 156 leaves an unpacked extension that reloads itself switched off, unless the user is a developer.
      await configure('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
      await tab.evaluateInPanel('void setTimeout(() => chrome.runtime.reload())');
    };
    const setSiteAccess = async (isAllowed: boolean): Promise<void> => {
      const extensionId = await tab.evaluateInPanel<string>('chrome.runtime.id');
      const hostAccess = isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK';
      const update = JSON.stringify({ extensionId, hostAccess });
      await configure(`chrome.developerPrivate.updateExtensionConfiguration(${update})`);
    };
    return { tab, stopBackground, reloadExtension, setSiteAccess, close: () => tab.close() };
  }
  const tab = await openFirefox(extension);
  return {
    tab,
    stopBackground: () => tab.stopBackground(),
    reloadExtension: () => tab.reloadExtension(),
    setSiteAccess: (isAllowed) => tab.setSiteAccess(isAllowed),
    close: () => tab.close(),
  };
}
