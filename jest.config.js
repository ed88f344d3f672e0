/** Five kinds of tests; `npm run test:jest -- rules` runs one of them. */
const transform = {
  '^.+\\.[jt]sx?$': [
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
};

const project = (name, settings = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform,
  moduleNameMapper: {
    '^@contract$': '<rootDir>/cloudfunctions/contract/index.ts',
    '^@contract/(.*)$': '<rootDir>/cloudfunctions/contract/$1',
    '^@rules/(.*)$': '<rootDir>/cloudfunctions/rules/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
    '\\.(css|scss|png|jpe?g|svg)$': '<rootDir>/config/jest/empty-module.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.cache/'],
  ...settings,
});

module.exports = {
  // Two: the machines this runs on have two cores, and the browser tests bring processes of their own.
  maxWorkers: 2,
  // Generous: what takes 5 s alone takes many times that on a busy machine.
  testTimeout: 300_000,
  projects: [
    project('rules'),
    project('local-cloud'),
    project('functions'),
    project('mini-program', {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://mini-program.test/' },
    }),
    project('browser', { globalSetup: '<rootDir>/config/jest/before-browser-tests.ts' }),
  ],
};
