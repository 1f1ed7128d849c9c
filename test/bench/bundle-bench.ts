import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { BundleRun } from './bundle-run';
import { markdownTable } from './markdown-table';
import { spreadOf } from './statistics';
import { writeSection } from './write-section';

/**
 * What it costs to export a recording and to open it again, in one thread of Node: CPU time, so that a busy machine
 * does not count, and the most memory that a process of its own had. Built as it is shipped: tsx names each function
 * that is made, which a redaction would be charged for.
 */
const KINDS = ['report', 'bundle', 'har'] as const;
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '100000,1000000' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = options.messages.split(',').map(Number);
const folder = mkdtempSync(path.join(os.tmpdir(), 'hangup-bundle-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const script = path.join(folder, 'bundle-run.mjs');
await build({
  entryPoints: [path.join(import.meta.dirname, 'bundle-run.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  // A package that is CommonJS asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});

const cases = sizes
  .flatMap((size) => KINDS.map((kind) => ({ size, kind, file: path.join(folder, `${size}.${kind}`) })))
  .map((one) => ({ ...one, writes: new Array<BundleRun>(), reads: new Array<BundleRun>() }));

for (let round = 1; round <= Number(options.rounds); round += 1) {
  for (const { size, kind, file, writes, reads } of cases) {
    for (const [action, runs] of [
      ['write', writes],
      ['read', reads],
    ] as const) {
      const said = execFileSync(process.execPath, [script, action, kind, `${size}`, file], {
        encoding: 'utf8',
      });
      runs.push(JSON.parse(said) as BundleRun);
      console.log(`round ${round}, ${size} messages, ${action} ${kind}: ${said.trim()}`);
    }
  }
}

function seconds(runs: readonly BundleRun[], of: (run: BundleRun) => number): string {
  const { median, min, max } = spreadOf(runs.map((run) => of(run) / 1_000));
  return `${median.toFixed(1)} (${min.toFixed(1)} to ${max.toFixed(1)})`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

const rows = cases.map(({ size, kind, file, writes, reads }) => [
  size.toLocaleString('en'),
  kind,
  megabytes(statSync(file).size),
  seconds(writes, (run) => run.cpuMs),
  seconds(writes, (run) => run.secretsMs ?? NaN),
  megabytes(Math.max(...writes.map((run) => run.peakBytes))),
  seconds(reads, (run) => run.cpuMs),
  megabytes(Math.max(...reads.map((run) => run.peakBytes))),
]);
const table = [
  `Node ${process.versions.node}, ${os.cpus().length} cores, ${process.platform}. ${options.rounds} rounds: median (least to most).`,
  '',
  markdownTable(
    [
      'messages',
      'file',
      'size',
      'export, s of CPU',
      'of that, finding secrets',
      'most memory',
      'open again, s of CPU',
      'most memory',
    ],
    rows,
    ['--:', '---', '--:', '--:', '--:', '--:', '--:', '--:'],
  ),
].join('\n');
console.log(table);
if (options.write) await writeSection('bundle-bench', table);
