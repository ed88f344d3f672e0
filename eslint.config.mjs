import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { architecture } from './config/eslint/architecture.js';

const NODE_GLOBALS = [
  ...['module', 'exports', 'require', '__dirname', '__filename', 'process', 'console', 'Buffer'],
  ...['URL', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
];

const BROWSER_GLOBALS = [
  ...['window', 'document', 'location', 'history', 'navigator', 'URLSearchParams', 'Option'],
  ...['sessionStorage', 'localStorage', 'MediaRecorder', 'Blob', 'Node'],
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.data/', '.cache/', '.swc/', 'config/custom-tab-bar/'] },
  // Half a megabyte, written by `npm run triage:train`.
  { ignores: ['cloudfunctions/rules/triage/cloud/weights.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // JSX takes `onClick={async () => …}`: Taro ignores what a handler returns.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // The functions of hooks and stores are taken apart all the time; none of them uses `this`.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'writable'])),
    },
  },
  {
    // Plain scripts of the preview's frame and of the inspector; they run in a browser as they are.
    files: ['config/preview/**/*.js', 'local-cloud/inspector/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(BROWSER_GLOBALS.map((name) => [name, 'readonly'])),
    },
  },
  ...architecture(import.meta.dirname),
);
