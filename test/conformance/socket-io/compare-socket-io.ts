import fs from 'node:fs';
import type http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { PlainTab } from '../../support/browsers/inspected-tab';
import { differences, stable, tally, type Outcomes } from '../compare';
import { openComparedTabs } from '../compared-tabs';
import { bundleSuite } from './bundle-suite';
import { startEngineIoServer, startSocketIoServer } from './suite-servers';

const SUITES = [
  { name: 'socket.io-client', entry: 'test/index.ts', start: startSocketIoServer },
  { name: 'engine.io-client', entry: 'test/index.js', start: startEngineIoServer },
] as const;

const ROUNDS = 3;
const PATIENCE_MS = 180_000;

/** The suite in a page, and what came of each test where the runner looks for it. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>suite</title><div id="mocha"></div>
<script src="/mocha.js"></script><script>mocha.setup({ ui: 'bdd', timeout: 20000 });</script>
<script src="/suite.js"></script>
<script>
  const outcomes = {};
  const runner = mocha.run(() => { globalThis.suiteOutcomes = outcomes; });
  runner.on('pass', (test) => { outcomes[test.fullTitle()] = 'PASS'; });
  runner.on('fail', (test, problem) => { outcomes[test.fullTitle()] = 'FAIL: ' + problem.message; });
  runner.on('pending', (test) => { outcomes[test.fullTitle()] = 'SKIPPED'; });
</script>`;

/**
 * Runs the own browser tests of both client libraries, bare and hooked in turn.
 *
 * @param checkout a checkout of socketio/socket.io with its packages installed
 * @returns how many tests differ each time
 */
export async function compareSocketIo(browser: BrowserName, checkout: string): Promise<number> {
  let differing = 0;
  for (const { name, entry, start } of SUITES) {
    const packageDir = path.resolve(checkout, 'packages', name);
    const server = await start(
      packageDir,
      servePage(
        packageDir,
        await bundleSuite(packageDir, entry),
        await bundleSuite(packageDir, 'lib/browser-entrypoint.ts', 'eio'),
      ),
    );
    const tabs = await openComparedTabs(browser, `${server.origin}/blank`);
    try {
      const rounds = [];
      const last: { bare: Outcomes; hooked: Outcomes } = { bare: {}, hooked: {} };
      for (let round = 0; round < ROUNDS; round += 1) {
        last.bare = await runSuite(tabs.bare, `${server.origin}/suite`);
        last.hooked = await runSuite(tabs.hooked, `${server.origin}/suite`);
        rounds.push(differences(name, last.bare, last.hooked));
      }
      const found = stable(rounds);
      differing += found.length;
      console.log(`${browser}, ${name}: ${found.length} tests differ in each of ${ROUNDS} rounds`);
      console.log('  bare  ', tally([last.bare]));
      console.log('  hooked', tally([last.hooked]));
      for (const [title, outcome] of Object.entries(last.bare))
        if (outcome.startsWith('FAIL')) console.log(`  not passed by the bare browser: ${title}: ${outcome}`);
      for (const one of rounds.flat())
        console.log(`  differed: ${one.title}\n    bare:   ${one.bare}\n    hooked: ${one.hooked}`);
    } finally {
      await tabs.close();
      await server.stop();
    }
  }
  return differing;
}

async function runSuite(tab: PlainTab, url: string): Promise<Outcomes> {
  await tab.goto(url);
  await tab.waitInPage('globalThis.suiteOutcomes !== undefined', 'the end of the suite', PATIENCE_MS);
  return tab.evaluateInPage<Outcomes>('globalThis.suiteOutcomes');
}

function servePage(packageDir: string, suite: string, library: string): http.RequestListener {
  const mocha = fs.readFileSync(
    createRequire(path.join(packageDir, 'package.json')).resolve('mocha/mocha.js'),
  );
  const worker = path.join(packageDir, 'test/support/public/worker.js');
  return ({ url }, response) => {
    response.setHeader('Content-Type', url?.endsWith('.js') === true ? 'text/javascript' : 'text/html');
    if (url === '/suite') response.end(PAGE);
    else if (url === '/mocha.js') response.end(mocha);
    else if (url === '/suite.js') response.end(suite);
    // What the suite's test of a worker loads.
    else if (url === '/test/support/worker.js') response.end(fs.readFileSync(worker));
    else if (url === '/test/support/engine.io.min.js') response.end(library);
    else if (url === '/blank') response.end('<!doctype html><title>blank</title>');
    else response.writeHead(404).end();
  };
}
