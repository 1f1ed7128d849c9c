import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from '../browsers/chromium';
import { BUILT_EXTENSIONS } from '../browsers/open-inspected-tab';
import { waitUntil } from '../browsers/wait-until';
import { startFaultLab } from '../fault-lab/fault-lab';
import { faults } from '../fault-lab/faults';
import { saveFile, saveScreenshots } from './demo-output';
import { driveFault, type DrivenFault } from './drive-fault';
import { formatTable } from './format-table';

/** One fault of each kind, in the order in which a tour would show them. */
const WHOLE_TOUR = [
  'close-1000',
  'close-1001',
  'close-1011',
  'close-4401',
  'drop-fin',
  'frame-reserved-bits',
  'status-401',
  'status-403',
  'status-404',
  'status-502',
  'refused',
  'unknown-name',
  'self-signed',
  'handshake-bad-accept',
  'cancelled',
  'flaky',
  'socket-io-refused',
  'openhands-bad-key',
];

/** `npm run demo -- --headless close-4401 status-403`: these alone, and no window although there is a display. */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { headless: { type: 'boolean', default: false } },
});
const TOUR = positionals.length > 0 ? positionals : WHOLE_TOUR;

const OUTPUT_DIR = path.resolve('demo-output');
const hasDisplay =
  process.platform === 'darwin' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const hasWindow = hasDisplay && !options.headless;

async function run(): Promise<number> {
  mkdirSync(OUTPUT_DIR, { recursive: true });
  const lab = await startFaultLab();
  console.log(`The fault lab is at ${lab.httpOrigin}. Opening Chromium with Hangup's panel ...`);
  const tab = await openChromium({
    extensionDir: BUILT_EXTENSIONS.chromium,
    headless: !hasWindow,
    downloadDir: OUTPUT_DIR,
  });
  try {
    const rows: DrivenFault[] = [];
    for (const id of TOUR) {
      const fault = faults.find((candidate) => candidate.id === id);
      if (fault === undefined) throw new Error(`The fault lab has no fault ${id}`);
      console.log(`  ${rows.length + 1} of ${TOUR.length}: ${fault.title}`);
      rows.push(await driveFault(tab, lab, fault));
    }
    console.log(formatTable(rows));
    const bundle = await saveFile(tab, OUTPUT_DIR, 'bundle');
    await saveScreenshots(tab, OUTPUT_DIR);
    const wrong = rows.filter(({ isExpected }) => !isExpected);
    console.log(`${rows.length - wrong.length} of ${rows.length} faults named as the lab made them.`);
    console.log(
      `The panel's pictures and the bundle are in ${OUTPUT_DIR}: ${readdirSync(OUTPUT_DIR).join(', ')}`,
    );
    console.log(
      `Read the bundle on the command line: npm run --silent diagnose -- ${path.relative('.', bundle)}`,
    );
    if (hasWindow) {
      console.log(
        `The window stays open: more faults at ${lab.httpOrigin}. Close it, or press Ctrl-C, to end.`,
      );
      // The pictures were taken at sizes of their own: give the window's own back to the person.
      await tab.devtools().setViewport(null);
      await tab.goto(lab.httpOrigin);
      await waitUntil(() => Promise.resolve(!tab.puppeteerBrowser.connected), {
        what: 'the window to be closed',
        timeoutMs: Infinity,
      });
    }
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await tab.close();
    await lab.stop();
  }
}

process.exitCode = await run();
