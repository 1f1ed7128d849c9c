import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HangupEvent } from '../../core/capture/event';
import type { InspectedTab } from '../support/browsers/inspected-tab';
import { openRestartable, type Restartable } from '../support/browsers/restartable';
import { exportEvents } from '../support/exported-events';
import { startFaultLab, type FaultLab } from '../support/fault-lab/fault-lab';
import { chooseLink, reloadPanel, waitForCause } from '../support/panel-page';

const DEATHS = 20;

let lab: FaultLab;
let opened: Restartable | undefined;
beforeAll(async () => {
  lab = await startFaultLab();
});
afterAll(async () => {
  await lab.stop();
});
afterEach(async () => {
  await opened?.tab.close();
  opened = undefined;
});

/** A page that talks all the time: a numbered message every 4 ms, and every 60 ms a socket that comes and goes. */
async function startStream(tab: InspectedTab): Promise<void> {
  await tab.goto(`${lab.httpOrigin}/pages/blank`);
  await tab.evaluateInPage(`void (() => {
    globalThis.sent = 0;
    globalThis.gone = 0;
    globalThis.made = 0;
    const stream = new WebSocket('${lab.wsOrigin}/sink');
    stream.onopen = () => {
      const messages = setInterval(() => stream.send('message ' + (sent += 1)), 4);
      const sockets = setInterval(() => {
        made += 1;
        new WebSocket('${lab.wsOrigin}/close/4001').onclose = () => { gone += 1; };
      }, 60);
      globalThis.stopStream = () => { clearInterval(messages); clearInterval(sockets); };
    };
  })()`);
  await tab.waitInPage('globalThis.sent > 10', 'the stream to begin');
}

interface Totals {
  readonly sent: number;
  readonly made: number;
}

/** The panel shows a message that is newer than this. */
async function waitForMessage(tab: InspectedTab, after: number): Promise<void> {
  await tab.waitInPanel(
    `Math.max(...[...document.body.innerText.matchAll(/message (\\d+)/g)].map((found) => Number(found[1]))) > ${after}`,
    `a message after ${after}`,
  );
}

/**
 * Ends the stream, and waits until the panel has its end: the page's last message, and the close of a last socket that
 * it makes when all others are closed. What came before them and is not there then is lost, and not on its way.
 */
async function stopStream(tab: InspectedTab): Promise<Totals> {
  await tab.evaluateInPage('void stopStream()');
  await tab.waitInPage('gone === made', 'all sockets to be closed');
  await tab.evaluateInPage(`void (() => {
    made += 1;
    new WebSocket('${lab.wsOrigin}/close/4999').onclose = () => { gone += 1; };
  })()`);
  await tab.waitInPage('gone === made', 'the last socket to be closed');
  const totals = await tab.evaluateInPage<Totals>('({ sent, made })');
  await chooseLink(tab, '/close/4999');
  await waitForCause(tab, 'application-close-code');
  await chooseLink(tab, '/sink');
  await waitForMessage(tab, totals.sent - 1);
  return totals;
}

const fromPage = (events: readonly HangupEvent[]) =>
  events.filter(({ source, type }) => source === 'page-hook' && type !== 'payload-read');

/**
 * A document's stream counts control and payload together, so it is whole when its numbers are: each one there, none
 * twice, in order.
 */
function expectWhole(events: readonly HangupEvent[], { sent, made }: Totals): void {
  // Most of it is the document's; the blank page before it may have said a word.
  const streams = [...new Set(events.map(({ streamId }) => streamId))].map((id) =>
    fromPage(events).filter(({ streamId }) => streamId === id),
  );
  const [stream = []] = streams.toSorted((a, b) => b.length - a.length);
  const numbers = stream.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const messages = stream.filter((event) => event.type === 'message');
  expect(messages.map(({ text }) => text)).toEqual(
    Array.from({ length: sent }, (_, index) => `message ${index + 1}`),
  );
  expect(stream.filter(({ type }) => type === 'socket-close')).toHaveLength(made);
  expect(stream.filter(({ type }) => type === 'events-dropped')).toEqual([]);
}

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it(`${DEATHS} deaths of the background in a stream lose nothing, double nothing, and keep the order`, async () => {
    opened = await openRestartable(browser);
    const { tab, stopBackground } = opened;
    await startStream(tab);
    await chooseLink(tab, '/sink');
    for (let death = 1; death <= DEATHS; death += 1) {
      const before = await tab.evaluateInPage<number>('sent');
      await stopBackground();
      await waitForMessage(tab, before);
    }
    const totals = await stopStream(tab);
    expectWhole(await exportEvents(tab), totals);
  }, 180_000);

  it('a panel that opens late has all of a stream in which the background died', async () => {
    opened = await openRestartable(browser, { openPanelFirst: false });
    const { tab, stopBackground } = opened;
    await startStream(tab);
    for (let death = 0; death < 5; death += 1) {
      const before = await tab.evaluateInPage<number>('gone');
      await stopBackground();
      await tab.waitInPage(`gone > ${before + 3}`, 'more sockets to come and go');
    }
    await tab.openPanel();
    const totals = await stopStream(tab);
    expectWhole(await exportEvents(tab), totals);
  }, 120_000);

  it('a panel that is closed and opened again has all, once', async () => {
    opened = await openRestartable(browser);
    const { tab } = opened;
    await startStream(tab);
    await reloadPanel(tab);
    const totals = await stopStream(tab);
    expectWhole(await exportEvents(tab), totals);
  }, 120_000);
});
