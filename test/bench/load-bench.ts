import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Target } from 'puppeteer-core';
import { BUILT_EXTENSIONS } from '../support/browsers/open-inspected-tab';
import { startMessageServer } from './bench-server';
import { markdownTable } from './markdown-table';
import { openMeasuredTab, type MeasuredTab } from './measured-tab';
import { spreadOf } from './statistics';
import { writeSection } from './write-section';

/**
 * What Hangup costs a page that does nothing, what it keeps of one that did much, and how soon its own page is there.
 * A browser with and one without it take turns.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' }, write: { type: 'boolean', default: false } },
});
const rounds = Number(options.rounds);
/** Of each round; their median counts. */
const LOADS = 10;
const MIB = 1_048_576;

/** Waits for the browser's word: to ask the page again and again would be part of what it costs. */
async function load(tab: MeasuredTab): Promise<void> {
  const loaded = new Promise((done) => tab.session.once('Page.loadEventFired', done));
  await tab.session.send('Page.reload');
  await loaded;
}

/** Milliseconds from the first byte of the document until it is complete: scripts of extensions run in between. */
async function loadMs(tab: MeasuredTab): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < LOADS; count += 1) {
    await load(tab);
    const [took] = await tab.evaluate<readonly [number]>(
      `performance.getEntriesByType('navigation').map((one) => one.domComplete - one.responseStart)`,
    );
    times.push(took);
  }
  return spreadOf(times).median;
}

/** Bytes that the page's process has for itself when a stream has gone through it and nobody needs it any more. */
async function heldBytes(tab: MeasuredTab, port: number, kind: string, count: number): Promise<number> {
  await load(tab);
  await tab.evaluate(`new Promise((done) => {
    const socket = (globalThis.socket = new WebSocket('ws://127.0.0.1:${port}/'));
    socket.binaryType = 'arraybuffer';
    let left = ${count};
    socket.onopen = () => socket.send('send ${count} ${kind}');
    socket.onmessage = () => { if ((left -= 1) === 0) done(); };
  })`);
  // Texts from the network lie outside the script's heap, so that it is the process that is asked.
  for (let count = 0; count < 3; count += 1) await tab.session.send('HeapProfiler.collectGarbage');
  return privateBytes(await pageProcess(tab));
}

/** The renderer that has worked most is the page's: the extension's has nothing to do. */
async function pageProcess({ browser }: MeasuredTab): Promise<number> {
  const root = await browser.target().createCDPSession();
  const { processInfo } = (await root.send('SystemInfo.getProcessInfo')) as {
    readonly processInfo: readonly { readonly type: string; readonly id: number; readonly cpuTime: number }[];
  };
  await root.detach();
  const [busiest] = processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted((a, b) => b.cpuTime - a.cpuTime);
  return busiest?.id ?? NaN;
}

/** Linux alone tells; elsewhere NaN, which the table shows. */
function privateBytes(processId: number): number {
  const rollup = `/proc/${processId}/smaps_rollup`;
  if (!existsSync(rollup)) return NaN;
  const kibibytes = /^Private_Dirty:\s+(\d+) kB/m.exec(readFileSync(rollup, 'utf8'))?.[1];
  return Number(kibibytes) * 1_024;
}

/** Milliseconds from the beginning of the navigation to the first text on the screen. */
async function firstPaintMs({ browser, extensionId = '' }: MeasuredTab, round: number): Promise<number> {
  const root = await browser.target().createCDPSession();
  const url = `chrome-extension://${extensionId}/viewer.html?${round}`;
  const { targetId } = (await root.send('Target.createTarget', { url })) as { readonly targetId: string };
  const target = await browser.waitForTarget((one) => one.url() === url);
  const paintMs = await readFirstPaint(target);
  await root.send('Target.closeTarget', { targetId });
  await root.detach();
  return paintMs;
}

async function readFirstPaint(target: Target): Promise<number> {
  const page = await target.createCDPSession();
  const question = {
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((done) => {
      globalThis.paints = new PerformanceObserver((list) => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) done(entry.startTime);
      });
      paints.observe({ type: 'paint', buffered: true });
    })`,
  };
  try {
    return (await page.send('Runtime.evaluate', question)).result.value as number;
  } catch {
    // The page that was there before the first navigation took the question along.
    return readFirstPaint(target);
  }
}

const server = await startMessageServer();
const url = `http://127.0.0.1:${server.port}/`;
const bare = await openMeasuredTab(url);
const hooked = await openMeasuredTab(url, BUILT_EXTENSIONS.chromium);
const empty = await openMeasuredTab(url, path.join(import.meta.dirname, 'empty-extension'));
const loadedTabs = [bare, empty, hooked] as const;
const measured: Record<'empty' | 'load' | 'text' | 'binary' | 'paint', number[]> = {
  empty: [],
  load: [],
  text: [],
  binary: [],
  paint: [],
};
try {
  for (const tab of loadedTabs) {
    await tab.session.send('Page.enable');
    await loadMs(tab);
  }
  await firstPaintMs(hooked, -1);
  for (let round = 0; round < rounds; round += 1) {
    console.log(`Round ${round + 1} of ${rounds}`);
    const ms = new Map<MeasuredTab, number>();
    // Another one begins each round.
    for (let turn = 0; turn < loadedTabs.length; turn += 1) {
      const tab = loadedTabs[(turn + round) % loadedTabs.length];
      if (tab !== undefined) ms.set(tab, await loadMs(tab));
    }
    const beyond = (tab: MeasuredTab, base: MeasuredTab) => (ms.get(tab) ?? NaN) - (ms.get(base) ?? NaN);
    measured.empty.push(beyond(empty, bare));
    measured.load.push(beyond(hooked, empty));
    measured.paint.push(await firstPaintMs(hooked, round));
    if (round >= 5) continue;
    for (const [id, kind, count] of [
      ['text', 'text-16k', 4_000],
      ['binary', 'binary-64k', 2_000],
    ] as const) {
      const without = await heldBytes(bare, server.port, kind, count);
      measured[id].push(((await heldBytes(hooked, server.port, kind, count)) - without) / MIB);
    }
  }
  const version = await bare.browser.version();
  const cells = (id: keyof typeof measured, unit: string, target: string): readonly string[] => {
    const { median, lowerQuartile, upperQuartile } = spreadOf(measured[id]);
    return [
      `${median.toFixed(1)} ${unit}`,
      `${lowerQuartile.toFixed(1)} to ${upperQuartile.toFixed(1)}`,
      target,
    ];
  };
  const table = [
    `${version}, ${os.cpus().length} cores, ${process.platform}. ${rounds} rounds.`,
    '',
    markdownTable(
      ['what', 'median', 'quartiles', 'target'],
      [
        ['a page loaded, two empty content scripts: beyond no extension', ...cells('empty', 'ms', '')],
        ['a page loaded, Hangup: beyond two empty content scripts', ...cells('load', 'ms', '1 ms')],
        ['held after 64 MiB of text, beyond the bare page', ...cells('text', 'MiB', '10 MiB')],
        ['held after 125 MiB of binary, beyond the bare page', ...cells('binary', 'MiB', '10 MiB')],
        ['first text of the panel’s app in a page of its own', ...cells('paint', 'ms', '300 ms')],
      ],
    ),
  ].join('\n');
  console.log(table);
  if (options.write) await writeSection('load-bench', table);
} finally {
  await Promise.all(loadedTabs.map((tab) => tab.close()));
  server.stop();
}
