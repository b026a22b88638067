/** `npm test` leaves the starts and the campaigns to commands of their own: see CONTRIBUTING. */
const folders = { starts: 'starts', campaigns: 'campaigns', quick: '{flows,contract}' };
const { TESTS: chosen } = process.env;

/** `npm run test:quick`: the rules, the contract without its longest files, and these flows. */
const quick = {
  ignored: ['/contract/(every-write-|everybody-may-|bad-input-|limits-are-kept|nothing-of-another-commune)'],
  flows: [
    'a-hamlets-report-becomes-results',
    'a-plan-is-pulled-and-an-amendment-follows',
    'an-invented-award-says-so',
    'rights-are-given-and-taken',
    'the-plan-of-2023-stands-as-printed',
    'units-change-without-rewriting-history',
  ],
};

const common = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
const own = { '^.+\\.ts$': '@swc/jest' };

/** Tests of pure functions need neither the cluster nor the program. */
const rules = {
  ...common,
  displayName: 'rules',
  testMatch: ['<rootDir>/test/rules/**/*.spec.ts'],
  transform: own,
  setupFiles: ['reflect-metadata'],
};

const program = {
  ...common,
  displayName: 'program',
  testMatch: [`<rootDir>/test/${folders[chosen] ?? '{flows,queries,contract}'}/**/*.spec.ts`],
  ...(chosen === 'quick' && {
    testPathIgnorePatterns: [...quick.ignored, `/flows/(?!(${quick.flows.join('|')})\\.)`],
  }),
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
  projects: chosen === undefined || chosen === 'quick' ? [rules, program] : [program],
  testTimeout: { campaigns: 1_800_000, starts: 180_000 }[chosen] ?? 180_000,
  maxWorkers: '100%',
  // Node does not let go what a file has loaded: a worker of four gigabytes does little but collect it.
  workerIdleMemoryLimit: '1GB',
};
