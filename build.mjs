import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
chmodSync('dist/src/cli.js', 0o755);
writeFileSync('dist/.built', '');
