import type { InspectedTab } from '../browsers/inspected-tab';
import type { FaultLab } from '../fault-lab/fault-lab';
import { chooseLink, waitForCause } from '../panel-page';

/** Fixed, so that the addresses in the pictures are the same each time they are taken. */
export const LAB_PORT = 8484;

const REFUSED_ID = '87f5ada82bc849fe854ce03610507e29';
const SOCKET_IO_ID = '3fa1c9e07b524d6c8a90b1f2e3d4c5b6';
const RESUMED_ID = 'b1d6f1a05c7e4f0f9d3a7c2e8b4a6d10';
/** How long the page waits before each new attempt: it backs off. */
const WAITS_MS = [300, 600, 1_200, 2_400];

/**
 * The scene of the README's pictures and of the sample.
 * One page, like an application that opens several links at once: a healthy one and a refused one of the same
 * conversation, a Socket.IO link whose log-in is refused, one that succeeds after two refusals, and one that is dropped
 * and comes back from an older position than it had reached.
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
    const resumed = (async () => {
      const link = (after) => new Promise((done) => {
        const query = '?EIO=4&transport=websocket&conversation_id=${RESUMED_ID}&latest_event_id=' + after;
        const socket = new WebSocket(origin + '/sio-history/socket.io/' + query);
        socket.onmessage = ({ data }) => {
          if (data.startsWith('0')) socket.send('40');
          if (data === '2') socket.send('3');
          if (data.startsWith('40') && after > 0) done();
        };
        socket.onclose = done;
      });
      await link(-1);
      await wait(500);
      await link(2);
    })();
    for (const ms of [0, ...${JSON.stringify(WAITS_MS)}]) {
      await wait(ms);
      await ended(origin + '/sockets/events/${REFUSED_ID}?session_api_key=bad');
    }
    await Promise.all([socketIo, flaky, resumed]);
  })()`;
}

export async function playScene(tab: InspectedTab, lab: FaultLab): Promise<void> {
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  // As a script of the page, begun by a timer: else each stack in the recording names who drives the browser, and where.
  const script = `setTimeout(() => ${sceneScript(lab)});\n//# sourceURL=${lab.httpOrigin}/app.js`;
  await tab.evaluateInPage(
    `void document.head.append(Object.assign(document.createElement('script'), { textContent: ${JSON.stringify(script)} }))`,
  );
  await chooseLink(tab, '/sio-history/');
  await tab.waitInPanel(
    `document.body.innerText.includes('from an older position')`,
    'the link that came back',
  );
  await chooseLink(tab, '/sockets/events/');
  await waitForCause(tab, 'profile-handshake-status');
  await tab.waitInPanel(`document.body.innerText.includes('${WAITS_MS.length + 1} times')`, 'every attempt');
}
