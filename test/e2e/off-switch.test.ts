import { describe, expect, it } from 'vitest';
import { openPlainChromium } from '../support/browsers/chromium';
import { openPlainFirefox } from '../support/browsers/firefox';
import type { InspectedTab, PlainTab } from '../support/browsers/inspected-tab';
import { labForTests, tabsForTests } from '../support/browsers/for-tests';
import { openInspectedBrowser } from '../support/browsers/open-inspected-tab';
import { JOURNAL } from '../support/browsers/panel-states';
import { toRestartable } from '../support/browsers/restartable';
import { click, pressButton } from '../support/panel-page';
import { readProbe } from './transparency/read-probe';

type Observations = Readonly<Record<string, unknown>>;

const PROBE = readProbe('socket');

/** What even a good Proxy cannot hide: only what was really put back looks like this. */
const IDENTITY = `(() => {
  const text = (value) => Function.prototype.toString.call(value);
  const { send, close, constructor } = WebSocket.prototype;
  return [text(WebSocket), text(send), text(close), constructor === WebSocket, String(WebSocket),
    JSON.stringify(Object.getOwnPropertyDescriptors(WebSocket.prototype)),
    JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'WebSocket'))];
})()`;
const IS_HOOKED = `!/WebSocket/.test(Function.prototype.toString.call(WebSocket))`;
const TOLD = `(${JOURNAL}).replaceAll('\\\\"', '"')`;
const LIST = `(document.querySelector('[aria-label="Conversations"]')?.innerText ?? '')`;
/** A button: findings may say the same in words. */
const ADVICE = `[...document.querySelectorAll('button')].some((button) => button.innerText === 'Reload the page')`;
const BAR = `(document.querySelector('[aria-label="Recording is off"]')?.innerText ?? '')`;

const lab = await labForTests();

/** The lab by its other name: another site to the browser and to Hangup. */
const otherSite = () => lab.httpOrigin.replace('127.0.0.1', 'localhost');

async function gotoBlank(tab: PlainTab, origin = lab.httpOrigin): Promise<void> {
  await tab.goto(`${origin}/pages/blank`);
}

/** Opens a socket and waits until its page has seen the end of it. */
async function closeSocket(tab: PlainTab, path: string): Promise<void> {
  await tab.evaluateInPage(
    `new Promise((done) => { new WebSocket('${lab.wsOrigin}${path}').onclose = () => done(true); })`,
  );
}

