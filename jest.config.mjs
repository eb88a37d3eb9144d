// ESM mode (see the "test" script): the formula engine of the local Workspace ships as an ES module.
/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '<rootDir>/test/jest-transform.mjs',
      { useESM: true, tsconfig: 'tsconfig.json', diagnostics: false },
    ],
  },
  maxWorkers: 2,
  // Modules loaded as ES modules are never given back: a worker that has grown makes room for a new one.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
};
