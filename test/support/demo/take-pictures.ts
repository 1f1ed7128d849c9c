import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { InspectedTab } from '../browsers/inspected-tab';
import { openInspectedTab } from '../browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../fault-lab/fault-lab';
import { chooseLink, waitForCause } from '../panel-page';

/** The pictures of the README: the built extension in the real DevTools of Chromium, in both colours. */
const IMAGES_DIR = path.resolve(import.meta.dirname, '../../../docs/images');
const SIZE = { width: 1280, height: 800 };
/** Fixed, so that the addresses in the pictures are the same each time they are taken. */
const LAB_PORT = 8484;

const REFUSED_ID = '87f5ada82bc849fe854ce03610507e29';
const SOCKET_IO_ID = '3fa1c9e07b524d6c8a90b1f2e3d4c5b6';
/** How long the page waits before each new attempt: it backs off. */
const WAITS_MS = [300, 600, 1_200, 2_400];

/**
 * One page, like an application that opens several links at once: a healthy one and a refused one of the same
 * conversation, a Socket.IO link whose log-in is refused, and one that succeeds after two refusals.
 */
function sceneScript({ wsOrigin }: FaultLab): string {
  return `(async () => {
    const ended = (url) => new Promise((done) => { new WebSocket(url).onclose = done; });
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const origin = ${JSON.stringify(wsOrigin)};

    const healthy = new WebSocket(origin + '/echo?conversation_id=${REFUSED_ID}');
    await new Promise((done) => { healthy.onopen = done; });
    healthy.send(JSON.stringify({ action: 'subscribe', events: ['status', 'output'] }));

    const socketIo = (async () => {
      const client = document.createElement('script');
      client.src = '/client/socket.io.js';
      await new Promise((done) => { client.onload = done; document.head.append(client); });
      const query = { conversation_id: '${SOCKET_IO_ID}', fault: 'refuse' };
      await new Promise((done) => { io({ transports: ['websocket'], query }).on('connect_error', done); });
    })();
    const flaky = (async () => {
      const url = origin + '/flaky?fail=2&status=503&key=' + crypto.randomUUID();
      await ended(url);
      await wait(400);
      await ended(url);
      await wait(800);
      globalThis.kept = new WebSocket(url);
    })();
    for (const ms of [0, ...${JSON.stringify(WAITS_MS)}]) {
      await wait(ms);
      await ended(origin + '/sockets/events/${REFUSED_ID}?session_api_key=bad');
    }
    await Promise.all([socketIo, flaky]);
  })()`;
}

async function playScene(tab: InspectedTab, lab: FaultLab): Promise<void> {
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(sceneScript(lab));
  await chooseLink(tab, '/sockets/events/');
  await waitForCause(tab, 'profile-handshake-status');
  await tab.waitInPanel(`document.body.innerText.includes('${WAITS_MS.length + 1} times')`, 'every attempt');
}

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
