// Holds both builds against their byte budgets, and their manifests against what must never be in them.
import path from 'node:path';
import { manifestProblems, measure, readBuild } from './built-extension.mjs';
import { ROOT } from './run-command.mjs';

const problems = [];
for (const [browser, folder] of [
  ['chromium', 'chrome-mv3'],
  ['firefox', 'firefox-mv3'],
]) {
  try {
    const build = readBuild(path.join(ROOT, '.output', folder));
    for (const row of measure(build)) {
      console.log(
        `${browser.padEnd(9)} ${row.name.padEnd(10)} ${inBytes(row.bytes)} of ${inBytes(row.limit)}`,
      );
      if (row.bytes === undefined) problems.push(`${browser}: a file of the ${row.name} is missing.`);
      else if (row.bytes > row.limit) {
        problems.push(`${browser}: the ${row.name} is ${row.bytes - row.limit} bytes over its budget.`);
      }
    }
    problems.push(...manifestProblems(build.manifest, browser).map((problem) => `${browser}: ${problem}`));
  } catch (error) {
    problems.push(`${browser}: the build cannot be read (${error.message}). Run "npm run build".`);
  }
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function inBytes(bytes) {
  return (bytes?.toLocaleString('en') ?? '?').padStart(9);
}
