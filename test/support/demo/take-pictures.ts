import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openInspectedTab } from '../browsers/open-inspected-tab';
import { startFaultLab } from '../fault-lab/fault-lab';
import { LAB_PORT, playScene } from './scene';

/** The pictures of the README: the built extension in the real DevTools of Chromium, in both colours. */
const IMAGES_DIR = path.resolve(import.meta.dirname, '../../../docs/images');
const SIZE = { width: 1280, height: 800 };
mkdirSync(IMAGES_DIR, { recursive: true });
const lab = await startFaultLab({ port: LAB_PORT });
try {
  for (const [theme, file] of [
    ['light', 'panel.png'],
    ['dark', 'panel-dark.png'],
  ] as const) {
    const tab = await openInspectedTab('chromium', { theme });
    try {
      await playScene(tab, lab);
      await tab.screenshot(path.join(IMAGES_DIR, file), SIZE);
    } finally {
      await tab.close();
    }
  }
} finally {
  await lab.stop();
}
console.log(`The pictures are in ${IMAGES_DIR}.`);
