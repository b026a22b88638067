import { createHash } from 'node:crypto';
import { sep } from 'node:path';

/**
 * Jest evaluates every module anew for every test file: of this program with Nest, TypeORM and GraphQL that is three seconds.
 * A module that passes here is loaded by Node, once for each worker, and the test file gets the exports of that.
 * Of `src` and `migrations` it is what `npm run build` made of them.
 */
const built = (path) => {
  const own = path.slice(process.cwd().length + 1);
  return /^(src|migrations)\//.test(own) ? ['', 'dist', own.replace(/ts$/, 'js')].join(sep) : undefined;
};
const place = (path) => (built(path) ? process.cwd() + built(path) : path);

export default {
  getCacheKey: (source, path, { supportsStaticESM }) =>
    createHash('sha256')
      .update(JSON.stringify([import.meta.url, source, path, supportsStaticESM]))
      .digest('hex'),
  // Outside of a test file, where Jest loads its own parts, a module stays as it is.
  process: (source, path) => ({
    code: `if (globalThis.loadedOnce) module.exports = loadedOnce.require(${JSON.stringify(place(path))});
else (function () { ${source}
}).call(this);`,
  }),
  async processAsync(_, path) {
    const names = Object.keys(await import(place(path)));
    const own = names.filter((name) => name !== 'default' && name !== 'module.exports');
    return {
      code: [
        `const loaded = await loadedOnce.import(${JSON.stringify(place(path))});`,
        ...(names.includes('default') ? ['export default loaded.default;'] : []),
        `export const { ${own.join(', ')} } = loaded;`,
      ].join('\n'),
    };
  },
};
