import { afterAll, beforeAll, describe, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests } from '../support/browsers/for-tests';
import {
  chooseLink,
  waitForCause,
  waitForCauseWith,
  waitForFact,
  waitForNoFact,
  waitForTitles,
} from '../support/panel-page';

const lab = await labForTests();

const MESSAGES = `document.querySelector('section[aria-label="Messages"]').innerText`;
const OPTIONS = `document.querySelectorAll('[aria-label="Conversations"] [role="option"]').length`;

describe.each(['chromium', 'firefox'] as const)('in %s, a Socket.IO session', (browser) => {
  let tab: InspectedTab;
  beforeAll(async () => {
    tab = await openInspectedTab(browser);
  });
  afterAll(async () => {
    await tab.close();
  });

  /** Connects the real client on a page of its own and leaves it as `socket`. */
  async function connect(label: string, transports: string, more = ''): Promise<void> {
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`(async () => {
      const { io, Fetch } = await import('/client/socket.io.esm.js');
      globalThis.socket = io({ path: '/socket.io/${label}/', transports: ${transports}, reconnection: false ${more} });
      globalThis.told = [];
      socket.onAny((...event) => told.push(event));
      await new Promise((done) => { socket.on('connect', done); socket.on('connect_error', done); });
    })()`);
  }
  async function echo(words: string): Promise<void> {
    await tab.evaluateInPage(`void socket.emit('echo', ${JSON.stringify(words)})`);
    await tab.waitInPage(
      `told.some(([name, said]) => name === 'echo' && said === ${JSON.stringify(words)})`,
      'the echo',
    );
  }

  it.each([
    ['XMLHttpRequest', 'xhr', `['polling']`],
    ['fetch', 'fetch', `[Fetch]`],
  ])('that polls with %s is one connection with its messages both ways', async (_what, label, transports) => {
    await connect(label, transports);
    await echo('over polls');
    await chooseLink(tab, `/socket.io/${label}/`);
    await tab.waitInPanel(`/event echo[^]*event echo/.test(${MESSAGES})`, 'both directions');
    await waitForFact(tab, 'Transport', 'HTTP polling of Engine.IO');
    await tab.evaluateInPage(`void socket.disconnect()`);
    await waitForCause(tab, 'polling-closed');
    await waitForTitles(tab, ['The page closed the polling session']);
  });

  it('that moves to a WebSocket stays one connection', async () => {
    await connect('moves', `['polling', 'websocket']`);
    await tab.waitInPage(`socket.io.engine.transport.name === 'websocket'`, 'the upgrade');
    await echo('over the WebSocket');
    await chooseLink(tab, '/socket.io/moves/');
    await tab.waitInPanel(
      `/CONNECT[^]*ping \\(probe\\)[^]*upgrade[^]*event echo/.test(${MESSAGES})`,
      'the whole story',
    );
    await tab.waitInPanel(
      `[...document.querySelectorAll('[role="option"]')].filter((option) => option.textContent.includes('/socket.io/moves/')).length === 1`,
      'one link',
    );
    await waitForNoFact(tab, 'Transport');
    await tab.evaluateInPage(`void socket.disconnect()`);
    await waitForFact(tab, 'Closed by', 'The page, with close()');
  });

  it('that is refused over polling is told in the words of the server', async () => {
    await connect('refused', `['polling']`, `, query: { fault: 'refuse' }`);
    await chooseLink(tab, '/socket.io/refused/');
    await waitForCauseWith(tab, 'socket-io-connect-error', { text: 'invalid_session_api_key' });
  });

  it('that the server no longer knows is explained by what it says', async () => {
    await connect('forgotten', `['polling']`);
    // As a load balancer does that sends a request to another server.
    await tab.evaluateInPage(`(async () => {
      const engine = socket.io.engine;
      engine.transport.query.sid = engine.id.slice(0, -4) + 'gone';
      socket.emit('echo', 'to nobody');
      await new Promise((done) => socket.on('disconnect', done));
    })()`);
    await tab.waitInPanel(
      `${OPTIONS} > 0 && document.body.innerText.includes('Session ID unknown')`,
      'what the server said',
    );
  });
});
