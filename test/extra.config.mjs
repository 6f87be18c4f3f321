import e2e from './e2e/jest.config.mjs';

/** Tests with programs the product itself does not need; `npm run test:extra` starts them. */
export default {
  ...e2e,
  rootDir: '..',
  testMatch: ['<rootDir>/test/**/*.extra.ts'],
};
