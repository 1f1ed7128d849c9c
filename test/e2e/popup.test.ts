import { describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { PROFILES_KEY, type StoredProfiles } from '../../core/profiles/stored-profiles';
import { readProjectFile } from '../docs/markdown-files';
import { openChromium } from '../support/browsers/chromium';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { BUILT_EXTENSIONS } from '../support/browsers/open-inspected-tab';
import { pick, takeDownload } from '../support/panel-files';

const lab = await labForTests();
const downloadDir = folderForTests();

/** The profile that the tutorial has its readers write: 4429 is "The shop is full". */
const MY_SHOP =
  /<!-- first: begin -->\s*```json\n([^]*?)```/.exec(readProjectFile('docs/profiles.md'))?.[1] ?? '';

/** What puppeteer waits for may take a busy machine longer than its 30 s. */
function patient(page: Page): Page {
  page.setDefaultTimeout(60_000);
  return page;
}

async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);
}

async function press(page: Page, text: string): Promise<void> {
  await page.locator(`::-p-xpath(//button[normalize-space(.) = "${text}"])`).click();
}

// Firefox's driver reaches the panel and the page, and no other tab: what its popup says is tested in files.test.ts.
describe('in chromium, without DevTools', () => {
  it('the popup names what happened by a profile of one’s own; Export leads to a file, and the viewer says the same of it', async () => {
    const tab = untilTestEnds(
      await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium, downloadDir, openPanelFirst: false }),
    );
    const { puppeteerBrowser, extensionId } = tab;
    const origin = `chrome-extension://${extensionId}`;
    const newPage = async (): Promise<Page> => patient(await puppeteerBrowser.newPage());
    const query = new URLSearchParams({ url: `${lab.wsOrigin}/close/4429?reason=full`, reconnectMs: '0' });
    await tab.goto(`${lab.httpOrigin}/pages/native?${query}`);

    const popup = await newPage();
    await popup.goto(`${origin}/popup.html`);
    const tabId = await popup.evaluate(`(async () => {
      const stored = ${JSON.stringify({ own: [{ key: 1, text: MY_SHOP, isOn: true }], offBuiltIns: [] } satisfies StoredProfiles)};
      await chrome.storage.local.set({ ${JSON.stringify(PROFILES_KEY)}: stored });
      return (await chrome.tabs.query({})).map(({ id, active }) => id).sort((a, b) => a - b)[0];
    })()`);
    await popup.goto(`${origin}/popup.html?tab=${String(tabId)}`);
    await waitForText(popup, 'On this tab: 1 connection, ');
    await waitForText(popup, 'The shop is full');

    const opening = puppeteerBrowser.waitForTarget(
      (target) => target.url().startsWith(`${origin}/viewer.html`),
      { timeout: 60_000 },
    );
    await press(popup, 'Export');
    const exporting = await (await opening).page();
    if (exporting === null) throw new Error('The viewer has no page.');
    patient(exporting);
    await press(exporting, 'Save file');
    const report = await takeDownload(downloadDir, '.hangup.html');
    expect(report).toContain('The shop is full');

    const viewer = await newPage();
    await viewer.goto(`${origin}/viewer.html`);
    await waitForText(viewer, 'Drop a recording here');
    await viewer.evaluate(pick('report.hangup.html', JSON.stringify([report])));
    await waitForText(viewer, 'The shop is full');
  });
});
