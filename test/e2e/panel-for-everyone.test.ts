import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openChromium } from '../support/browsers/chromium';
import { BUILT_EXTENSIONS, openInspectedTab } from '../support/browsers/open-inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, waitForCause } from '../support/panel-page';

const lab = await labForTests();
const downloadDir = folderForTests();

/** A page whose socket comes back for ever. */
async function openStorm(tab: InspectedTab, path: string, reconnectMs: number): Promise<void> {
  const query = new URLSearchParams({ url: lab.wsOrigin + path, reconnectMs: `${reconnectMs}` });
  await tab.goto(`${lab.httpOrigin}/pages/native?${query}`);
}

/** Notes whatever a live region says from here on, in `globalThis.heard`. */
const LISTEN = `void (() => {
  globalThis.heard = [];
  const regions = '[role="status"], [role="alert"], [aria-live]';
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(regions);
      const said = region?.textContent ?? '';
      if (said !== '' && heard.at(-1) !== said) heard.push(said);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

const attemptsSeen = (count: number) =>
  `[...document.querySelectorAll('.attempt-count')].some((one) => Number.parseInt(one.innerText) >= ${count})`;

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('a new incident is said once, and a storm of reconnects is not read out', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.evaluateInPanel(LISTEN);
    await openStorm(tab, '/status/503', 100);
    await tab.waitInPanel(attemptsSeen(8), 'eight attempts');
    await tab.waitInPanel(`heard.some((said) => said.includes('503'))`, 'the new incident');
    const heard = await tab.evaluateInPanel<readonly string[]>('heard');
    expect(heard.filter((said) => said.startsWith('New incident: '))).toHaveLength(1);
    expect(heard.filter((said) => !said.startsWith('New incident: ')).length).toBeLessThan(4);
  });

  it('each incident has its sentence: what, how often, and whether it heals', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await openStorm(tab, '/close/4001', 150);
    await tab.waitInPanel(
      `/4001.*, \\d+ times/.test(document.querySelector('.incident-line')?.innerText.replace(/\\s+/g, ' ') ?? '')`,
      'the sentence of a server that closes each time',
    );
    const flaky = `/flaky?fail=2&status=503&key=${crypto.randomUUID()}`;
    await openStorm(tab, flaky, 200);
    await tab.waitInPanel(
      `[...document.querySelectorAll('.incident-line')].some((one) => /Healed/.test(one.innerText) && /503/.test(one.innerText) && /well again after/.test(one.innerText))`,
      'the sentence of one that has healed',
    );
  });

  it('nothing moves by itself where the system asks for little movement', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { prefersReducedMotion: true }));
    await openStorm(tab, '/status/503', 2_000);
    // Until the bar of a countdown has stood at several places.
    await tab.evaluateInPanel(`void (() => {
      globalThis.places = new Set();
      globalThis.moving = new Set();
      const look = () => {
        for (const { effect } of document.getAnimations()) moving.add(effect.target.className);
        const bar = document.querySelector('.wait-bar-now');
        if (bar !== null) places.add(bar.style.transform);
        requestAnimationFrame(look);
      };
      look();
    })()`);
    await tab.waitInPanel(`places.size >= 5`, 'a countdown');
    expect(await tab.evaluateInPanel(`[...moving]`)).toEqual([]);
  });
});

describe('in chromium', () => {
  it('by keyboard alone one comes from the finding to its evidence, and to the file for the ticket', async () => {
    const tab = untilTestEnds(await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium, downloadDir }));
    const { keyboard } = tab.devtools();
    const focused = `document.activeElement`;
    /** As a person does: on with Tab until the focus is where one wants to be. */
    async function tabTo(isThere: string, what: string): Promise<void> {
      for (let step = 0; step < 60; step += 1) {
        if (await tab.evaluateInPanel<boolean>(isThere)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab does not lead to ${what}`);
    }
    const query = new URLSearchParams({ fault: 'refuse' });
    await tab.goto(`${lab.httpOrigin}/pages/socket-io?${query}`);
    await chooseLink(tab, '/socket.io/');
    await waitForCause(tab, 'socket-io-connect-error');
    await tab.evaluateInPanel(
      `document.querySelector('[aria-label="Conversations"][role="listbox"]').focus()`,
    );
    await tabTo(`${focused}.closest('.finding-evidence') !== null`, 'the evidence');
    await keyboard.press('Enter');
    await tab.waitInPanel(
      `document.querySelector('.messages [aria-selected="true"]') !== null`,
      'the message that the evidence is from',
    );
    await tab.evaluateInPanel(`void (globalThis.before = ${focused})`);
    await keyboard.press('?');
    await tab.waitInPanel(
      `${focused}.closest('[role="dialog"]') !== null`,
      'the list of keys, and the focus in it',
    );
    await keyboard.press('Escape');
    await tab.waitInPanel(
      `document.querySelector('[role="dialog"]') === null && ${focused} === before`,
      'the list of keys to go, and the focus to be back',
    );
    await tabTo(`${focused}.innerText === 'Export'`, 'Export');
    await keyboard.press('Enter');
    await tab.waitInPanel(
      `[...document.querySelectorAll('button')].some((one) => one.innerText === 'Save file' && !one.disabled)`,
      'the preview of the export',
    );
    await tab.waitInPanel(`${focused}.closest('[role="dialog"]') !== null`, 'the focus in the dialog');
    await tabTo(`${focused}.innerText === 'Save file'`, 'the button that saves');
    await keyboard.press('Enter');
    await expect
      .poll(() => readdirSync(downloadDir).some((name) => name.endsWith('.hangup.html')), { timeout: 60_000 })
      .toBe(true);
  });
});
