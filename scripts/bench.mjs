// `npm run bench`: builds the extension and measures what a page pays for it, in a fresh checkout too.
import { findBrowser } from './find-browser.mjs';
import { runCommand } from './run-command.mjs';
import { setUp, SetUpError } from './set-up.mjs';

try {
  await setUp({ browsers: ['chromium'] });
  const { exitCode, output } = await runCommand(['wxt', 'build', '-b', 'chrome']);
  if (exitCode !== 0) throw new SetUpError(`The extension does not build:\n${output}`);
  const bench = await runCommand(['tsx', 'test/bench/run-bench.ts', ...process.argv.slice(2)], {
    show: true,
    env: { CHROMIUM: findBrowser('chromium') },
  });
  process.exitCode = bench.exitCode;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
