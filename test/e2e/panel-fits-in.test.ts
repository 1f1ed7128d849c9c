import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openChromium } from '../support/browsers/chromium';
import { BUILT_EXTENSIONS, openInspectedTab } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, waitForCause } from '../support/panel-page';

const lab = await labForTests();
const pictures = folderForTests();

function nativePage(url: string): string {
  return `${lab.httpOrigin}/pages/native?${new URLSearchParams({ url, reconnectMs: '0' })}`;
}

describe.each(['chromium', 'firefox'] as const)('the panel in %s', (browser) => {
  it.each(['light', 'dark'] as const)('follows the %s theme of DevTools', async (theme) => {
    const tab = untilTestEnds(await openInspectedTab(browser, { theme }));
    await tab.waitInPanel(`document.documentElement.dataset.theme === '${theme}'`, 'the theme');
    const lightness = `getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)`;
    await tab.waitInPanel(`${lightness} ${theme === 'light' ? '> 600' : '< 160'}`, 'its colours');
  });

  it.each([500, 1280, 2000])('loses nothing at %i px', async (width) => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.goto(nativePage(`${lab.wsOrigin}/status/403/${'a-long-path-segment-'.repeat(8)}`));
    await chooseLink(tab, '/status/403');
    await waitForCause(tab, 'handshake-forbidden');
    await tab.screenshot(path.join(pictures, 'panel.png'), { width, height: 900 });
    const outside = await tab.evaluateInPanel<string[]>(`
      [...document.querySelectorAll('h2, h3, h4, p, li, button, dd, [role="option"]')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.getBoundingClientRect().width > 0)
        .map((element) => element.tagName + ' ' + element.innerText.slice(0, 40))`);
    expect(outside).toEqual([]);
    // What is cut says so with an ellipsis, and what scrolls is all there.
    const cut = await tab.evaluateInPanel<string[]>(`
      [...document.querySelectorAll('main *, header *, .incidents *')]
        .filter((element) => element.closest('svg, .only-read') === null && element.scrollWidth > element.clientWidth + 1)
        .filter((element) => {
          const { overflowX, textOverflow, display } = getComputedStyle(element);
          return ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis' && display !== 'inline';
        })
        .map((element) => element.className + ': ' + element.innerText.slice(0, 40))`);
    expect(cut).toEqual([]);
    expect(await tab.evaluateInPanel('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});

describe('the panel in chromium', () => {
  it('is used by keyboard alone', async () => {
    const tab = untilTestEnds(await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium }));
    for (const code of [4001, 4002, 4003]) {
      await tab.goto(nativePage(`${lab.wsOrigin}/close/${code}`));
      await chooseLink(tab, `/close/${code}`);
    }
    const selected = `document.querySelector('[aria-label="Conversations"] [aria-selected="true"]')?.textContent ?? ''`;
    const press = async (key: 'ArrowUp' | 'Home' | 'End' | 'Tab') => tab.devtools().keyboard.press(key);
    await tab.evaluateInPanel(
      `document.querySelector('[role="listbox"][aria-label="Conversations"]').focus()`,
    );
    await press('ArrowUp');
    await tab.waitInPanel(`(${selected}).includes('/close/4002')`, 'the link above');
    await waitForCause(tab, 'application-close-code');
    await press('Home');
    await tab.waitInPanel(`(${selected}).includes('/close/4001')`, 'the first link');
    await press('Tab');
    await tab.waitInPanel(
      `document.activeElement?.closest('[aria-label="Conversations"]') === null`,
      'the focus to go on to the next part',
    );
    await tab.waitInPanel(
      `getComputedStyle(document.activeElement).outlineStyle !== 'none'`,
      'a visible focus',
    );
  });

  it('names every control and region for a screen reader', async () => {
    const tab = untilTestEnds(await openInspectedTab('chromium'));
    await tab.goto(nativePage(`${lab.wsOrigin}/close/4001`));
    await chooseLink(tab, '/close/4001');
    const nameless = await tab.evaluateInPanel<string[]>(`
      [...document.querySelectorAll('button, [role="listbox"], [role="option"], section, [role="status"], svg')]
        .filter((element) => !(element.getAttribute('aria-label') || element.innerText || element.textContent || element.getAttribute('aria-hidden') === 'true' || element.closest('[aria-hidden="true"]')))
        .map((element) => element.outerHTML.slice(0, 120))`);
    expect(nameless).toEqual([]);
  });
});
