import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layers } from './eslint/layers.js';

export default tseslint.config(
  // The transparency probe is the page's own code, and does on purpose what ours must not.
  {
    ignores: [
      'node_modules',
      '.output',
      '.wxt',
      'demo-output',
      'test/fixtures',
      'test/e2e/transparency/*.js',
      '**/*.d.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use string literals: an enum is not data.' },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Page text is text, never markup.',
        },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: [
      'core/**/*.ts',
      'locales/**/*.ts',
      'state/**/*.ts',
      'components/**',
      'platform/**/*.ts',
      'entrypoints/**',
      'cli/**/*.ts',
    ],
    plugins: { hangup: { rules: { layers } } },
    rules: { 'hangup/layers': 'error' },
  },
  {
    // Time and chance are inputs: the same capture gives the same diagnosis, today and in five years.
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'performance', 'crypto', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Core reads no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Core throws no dice: take chance as an argument.' },
      ],
    },
  },
  {
    files: ['components/**/*.tsx', 'entrypoints/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
