import type { HangupEvent } from '../../core/capture/event';
import type { InspectedTab } from './browsers/inspected-tab';
import type { FaultLab } from './fault-lab/fault-lab';
import { chooseLink, waitForCause } from './panel-page';

export interface StreamTotals {
  readonly sent: number;
  readonly made: number;
}

/** A page that talks all the time: a numbered message every 4 ms, and every 60 ms a socket that comes and goes. */
export async function startStream(tab: InspectedTab, lab: FaultLab): Promise<void> {
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

/** The panel shows a message that is newer than this. */
export async function waitForMessage(tab: InspectedTab, after: number): Promise<void> {
  await tab.waitInPanel(
    `Math.max(...[...document.body.innerText.matchAll(/message (\\d+)/g)].map((found) => Number(found[1]))) > ${after}`,
    `a message after ${after}`,
  );
}

/**
 * Ends the stream, and waits until the panel has its end: the page's last message, and the close of a last socket that
 * it makes when all others are closed. What came before them and is not there then is lost, and not on its way.
 */
export async function stopStream(tab: InspectedTab, lab: FaultLab): Promise<StreamTotals> {
  await tab.evaluateInPage('void stopStream()');
  await tab.waitInPage('gone === made', 'all sockets to be closed');
  await tab.evaluateInPage(`void (() => {
    made += 1;
    new WebSocket('${lab.wsOrigin}/close/4999').onclose = () => { gone += 1; };
  })()`);
  await tab.waitInPage('gone === made', 'the last socket to be closed');
  const totals = await tab.evaluateInPage<StreamTotals>('({ sent, made })');
  await chooseLink(tab, '/close/4999');
  await waitForCause(tab, 'application-close-code');
  await chooseLink(tab, '/sink');
  await waitForMessage(tab, totals.sent - 1);
  return totals;
}

const fromPage = (events: readonly HangupEvent[]) =>
  events.filter(({ source, type }) => source === 'page-hook' && type !== 'payload-read');

/** What the hook of the document that said most has told, in the order in which the panel has it. */
export function longestStream(events: readonly HangupEvent[]): readonly HangupEvent[] {
  const told = fromPage(events);
  const streams = [...new Set(told.map(({ streamId }) => streamId))].map((id) =>
    told.filter(({ streamId }) => streamId === id),
  );
  return streams.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Of the numbers from 1 to the highest, those that are missing; and those that came more than once. */
export function countGaps(stream: readonly HangupEvent[]): {
  readonly lost: number;
  readonly doubled: number;
} {
  const numbers = new Set(stream.map(({ seq }) => seq));
  return { lost: Math.max(0, ...numbers) - numbers.size, doubled: stream.length - numbers.size };
}
