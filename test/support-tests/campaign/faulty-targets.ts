import type { Target } from '../../campaign/target';

const faulty = (name: string, run: Target['run']): Target => ({ name, share: 1, samples: ['{"a":1}'], run });

function pollute(): void {
  Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true, configurable: true });
}

function hang(): void {
  for (;;);
}

function work(forMs: number): void {
  // Of the processor, however long a busy machine takes for that.
  for (const before = process.cpuUsage(); process.cpuUsage(before).user < forMs * 1_000;);
}

const kept: unknown[] = [];
const isRare = (pick: number): boolean => pick % 3 === 0;

/** All but the first are wrong in ways that a campaign has to see. */
export const targets: readonly Target[] = [
  faulty('sound', ({ body }) => (body.length > 1e9 ? 'too long' : undefined)),
  faulty('wrong in many ways', ({ pick }) => {
    if (pick % 4 === 0) throw new TypeError('planted');
    if (pick % 4 === 1) return 'an output of 7 characters';
    if (pick % 4 === 2) work(130);
    else pollute();
    return undefined;
  }),
  faulty('hangs', ({ pick }) => {
    if (isRare(pick)) hang();
    return undefined;
  }),
  faulty('grows', () => {
    kept.push(new Array(50_000).fill(kept.length));
    return undefined;
  }),
];
