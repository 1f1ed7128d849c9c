import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openChromium, type ChromiumTab } from '../browsers/chromium';
import type { Size } from '../browsers/inspected-tab';
import { BUILT_EXTENSIONS } from '../browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';
import { choose, chooseMessage } from '../panel-messages';
import { chooseLink, closeDialog, pressButton, waitForCause } from '../panel-page';
import { packPng } from './pack-png';
import { takePages } from './page-pictures';
import { LAB_PORT, playScene } from './scene';

/**
 * Pictures of the main states, from the built extension in real Chromium with the faults of the lab, in both colours.
 * Those of the docs go to docs/images; the others are to be looked at, and go where nobody keeps them.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const IMAGES_DIR = path.join(ROOT, 'docs/images');
const OTHERS_DIR = path.join(ROOT, 'demo-output/pictures');
const WIDE: Size = { width: 1280, height: 800 };
/** A card is longer than a screen. */
const TALL: Size = { width: 1280, height: 1500 };
const NARROW: Size = { width: 500, height: 900 };

/** From wide to narrow: a panel that grows is painted late, and its new part is blank in the picture (Chromium 156). */
async function takeAll(
  tab: ChromiumTab,
  lab: FaultLab,
  { theme, downloadDir }: { readonly theme: 'light' | 'dark'; readonly downloadDir: string },
): Promise<void> {
  const image = (name: string) => path.join(IMAGES_DIR, `${name}-${theme}.png`);
  const other = (name: string) => path.join(OTHERS_DIR, `${name}-${theme}.png`);
  await tab.screenshot(other('empty'), TALL);
  await playScene(tab, lab);
  await tab.screenshotPart(image('finding-card'), '.finding-card');
  await tab.screenshot(image('panel'), WIDE);
  await choose(tab, 'Links on the timeline', 'all');
  await tab.screenshotPart(image('timeline'), '.timeline');
  await choose(tab, 'Links on the timeline', 'conversation');

  await chooseLink(tab, '/sio-history/');
  await waitForCause(tab, 'event-ids-inconsistent');
  await chooseMessage(tab, 'oh_event');
  await tab.screenshot(image('messages'));
  await pressButton(tab, 'Recording');
  await tab.waitInPanel(`document.querySelector('[role="dialog"] input') !== null`, 'the settings');
  await tab.screenshot(other('settings'));
  await closeDialog(tab);
  await takePages(tab, { theme, size: WIDE, downloadDir, image });
  await pressButton(tab, 'Export');
  await tab.waitInPanel(`document.querySelector('.redactions') !== null`, 'the preview of the export');
  await tab.screenshot(image('export-dialog'));
  await closeDialog(tab);
  await tab.screenshot(other('messages-narrow'), NARROW);
  await chooseLink(tab, '/sockets/events/');
  await waitForCause(tab, 'profile-handshake-status');
  await tab.screenshot(image('panel-narrow'));
}

rmSync(OTHERS_DIR, { recursive: true, force: true });
for (const dir of [IMAGES_DIR, OTHERS_DIR]) mkdirSync(dir, { recursive: true });
const lab = await startFaultLab({ port: LAB_PORT });
try {
  for (const theme of ['light', 'dark'] as const) {
    const downloadDir = path.join(OTHERS_DIR, theme);
    mkdirSync(downloadDir);
    const tab = await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium, theme, downloadDir });
    try {
      await takeAll(tab, lab, { theme, downloadDir });
    } finally {
      await tab.close();
    }
  }
} finally {
  await lab.stop();
}
for (const name of readdirSync(IMAGES_DIR)) packPng(path.join(IMAGES_DIR, name));
console.log(`The pictures of the docs are in ${IMAGES_DIR}, others in ${OTHERS_DIR}.`);
