import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChromium } from '../browsers/chromium';
import { BUILT_EXTENSIONS } from '../browsers/open-inspected-tab';
import { waitUntil } from '../browsers/wait-until';
import { exportFile } from '../exported-events';
import { startFaultLab } from '../fault-lab/fault-lab';
import { LAB_PORT, playScene } from './scene';

/**
 * Records the sample that comes with Hangup: the scene of the README's pictures, from the fault lab, exported from the
 * real panel as a user does. Run it again when the format or the scene changes, and look at it.
 */
const SAMPLE = path.resolve(import.meta.dirname, '../../../entrypoints/panel/sample.hangup.json');
const isBundle = (name: string): boolean => name.endsWith('.hangup.json');

const dir = mkdtempSync(path.join(tmpdir(), 'hangup-sample-'));
const lab = await startFaultLab({ port: LAB_PORT });
const tab = await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium, headless: true, downloadDir: dir });
try {
  await playScene(tab, lab);
  await exportFile(tab);
  await waitUntil(() => Promise.resolve(readdirSync(dir).some(isBundle)), {
    what: 'the exported bundle',
    timeoutMs: 30_000,
  });
  const [name = ''] = readdirSync(dir).filter(isBundle);
  writeFileSync(SAMPLE, readFileSync(path.join(dir, name)));
  console.log(`${SAMPLE}: ${readFileSync(SAMPLE).length} bytes`);
} finally {
  await tab.close();
  await lab.stop();
  rmSync(dir, { recursive: true });
}
