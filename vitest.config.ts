import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// `unit` needs nothing but Node. `e2e` and `causes` drive the built extension in real browsers, and every file starts one
// of its own: `e2e` one after the other, `causes`, where most of the time is waiting for servers, both at once.
const CAUSES = 'test/e2e/named-causes-*.test.ts';
// Longer than any wait in a test, so that what fails is the wait, with what there was to see instead.
const IN_BROWSERS = { environment: 'node', testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          // Vitest leaves a core to others, which is half of CI's.
          maxWorkers: availableParallelism(),
          // A machine that is busy with something else is slow, not wrong: speed is `npm run bench`'s business.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [CAUSES],
          fileParallelism: false,
          ...IN_BROWSERS,
        },
      },
      { test: { name: 'causes', include: [CAUSES], maxWorkers: 2, ...IN_BROWSERS } },
    ],
  },
});
