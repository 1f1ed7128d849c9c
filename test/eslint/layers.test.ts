import path from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layers } from '../../eslint/layers.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the layer rule says of one import in one file. */
function complaints(file: string, code: string): string[] {
  const linter = new Linter({ configType: 'flat', cwd: ROOT });
  const config: Linter.Config = {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { hangup: { rules: { layers } } },
    rules: { 'hangup/layers': 'error' },
  };
  return linter.verify(code, [config], { filename: path.join(ROOT, file) }).map(({ message }) => message);
}

describe('the layer rule', () => {
  it.each([
    ['core/diagnose.ts', `import x from './causes/catalogue'`],
    ['state/session-store.ts', `import x from '../core/diagnose'`],
    ['components/app/panel.tsx', `import x from '../../state/view-store'`],
    ['platform/extension/live-source.ts', `import x from '../../core/capture/event'`],
    ['entrypoints/panel/main.ts', `import x from '../../platform/extension/live-source'`],
    ['cli/hangup.ts', `import x from 'node:fs'`],
    ['core/capture/event.ts', `import x from 'zod'`],
    ['state/view-store.ts', `import x from 'zustand/vanilla'`],
  ])('lets %s say %s', (file, code) => {
    expect(complaints(file, code)).toEqual([]);
  });

  it.each([
    ['core/diagnose.ts', `import x from '../platform/extension/journal'`, 'core must not import platform'],
    ['core/diagnose.ts', `import x from '../state/view-store'`, 'core must not import state'],
    ['core/diagnose.ts', `import x from 'react'`, "core must not import the package 'react'"],
    ['core/diagnose.ts', `import x from 'node:fs'`, "core must not import the package 'node:fs'"],
    ['state/view-store.ts', `import x from '../components/app/panel'`, 'state must not import components'],
    [
      'state/view-store.ts',
      `import x from '../platform/extension/journal'`,
      'state must not import platform',
    ],
    [
      'components/app/panel.tsx',
      `import x from '../../platform/extension/journal'`,
      'components must not import platform',
    ],
    [
      'platform/page/recorder.ts',
      `import x from '../../core/capture/event'`,
      'platform/page must not import core',
    ],
    ['platform/page/recorder.ts', `import x from 'zod'`, "platform/page must not import the package 'zod'"],
    [
      'platform/extension/router.ts',
      `import x from '../../entrypoints/background'`,
      'platform must not import entrypoints',
    ],
    ['cli/hangup.ts', `import x from '../platform/extension/journal'`, 'cli must not import platform'],
    ['core/report.ts', `export * from '../cli/hangup'`, 'core must not import cli'],
    ['core/report.ts', `export { x } from '../cli/hangup'`, 'core must not import cli'],
    ['core/report.ts', `const x = import('../cli/hangup')`, 'core must not import cli'],
    ['core/report.ts', `import x from '../test/support/panel-page'`, 'core must not import'],
  ])('does not let %s say %s', (file, code, words) => {
    expect(complaints(file, code).join()).toContain(words);
  });
});
