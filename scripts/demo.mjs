// `npm run demo`: builds the extension and hands over to the demo, in a fresh checkout too.
import { findBrowser } from './find-browser.mjs';
import { runCommand } from './run-command.mjs';
import { setUp, SetUpError } from './set-up.mjs';

const DEMO = 'test/support/demo/run-demo.ts';

try {
  await setUp({ browsers: ['chromium'] });
  const { exitCode, output } = await runCommand(['wxt', 'build', '-b', 'chrome']);
  if (exitCode !== 0) throw new SetUpError(`The extension does not build:\n${output}`);
  const demo = await runCommand(['tsx', DEMO, ...process.argv.slice(2)], {
    show: true,
    env: { CHROMIUM: findBrowser('chromium') },
  });
  process.exitCode = demo.exitCode;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
