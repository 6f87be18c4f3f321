/** Against a real kube-apiserver: one worker, since each file starts its own. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/apiserver/**/*.apiserver.ts'],
  // What puts objects into etcd, or installs, has a control plane of its own, never somebody's cluster.
  testPathIgnorePatterns: process.env.KUBECONFIG === undefined ? [] : ['twins', 'install'],
  testTimeout: 60_000,
  maxWorkers: 1,
  // A watch that a server keeps open must not keep a run open.
  forceExit: true,
  moduleNameMapper: {
    '^@openshift-console/dynamic-plugin-sdk$': '<rootDir>/development/console/sdk/index.ts',
  },
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
