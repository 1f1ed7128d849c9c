import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openChromium } from '../support/browsers/chromium';
import { openChromiumPanel } from '../support/browsers/chromium-panel';
import { BUILT_EXTENSIONS } from '../support/browsers/open-inspected-tab';
import { openRestartable } from '../support/browsers/restartable';
import { waitUntil } from '../support/browsers/wait-until';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink, waitForCause } from '../support/panel-page';

const lab = await labForTests();

const LIST = `document.querySelector('[aria-label="Conversations"]').innerText`;
/** Extension pages can read the journal's storage. */
const JOURNAL = `JSON.stringify(await chrome.storage.session.get(null))`;
/** A function of the browser's own prints its name, a Proxy over one does not. */
const IS_NATIVE = `[WebSocket, WebSocket.prototype.send, WebSocket.prototype.close, fetch, XMLHttpRequest.prototype.open]
  .every((one) => Function.prototype.toString.call(one).includes(one.name))`;

/** Pages that the back/forward cache takes: the lab's are not stored, and what is not stored is not kept either. */
async function startPlainServer(): Promise<number> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Kept</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('a page that comes back from the back/forward cache is heard again', async () => {
    const { tab } = untilTestEnds(await openRestartable(browser));
    const port = await startPlainServer();
    await tab.goto(`http://127.0.0.1:${port}/`);
    // A page with an open socket is not kept: it has to be closed in the page before the page is left.
    await tab.evaluateInPage(`new Promise((done) => {
      globalThis.isKept = true;
      new WebSocket('${lab.wsOrigin}/close/4001/before').onclose = () => done();
    })`);
    await tab.waitInPanel(`${LIST}.includes('/before')`, 'the socket of before');
    for (let round = 1; round <= 3; round += 1) {
      await tab.goto(`http://localhost:${port}/`);
      await tab.evaluateInPage(`void setTimeout(() => history.back())`);
      await tab.waitInPage(`location.hostname === '127.0.0.1'`, 'the page to come back');
      expect(await tab.evaluateInPage(`globalThis.isKept === true`)).toBe(true);
      await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/close/400${round}/back-${round}')`);
      await chooseLink(tab, `/back-${round}`);
      await waitForCause(tab, 'application-close-code');
    }
  });

  it('of an extension that is loaded anew, the old half goes quiet and the new one leaves open pages alone', async () => {
    const { tab, reloadExtension } = untilTestEnds(await openRestartable(browser));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`void (() => {
      globalThis.problems = [];
      addEventListener('error', ({ message }) => problems.push(message));
      addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
      for (const level of ['error', 'warn']) {
        const native = console[level];
        console[level] = (...words) => { problems.push(words.join(' ')); native.apply(console, words); };
      }
      globalThis.heard = [];
      addEventListener('hangup:port', () => heard.push('the port'));
      addEventListener('message', ({ data }) => heard.push(data));
      globalThis.echoed = [];
      globalThis.socket = new WebSocket('${lab.wsOrigin}/echo/survivor');
      socket.onmessage = ({ data }) => echoed.push(data);
    })()`);
    await tab.waitInPage('socket.readyState === 1', 'the socket to open');
    expect(await tab.evaluateInPage(IS_NATIVE)).toBe(false);
    await tab.waitInPanel(`${LIST}.includes('/echo/survivor')`, 'the socket in the panel');

    await reloadExtension();
    // Firefox 153 throws the old content script away before it learns anything: docs/discoveries.
    if (browser === 'chromium') await tab.waitInPage(IS_NATIVE, 'the page to have its own functions back');
    await tab.evaluateInPage(`void ['a', 'b', 'c'].forEach((text) => socket.send(text))`);
    await tab.waitInPage('echoed.length === 3', 'the echo of a socket from before');
    await tab.evaluateInPage(
      `void ((globalThis.closing = 0), socket.close(), (socket.onclose = () => { closing = 1; }))`,
    );
    await tab.waitInPage('closing === 1', 'its close');
    expect(await tab.evaluateInPage('({ problems, heard })')).toEqual({ problems: [], heard: [] });

    await waitUntil(
      async () => {
        await tab.goto(`${lab.httpOrigin}/pages/blank`);
        return !(await tab.evaluateInPage<boolean>(IS_NATIVE));
      },
      { what: 'a new document to be watched by the new one' },
    );
  });

  it("another tab's sockets stay out of the panel", async () => {
    const { tab } = untilTestEnds(await openRestartable(browser));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    const url = `${lab.wsOrigin}/close/4002/of-the-other`;
    const other = `${lab.httpOrigin}/pages/native?${new URLSearchParams({ url, reconnectMs: '0' })}`;
    await tab.evaluateInPage(`void window.open('${other}')`);
    await tab.waitInPanel(`${JOURNAL}.includes('of-the-other')`, 'the other tab to have been heard');
    await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/close/4001/of-this')`);
    await chooseLink(tab, '/of-this');
    await waitForCause(tab, 'application-close-code');
    expect(await tab.evaluateInPanel(LIST)).not.toContain('of-the-other');
  });
});

it('in chromium, two panels on two tabs show each its own', async () => {
  const tab = untilTestEnds(await openChromium({ extensionDir: BUILT_EXTENSIONS.chromium }));
  const second = await tab.puppeteerBrowser.newPage();
  await second.goto(`${lab.httpOrigin}/pages/blank`);
  const secondPanel = await openChromiumPanel(second, tab.extensionId);
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  const listOfSecond = async () => String(await secondPanel.frame().evaluate(LIST));
  for (let round = 1; round <= 5; round += 1) {
    await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/close/4001/first-${round}')`);
    await second.evaluate(`void new WebSocket('${lab.wsOrigin}/close/4002/second-${round}')`);
    await tab.stopServiceWorker();
    await tab.waitInPanel(`${LIST}.includes('/first-${round}')`, 'the first panel to show its socket');
    await waitUntil(async () => (await listOfSecond()).includes(`/second-${round}`), {
      what: 'the second panel to show its socket',
    });
  }
  expect(await tab.evaluateInPanel(LIST)).not.toContain('second');
  expect(await listOfSecond()).not.toContain('first');
});
