/** `npm test`: everything but the campaigns; `npm run campaigns` gives their folder. */
export default {
  testMatch: [`<rootDir>/test/${process.env.CAMPAIGNS ? 'campaigns' : '{rules,flows,queries,contract}'}/**/*.spec.ts`],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/start-cluster.mjs',
  globalTeardown: '<rootDir>/test/stop-cluster.mjs',
  testTimeout: process.env.CAMPAIGNS ? 1_800_000 : 60_000,
  maxWorkers: 2,
  // What a file has loaded is not let go by Node's modules: a worker of four gigabytes does little but collect them.
  workerIdleMemoryLimit: '1GB',
};
