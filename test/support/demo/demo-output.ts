import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ChromiumTab } from '../browsers/chromium';
import { waitUntil } from '../browsers/wait-until';
import { exportFile } from '../exported-events';

/** Exports as a user does, and gives the path of the file that arrives. */
export async function saveFile(tab: ChromiumTab, dir: string, format: 'bundle' | 'html'): Promise<string> {
  const isIt = (name: string) => name.endsWith(format === 'bundle' ? '.hangup.json' : '.hangup.html');
  for (const name of readdirSync(dir).filter(isIt)) rmSync(path.join(dir, name));
  await exportFile(tab, format);
  await waitUntil(() => Promise.resolve(readdirSync(dir).some(isIt)), {
    what: `the exported ${format}`,
    timeoutMs: 20_000,
  });
  const [name = ''] = readdirSync(dir).filter(isIt);
  return path.join(dir, name);
}

/** The panel as it stands, wide and narrow. */
export async function saveScreenshots(tab: ChromiumTab, dir: string): Promise<void> {
  await tab.screenshot(path.join(dir, 'panel.png'), { width: 1280, height: 800 });
  await tab.screenshot(path.join(dir, 'panel-narrow.png'), { width: 500, height: 900 });
}
