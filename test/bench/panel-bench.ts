import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { createTemporaryProfile } from '../support/browsers/temporary-profile';
import { markdownTable } from './markdown-table';
import { openMeasuredTab } from './measured-tab';
import { writeSection } from './write-section';

/**
 * What the panel does under a million messages and a flood, in real Chromium: the panel's own page, built as the
 * extension builds it, fed by a source that makes messages up. The page that makes them shares its thread with the
 * panel, so the figures are a little worse than with messages that come from elsewhere.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string', default: '1000000' }, write: { type: 'boolean', default: false } },
});
const count = Number(options.messages);

/** What a person would type. */
const FILTERS = ['status', 'zebra', '9999', 'event:status', 'dir:in size>100', 'is:error', '/key":"12\\d+/'];
/** So often, after once to warm up. */
const ASKED = 5;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function servePanel(outDir: string) {
  await build({
    root: path.join(import.meta.dirname, 'panel'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  });
  const server = createServer((request, response) => {
    const name = request.url === '/' || request.url === undefined ? '/index.html' : request.url;
    try {
      const body = readFileSync(path.join(outDir, path.normalize(name)));
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      // The browser also asks for an icon.
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

function medianAndRange(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, median, most] = [0, 0.5, 1].map((share) => at(sorted, share).toFixed(0));
  return `${median} (${least} to ${most})`;
}

function frameRow(name: string, frames: readonly number[]): readonly string[] {
  const sorted = frames.toSorted((a, b) => a - b);
  const late = frames.filter((ms) => ms > 50).length;
  const shares = [0.5, 0.95, 0.99, 1].map((share) => at(sorted, share).toFixed(1));
  return [name, `${frames.length}`, ...shares, `${late}`];
}

const folder = createTemporaryProfile();
const server = await servePanel(path.join(folder.path, 'panel'));
const tab = await openMeasuredTab(server.url);
try {
  const heapBytes = async () => {
    await tab.session.send('HeapProfiler.collectGarbage');
    const usage = await tab.session.send('Runtime.getHeapUsage');
    return usage.usedSize + usage.backingStorageSize;
  };
  const evaluate = tab.evaluate.bind(tab);
  const frames = (expression: string) => evaluate<readonly number[]>(expression);
  const emptyBytes = await heapBytes();
  const live = await frames('bench.live(20000, 5000)');
  const before = await evaluate<{ given: number }>('bench.load(0)');
  const { loadMs, payload, given } = await evaluate<{ loadMs: number; payload: number; given: number }>(
    `bench.load(${count - before.given})`,
  );
  const fullBytes = await heapBytes();
  const idle = await frames('bench.scroll(6000)');
  const filters: (readonly string[])[] = [];
  for (const filter of FILTERS) {
    const text = JSON.stringify(filter);
    await evaluate(`bench.filter(${text})`);
    const taken: number[] = [];
    let foundCount = 0;
    for (let asked = 0; asked < ASKED; asked += 1) {
      await evaluate(`bench.filter('')`);
      const { ms, found } = await evaluate<{ ms: number; found: number }>(`bench.filter(${text})`);
      taken.push(ms);
      foundCount = found;
    }
    const name = `\`${filter.replaceAll('|', '\\|')}\``;
    filters.push([name, medianAndRange(taken), foundCount.toLocaleString('en')]);
  }
  const filteredBytes = await heapBytes();
  await evaluate(`bench.filter('')`);
  const late = await frames('bench.live(20000, 5000)');
  const taken = await evaluate<{ ms: number }>('bench.attempts(500, 20)');
  const timeline = await frames('bench.timeline(6000)');
  const ratio = (bytes: number) => ((bytes - emptyBytes) / payload).toFixed(2);
  const text = [
    `${await tab.browser.version()}, ${os.cpus().length} cores, ${os.platform()}. ${given.toLocaleString('en')} messages, ${(payload / 1e6).toFixed(0)} MB of text, taken in and read in ${(loadMs / 1_000).toFixed(1)} s.`,
    markdownTable(
      ['frames, ms', 'count', 'median', 'p95', 'p99', 'longest', 'over 50 ms'],
      [
        frameRow('scrolling through all of them', idle),
        frameRow('20,000 messages/s, into an empty panel', live),
        frameRow('20,000 messages/s, on top of all of them', late),
        frameRow('the timeline of 500 links and 10,000 attempts', timeline),
      ],
    ),
    markdownTable(['filter', 'ms to the last message: median (least to most)', 'found'], filters),
    `Memory over the payload, everything included: ${ratio(fullBytes)} times when all is read, ${ratio(filteredBytes)} times after the filters.`,
    `10,000 attempts on 500 links, taken in, diagnosed and drawn: ${(taken.ms / 1_000).toFixed(1)} s.`,
  ].join('\n\n');
  console.log(text);
  if (options.write) await writeSection('panel-bench', text);
} finally {
  await tab.close();
  server.close();
  folder.remove();
}
