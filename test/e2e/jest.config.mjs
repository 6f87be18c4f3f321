/** The browser tests: two files at a time, each with a browser and a cluster of its own. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
  // Machines that test are slow and shared; what hangs is told by the step that waits for it.
  testTimeout: 480_000,
  globalSetup: '<rootDir>/test/e2e/setup.mjs',
  maxWorkers: 2,
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: false } },
        module: { type: 'commonjs' },
      },
    ],
  },
};
