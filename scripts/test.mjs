// `npm test`: everything that proves this tree, in a fresh checkout too. `npm test -- --only unit,lint` runs some of it.
// The very last line is always "N passed, N failed".
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';
import { countVitest, tally } from './test-counts.mjs';
import { chooseSteps } from './test-steps.mjs';

const counts = [];
/** Said at the end, where it is read: a test that is left out proves nothing. */
let skipped = [];
try {
  const steps = chooseSteps(process.argv.slice(2));
  skipped = await setUp({ browsers: steps.some((step) => step.browsers) ? ['chromium', 'firefox'] : [] });
  await runSteps(steps);
} catch (error) {
  console.log(error.message);
  counts.push({ passed: 0, failed: 1 });
}
for (const what of skipped) console.log(`- skipped: ${what}`);
const { failed, line } = tally(counts);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${line}`);

async function runSteps(steps) {
  const failedSteps = new Set();
  for (const step of steps) {
    if (failedSteps.has(step.needs)) {
      console.log(`- ${step.name.padEnd(8)} not run: ${step.needs} failed`);
      continue;
    }
    const start = Date.now();
    const { passed, failed, problems, output } = await runStep(step);
    counts.push({ passed, failed });
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const tests = step.vitest ? `  ${passed} passed, ${failed} failed` : '';
    console.log(`${failed === 0 ? '✓' : '✗'} ${step.name.padEnd(8)} ${seconds.padStart(6)} s${tests}`);
    if (failed === 0) continue;
    failedSteps.add(step.name);
    console.log([output.trimEnd(), ...problems].filter(Boolean).join('\n'));
  }
}

async function runStep(step) {
  if (step.vitest) return runVitest(step);
  const outputs = [];
  for (const command of step.commands) {
    const { exitCode, output } = await runCommand(command);
    outputs.push(output);
    if (exitCode !== 0) return { passed: 0, failed: 1, problems: [], output: outputs.join('\n') };
  }
  return { passed: 1, failed: 0, problems: [], output: '' };
}

async function runVitest(step) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hangup-report-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const { exitCode, output } = await runCommand([...step.commands[0], ...reporters]);
    const report = fs.existsSync(reportFile) ? JSON.parse(fs.readFileSync(reportFile, 'utf8')) : undefined;
    return { ...countVitest(report, exitCode), output };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
