import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { openChromium } from './chromium';
import { openFirefox } from './firefox';
import type { InspectedTab, OpenOptions } from './inspected-tab';

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
