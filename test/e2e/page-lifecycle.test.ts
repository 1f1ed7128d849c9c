import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChromiumTab } from '../support/browsers/chromium';
import type { FirefoxTab } from '../support/browsers/firefox';
import { labForTests, tabsForTests } from '../support/browsers/for-tests';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedBrowser } from '../support/browsers/open-inspected-tab';
import { JOURNAL, recordsOf } from '../support/browsers/panel-states';

type Fact = Readonly<Record<string, unknown>> & { readonly type: string };

/** Every lifecycle event that the journal holds, in the order of its document. */
const FACTS = `(async () => ${recordsOf(`JSON.parse(${JOURNAL})`, 'page-lifecycle')})()`;
const has = (type: string, more = 'true') =>
  `(await ${FACTS}).some((fact) => fact.type === '${type}' && ${more})`;
const asyncly = (expression: string) => `(async () => ${expression})()`;

const lab = await labForTests();

async function waitForFact(tab: InspectedTab, type: string, more?: string): Promise<void> {
  await tab.waitInPanel(
    asyncly(has(type, more)),
    `the event ${type}${more === undefined ? '' : ` with ${more}`}`,
  );
}

async function openSocket(tab: InspectedTab): Promise<void> {
  await tab.evaluateInPage(`new Promise((done) => {
    globalThis.socket = new WebSocket('${lab.wsOrigin}/echo');
    socket.onopen = () => done(true);
  })`);
  await tab.waitInPanel(asyncly(`${JOURNAL}.includes('socket-open')`), 'the socket in the journal');
}

/** What both browsers do, each driven in its own way. */
interface Driven {
  readonly setOffline: (isOffline: boolean) => Promise<void>;
  readonly cover: (isCovered: boolean) => Promise<void>;
}

async function drive(tab: ChromiumTab | FirefoxTab): Promise<Driven> {
  if (tab.browser === 'firefox')
    return {
      setOffline: (isOffline) => tab.setOffline(isOffline),
      cover: (isCovered) => tab.cover(isCovered),
    };
  const session = await tab.page.createCDPSession();
  await session.send('Network.enable');
  return {
    async setOffline(offline) {
      const unlimited = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      await session.send('Network.emulateNetworkConditions', { offline, ...unlimited });
    },
    async cover(isCovered) {
      const front = isCovered ? await tab.puppeteerBrowser.newPage() : tab.page;
      await front.bringToFront();
    },
  };
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  const openTab = tabsForTests(() => openInspectedBrowser(browser));

  it('a page without sockets tells nothing of itself', async () => {
    const tab = await openTab();
    const { setOffline } = await drive(tab);
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`history.pushState(null, '', '#quiet')`);
    await setOffline(true);
    await tab.waitInPage('!navigator.onLine', 'the page to be offline');
    await setOffline(false);
    await tab.waitInPage('navigator.onLine', 'the page to be online');
    await openSocket(tab);
    expect(await tab.evaluateInPanel<Fact[]>(FACTS)).toEqual([]);
  });

  it('the network, the sight of the page and its address are told', async () => {
    const tab = await openTab();
    const { setOffline, cover } = await drive(tab);
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await openSocket(tab);
    await setOffline(true);
    await waitForFact(tab, 'network-online', 'fact.isOnline === false');
    await setOffline(false);
    await waitForFact(tab, 'network-online', 'fact.isOnline === true');
    await cover(true);
    await waitForFact(tab, 'page-visibility', `fact.visibility === 'hidden'`);
    await cover(false);
    await waitForFact(tab, 'page-visibility', `fact.visibility === 'visible'`);
    await tab.evaluateInPage(`history.pushState(null, '', '/pages/blank?room=2')`);
    await waitForFact(tab, 'page-navigated', `fact.url.endsWith('/pages/blank?room=2')`);
    const facts = await tab.evaluateInPanel<Fact[]>(FACTS);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  });

  it('a page that scrolls through its address tells the first and the last', async () => {
    const tab = await openTab();
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await openSocket(tab);
    await tab.evaluateInPage(`(() => {
      for (let step = 1; step <= 50; step += 1) history.replaceState(null, '', '#step-' + step);
    })()`);
    await waitForFact(tab, 'page-navigated', `fact.url.endsWith('#step-50')`);
    const facts = await tab.evaluateInPanel<Fact[]>(FACTS);
    const told = facts.filter(({ type }) => type === 'page-navigated');
    expect(told.map(({ url }) => String(url).split('#')[1])).toEqual(['step-1', 'step-50']);
  });

  it('a socket that is born out of sight says so', async () => {
    const tab = await openTab();
    const { cover } = await drive(tab);
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await cover(true);
    await tab.waitInPage('document.hidden', 'the page to be hidden');
    await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/echo')`);
    await waitForFact(tab, 'page-visibility', `fact.visibility === 'hidden'`);
  });

  it('a page that comes back from the cache obeys what was switched meanwhile', async () => {
    const tab = await openTab();
    // Not the lab's pages: what must not be stored is not kept either.
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Kept</title>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    onTestFinished(() => void server.close());
    await tab.goto(`http://127.0.0.1:${port}/`);
    await tab.evaluateInPage(`void (globalThis.isKept = true)`);
    await tab.goto(`http://localhost:${port}/`);
    await tab.evaluateInPanel(
      `chrome.storage.local.set({ settings: { isPaused: false, offSites: ['127.0.0.1:${port}'] } })`,
    );
    await tab.evaluateInPage(`void setTimeout(() => history.back())`);
    await tab.waitInPage(`location.hostname === '127.0.0.1'`, 'the page to come back');
    expect(await tab.evaluateInPage(`globalThis.isKept === true`)).toBe(true);
    await tab.waitInPage(
      `/WebSocket/.test(Function.prototype.toString.call(WebSocket))`,
      'the page to have its own WebSocket back',
    );
  });

  if (browser === 'chromium')
    it('a page that the browser freezes tells it', async () => {
      const tab = await openTab();
      if (tab.browser !== 'chromium') throw new Error('Firefox has no way to freeze a page');
      await tab.goto(`${lab.httpOrigin}/pages/blank`);
      await openSocket(tab);
      const session = await tab.page.createCDPSession();
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      await waitForFact(tab, 'page-resumed');
      const facts = await tab.evaluateInPanel<Fact[]>(FACTS);
      // A busy machine may make a gap between two timers as well.
      expect(facts.map(({ type }) => type).filter((type) => /frozen|resumed/.test(type))).toEqual([
        'page-frozen',
        'page-resumed',
      ]);
    });
});
