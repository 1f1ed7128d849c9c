import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserName } from '../../../scripts/find-browser.mjs';
import type { HangupEvent } from '../../../core/capture/event';
import { openRestartable } from '../../support/browsers/restartable';
import { exportEvents } from '../../support/exported-events';
import type { FaultLab } from '../../support/fault-lab/fault-lab';
import { countGaps, longestStream, startStream, stopStream, waitForMessage } from '../../support/page-stream';
import { chooseLink, reloadPanel, waitForCause } from '../../support/panel-page';

/** What one kind of restart did to what was recorded. */
export interface RestartCounts {
  readonly what: string;
  readonly times: number;
  /** Events that the panel should have. */
  readonly events: number;
  readonly lost: number;
  readonly doubled: number;
}

/** The background dies so often while a page talks, and the panel is loaded anew so often. */
export async function restartUnderStream(
  browser: BrowserName,
  lab: FaultLab,
  what: 'the background dies' | 'the panel is loaded anew',
  times: number,
): Promise<RestartCounts> {
  const { tab, stopBackground } = await openRestartable(browser);
  try {
    await startStream(tab, lab);
    await chooseLink(tab, '/sink');
    for (let time = 0; time < times; time += 1) {
      const before = await tab.evaluateInPage<number>('sent');
      if (what === 'the background dies') await stopBackground();
      else {
        await reloadPanel(tab);
        await chooseLink(tab, '/sink');
      }
      await waitForMessage(tab, before);
    }
    const { sent } = await stopStream(tab, lab);
    const stream = longestStream(await exportEvents(tab));
    const messages = stream.filter(({ type }) => type === 'message').length;
    const { lost, doubled } = countGaps(stream);
    return { what, times, events: stream.length, lost: Math.max(lost, sent - messages), doubled };
  } finally {
    await tab.close();
  }
}

/** Sockets that a page makes in one document, before it is left. */
const SOCKETS = 5;

/**
 * A page is left and another loaded, or the same comes back from the back/forward cache, so often: of the sockets of
 * each document, every beginning and every end is in the panel, once.
 */
export async function leaveUnderStream(
  browser: BrowserName,
  lab: FaultLab,
  what: 'the page is left' | 'the page comes back from the cache',
  times: number,
): Promise<RestartCounts> {
  // The lab's pages are not stored, and what is not stored the cache does not keep.
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Kept</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { tab } = await openRestartable(browser);
  try {
    await tab.goto(`http://127.0.0.1:${port}/`);
    for (let time = 0; time < times; time += 1) {
      await tab.evaluateInPage(`void (() => {
        globalThis.gone = 0;
        for (let n = 0; n < ${SOCKETS}; n += 1)
          new WebSocket('${lab.wsOrigin}/close/4001/round-${time}').onclose = () => { gone += 1; };
      })()`);
      await tab.waitInPage(`gone === ${SOCKETS}`, 'the sockets to be closed');
      if (what === 'the page is left') {
        await tab.goto(`http://127.0.0.1:${port}/?${time}`);
        continue;
      }
      await tab.evaluateInPage(`void (globalThis.isKept = ${time})`);
      await tab.goto(`http://localhost:${port}/`);
      await tab.evaluateInPage('void setTimeout(() => history.back())');
      await tab.waitInPage(`location.hostname === '127.0.0.1'`, 'the page to come back');
      if (!(await tab.evaluateInPage<boolean>(`globalThis.isKept === ${time}`)))
        throw new Error(`The cache did not keep the page at time ${time}.`);
    }
    await tab.evaluateInPage(`void new WebSocket('${lab.wsOrigin}/close/4999')`);
    await chooseLink(tab, '/close/4999');
    await waitForCause(tab, 'application-close-code');
    return { what, times, ...countEnds(await exportEvents(tab), times) };
  } finally {
    await tab.close();
    server.close();
  }
}

/** Of the sockets of each round: events that tell a beginning or an end. */
function countEnds(events: readonly HangupEvent[], rounds: number) {
  const sockets = events.flatMap((event) =>
    event.type === 'socket-constructed' && event.url.includes('/round-') ? [event] : [],
  );
  const keyOf = (event: { streamId: string; socketId: number }) => `${event.streamId} ${event.socketId}`;
  const keys = new Set(sockets.map(keyOf));
  const ends = events.flatMap((event) =>
    event.type === 'socket-close' && keys.has(keyOf(event)) ? [keyOf(event)] : [],
  );
  const expected = rounds * SOCKETS;
  return {
    events: sockets.length + ends.length,
    lost: expected - keys.size + (expected - new Set(ends).size),
    doubled: sockets.length - keys.size + (ends.length - new Set(ends).size),
  };
}
