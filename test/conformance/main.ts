import { parseArgs } from 'node:util';
import type { BrowserName } from '../../scripts/find-browser.mjs';
import { compareSocketIo } from './socket-io/compare-socket-io';
import { compareWpt } from './wpt/compare-wpt';

const USAGE = `Both suites run with and without the extension, which must be built.
npm run conformance -- wpt <a checkout of web-platform-tests/wpt> [--browser chromium|firefox] [--folder websockets] [--only words]
npm run conformance -- socket.io <a checkout of socketio/socket.io, after its "npm ci"> [--browser chromium|firefox]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
    folder: { type: 'string', multiple: true, default: ['websockets'] },
    only: { type: 'string', default: '' },
  },
});
const [suite, checkout] = positionals;
if ((suite !== 'wpt' && suite !== 'socket.io') || checkout === undefined) {
  console.error(USAGE);
  process.exit(2);
}
let differing = 0;
for (const browser of values.browser.filter((one): one is BrowserName => /^(chromium|firefox)$/.test(one)))
  differing +=
    suite === 'wpt'
      ? await compareWpt({ browser, checkout, folders: values.folder, only: values.only })
      : await compareSocketIo(browser, checkout);
process.exitCode = differing === 0 ? 0 : 1;
