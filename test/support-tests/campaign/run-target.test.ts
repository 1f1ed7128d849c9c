import { describe, expect, it } from 'vitest';
import { createInput } from '../../campaign/create-input';
import { runTarget } from '../../campaign/run-target';
import { targets } from './faulty-targets';

const module = new URL('./faulty-targets.ts', import.meta.url).href;
const OPTIONS = { module, seed: 1, from: 0, to: 12, hangMs: 3_000, mostGrowthBytes: 1_000_000 };

async function problemsOf(name: string): Promise<readonly string[]> {
  const { findings } = await runTarget(name, OPTIONS);
  return findings.map(({ problem }) => problem);
}

// Each worker loads TypeScript anew: seconds, on a busy machine many.
describe('a campaign', { timeout: 300_000 }, () => {
  it('finds nothing in what is sound', async () => {
    const { findings, inputs } = await runTarget('sound', OPTIONS);
    expect(findings).toEqual([]);
    expect(inputs).toBe(12);
  });

  it('sees what throws, complains, is slow and changes a prototype', async () => {
    const problems = await problemsOf('wrong in many ways');
    for (const problem of [/^throws TypeError: planted/, /^an output of 7/, /^takes \d+ ms/, /a polluted$/])
      expect(problems.some((one) => problem.test(one))).toBe(true);
  });

  it('sees what grows', async () => {
    expect((await problemsOf('grows')).at(-1)).toMatch(/^the heap grows by \d+ bytes$/);
  });

  it('goes on behind an input that never ends, and names each of them', async () => {
    const { findings, inputs } = await runTarget('hangs', { ...OPTIONS, to: 4 });
    const hanging = indexesThatFail('hangs', 4);
    expect(findings.map(({ index }) => index)).toEqual(hanging);
    expect(inputs).toBe(4);
  });

  it('makes the same input of the same seed, and another of another', () => {
    for (const target of targets.slice(0, 2)) {
      expect(createInput(target, 7, 3)).toEqual(createInput(target, 7, 3));
      expect(createInput(target, 7, 4)).toEqual(createInput(target, 7, 4));
      expect(createInput(target, 8, 4)).not.toEqual(createInput(target, 7, 4));
    }
  });
});

function indexesThatFail(name: string, to: number): readonly number[] {
  const target = { name, share: 1, samples: ['{"a":1}'], run: () => undefined };
  return Array.from({ length: to }, (_, index) => index).filter(
    (index) => createInput(target, OPTIONS.seed, index).pick % 3 === 0,
  );
}
