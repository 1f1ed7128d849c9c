import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { InspectedTab, Size } from '../browsers/inspected-tab';
import { openInspectedTab } from '../browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';
import { chooseMessage } from '../panel-messages';
import { chooseLink, pressButton, waitForCause } from '../panel-page';
import { LAB_PORT, playScene } from './scene';

/**
 * Pictures of the panel's main states: the built extension in the real DevTools of Chromium, in both colours. Those of
 * the README go to docs/images; the others are to be looked at, and go where nobody keeps them.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');
const IMAGES_DIR = path.join(ROOT, 'docs/images');
const OTHERS_DIR = path.join(ROOT, 'demo-output/pictures');
const WIDE: Size = { width: 1280, height: 800 };
const NARROW: Size = { width: 500, height: 900 };

/** From wide to narrow: a panel that grows is painted late, and its new part is blank in the picture (Chromium 156). */
async function takeAll(tab: InspectedTab, lab: FaultLab, ending: string): Promise<void> {
  const take = (dir: string, name: string, size: Size) =>
    tab.screenshot(path.join(dir, `${name}${ending}.png`), size);
  await take(OTHERS_DIR, 'empty', WIDE);
  await playScene(tab, lab);
  await take(IMAGES_DIR, 'panel', WIDE);

  await chooseLink(tab, '/sio-history/');
  await waitForCause(tab, 'event-ids-inconsistent');
  await chooseMessage(tab, 'oh_event');
  await take(IMAGES_DIR, 'messages', WIDE);
  await pressButton(tab, 'Recording');
  await tab.waitInPanel(`document.querySelector('[role="dialog"] input') !== null`, 'the settings');
  await take(OTHERS_DIR, 'settings', WIDE);
  await take(OTHERS_DIR, 'settings-narrow', NARROW);
  await tab.evaluateInPanel(
    `void document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
  );
  await take(OTHERS_DIR, 'messages-narrow', NARROW);
  await chooseLink(tab, '/sockets/events/');
  await waitForCause(tab, 'profile-handshake-status');
  await take(IMAGES_DIR, 'panel-narrow', NARROW);
}

for (const dir of [IMAGES_DIR, OTHERS_DIR]) mkdirSync(dir, { recursive: true });
const lab = await startFaultLab({ port: LAB_PORT });
try {
  for (const theme of ['light', 'dark'] as const) {
    const tab = await openInspectedTab('chromium', { theme });
    try {
      await takeAll(tab, lab, theme === 'light' ? '' : '-dark');
    } finally {
      await tab.close();
    }
  }
} finally {
  await lab.stop();
}
console.log(`The README's pictures are in ${IMAGES_DIR}, the others in ${OTHERS_DIR}.`);
