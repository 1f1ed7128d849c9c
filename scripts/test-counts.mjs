/**
 * Counts one vitest run from its JSON report. A skipped test is a failed one, and so is a run without any test: both
 * would pass for having proved something.
 * @param {object | undefined} report the reporter's JSON, undefined when there is none
 * @returns {{passed: number, failed: number, problems: string[]}}
 */
export function countVitest(report, exitCode) {
  if (report === undefined) return { passed: 0, failed: 1, problems: ['vitest ended without a report.'] };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  const problems = [];
  if (skipped > 0) problems.push(`${skipped} tests were skipped: a skipped test counts as failed.`);
  if (passed + numFailedTests === 0) problems.push('No test was run: that counts as failed.');
  let failed = numFailedTests + skipped;
  // A file that cannot be loaded, or an error outside any test, fails the run without failing a test.
  if (failed === 0 && (exitCode !== 0 || !report.success || passed === 0)) {
    failed = 1;
    if (passed > 0) problems.push('No test failed, but the run did: see its output.');
  }
  return { passed, failed, problems };
}

/** The last line of `npm test`. */
export function tally(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    line: `${sum('passed')} passed, ${sum('failed')} failed`,
  };
}
