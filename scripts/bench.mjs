// `npm run bench`: builds the extension and measures what a page pays for it, in a fresh checkout too;
// `npm run bench -- panel`: what the panel does under a million messages;
// `npm run bench -- load`: what a page pays that does nothing, and what is kept of one that did much;
// `npm run bench -- core`: how many events a second are diagnosed;
// `npm run bench -- bundle`: what it costs to export a recording and to open it again.
import { findBrowser } from './find-browser.mjs';
import { runCommand } from './run-command.mjs';
import { setUp, SetUpError } from './set-up.mjs';

/** Benches with a name; without one it is the page's. */
const SCRIPTS = {
  panel: 'panel-bench.ts',
  load: 'load-bench.ts',
  core: 'core-bench.ts',
  bundle: 'bundle-bench.ts',
};

try {
  const [which = '', ...others] = process.argv.slice(2);
  const named = Object.hasOwn(SCRIPTS, which) ? SCRIPTS[which] : undefined;
  const isInBrowser = which !== 'core' && which !== 'bundle';
  await setUp({ browsers: isInBrowser ? ['chromium'] : [] });
  if (isInBrowser) {
    const { exitCode, output } = await runCommand(['wxt', 'build', '-b', 'chrome']);
    if (exitCode !== 0) throw new SetUpError(`The extension does not build:\n${output}`);
  }
  const rest = named === undefined ? process.argv.slice(2) : others;
  const bench = await runCommand(['tsx', `test/bench/${named ?? 'run-bench.ts'}`, ...rest], {
    show: true,
    env: isInBrowser ? { CHROMIUM: findBrowser('chromium') } : {},
  });
  process.exitCode = bench.exitCode;
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
