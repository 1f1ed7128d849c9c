import os from 'node:os';
import { parseArgs } from 'node:util';
import { reportSteps } from '../../core/report';
import { runToEnd } from '../../core/run-to-end';
import { madeUpEvents } from './made-up-events';
import { markdownTable } from './markdown-table';
import { spreadOf } from './statistics';
import { writeSection } from './write-section';

/**
 * How many events a second one thread diagnoses, and how that grows: from events to findings about every connection and
 * every chain. CPU time, so that a busy machine does not count; rounds go through all sizes in turn.
 */
const SIZES = [10_000, 100_000, 1_000_000] as const;
const { values: options } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, write: { type: 'boolean', default: false } },
});

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const captures = SIZES.map((size) => ({ size, events: madeUpEvents(size), ms: new Array<number>() }));
// The first time is the compiler's.
for (const { events } of captures.slice(0, 2)) runToEnd(reportSteps(events));
for (let round = 0; round < Number(options.rounds); round += 1) {
  for (const { size, events, ms } of captures) {
    let found = 0;
    ms.push(
      cpuMs(() => {
        found = runToEnd(reportSteps(events)).connections.filter(
          ({ findings }) => findings.length > 0,
        ).length;
      }),
    );
    if (found === 0) throw new Error('Nothing was found: what was measured is not the diagnosis.');
    console.log(`round ${round + 1}, ${size} events: ${ms.at(-1)?.toFixed(0)} ms`);
  }
}

const rows = captures.map(({ size, events, ms }, index) => {
  const { median, lowerQuartile, upperQuartile } = spreadOf(ms);
  const before = captures[index - 1];
  const growth = before === undefined ? undefined : spreadOf(ms.map((one, n) => one / (before.ms[n] ?? NaN)));
  return [
    size.toLocaleString('en'),
    `${median.toFixed(0)} (${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)})`,
    Math.round((events.length / median) * 1_000).toLocaleString('en'),
    growth === undefined
      ? ''
      : `${growth.median.toFixed(1)} times (${growth.lowerQuartile.toFixed(1)} to ${growth.upperQuartile.toFixed(1)})`,
  ];
});
const table = [
  `Node ${process.versions.node}, ${os.cpus().length} cores, ${process.platform}. ${options.rounds} rounds.`,
  '',
  markdownTable(
    ['events', 'CPU time, ms (quartiles)', 'events a second', 'growth from the row above'],
    rows,
    ['--:', '--:', '--:', '--:'],
  ),
].join('\n');
console.log(table);
if (options.write) await writeSection('core-bench', table);
