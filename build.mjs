import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

/** Compiles `src` and `migrations` into `dist` by `.swcrc`. Types are checked apart: `npm run typecheck`. */
const compiled = ['src', 'migrations']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
  .filter((path) => path.endsWith('.ts'))
  .map((source) => {
    const target = join('dist', source.replace(/ts$/, 'js'));
    const sourceFileName = relative(dirname(target), source);
    return { target, ...transformFileSync(source, { sourceMaps: true, sourceFileName }) };
  });
rmSync('dist', { recursive: true, force: true });
for (const { target, code, map } of compiled) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
  writeFileSync(`${target}.map`, map);
}
// The parts of GraphiQL as files: the module that holds them would keep 31 MB of the heap.
mkdirSync('dist/src/pages/graphiql');
for (const [part, text] of Object.entries(await import('@graphql-yoga/render-graphiql/graphiql')))
  if (typeof text === 'string') writeFileSync(`dist/src/pages/graphiql/${part}`, text);
copyFileSync('src/pages/page.css', 'dist/src/pages/page.css');
copyFileSync('test/contract/chain-vector.json', 'dist/src/pages/chain-vector.json');
chmodSync('dist/src/cli.js', 0o755);
writeFileSync('dist/.built', '');
