import { describe, expect, it } from 'vitest';
import { countVitest, tally } from '../../scripts/test-counts.mjs';

const green = { success: true, numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('countVitest', () => {
  it('counts a green run', () => {
    expect(countVitest(green, 0)).toEqual({ passed: 12, failed: 0, problems: [] });
  });

  it('counts failed tests once', () => {
    const red = { ...green, success: false, numFailedTests: 2 };
    expect(countVitest(red, 1)).toEqual({ passed: 12, failed: 2, problems: [] });
  });

  it('counts skipped and to-do tests as failed, and says so', () => {
    const { failed, problems } = countVitest({ ...green, numPendingTests: 2, numTodoTests: 1 }, 0);
    expect(failed).toBe(3);
    expect(problems).toEqual(['3 tests were skipped: a skipped test counts as failed.']);
  });

  it('fails a run without any test', () => {
    const { failed, problems } = countVitest({ ...green, numPassedTests: 0 }, 0);
    expect(failed).toBe(1);
    expect(problems).toEqual(['No test was run: that counts as failed.']);
  });

  it('fails a run whose file could not be loaded', () => {
    expect(countVitest({ ...green, success: false }, 1).failed).toBe(1);
  });

  it('fails a run that ended with an error outside any test', () => {
    expect(countVitest(green, 1).failed).toBe(1);
  });

  it('fails a run that left no report', () => {
    expect(countVitest(undefined, 139)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('tally', () => {
  it('adds all steps up in one line', () => {
    const { line } = tally([
      { passed: 1, failed: 0 },
      { passed: 12, failed: 2 },
      { passed: 0, failed: 1 },
    ]);
    expect(line).toBe('13 passed, 3 failed');
  });
});
