import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { chooseLink } from '../support/panel-page';

const PATH = '/status/503';
const GONE = '87f5ada82bc849fe854ce03610507e29';
const AGAIN = 'b1d6f1a05c7e4f0f9d3a7c2e8b4a6d10';
const CURRENT = `document.querySelector('.timeline .attempt[tabindex="0"]')`;
const START = `document.querySelector('[role="slider"][aria-label^="Start"]')`;
const END = `document.querySelector('[role="slider"][aria-label^="End"]')`;
const FOLLOWS = `document.querySelector('.follow input').checked`;
const IS_WHOLE = `[...document.querySelectorAll('.timeline-controls button')].find((one) => one.innerText === 'All').disabled`;

/** A key press on an element, as far as the panel can tell. */
async function press(tab: InspectedTab, element: string, key: string, shiftKey = false): Promise<void> {
  await tab.waitInPanel(
    `(() => {
      const element = ${element};
      if (!element) return false;
      element.focus();
      element.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(key)}, shiftKey: ${shiftKey}, bubbles: true, cancelable: true }));
      return true;
    })()`,
    `${element}, to press ${key} on it`,
  );
}

describe.each(['chromium', 'firefox'] as const)('the timeline in %s', (browser) => {
  let lab: FaultLab;
  let tab: InspectedTab;
  beforeAll(async () => {
    lab = await startFaultLab();
    tab = await openInspectedTab(browser);
    const query = new URLSearchParams({ url: `${lab.wsOrigin}${PATH}`, reconnectMs: '2000' });
    await tab.goto(`${lab.httpOrigin}/pages/native?${query}`);
    await chooseLink(tab, PATH);
  });
  afterAll(async () => {
    await tab.close();
    await lab.stop();
  });

  it('predicts the next attempt, and it comes within the window', async () => {
    // A busy machine may hold one timer up: the list goes on predicting, and is right sooner or later.
    await tab.waitInPanel(
      `(() => {
        const toMs = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
        const predictions = (globalThis.predictions ??= new Map());
        const text = document.querySelector('.next-attempt .only-read')?.textContent ?? '';
        const clocks = [...text.matchAll(/\\d\\d:\\d\\d:\\d\\d\\.\\d{3}/g)].map(([clock]) => toMs(clock));
        if (text.startsWith('Next attempt expected') && clocks.length === 2) predictions.set(text, clocks);
        const starts = [...document.querySelectorAll('.timeline [aria-label^="Attempt "]')]
          .map((one) => toMs(one.getAttribute('aria-label').match(/\\d\\d:\\d\\d:\\d\\d\\.\\d{3}/)[0]));
        return [...predictions.values()].some(([from, to]) => starts.some((start) => start >= from && start <= to));
      })()`,
      'an attempt within the window that was predicted for it',
      120_000,
    );
    // While an attempt is under way there is nothing to count down to. Nobody is told every second.
    await tab.waitInPanel(
      `(() => {
        const countdown = document.querySelector('.next-attempt [aria-hidden="true"]');
        return countdown !== null && countdown.closest('[aria-live], [role="status"]') === null;
      })()`,
      'a countdown outside of any live region',
    );
  });

  it('has the expected windows behind the waits, and in the chart', async () => {
    await tab.waitInPanel(`document.querySelectorAll('.wait-window').length > 1`, 'windows behind the waits');
    await tab.waitInPanel(
      `/fixed delay of 2/.test(document.querySelector('.waits-chart svg')?.getAttribute('aria-label') ?? '')`,
      'the chart to name the client',
    );
  });

  it('zooms, pans and shows all again by keys', async () => {
    await press(tab, CURRENT, '+');
    await tab.waitInPanel(`!${IS_WHOLE}`, 'a closer look');
    const start = `Number(${START}.getAttribute('aria-valuenow'))`;
    const length = `(Number(${END}.getAttribute('aria-valuenow')) - ${start})`;
    const longer = await tab.evaluateInPanel<number>(length);
    await press(tab, CURRENT, '+');
    await tab.waitInPanel(`${length} < ${longer}`, 'a still closer look');
    const before = await tab.evaluateInPanel<number>(start);
    await press(tab, CURRENT, 'ArrowLeft', true);
    await tab.waitInPanel(
      `${start} < ${before} || ${before} <= Number(${START}.getAttribute('aria-valuemin'))`,
      'an earlier time',
    );
    await press(tab, CURRENT, '0');
    await tab.waitInPanel(IS_WHOLE, 'all of the time');
  });

  it('is brushed by keys: the frame has two sliders', async () => {
    await press(tab, START, 'PageUp');
    await tab.waitInPanel(`!${IS_WHOLE} && !${FOLLOWS}`, 'a stretch of the time, and no following');
    expect(await tab.evaluateInPanel(`${START}.getAttribute('aria-valuetext')`)).toMatch(/^\d\d:\d\d:\d\d/);
  });

  it('follows what happens now once it is told to', async () => {
    await press(tab, CURRENT, 'f');
    await tab.waitInPanel(FOLLOWS, 'following');
    const end = `Number(${END}.getAttribute('aria-valuenow'))`;
    const before = await tab.evaluateInPanel<number>(end);
    await tab.waitInPanel(`${end} > ${before}`, 'the right edge to move on');
    await press(tab, CURRENT, '0');
  });

  it('leads from attempt to attempt by arrow keys', async () => {
    await tab.waitInPanel(`document.querySelectorAll('.timeline .attempt').length > 2`, 'three attempts');
    await press(tab, CURRENT, 'Home');
    const focused = `(document.activeElement?.getAttribute('aria-label') ?? '')`;
    await tab.waitInPanel(`/^Attempts? 1 /.test(${focused})`, 'the focus on the first attempt');
    await press(tab, 'document.activeElement', 'ArrowRight');
    await tab.waitInPanel(`/^Attempts? 2 /.test(${focused})`, 'the focus on the second');
  });

  it('marks where events are gone, and where they come a second time', async () => {
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    // What is sent comes back: a server that has lost two of three events, and a client that asks from too far back.
    await tab.evaluateInPage(`void (() => {
      const attempt = (path, packets, stays) => new Promise((done) => {
        const socket = new WebSocket('${lab.wsOrigin}/echo' + path);
        let heard = 0;
        socket.onopen = () => packets.forEach((packet) => socket.send(packet));
        socket.onmessage = () => { if ((heard += 1) === packets.length && !stays) socket.close(); };
        socket.onclose = done;
        // Once a replay must be through, something else comes.
        if (stays) setTimeout(() => socket.send('{"kind":"ConversationStateUpdateEvent"}'), 3_200);
      });
      const stored = (id) => JSON.stringify({ kind: 'MessageEvent', id, timestamp: '2026-01-01T00:00:00' });
      const counted = (id) => '42' + JSON.stringify(['oh_event', { id, source: 'agent', action: 'run' }]);
      const opening = ['0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000}', '40{"sid":"c"}'];
      const since = '/socket.io/?EIO=4&transport=websocket&conversation_id=${AGAIN}&latest_event_id=';
      const all = '/sockets/events/${GONE}?resend_mode=all';
      (async () => {
        await attempt(since + '-1', [...opening, ...[0, 1, 2].map(counted)]);
        await attempt(since + '0', [...opening, ...[1, 2, 3].map(counted)]);
        await attempt(all, ['a', 'b', 'c'].map(stored));
        await attempt(all, [stored('a')], true);
      })();
    })()`);
    for (const [conversation, says] of [
      [AGAIN, 'and had had 2 already'],
      [GONE, 'Of 3 events from before, 2 did not come again'],
    ] as const) {
      await chooseLink(tab, conversation);
      await tab.waitInPanel(
        `document.querySelector('.timeline .sign-break') !== null && document.body.innerText.includes(${JSON.stringify(says)})`,
        `the mark, and the evidence "${says}"`,
      );
    }
  });
});