async function switchOffHere(tab: InspectedTab): Promise<void> {
  await pressButton(tab, 'Recording');
  await click(tab, `document.querySelector('[role="dialog"] input[name="site"]')`, 'the switch of this site');
  await tab.waitInPanel(`${BAR}.includes('off')`, 'the bar that says so');
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  const openTab = tabsForTests(() => openInspectedBrowser(browser));

  it('a page on a site that is switched off is as if Hangup were not installed', async () => {
    const plainTab = await (browser === 'chromium' ? openPlainChromium() : openPlainFirefox());
    let plain: Observations;
    let plainIdentity: unknown;
    const observe = `(globalThis.lab = ${JSON.stringify(lab.wsOrigin)}, ${PROBE})`;
    try {
      await gotoBlank(plainTab);
      plainIdentity = await plainTab.evaluateInPage(IDENTITY);
      plain = await plainTab.evaluateInPage<Observations>(observe);
    } finally {
      await plainTab.close();
    }
    const tab = await openTab();
    await gotoBlank(tab);
    expect(await tab.evaluateInPage(IDENTITY)).not.toEqual(plainIdentity);
    await switchOffHere(tab);
    await tab.waitInPage(`!(${IS_HOOKED})`, 'the page to have its own WebSocket back');
    expect(await tab.evaluateInPage(IDENTITY)).toEqual(plainIdentity);
    await gotoBlank(tab);
    await tab.waitInPage(`!(${IS_HOOKED})`, 'the next page to have its own WebSocket back');
    expect(await tab.evaluateInPage(IDENTITY)).toEqual(plainIdentity);
    // Nothing is left of the errors' different words either: this is the browser's own.
    expect(await tab.evaluateInPage(observe)).toEqual(plain);
  });

  it('a site stays off over reloads and deaths of the background; other sites are recorded', async () => {
    const { tab, stopBackground } = toRestartable(await openTab());
    await gotoBlank(tab);
    await switchOffHere(tab);
    await stopBackground();
    await gotoBlank(tab);
    await closeSocket(tab, '/close/4001/not-seen');
    await gotoBlank(tab, otherSite());
    await closeSocket(tab, '/close/4002/seen');
    await tab.waitInPanel(`${LIST}.includes('/close/4002/seen')`, 'the socket of the other site');
    await tab.waitInPanel(`${TOLD}.includes('/close/4002/seen')`, 'the journal to have it');
    expect(await tab.evaluateInPanel<string>(TOLD)).not.toContain('not-seen');
    expect(await tab.panelText()).not.toContain('not-seen');
    await tab.waitInPanel(`${BAR} === ''`, 'no bar: this site is recorded');
  });

  it('frames of another origin follow the site of their tab', async () => {
    const tab = await openTab();
    await gotoBlank(tab);
    await switchOffHere(tab);
    await gotoBlank(tab);
    const frames = (kind: string, foreignOrigin: string) => `(async () => {
      const ended = (f) => new Promise((done) => addEventListener('message', (e) => { if (e.source === f.contentWindow) done(); }));
      const script = '<script>new WebSocket("${lab.wsOrigin}/close/4003/${kind}").onclose = () => parent.postMessage(1, "*")</scr' + 'ipt>';
      const sandboxed = document.createElement('iframe');
      sandboxed.sandbox = 'allow-scripts';
      sandboxed.srcdoc = script;
      const foreign = document.createElement('iframe');
      foreign.src = '${foreignOrigin}/pages/native?' + new URLSearchParams({ url: '${lab.wsOrigin}/close/4004/${kind}', reconnectMs: '0' });
      document.body.append(sandboxed, foreign);
      await ended(sandboxed);
      return true;
    })()`;
    await tab.evaluateInPage(frames('in-off-tab', otherSite()));
    await gotoBlank(tab, otherSite());
    await tab.evaluateInPage(frames('in-on-tab', lab.httpOrigin));
    for (const code of [4003, 4004])
      await tab.waitInPanel(`${LIST}.includes('/close/${code}/in-on-tab')`, `the frame with ${code}`);
    expect(await tab.evaluateInPanel<string>(TOLD)).not.toContain('in-off-tab');
  });

  it('a pause ends what is sent at once, and resuming tells what was missed', async () => {
    const tab = await openTab();
    await gotoBlank(tab);
    const talk = (word: string) => `(async () => {
      const socket = (globalThis.socket ??= new WebSocket('${lab.wsOrigin}/echo/chatty'));
      if (socket.readyState === 0) await new Promise((done) => { socket.onopen = done; });
      const echoed = new Promise((done) => { socket.onmessage = (e) => e.data === '${word}' && done(); });
      socket.send('${word}');
      await echoed;
      return true;
    })()`;
    await tab.evaluateInPage(talk('before-the-pause'));
    await tab.waitInPanel(`document.body.innerText.includes('before-the-pause')`, 'what was said before');
    await pressButton(tab, 'Recording');
    await click(tab, `document.querySelector('[role="dialog"] input[name="pause"]')`, 'the pause');
    await tab.waitInPanel(`${BAR}.includes('paused')`, 'the bar that says so');
    await tab.waitInPage(`!(${IS_HOOKED})`, 'the page to have its own WebSocket back');
    await tab.evaluateInPage(talk('during-the-pause'));
    await closeSocket(tab, '/close/4005/during-the-pause');
    // The capture stays, and the bar with it.
    expect(await tab.evaluateInPanel<string>(LIST)).toContain('/echo/chatty');
    await click(tab, `document.querySelector('[aria-label="Recording is off"] button')`, 'the way back');
    await tab.waitInPage(IS_HOOKED, 'the page to be hooked again');
    await tab.waitInPanel(ADVICE, 'the advice to reload');
    await closeSocket(tab, '/close/4006/after-the-pause');
    await tab.waitInPanel(`${LIST}.includes('/close/4006/after-the-pause')`, 'the socket after the pause');
    for (const word of [
      'after-the-pause',
      '"isOn":false,"reason":"paused"',
      '"isOn":true,"reason":"resumed"',
    ])
      await tab.waitInPanel(`${TOLD}.includes(${JSON.stringify(word)})`, `${word} in the journal`);
    expect(await tab.evaluateInPanel<string>(TOLD)).not.toContain('during-the-pause');
    expect(await tab.panelText()).not.toContain('during-the-pause');
    await pressButton(tab, 'Reload the page');
    await tab.waitInPanel(`!(${ADVICE})`, 'the advice to go');
  });
});
