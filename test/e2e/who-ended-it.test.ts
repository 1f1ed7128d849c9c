import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests } from '../support/browsers/for-tests';
import { chooseLink, waitForFact } from '../support/panel-page';

const lab = await labForTests();

describe.each(['chromium', 'firefox'] as const)('in %s, the panel says', (browser) => {
  let tab: InspectedTab;
  beforeAll(async () => {
    tab = await openInspectedTab(browser);
  });
  afterAll(async () => {
    await tab.close();
  });
  afterEach(async () => {
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
  });

  /** Opens a socket in the page and runs `then` once it is open; `socket` and `ended` are there to use. */
  async function withSocket(path: string, then = ''): Promise<void> {
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`(async () => {
      const socket = (globalThis.socket = new WebSocket(${JSON.stringify(lab.wsOrigin + path)}));
      const ended = (globalThis.ended = new Promise((done) => { socket.onclose = done; }));
      await Promise.race([ended, new Promise((done) => { socket.onopen = done; })]);
      ${then}
    })()`);
  }

  it('that the page closed it, and for how long it was in each state', async () => {
    await withSocket('/echo/by-page', `socket.close(4000, 'enough'); await ended;`);
    await chooseLink(tab, '/echo/by-page');
    await waitForFact(tab, 'Closed by', 'The page, with close()');
    // The call of close() is told before the close that it leads to.
    await waitForFact(tab, 'Close code', '4000');
    await waitForFact(tab, 'States', /connecting, .* open, .* closing/);
  });

  it('that the server closed it', async () => {
    await withSocket('/close/4321', 'await ended;');
    await chooseLink(tab, '/close/4321');
    await waitForFact(tab, 'Closed by', 'The server');
  });

  it('that the network lost it', async () => {
    await withSocket('/drop/fin?after=100', 'await ended;');
    await chooseLink(tab, '/drop/fin');
    await waitForFact(tab, 'Closed by', 'The network: no Close frame came');
  });

  it('that the browser gave it up over a frame that breaks the protocol', async () => {
    await withSocket('/frame/reserved-bits?after=100', 'await ended;');
    await chooseLink(tab, '/frame/reserved-bits');
    const who =
      browser === 'chromium' ? 'The browser: it failed the connection' : 'The browser or the network';
    await waitForFact(tab, 'Closed by', who);
  });

  it('that the page was reloaded, or left for another', async () => {
    await withSocket('/echo/reloaded');
    await tab.evaluateInPage(`void setTimeout(() => location.reload())`);
    await chooseLink(tab, '/echo/reloaded');
    await waitForFact(tab, 'Closed by', 'The page was reloaded');
    await withSocket('/echo/left');
    await tab.evaluateInPage(`void setTimeout(() => { location.href = '/pages/blank?other'; })`);
    await chooseLink(tab, '/echo/left');
    await tab.waitInPanel(
      `/The page (was left for another|went into the back.forward cache)/.test(document.querySelector('.facts').innerText)`,
      'where the page went',
    );
  });

  it('what was sent, what came, and how silent it was at the end', async () => {
    await withSocket(
      '/echo/traffic',
      `socket.send('12345'); socket.send(new Uint8Array(7));
       let left = 2; await new Promise((done) => { socket.onmessage = () => { left -= 1; if (left === 0) done(); }; });
       socket.close(); await ended;`,
    );
    await chooseLink(tab, '/echo/traffic');
    // The echo of binary comes as a Blob, which takes another way than text.
    for (const name of ['Sent', 'Received'])
      await waitForFact(tab, name, /^2 \(12 B\), the last .+ before the end$/);
  });

  it('which sends went nowhere', async () => {
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`(async () => {
      const socket = new WebSocket(${JSON.stringify(`${lab.wsOrigin}/echo/too-late`)});
      try { socket.send('too early'); } catch {}
      await new Promise((done) => { socket.onopen = done; });
      socket.close();
      socket.send('too late');
      await new Promise((done) => { socket.onclose = done; });
      socket.send('much too late');
    })()`);
    await chooseLink(tab, '/echo/too-late');
    await waitForFact(
      tab,
      'Sent too late',
      '2 times, after the close began: the browser dropped it silently',
    );
    await waitForFact(tab, 'Sent too early', 'Once, while connecting: each call threw');
  });

  it('how much was in the buffer and never left', async () => {
    await withSocket(
      '/drop/unread?after=500',
      `const block = new Uint8Array(8 * 2 ** 20); for (let n = 0; n < 8; n += 1) socket.send(block); await ended;`,
    );
    await chooseLink(tab, '/drop/unread');
    await waitForFact(tab, 'Never sent', /^\d+\.\d MB were still in the buffer at the end$/);
  });
});
