import { defineConfig } from 'vitest/config';

// Two projects: `unit` needs nothing but Node; `e2e` drives the built extension in real browsers, one file at a
// time because every file starts a browser of its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          // A machine that is busy with something else is slow, not wrong: speed is `npm run bench`'s business.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          // Longer than any wait in a test, so that what fails is the wait, with what there was to see instead.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
