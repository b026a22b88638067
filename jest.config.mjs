import { longer } from './test/longer.mjs';

/** `npm test` leaves the longer tests, the starts and the campaigns to commands of their own: see CONTRIBUTING. */
const { TESTS: chosen } = process.env;
const isFolder = chosen === 'starts' || chosen === 'campaigns';
/** A test that is asked for by its name runs, however long it is. */
const isNamed = process.argv.slice(2).some((word) => /^[^-\d]/.test(word));

const matching = (folder) =>
  chosen === 'longer' ? longer[folder].map((file) => `<rootDir>/${file}`) : [`<rootDir>/test/${folder}/**/*.spec.ts`];
const folders = isFolder ? [chosen] : ['flows', 'queries', 'contract'];

const common = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testPathIgnorePatterns: chosen || isNamed ? [] : Object.values(longer).flat(),
};
const own = { '^.+\\.ts$': '@swc/jest' };

/** Tests of pure functions need neither the cluster nor the program. */
const rules = {
  ...common,
  displayName: 'rules',
  testMatch: matching('rules'),
  transform: own,
  setupFiles: ['reflect-metadata'],
};

const program = {
  ...common,
  displayName: 'program',
  testMatch: folders.flatMap(matching),
  // Jest puts no directory in place of `<rootDir>` in a pattern.
  transform: {
    [`^${import.meta.dirname}/(src|migrations)/`]: ['<rootDir>/test/load-once.mjs', { of: 'program' }],
    '/node_modules/': ['<rootDir>/test/load-once.mjs', { of: 'packages' }],
    ...own,
  },
  transformIgnorePatterns: [],
  testEnvironment: '<rootDir>/test/environment.mjs',
  globalSetup: '<rootDir>/test/start-cluster.mjs',
  globalTeardown: '<rootDir>/test/stop-cluster.mjs',
};

export default {
  projects: isFolder ? [program] : [rules, program],
  testTimeout: chosen === 'campaigns' ? 1_800_000 : 180_000,
  testSequencer: '<rootDir>/test/sequencer.mjs',
  maxWorkers: '100%',
  // Node does not let go what a file has loaded: a worker of four gigabytes does little but collect it.
  workerIdleMemoryLimit: '1GB',
};
