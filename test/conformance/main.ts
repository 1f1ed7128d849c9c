import { parseArgs } from 'node:util';
import type { BrowserName } from '../../scripts/find-browser.mjs';
import { compareSocketIo } from './socket-io/compare-socket-io';
import { compareSockJs } from './sockjs/compare-sockjs';
import { compareWpt } from './wpt/compare-wpt';

const USAGE = `Each suite runs with and without the extension, which must be built.
npm run conformance -- wpt <a checkout of web-platform-tests/wpt> [--browser chromium|firefox] [--folder websockets] [--only <a regular expression over addresses>]
npm run conformance -- socket.io <a checkout of socketio/socket.io, after its "npm ci"> [--browser chromium|firefox]
npm run conformance -- sockjs <a checkout of sockjs/sockjs-client, after its "npm ci"> [--browser chromium|firefox]`;

const SUITES = ['wpt', 'socket.io', 'sockjs'] as const;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
    folder: { type: 'string', multiple: true, default: ['websockets'] },
    only: { type: 'string', default: '' },
  },
});
const [wanted, checkout] = positionals;
const suite = SUITES.find((one) => one === wanted);
if (suite === undefined || checkout === undefined) {
  console.error(USAGE);
  process.exit(2);
}

function compare(browser: BrowserName, into: string): Promise<number> {
  switch (suite) {
    case 'socket.io':
      return compareSocketIo(browser, into);
    case 'sockjs':
      return compareSockJs(browser, into);
    case 'wpt':
    case undefined:
      return compareWpt({ browser, checkout: into, folders: values.folder, only: values.only });
  }
}

let differing = 0;
for (const browser of values.browser.filter((one): one is BrowserName => /^(chromium|firefox)$/.test(one)))
  differing += await compare(browser, checkout);
process.exitCode = differing === 0 ? 0 : 1;
