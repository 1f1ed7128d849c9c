import path from 'node:path';
import { BUILT_EXTENSIONS } from '../support/browsers/open-inspected-tab';
import { waitUntil } from '../support/browsers/wait-until';
import { openMeasuredTab, type MeasuredTab } from './measured-tab';

/** One way in which a page can be looked at. The first is what the others are measured against. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  /** At most so many times the bare page's cost; absent: for comparison. */
  readonly target?: number;
  open(url: string): Promise<MeasuredTab>;
}

const COMPARISON = path.resolve(import.meta.dirname, 'post-message-extension');

/** The least that anything costs which sees messages: one more listener, and one more call around `send`. */
const FLOOR = `(() => {
  const Native = WebSocket;
  globalThis.WebSocket = new Proxy(Native, {
    construct(target, parameters) {
      const socket = Reflect.construct(target, parameters);
      socket.addEventListener('message', () => {}, { capture: true });
      return socket;
    },
  });
  Native.prototype.send = new Proxy(Native.prototype.send, {
    apply: (target, self, parameters) => Reflect.apply(target, self, parameters),
  });
})()`;

export const variants: readonly Variant[] = [
  { id: 'bare', name: 'no extension', open: (url) => openMeasuredTab(url) },
  {
    id: 'floor',
    name: 'a listener that does nothing',
    async open(url) {
      const tab = await openMeasuredTab(url);
      await tab.evaluate(FLOOR);
      return tab;
    },
  },
  {
    id: 'closed',
    name: 'Hangup, DevTools closed',
    target: 1.02,
    open: (url) => openMeasuredTab(url, BUILT_EXTENSIONS.chromium),
  },
  {
    id: 'recording',
    name: 'Hangup, recording',
    target: 1.1,
    async open(url) {
      const tab = await openMeasuredTab(url, BUILT_EXTENSIONS.chromium);
      await watch(tab);
      return tab;
    },
  },
  {
    id: 'network',
    name: "DevTools' own Network domain",
    async open(url) {
      const tab = await openMeasuredTab(url);
      await tab.session.send('Network.enable');
      return tab;
    },
  },
  {
    id: 'post-message',
    name: 'one window.postMessage per message',
    open: (url) => openMeasuredTab(url, COMPARISON),
  },
];

/**
 * Watches the tab as the panel does, from a page of the extension's own: what the real DevTools around the panel costs
 * is not Hangup's, and would drown it (docs/discoveries/devtools-costs-a-flood.md).
 */
async function watch({ browser, extensionId = '' }: MeasuredTab): Promise<void> {
  const origin = `chrome-extension://${extensionId}`;
  const root = await browser.target().createCDPSession();
  await root.send('Target.createTarget', { url: `${origin}/devtools.html`, background: true });
  const page = await browser.waitForTarget((one) => one.url() === `${origin}/devtools.html`);
  const panel = await page.createCDPSession();
  await waitUntil(
    async () =>
      (await panel.send('Runtime.evaluate', { expression: 'Boolean(globalThis.chrome?.tabs)' })).result
        .value === true,
    { what: "the extension's own page" },
  );
  const { result, exceptionDetails } = await panel.send('Runtime.evaluate', {
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => {
      const tabs = await chrome.tabs.query({});
      const port = (globalThis.port = chrome.runtime.connect({ name: 'hangup:panel' }));
      globalThis.taken = 0;
      port.onMessage.addListener((message) => {
        if (message.kind !== 'payload') return;
        taken += message.records.length;
        port.postMessage({ kind: 'credit', streamId: message.streamId, watchId: message.watchId, mark: message.throughSeq });
      });
      // The tab that is measured is the older one.
      port.postMessage({ kind: 'attach', tabId: Math.min(...tabs.map((tab) => tab.id)), marks: {} });
    })()`,
  });
  if (exceptionDetails !== undefined)
    throw new Error(`${exceptionDetails.text} ${String(result.description)}`);
}
