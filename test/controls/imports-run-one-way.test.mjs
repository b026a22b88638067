import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, test } from 'node:test';

/** The violations of a tree: `rule | from | to`. */
function violations(directory) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      '--config',
      resolve('.dependency-cruiser.cjs'),
      '--output-type',
      'json',
    ],
    {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout);
  return summary.violations
    .map(({ rule, from, to }) => `${rule.name.split(':')[0]} | ${from} | ${to.replace(/.+(?=\/node_modules)/, '…')}`)
    .sort();
}

const directory = mkdtempSync(join(tmpdir(), 'imports-'));
after(() => rmSync(directory, { recursive: true }));

test('imports that run the wrong way are found', () => {
  const tree = {
    'main.ts':
      "import './units/units.service.js'; import './indicators/indicators.service.js'; import './units/unit.rules.js'; import './exchange/verify.js'; import './units/units.controller.js'; import './units/a.js'; import './units/b.js';",
    'indicators/indicators.service.ts': 'export const indicators = 1;',
    'units/units.service.ts':
      "import { indicators } from '../indicators/indicators.service.js'; export const units = indicators;",
    'units/units.controller.ts': "import { units } from './units.service.js'; export const door = units;",
    'units/units.queries.ts': "import { units } from './units.service.js'; export const all = units;",
    'units/unit.rules.ts': "import { Injectable } from '@nestjs/common'; export const rule = Injectable;",
    'units/a.ts':
      "import { b } from './b.js'; import { writeXlsx } from 'hucre/xlsx'; export const a = () => [b, writeXlsx];",
    'units/b.ts': "import { a } from './a.js'; export const b = () => a;",
    'exchange/verify.ts':
      "import { createHash } from 'node:crypto'; import { linkHash } from '../journal/chain.rules.js'; export const verify = [createHash, linkHash];",
    'journal/chain.rules.ts': 'export const linkHash = 1;',
    'units/forgotten.ts': 'export const forgotten = 1;',
  };
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(directory, 'src', path)), { recursive: true });
    writeFileSync(join(directory, 'src', path), text);
  }
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { '@nestjs/common': '*', hucre: '*' } }),
  );
  assert.deepEqual(violations(directory), [
    'doors know services, services know queries | src/units/units.queries.ts | src/units/units.service.ts',
    'imports run one way | src/units/units.service.ts | src/indicators/indicators.service.ts',
    'no cycles | src/units/a.ts | src/units/b.ts',
    'no orphans | src/units/forgotten.ts | src/units/forgotten.ts',
    'pure files know pure files | src/units/unit.rules.ts | …/node_modules/@nestjs/common/index.js',
    'sheets have one writer | src/units/a.ts | …/node_modules/hucre/dist/xlsx.d.mts',
    'the verifier shares no code with the server | src/exchange/verify.ts | src/journal/chain.rules.ts',
  ]);
});
