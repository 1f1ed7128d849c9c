// `npm run accuracy`: every fault of the lab in the real panels of both browsers, in a fresh checkout too.
import { runCommand } from './run-command.mjs';
import { setUp, SetUpError } from './set-up.mjs';

try {
  await setUp({ browsers: ['chromium', 'firefox'] });
  for (const browser of ['chrome', 'firefox']) {
    const { exitCode, output } = await runCommand(['wxt', 'build', '-b', browser]);
    if (exitCode !== 0) throw new SetUpError(`The extension does not build:\n${output}`);
  }
  const run = await runCommand(['tsx', 'test/support/accuracy/run-accuracy.ts', ...process.argv.slice(2)], {
    show: true,
  });
  process.exitCode = run.exitCode;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
