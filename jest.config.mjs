/** One Jest project for what runs without a DOM, one for React. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

/** Packages that ship ECMAScript modules only, or import on demand. */
const modulesOnly = [
  '@noble/ciphers',
  '@opentelemetry/otlp-exporter-base',
  'pixelmatch',
  'react-markdown',
  'unified',
  'vfile',
  'mdast',
  'hast',
  'micromark',
  'remark',
  'unist',
  'devlop',
  'bail',
  'trough',
  'property-information',
  'comma-separated-tokens',
  'space-separated-tokens',
  'html-url-attributes',
  'estree-util',
  'decode-named-character-reference',
  'character-entities',
  'ccount',
  'zwitch',
  'trim-lines',
  'is-plain-obj',
  'longest-streak',
  'markdown-table',
  'escape-string-regexp',
];
const transformIgnorePatterns = [`/node_modules/(?!(${modulesOnly.join('|')}))`];

export default {
  // Hundreds of files in one process fill its memory, and then it is slow.
  workerIdleMemoryLimit: '1GB',
  maxWorkers: 2,
  // No test is about time: on a busy machine the usual 5 s are too short for a cluster on loopback.
  testTimeout: 30_000,
  projects: [
    {
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{engine,cnv-diagnostic,development,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/e2e/'],
      transform: { '\\.[jt]sx?$': swc(false), '\\.mjs$': swc(false) },
      transformIgnorePatterns,
    },
    {
      displayName: 'browser',
      testEnvironment: 'jsdom',
      testMatch: [
        '<rootDir>/src/**/*.spec.{ts,tsx}',
        '<rootDir>/development/console/**/*.spec.tsx',
      ],
      setupFilesAfterEnv: ['<rootDir>/src/setup-tests.ts'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/src/testing/style.ts',
        '^@openshift-console/dynamic-plugin-sdk$': '<rootDir>/development/console/sdk/index.ts',
      },
      transform: { '\\.[jt]sx?$': swc(true), '\\.mjs$': swc(false) },
      transformIgnorePatterns,
    },
  ],
};
