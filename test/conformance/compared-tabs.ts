import type { BrowserName } from '../../scripts/find-browser.mjs';
import { openChromium, openPlainChromium } from '../support/browsers/chromium';
import { openFirefox, openPlainFirefox } from '../support/browsers/firefox';
import type { OpenOptions, PlainTab } from '../support/browsers/inspected-tab';
import { BUILT_EXTENSIONS } from '../support/browsers/open-inspected-tab';

/** The same browser twice: as it comes, and with the built extension, DevTools closed. */
export interface ComparedTabs {
  readonly bare: PlainTab;
  readonly hooked: PlainTab;
  close(): Promise<void>;
}

/** A proxied native function prints without its name in both browsers; only the hook replaces WebSocket here. */
const IS_HOOKED = `!Function.prototype.toString.call(WebSocket).includes('WebSocket')`;

/** @param anyPage an address of the suite's own, where the hook must be, or must not be */
export async function openComparedTabs(browser: BrowserName, anyPage: string): Promise<ComparedTabs> {
  const options: OpenOptions = { acceptsAnyCertificate: true, openPanelFirst: false };
  const withExtension = { ...options, extensionDir: BUILT_EXTENSIONS[browser] };
  const isChromium = browser === 'chromium';
  const bare = await (isChromium ? openPlainChromium(options) : openPlainFirefox(options));
  const hooked = await (isChromium ? openChromium(withExtension) : openFirefox(withExtension));
  const close = async () => {
    await Promise.all([bare.close(), hooked.close()]);
  };
  for (const [tab, expected] of [
    [bare, false],
    [hooked, true],
  ] as const) {
    await tab.goto(anyPage);
    if ((await tab.evaluateInPage<boolean>(IS_HOOKED)) === expected) continue;
    await close();
    throw new Error(
      expected ? 'The hook is not in the page: run `npm run build`.' : 'A hook is in the bare page.',
    );
  }
  return { bare, hooked, close };
}
