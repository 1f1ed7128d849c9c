import fs from 'node:fs';
import path from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import { compareMocha } from '../mocha/compare-mocha';
import { suitePages } from '../mocha/suite-pages';
import { bundleSuite } from './bundle-suite';
import { startEngineIoServer, startSocketIoServer } from './suite-servers';

const SUITES = [
  { name: 'socket.io-client', entry: 'test/index.ts', startServer: startSocketIoServer },
  { name: 'engine.io-client', entry: 'test/index.js', startServer: startEngineIoServer },
] as const;

/**
 * Runs the own browser tests of both client libraries.
 *
 * @param checkout a checkout of socketio/socket.io with its packages installed
 * @returns how many tests differ each time
 */
export async function compareSocketIo(browser: BrowserName, checkout: string): Promise<number> {
  let differing = 0;
  for (const { name, entry, startServer } of SUITES) {
    const packageDir = path.resolve(checkout, 'packages', name);
    const start = async () => startServer(packageDir, await pagesOf(packageDir, entry));
    differing += await compareMocha(browser, { name, start });
  }
  return differing;
}

async function pagesOf(packageDir: string, entry: string) {
  const worker = path.join(packageDir, 'test/support/public/worker.js');
  // What engine.io-client's test of a worker loads.
  const files = fs.existsSync(worker)
    ? {
        '/test/support/worker.js': fs.readFileSync(worker),
        '/test/support/engine.io.min.js': await bundleSuite(packageDir, 'lib/browser-entrypoint.ts', 'eio'),
      }
    : {};
  return suitePages(packageDir, await bundleSuite(packageDir, entry), files);
}
