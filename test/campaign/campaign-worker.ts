import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createInput } from './create-input';
import type { Target } from './target';
import { watchPrototypes } from './watched-prototypes';
import { workOrderSchema, type Finding, type Progress } from './work-order';

/** Of an input, beyond all doubt: what the machine does beside it is measured away by running it again. */
const SLOW_MS = 100;
const REPEATS = 4;
/** How often the heap is looked at, and prototypes compared in full. */
const SAMPLES = 20;

const { module, name, seed, from, to, clock } = workOrderSchema.parse(workerData);
const at = new Int32Array(clock);
const send = (message: Finding | Progress): void => parentPort?.postMessage(message);

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
function heapBytes(): number {
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

async function work(target: Target): Promise<void> {
  const changedPrototype = watchPrototypes();
  const step = Math.max(1, Math.floor((to - from) / SAMPLES));
  let slowestMs = 0;
  for (let index = from; index < to; index += 1) {
    const input = createInput(target, seed, index);
    // The watchdog reads this: an input that never ends has to be named by somebody else.
    Atomics.store(at, 0, index);
    Atomics.add(at, 1, 1);
    const startedMs = performance.now();
    let problem: string | undefined;
    try {
      const answer = target.run(input);
      problem = answer instanceof Promise ? await answer : answer;
    } catch (thrown) {
      problem = `throws ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`;
    }
    let tookMs = performance.now() - startedMs;
    for (let again = 0; tookMs > SLOW_MS && again < REPEATS && problem === undefined; again += 1) {
      // What the processor did, and not how long it was kept from it: nothing else is at work in this process.
      const before = process.cpuUsage();
      Atomics.add(at, 1, 1);
      await target.run(input);
      const { user, system } = process.cpuUsage(before);
      tookMs = Math.min(tookMs, (user + system) / 1_000);
    }
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > SLOW_MS) problem ??= `takes ${Math.round(tookMs)} ms at best of ${REPEATS + 1}`;
    const isSample = (index - from) % step === step - 1;
    for (const planted in {}) problem ??= `Object.prototype has a ${planted}`;
    if (isSample && changedPrototype() !== undefined) problem ??= `${changedPrototype()} has changed`;
    if (problem !== undefined) send({ kind: 'finding', index, problem });
    if (isSample || index === to - 1) send({ kind: 'progress', index, slowestMs, heapBytes: heapBytes() });
  }
}

const loaded: unknown = await import(module);
const target = z
  .object({ targets: z.array(z.custom<Target>()) })
  .parse(loaded)
  .targets.find((one) => one.name === name);
if (target === undefined) throw new Error(`There is no target ${name} in ${module}`);
send({ kind: 'progress', index: from, slowestMs: 0, heapBytes: heapBytes() });
await work(target);
