import { describe, expect, it } from 'vitest';
import { PROFILES_KEY, type StoredProfiles } from '../../core/profiles/stored-profiles';
import { readProjectFile } from '../docs/markdown-files';
import type { ExtensionPage } from '../support/browsers/inspected-tab';
import { folderForTests, labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { pick, takeDownload } from '../support/panel-files';

const lab = await labForTests();
const downloadDir = folderForTests();

/** The profile that the tutorial has its readers write: 4429 is "The shop is full". */
const MY_SHOP =
  /<!-- first: begin -->\s*```json\n([^]*?)```/.exec(readProjectFile('docs/profiles.md'))?.[1] ?? '';

async function waitForText(page: ExtensionPage, text: string): Promise<void> {
  await page.waitFor(`document.body.innerText.includes(${JSON.stringify(text)})`, text);
}

async function press(page: ExtensionPage, text: string): Promise<void> {
  const button = `[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === ${JSON.stringify(text)})`;
  await page.waitFor(`${button}?.disabled === false`, `the button ${text}`);
  // Pressing it may close the page, and an answer with it.
  await page.evaluate(`void setTimeout(() => ${button}.click())`);
}

describe.each(['chromium', 'firefox'] as const)('in %s, without DevTools', (browser) => {
  it('the popup names what happened by a profile of one’s own; Export leads to a file, and the viewer says the same of it', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser, { downloadDir, openPanelFirst: false }));
    const query = new URLSearchParams({ url: `${lab.wsOrigin}/close/4429?reason=full`, reconnectMs: '0' });
    await tab.goto(`${lab.httpOrigin}/pages/native?${query}`);

    const anyPage = await tab.openExtensionPage('popup.html');
    const tabId = await anyPage.evaluate(`(async () => {
      const stored = ${JSON.stringify({ own: [{ key: 1, text: MY_SHOP, isOn: true }], offBuiltIns: [] } satisfies StoredProfiles)};
      await chrome.storage.local.set({ ${JSON.stringify(PROFILES_KEY)}: stored });
      return (await chrome.tabs.query({})).map(({ id }) => id).sort((a, b) => a - b)[0];
    })()`);
    const popup = await tab.openExtensionPage(`popup.html?tab=${String(tabId)}`);
    await waitForText(popup, 'On this tab: 1 connection, ');
    await waitForText(popup, 'The shop is full');

    await press(popup, 'Export');
    const exporting = await tab.findExtensionPage('viewer.html?tab');
    await press(exporting, 'Save file');
    const report = await takeDownload(downloadDir, '.hangup.html');
    expect(report).toContain('The shop is full');

    const viewer = await tab.openExtensionPage('viewer.html');
    await waitForText(viewer, 'Drop a recording here');
    await viewer.evaluate(pick('report.hangup.html', JSON.stringify([report])));
    await waitForText(viewer, 'The shop is full');
  });
});
