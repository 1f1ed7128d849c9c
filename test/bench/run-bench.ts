import os from 'node:os';
import { parseArgs } from 'node:util';
import { startMessageServer } from './bench-server';
import type { MeasuredTab } from './measured-tab';
import { bodyOf, describeKind, KIND_IDS, type Kind } from './message-kinds';
import { spreadOf } from './statistics';
import { toTable, type Row } from './table';
import { variants } from './variants';
import { writeSection } from './write-section';

/**
 * What a page pays for being looked at: CPU time of its main thread per message, as a ratio to the same page without
 * any extension. All variants take turns within each round, so that the machine's moods fall on all of them.
 */
const DIRECTIONS = ['in', 'out'] as const;
type Direction = (typeof DIRECTIONS)[number];

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '16' }, only: { type: 'string' } },
});
const rounds = Number(options.rounds);
const only = options.only?.split(',');

const MOST_SOCKETS = Math.max(...KIND_IDS.map((kind) => describeKind(kind).sockets));

/** JSON.parse stands for what a page does with a message. Binary is looked at and let go. */
function script(port: number): string {
  const kinds = KIND_IDS.filter((kind) => typeof bodyOf(kind) === 'string').map((kind) => [
    kind,
    bodyOf(kind),
  ]);
  return `(async () => {
    const open = () => new Promise((done) => {
      const socket = new WebSocket('ws://127.0.0.1:${port}/');
      socket.binaryType = 'arraybuffer';
      socket.onopen = () => done(socket);
    });
    const all = (globalThis.sockets = await Promise.all(Array.from({ length: ${MOST_SOCKETS} }, open)));
    const bodies = new Map(${JSON.stringify(kinds)});
    bodies.set('binary-64k', new Uint8Array(65536));
    const each = (socketCount, ask) => Promise.all(all.slice(0, socketCount).map((socket) => new Promise((done) => ask(socket, done))));
    globalThis.receive = (kind, count, socketCount) => each(socketCount, (socket, done) => {
      let left = count / socketCount;
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string') JSON.parse(data);
        else if (data.byteLength === 0) throw new Error('empty');
        if ((left -= 1) === 0) done();
      };
      socket.send('send ' + left + ' ' + kind);
    });
    globalThis.transmit = (kind, count, socketCount) => each(socketCount, (socket, done) => {
      socket.onmessage = () => done();
      socket.send('take ' + count / socketCount);
      const body = bodies.get(kind);
      for (let n = 0; n < count / socketCount; n += 1) socket.send(body);
    });
  })()`;
}

async function measure(tab: MeasuredTab, direction: Direction, kind: Kind): Promise<number> {
  const { count, sockets } = describeKind(kind);
  const before = await tab.mainThreadSeconds();
  await tab.evaluate(`${direction === 'in' ? 'receive' : 'transmit'}('${kind}', ${count}, ${sockets})`);
  // What was recorded leaves the page some 30 ms later, and that is part of the price.
  await tab.evaluate('new Promise((done) => setTimeout(done, 120))');
  return (await tab.mainThreadSeconds()) - before;
}

const server = await startMessageServer();
const { port } = server;
const used = variants.filter(({ id }) => id === 'bare' || only === undefined || only.includes(id));
const tabs: MeasuredTab[] = [];
try {
  for (const variant of used) {
    const tab = await variant.open(`http://127.0.0.1:${port}/`);
    tabs.push(tab);
    await tab.evaluate(script(port));
  }
  /** Seconds by variant, by cell, by round. */
  const seconds = new Map<string, number[]>();
  for (let round = -1; round < rounds; round += 1) {
    console.log(round < 0 ? 'Warming up ...' : `Round ${round + 1} of ${rounds}`);
    for (const kind of KIND_IDS) {
      for (const direction of DIRECTIONS) {
        for (let turn = 0; turn < used.length; turn += 1) {
          // Another one begins each round.
          const index = (turn + Math.max(0, round)) % used.length;
          const [variant, tab] = [used[index], tabs[index]];
          if (variant === undefined || tab === undefined) continue;
          const value = await measure(tab, direction, kind);
          const key = `${variant.id} ${direction} ${kind}`;
          if (round >= 0) seconds.set(key, [...(seconds.get(key) ?? []), value]);
        }
      }
    }
  }
  const rows: Row[] = [];
  for (const variant of used.filter(({ id }) => id !== 'bare')) {
    for (const kind of KIND_IDS) {
      for (const direction of DIRECTIONS) {
        const bare = seconds.get(`bare ${direction} ${kind}`) ?? [];
        const mine = seconds.get(`${variant.id} ${direction} ${kind}`) ?? [];
        const { name, count } = describeKind(kind);
        rows.push({
          variant: variant.name,
          target: variant.target,
          cell: `${name} ${direction}`,
          bareMicroseconds: (spreadOf(bare).median / count) * 1e6,
          ratio: spreadOf(mine.map((value, round) => value / (bare[round] ?? NaN))),
        });
      }
    }
  }
  const table = toTable(rows);
  console.log(table);
  const [first] = tabs;
  const version = first === undefined ? '' : await first.browser.version();
  const machine = `${version}, Node ${process.versions.node}, ${os.cpus().length} cores, ${process.platform}. ${rounds} rounds.`;
  if (only === undefined) await writeSection('bench', `${machine}\n\n${table}`);
} finally {
  await Promise.all(tabs.map((tab) => tab.close()));
  server.stop();
}
