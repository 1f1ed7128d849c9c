import { describe, expect, it } from 'vitest';
import { openInspectedTab } from '../support/browsers/open-inspected-tab';
import { labForTests, untilTestEnds } from '../support/browsers/for-tests';
import { chooseLink } from '../support/panel-page';

const PER_SECOND = 20_000;
/** docs/discoveries/devtools-costs-a-flood.md has thirty. */
const SECONDS = Number(process.env['FLOOD_SECONDS'] ?? 4);

const lab = await labForTests();

/** How late a timer of 10 ms comes, again and again: what else waits for the loop waits as long. */
const WATCH_LOOP = `void (() => {
  const late = (globalThis.lateMs = []);
  let due = performance.now() + 10;
  const tick = () => {
    late.push(performance.now() - due);
    due = performance.now() + 10;
    setTimeout(tick, 10);
  };
  setTimeout(tick, 10);
})()`;
const LATENESS = `(() => {
  const sorted = lateMs.toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
  return { turns: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1) };
})()`;

interface Lateness {
  readonly turns: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

const COUNTS = `(() => {
  const heading = [...document.querySelectorAll('h2, h3')].find((one) => one.innerText.startsWith('Messages'));
  const text = heading.parentElement.innerText.replaceAll(',', '');
  return {
    shown: Number(/Messages\\s*(\\d+)/.exec(text)[1]),
    notKept: Number(/(\\d+) not kept/.exec(text)?.[1] ?? 0),
  };
})()`;

describe.each(['chromium', 'firefox'] as const)('in %s', (browser) => {
  it('of a flood, every message is shown or counted as not kept, and page and panel go on', async () => {
    const tab = untilTestEnds(await openInspectedTab(browser));
    await tab.goto(`${lab.httpOrigin}/pages/blank`);
    await tab.evaluateInPage(
      `void (globalThis.socket = new WebSocket('${lab.wsOrigin}/sink')).addEventListener('open', () => { globalThis.isOpen = true; })`,
    );
    await tab.waitInPage('globalThis.isOpen', 'the socket to open');
    await chooseLink(tab, '/sink');
    await tab.evaluateInPanel(WATCH_LOOP);
    await tab.evaluateInPage(WATCH_LOOP);
    await tab.evaluateInPage(`void (() => {
      globalThis.sent = 0;
      const begin = performance.now();
      const total = ${PER_SECOND * SECONDS};
      const timer = setInterval(() => {
        // What is late is made up for, but not all at once: a page that sends for seconds on end does nothing else.
        const due = Math.min(total, sent + 500, ((performance.now() - begin) / 1000) * ${PER_SECOND});
        while (sent < due) socket.send('{"type":"update","n":' + (sent += 1) + ',"payload":"' + 'x'.repeat(150) + '"}');
        if (sent < total) return;
        clearInterval(timer);
        globalThis.floodMs = performance.now() - begin;
        // Only what has been sent may be closed upon; the totals come with the close.
        const closing = setInterval(() => {
          if (socket.bufferedAmount > 0) return;
          clearInterval(closing);
          socket.close();
        }, 10);
      }, 4);
    })()`);
    await tab.waitInPage('globalThis.socket.readyState === 3', 'the flood to end', SECONDS * 30_000);
    const sent = await tab.evaluateInPage<number>('sent');
    expect(sent).toBe(PER_SECOND * SECONDS);
    await tab.waitInPanel(
      `(() => { const { shown, notKept } = ${COUNTS}; return shown + notKept === ${sent}; })()`,
      `all ${sent} messages to be shown or counted`,
      120_000,
    );
    const counts = await tab.evaluateInPanel<{ shown: number; notKept: number }>(COUNTS);
    const panel = await tab.evaluateInPanel<Lateness>(LATENESS);
    const page = await tab.evaluateInPage<Lateness>(LATENESS);
    const floodMs = await tab.evaluateInPage<number>('floodMs');
    console.log(JSON.stringify({ browser, seconds: floodMs / 1000, sent, ...counts, panel, page }));
    expect(counts.shown).toBeGreaterThan(0);
    // How late its timers were is the benchmarks' business; that the panel had turns all along is this test's.
    expect(panel.turns).toBeGreaterThan(10 * SECONDS);
  });
});
