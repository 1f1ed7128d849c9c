/**
 * What `npm test` runs, in this order. `needs` names a step: when that one failed, this one is not run. `vitest` marks a
 * step whose tests are counted one by one; any other step counts as one.
 */
export const STEPS = [
  { name: 'format', commands: [['prettier', '--check', '.']] },
  { name: 'lint', commands: [['eslint', '.']] },
  {
    name: 'types',
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'core/tsconfig.json'],
    ],
  },
  { name: 'unit', vitest: true, commands: [['vitest', 'run', '--project', 'unit']] },
  {
    name: 'build',
    commands: [
      ['wxt', 'build', '-b', 'chrome'],
      ['wxt', 'build', '-b', 'firefox'],
    ],
  },
  { name: 'sizes', needs: 'build', commands: [[process.execPath, 'scripts/check-sizes.mjs']] },
  {
    name: 'e2e',
    needs: 'build',
    vitest: true,
    browsers: true,
    commands: [['vitest', 'run', '--project', 'e2e']],
  },
  {
    name: 'causes',
    needs: 'build',
    vitest: true,
    browsers: true,
    commands: [['vitest', 'run', '--project', 'causes']],
  },
];

/**
 * The steps a command line asks for: all, or those of `--only unit,lint` (or `--only=unit`).
 * @throws an Error with a sentence for an argument or a step that does not exist
 */
export function chooseSteps(args) {
  const [first, ...rest] = args;
  if (first === undefined) return STEPS;
  const names =
    first === '--only'
      ? rest.shift()
      : first.startsWith('--only=')
        ? first.slice('--only='.length)
        : undefined;
  if (!names || rest.length > 0)
    throw new Error(`Usage: npm test -- --only ${STEPS.map((step) => step.name).join(',')}`);
  const wanted = names.split(',');
  const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no step "${unknown}". The steps are ${STEPS.map((step) => step.name).join(', ')}.`,
    );
  }
  return STEPS.filter((step) => wanted.includes(step.name));
}
