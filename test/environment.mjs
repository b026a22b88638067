import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Globals of a test file that the program outside of the file looks at: with `instanceof`, or for its settings. */
const shared = { Date, Error, Map, Promise, Reflect, Set, process };

/** A context for one test file that hands over modules loaded outside of it: see load-once.mjs. */
export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, shared, {
      loadedOnce: { import: (path) => import(path), require: createRequire(import.meta.url) },
    });
  }
}
