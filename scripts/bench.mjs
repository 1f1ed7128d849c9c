// `npm run bench`: builds the extension and measures what a page pays for it, in a fresh checkout too;
// `npm run bench -- panel`: what the panel does under a million messages.
import { findBrowser } from './find-browser.mjs';
import { runCommand } from './run-command.mjs';
import { setUp, SetUpError } from './set-up.mjs';

try {
  await setUp({ browsers: ['chromium'] });
  const { exitCode, output } = await runCommand(['wxt', 'build', '-b', 'chrome']);
  if (exitCode !== 0) throw new SetUpError(`The extension does not build:\n${output}`);
  const [which, ...others] = process.argv.slice(2);
  const script = which === 'panel' ? 'panel-bench.ts' : 'run-bench.ts';
  const rest = which === 'panel' ? others : process.argv.slice(2);
  const bench = await runCommand(['tsx', `test/bench/${script}`, ...rest], {
    show: true,
    env: { CHROMIUM: findBrowser('chromium') },
  });
  process.exitCode = bench.exitCode;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
