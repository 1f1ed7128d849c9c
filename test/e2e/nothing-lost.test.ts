import { describe, expect, it } from 'vitest';
import type { HangupEvent } from '../../core/capture/event';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { openRestartable } from '../support/browsers/restartable';
import { exportEvents } from '../support/exported-events';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import {
  countGaps,
  longestStream,
  startStream,
  stopStream,
  waitForMessage,
  type StreamTotals,
} from '../support/page-stream';
import { chooseLink, reloadPanel } from '../support/panel-page';

const DEATHS = 20;

const lab = await labForTests();

/**
 * A document's stream counts control and payload together, so it is whole when its numbers are: each one there, none
 * twice, in order.
 */
function expectWhole(events: readonly HangupEvent[], { sent, made }: StreamTotals): void {
  // Most of it is the document's; the blank page before it may have said a word.
  const stream = longestStream(events);
  expect(countGaps(stream)).toEqual({ lost: 0, doubled: 0 });
  const messages = stream.filter((event) => event.type === 'message');
  expect(messages.map(({ text }) => text)).toEqual(
    Array.from({ length: sent }, (_, index) => `message ${index + 1}`),
  );
  expect(stream.filter(({ type }) => type === 'socket-close')).toHaveLength(made);
  expect(stream.filter(({ type }) => type === 'events-dropped')).toEqual([]);
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it(`${DEATHS} deaths of the background in a stream lose nothing, double nothing, and keep the order`, async () => {
    const { tab, stopBackground } = untilTestEnds(await openRestartable(browser));
    await startStream(tab, lab);
    await chooseLink(tab, '/sink');
    for (let death = 1; death <= DEATHS; death += 1) {
      const before = await tab.evaluateInPage<number>('sent');
      await stopBackground();
      await waitForMessage(tab, before);
    }
    const totals = await stopStream(tab, lab);
    expectWhole(await exportEvents(tab), totals);
  });

  it('a panel that opens late has all of a stream in which the background died', async () => {
    const { tab, stopBackground } = untilTestEnds(await openRestartable(browser, { openPanelFirst: false }));
    await startStream(tab, lab);
    for (let death = 0; death < 5; death += 1) {
      const before = await tab.evaluateInPage<number>('gone');
      await stopBackground();
      await tab.waitInPage(`gone > ${before + 3}`, 'more sockets to come and go');
    }
    await tab.openPanel();
    const totals = await stopStream(tab, lab);
    expectWhole(await exportEvents(tab), totals);
  });

  it('a panel that is closed and opened again has all, once', async () => {
    const { tab } = untilTestEnds(await openRestartable(browser));
    await startStream(tab, lab);
    await reloadPanel(tab);
    const totals = await stopStream(tab, lab);
    expectWhole(await exportEvents(tab), totals);
  });

  it('ports that the browser cuts because nothing was said lose nothing, and alarm nobody', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(`void (() => {
      globalThis.sent = 0;
      globalThis.quiet = new WebSocket('${lab.wsOrigin}/sink');
      globalThis.say = () => quiet.send('message ' + (sent += 1));
      quiet.onopen = () => { for (let n = 0; n < 6; n += 1) say(); };
    })()`);
    await chooseLink(tab, '/sink');
    await waitForMessage(tab, 5);
    // A port like the others, on which nothing is said from now on either: its end is theirs.
    await tab.evaluateInPanel(`void (() => {
      globalThis.isCut = false;
      globalThis.alarms = [];
      chrome.runtime.connect({ name: 'hangup:probe' }).onDisconnect.addListener(() => { globalThis.isCut = true; });
      new MutationObserver(() => {
        if (/Not connected|restarted Hangup/.test(document.body.innerText)) alarms.push(document.body.innerText);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    })()`);
    await tab.waitInPanel('isCut', 'the browser to cut a port for its silence', 120_000);
    await tab.evaluateInPage('void say()');
    await waitForMessage(tab, 6);
    await tab.evaluateInPage('void quiet.close(4321)');
    await tab.waitInPanel(`document.body.innerText.includes('4321')`, 'the close');
    const stream = longestStream(await exportEvents(tab));
    expect(countGaps(stream)).toEqual({ lost: 0, doubled: 0 });
    expect(stream.filter(({ type }) => type === 'message').length).toBe(7);
    expect(await tab.evaluateInPanel('alarms')).toEqual([]);
  });
});
