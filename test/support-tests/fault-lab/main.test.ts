import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faults } from '../../support/fault-lab/faults';

const main = path.resolve(import.meta.dirname, '../../support/fault-lab/main.ts');

describe('npm run fault-lab', () => {
  it(
    'prints its address and every fault, and leaves nothing running at Ctrl+C',
    { timeout: 20_000 },
    async () => {
      const lab = spawn(process.execPath, ['--import', 'tsx', main], { env: { ...process.env, PORT: '0' } });
      const exit = once(lab, 'exit');
      let printed = '';
      await new Promise<void>((resolve) => {
        lab.stdout.on('data', (chunk: Buffer) => {
          printed += chunk.toString();
          if (printed.includes('Ctrl+C')) resolve();
        });
      });
      lab.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
      expect(printed).toMatch(/^The fault lab is at http:\/\/127\.0\.0\.1:\d+\/\n/);
      for (const { title } of faults) expect(printed).toContain(`${title}\n`);
    },
  );
});
