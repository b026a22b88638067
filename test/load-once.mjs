import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

/**
 * Jest evaluates every module anew for every test file: of this program with Nest, TypeORM and GraphQL that is three seconds
 * and forty megabytes, which Node does not let go. A module that passes here is loaded by Node, once for each worker, and the
 * test file gets the exports of that. Of `src` and `migrations` it is what `npm run build` made of them.
 */
const self = readFileSync(import.meta.filename, 'utf8');
const load = createRequire(import.meta.url);
const keyOf = (...parts) =>
  createHash('sha256')
    .update(JSON.stringify([self, parts]))
    .digest('hex');

const built = (path) => join(process.cwd(), 'dist', relative(process.cwd(), path).replace(/ts$/, 'js'));
const named = (exported) => Object.keys(exported).filter((name) => !['default', 'module.exports'].includes(name));
const handOver = (loaded, exported) => `const loaded = ${loaded};
${'default' in exported ? 'export default loaded.default;' : ''}
export const { ${named(exported).join(', ')} } = loaded;`;

/** Transformer for this program: the program waits while it loads, so it cannot be required. */
const own = {
  getCacheKeyAsync: async (_, path) => keyOf(path, named(await import(built(path)))),
  async processAsync(_, path) {
    const loaded = `await loadedOnce.import(${JSON.stringify(built(path))})`;
    return { code: handOver(loaded, await import(built(path))) };
  },
};

const packages = {
  getCacheKey: (source, path, { supportsStaticESM: esm }) => keyOf(path, esm ? named(load(path)) : source),
  process(source, path, { supportsStaticESM: esm }) {
    const loaded = `loadedOnce.require(${JSON.stringify(path)})`;
    if (esm) return { code: handOver(loaded, load(path)) };
    // Outside of a test file, where Jest loads its own parts, a module stays as it is.
    return {
      code: `if (globalThis.loadedOnce) module.exports = ${loaded};\nelse (function () { ${source}\n}).call(this);`,
    };
  },
};

export default { createTransformer: ({ of }) => (of === 'packages' ? packages : own) };
