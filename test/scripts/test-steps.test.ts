import { describe, expect, it } from 'vitest';
import { chooseSteps, STEPS } from '../../scripts/test-steps.mjs';

describe('chooseSteps', () => {
  it('runs every step without arguments', () => {
    expect(chooseSteps([])).toBe(STEPS);
  });

  it.each([[['--only', 'lint,unit']], [['--only=unit,lint']]])(
    'runs the named steps in their own order: %j',
    (args) => {
      expect(chooseSteps(args).map((step) => step.name)).toEqual(['lint', 'unit']);
    },
  );

  it('names the steps when one does not exist', () => {
    expect(() => chooseSteps(['--only', 'units'])).toThrow(/no step "units".*format, lint, types, unit/);
  });

  it.each([[['--only']], [['unit']], [['--only', 'unit', 'lint']]])('explains itself after %j', (args) => {
    expect(() => chooseSteps(args)).toThrow('Usage: npm test -- --only');
  });
});
