import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { openChromium, openChromiumBrowser, type ChromiumTab } from './chromium';
import { openFirefox, openFirefoxBrowser, type FirefoxTab } from './firefox';
import type { InspectedBrowser, InspectedTab, OpenOptions } from './inspected-tab';

/** Where `wxt build` puts the extension for each browser. */
export const BUILT_EXTENSIONS: Readonly<Record<BrowserName, string>> = {
  chromium: new URL('../../../.output/chrome-mv3', import.meta.url).pathname,
  firefox: new URL('../../../.output/firefox-mv3', import.meta.url).pathname,
};

/** The browser with the built extension, DevTools open, our panel on show. */
export async function openInspectedTab(
  browser: BrowserName,
  options: OpenOptions = {},
): Promise<InspectedTab> {
  const withExtension = { extensionDir: BUILT_EXTENSIONS[browser], ...options };
  return browser === 'chromium' ? openChromium(withExtension) : openFirefox(withExtension);
}

/** The browser with the built extension, for one inspected tab after the other. */
export async function openInspectedBrowser(
  browser: BrowserName,
  options: OpenOptions = {},
): Promise<InspectedBrowser<ChromiumTab | FirefoxTab>> {
  const withExtension = { extensionDir: BUILT_EXTENSIONS[browser], ...options };
  return browser === 'chromium' ? openChromiumBrowser(withExtension) : openFirefoxBrowser(withExtension);
}
