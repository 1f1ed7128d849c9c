import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, readFindings, waitForCause } from '../support/panel-page';

const lab = await labForTests();

/** A timer counts as late 30 s after its 10 s; the last may have run right before. */
const LONG_ENOUGH_MS = 42_000;
const PING_MS = 2_000;

/** As ws's own guide has it: who did not answer the last ping is cut off. */
async function startHeartbeatServer(): Promise<{ readonly origin: string; readonly ended: () => number }> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  await once(server, 'listening');
  let ended = 0;
  server.on('connection', (socket) => {
    let isAlive = true;
    socket.on('pong', () => (isAlive = true));
    const timer = setInterval(() => {
      if (!isAlive) {
        socket.terminate();
        return;
      }
      isAlive = false;
      socket.ping();
    }, PING_MS);
    socket.on('close', () => {
      clearInterval(timer);
      ended += 1;
    });
  });
  return { origin: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, ended: () => ended };
}

async function openWithSocket(browser: 'chromium' | 'firefox', origin: string): Promise<InspectedTab> {
  const tab = untilTestEnds(await openInspectedTab(browser));
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(
    `new Promise((done) => { (globalThis.socket = new WebSocket('${origin}/asleep')).onopen = () => done(true); })`,
  );
  await chooseLink(tab, '/asleep');
  return tab;
}

// A machine cannot be sent to sleep from inside a test, but its browser can: all of its processes stop, the network
// goes on without it. What cannot be had is that the clocks differ afterwards. The time is what the test is about.
it('a browser that stood still, as a machine that sleeps, is told apart from a fault of the server', async () => {
  const { origin, ended } = await startHeartbeatServer();
  const tabs = [await openWithSocket('chromium', origin), await openWithSocket('firefox', origin)];
  const signal = (name: NodeJS.Signals) => tabs.forEach((tab) => process.kill(-tab.processGroupId, name));
  signal('SIGSTOP');
  await sleep(LONG_ENOUGH_MS);
  expect(ended()).toBe(2);
  signal('SIGCONT');
  for (const tab of tabs) {
    await waitForCause(tab, 'device-slept');
    const { causes, text } = await readFindings(tab);
    expect(causes).toEqual(['device-slept']);
    expect(text).toMatch(/No timer of the visible page ran for [45]\d/);
  }
});
