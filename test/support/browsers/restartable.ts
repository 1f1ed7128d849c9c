import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { openChromium, type ChromiumTab } from './chromium';
import { openFirefox, type FirefoxTab } from './firefox';
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
}

/** An inspected tab whose background can be ended. */
export function toRestartable(tab: ChromiumTab | FirefoxTab): Restartable {
  if (tab.browser === 'firefox') {
    return {
      tab,
      stopBackground: () => tab.stopBackground(),
      reloadExtension: () => tab.reloadExtension(),
      setSiteAccess: (isAllowed) => tab.setSiteAccess(isAllowed),
    };
  }
  const configure = async (expression: string): Promise<void> => {
    const settings = await tab.puppeteerBrowser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(expression);
    await settings.close();
  };
  return {
    tab,
    async stopBackground() {
      const wasAwake = await tab.stopServiceWorker();
      // A panel's port keeps it awake; without one it may have gone to sleep by itself.
      if (tab.isPanelOpen() && !wasAwake) throw new Error('The background was asleep.');
    },
    async reloadExtension() {
      // Chromium 156 leaves an unpacked extension that reloads itself switched off, unless the user is a developer.
      await configure('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
      await tab.evaluateInPanel('void setTimeout(() => chrome.runtime.reload())');
    },
    async setSiteAccess(isAllowed) {
      const extensionId = await tab.evaluateInPanel<string>('chrome.runtime.id');
      const hostAccess = isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK';
      const update = JSON.stringify({ extensionId, hostAccess });
      await configure(`chrome.developerPrivate.updateExtensionConfiguration(${update})`);
    },
  };
}

/** The same in a browser of its own, which `close` ends. */
export async function openRestartable(
  browser: BrowserName,
  options: OpenOptions = {},
): Promise<Restartable & { close(): Promise<void> }> {
  const extension = { ...options, extensionDir: BUILT_EXTENSIONS[browser] };
  const tab = browser === 'chromium' ? await openChromium(extension) : await openFirefox(extension);
  return { ...toRestartable(tab), close: () => tab.close() };
}
