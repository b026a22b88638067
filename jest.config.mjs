/** `npm test`: everything but the campaigns; `npm run campaigns` gives their folder. */
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
  testMatch: [`<rootDir>/test/${process.env.CAMPAIGNS ? 'campaigns' : '{flows,queries,contract}'}/**/*.spec.ts`],
  transform: { '^<rootDir>/(src|migrations|node_modules)/.+': '<rootDir>/test/load-once.mjs', ...own },
  transformIgnorePatterns: [],
  testEnvironment: '<rootDir>/test/environment.mjs',
  globalSetup: '<rootDir>/test/start-cluster.mjs',
  globalTeardown: '<rootDir>/test/stop-cluster.mjs',
  testTimeout: process.env.CAMPAIGNS ? 1_800_000 : 60_000,
};

export default { projects: process.env.CAMPAIGNS ? [program] : [rules, program], maxWorkers: '100%' };
