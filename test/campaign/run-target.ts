import { Worker } from 'node:worker_threads';
import type { Finding, Progress, WorkOrder } from './work-order';

export interface TargetResult {
  readonly name: string;
  readonly inputs: number;
  readonly tookMs: number;
  readonly slowestMs: number;
  /** From the first quarter's highest to the end, garbage collected. */
  readonly heapGrowthBytes: number;
  readonly findings: readonly Finding[];
}

export interface RunOptions {
  /** File URL of the module that exports `targets`. */
  readonly module: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** An input that takes longer is stopped and reported. */
  readonly hangMs?: number;
  readonly mostGrowthBytes?: number;
}

/** What waits for something that never comes uses no processor. */
const SILENT_TIMES = 20;
/** More of the same says nothing new. */
const MOST_FINDINGS = 20;

/** Runs one target's inputs in a worker, and a new one after each that has to be stopped. */
export async function runTarget(
  name: string,
  { module, seed, from, to, hangMs = 10_000, mostGrowthBytes = 32 * 1_048_576 }: RunOptions,
): Promise<TargetResult> {
  const startedMs = performance.now();
  const findings: Finding[] = [];
  const heaps: number[] = [];
  let slowestMs = 0;
  let done = from;
  while (done < to && findings.length < MOST_FINDINGS) {
    const ended = await runWorker({ module, name, seed, from: done, to }, hangMs, (message) => {
      if (message.kind === 'finding') findings.push(message);
      else {
        heaps.push(message.heapBytes);
        slowestMs = Math.max(slowestMs, message.slowestMs);
      }
      return findings.length < MOST_FINDINGS;
    });
    if (ended.kind !== 'done') findings.push({ kind: 'finding', index: ended.index, problem: ended.problem });
    done = ended.kind === 'done' ? to : ended.index + 1;
    // Each worker has a heap of its own.
    if (ended.kind !== 'done') heaps.length = 0;
  }
  const early = Math.max(0, ...heaps.slice(0, Math.max(2, Math.ceil(heaps.length / 4))));
  const heapGrowthBytes = Math.max(0, (heaps.at(-1) ?? 0) - early);
  if (heapGrowthBytes > mostGrowthBytes)
    findings.push({ kind: 'finding', index: to, problem: `the heap grows by ${heapGrowthBytes} bytes` });
  return {
    name,
    inputs: done - from,
    tookMs: performance.now() - startedMs,
    slowestMs,
    heapGrowthBytes,
    findings,
  };
}

type Ended =
  { readonly kind: 'done' } | { readonly kind: 'stopped'; readonly index: number; readonly problem: string };

function runWorker(
  order: Omit<WorkOrder, 'clock'>,
  hangMs: number,
  onMessage: (message: Finding | Progress) => boolean,
): Promise<Ended> {
  const clock = new SharedArrayBuffer(8);
  const at = new Int32Array(clock);
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData: { ...order, clock },
    // No growth without bound, in the large as well.
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
  return new Promise((resolve, reject) => {
    let seen = -1;
    let isStarted = false;
    function end(ended: Ended): void {
      clearInterval(watchdog);
      resolve(ended);
      void worker.terminate();
    }
    let since = { wallMs: performance.now(), cpu: process.cpuUsage() };
    const watchdog = setInterval(() => {
      const now = Atomics.load(at, 1);
      if (!isStarted || now !== seen) {
        seen = now;
        since = { wallMs: performance.now(), cpu: process.cpuUsage() };
        return;
      }
      // On a busy machine, waiting is no sign of a loop: what the processor did is, and very long silence.
      const { user, system } = process.cpuUsage(since.cpu);
      const isStuck =
        (user + system) / 1_000 > hangMs || performance.now() - since.wallMs > SILENT_TIMES * hangMs;
      if (isStuck)
        end({ kind: 'stopped', index: Atomics.load(at, 0), problem: `does not end within ${hangMs} ms` });
    }, hangMs / 10);
    worker.on('message', (message: Finding | Progress) => {
      isStarted = true;
      if (!onMessage(message))
        end({ kind: 'stopped', index: order.to - 1, problem: 'too many findings: stopped' });
    });
    worker.on('error', (problem) => {
      if (!isStarted) reject(problem);
      end({ kind: 'stopped', index: Atomics.load(at, 0), problem: `ends the worker: ${String(problem)}` });
    });
    worker.on('exit', () => end({ kind: 'done' }));
  });
}
