// Lint: strict TypeScript, and who may import whom (DESIGN: one place for each thing, no Google outside src/google).
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Layer → the layers of src/ it may import, and why a breach matters. */
const LAYERS = {
  domain: { may: ['domain'], why: 'domain/ holds pure rules: no Google, no clock, no wording' },
  programmes: { may: ['programmes', 'domain'], why: 'programmes/ is data only' },
  workbook: { may: ['workbook', 'domain'], why: 'workbook/ describes tables as data' },
  app: {
    may: ['app', 'domain', 'programmes', 'workbook', 'shared'],
    why: 'app/ holds use cases: they reach the world through ports.ts only',
  },
  google: {
    may: ['google', 'app', 'workbook', 'domain'],
    why: 'google/ implements the ports and knows nothing of use cases',
  },
  messages: { may: ['messages', 'domain'], why: 'messages/ words what domain/ says' },
  shared: { may: ['shared', 'domain'], why: 'shared/ is the contract between page and server: types only' },
  server: {
    may: ['server', 'app', 'google', 'shared', 'messages', 'programmes', 'workbook', 'domain'],
    why: 'server/ turns a click into a use case',
  },
  cards: {
    may: ['cards', 'app', 'google', 'shared', 'messages', 'workbook', 'domain'],
    why: 'cards/ are the homepages of the card add-on: they read and show',
  },
  sidebar: { may: ['sidebar', 'shared', 'messages'], why: 'sidebar/ talks to the server through shared/contract only' },
};
const ALL = Object.keys(LAYERS);

const boundaries = ALL.map((layer) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...ALL.filter((other) => !LAYERS[layer].may.includes(other)).map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `src/${layer} may not import src/${other}: ${LAYERS[layer].why}.`,
          })),
          {
            regex: '(^|/)local(/|$)',
            message: 'src/ never imports the local Workspace: it must run on live Apps Script.',
          },
          ...(layer === 'google'
            ? [{ regex: '^(\\.\\./)+app/(?!ports(/|$))', message: 'src/google may import only app/ports.' }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'dist-cards/**', 'out/**', 'node_modules/**', 'coverage/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      'no-restricted-globals': ['error', { name: 'event', message: 'Take the event as an argument.' }],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/app/**/*.ts', 'src/workbook/**/*.ts', 'src/programmes/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Randomness is an input.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The clock is an input.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an input.' },
      ],
    },
  },
  ...boundaries,
  {
    files: ['src/entry-points.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\./(?!server/)',
              message: 'src/entry-points.ts may import only server/: it lists what Apps Script may call.',
            },
          ],
        },
      ],
    },
  },
  {
    // The solver's inner loops walk typed arrays by indexes it made itself: a check a read would cost more than it finds.
    files: ['src/domain/grouping/**/*.ts', 'bench/groups*.ts', 'test/domain/grouping/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['local/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(^|/)src/', message: 'local/ knows Apps Script and dist/, nothing of src/.' }] },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
