import { renameSync } from 'node:fs';
import path from 'node:path';
import { toPng, type ChromiumTab } from '../browsers/chromium';
import type { Size } from '../browsers/inspected-tab';
import { saveFile } from './demo-output';

/** What stands outside of DevTools: the toolbar button's popup, the viewer with a file, and the report as a page. */
export async function takePages(
  tab: ChromiumTab,
  to: {
    readonly theme: 'light' | 'dark';
    readonly size: Size;
    /** Where downloads land. */
    readonly downloadDir: string;
    readonly image: (name: string) => string;
  },
): Promise<void> {
  const { theme, size, downloadDir, image } = to;
  const bundle = path.join(downloadDir, 'ticket-4711.hangup.json');
  renameSync(await saveFile(tab, downloadDir, 'bundle'), bundle);
  const report = await saveFile(tab, downloadDir, 'html');
  const tabId = await tab.evaluateInPanel<number>('chrome.devtools.inspectedWindow.tabId');
  const page = await tab.puppeteerBrowser.newPage();
  try {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.setViewport(size);
    const origin = `chrome-extension://${tab.extensionId}`;
    await page.goto(`${origin}/popup.html?tab=${tabId}`);
    const popup = await page.waitForSelector('.popup:has(.incident-line)');
    await popup?.screenshot({ path: toPng(image('popup')) });

    await page.goto(`${origin}/viewer.html`);
    const [chooser] = await Promise.all([
      page.waitForFileChooser(),
      page.locator('button ::-p-text(Open files)').click(),
    ]);
    await chooser.accept([bundle]);
    await page.waitForSelector('.finding-card');
    await page.screenshot({ path: toPng(image('viewer')) });

    await page.goto(`file://${report}`);
    await page.waitForSelector('.finding-card');
    await page.screenshot({ path: toPng(image('report')) });
  } finally {
    await page.close();
  }
}
