import { findBrowser, missingBrowserMessage, type BrowserName } from '../../../scripts/find-browser.mjs';

/** The path of an installed browser. Throws a sentence that says what to do when there is none. */
export function requireBrowser(browser: BrowserName): string {
  const found = findBrowser(browser);
  if (found === undefined) throw new Error(missingBrowserMessage(browser));
  return found;
}
