import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../eslint.config.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [...config, tseslint.configs.disableTypeChecked],
});

async function complaints(code, filePath) {
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const service = 'src/units/example.service.ts';

for (const [what, filePath, code, message] of [
  ['any', service, 'export const x: any = 1;', 'no-explicit-any'],
  ['save()', service, 'export const x = (m: Saver) => m.save({});', 'save()'],
  ['remove()', service, 'export const x = (m: Saver) => m.remove({});', 'save()'],
  ['softRemove()', service, 'export const x = (m: Saver) => m.softRemove({});', 'save()'],
  [
    'manager.transaction()',
    service,
    'export const x = (d: Door) => d.manager.transaction(async () => 1);',
    'Database.write',
  ],
  ['startTransaction()', service, 'export const x = (d: Door) => d.runner.startTransaction();', 'Database.write'],
  [
    '@InjectRepository',
    service,
    'export class Units { constructor(@InjectRepository(Unit) readonly units: Units) {} }',
    'Repositories',
  ],
  ['new Date()', service, 'export const x = () => new Date();', 'clock'],
  ['Date.now()', service, 'export const x = () => Date.now();', 'clock'],
  ['a Nest exception', service, 'export const x = () => { throw new NotFoundException(); };', 'Refusal'],
  ['found for many rows', service, 'export const x = (rows: Row[]) => rows.map(found);', 'no caller named'],
  ['found for a row of a map', service, 'export const x = (rows: Rows) => found(rows.get(1));', 'no caller named'],
  [
    'a filter that may be null',
    'src/units/units.queries.ts',
    'export const x = `select 1 where ($2::text[] is null or kind = any ($2))`;',
    'where()',
  ],
  [
    'a filter that may be null, by name',
    'src/units/units.queries.ts',
    'export const x = (own) => `select 1 where (${own}::uuid[] is null or id = any (${own}))`;',
    'where()',
  ],
  ['forwardRef', service, 'export const x = forwardRef(() => y);', 'one way'],
  ['a comment without a subject', service, '/** What a unit is. */ export const x = 1;', 'noun or a verb'],
  ['a sentence in it', service, '/** A unit. Of two the first. */ export const x = 1;', 'noun or a verb'],
  ['a fourth parameter', service, 'export const x = (a: A, b: A, c: A, d: A) => [a, b, c, d];', 'At most three'],
  [
    'a fifth parameter of a read',
    service,
    'export const x = (a: A, b: A, c: A, d: A, members: M) => [a, b, c, d, members];',
    'At most three',
  ],
  ['a default export', service, 'export default 1;', 'by its name'],
  ['a class that ends in Dto', service, 'export class UnitDto {}', 'says nothing'],
  ['a class that ends in Manager', service, 'export class UnitManager {}', 'says nothing'],
  ['an interface that begins with I', service, 'export interface IUnit { id: string }', 'after what they are'],
  ['console', service, 'console.log(1);', 'no-console'],
  [
    'a rule that imports Nest',
    'src/units/example.rules.ts',
    "import { Injectable } from '@nestjs/common'; export const x = Injectable;",
    'Rules are pure',
  ],
  [
    'a rule that imports TypeORM',
    'src/units/example.rules.ts',
    "import { In } from 'typeorm'; export const x = In;",
    'Rules are pure',
  ],
  [
    'a door that decides',
    'src/units/example.controller.ts',
    'export class X { units() { const all = 1; return all; } }',
    'one statement',
  ],
  [
    'a resolver that decides',
    'src/units/example.resolver.ts',
    'export class X { units() { const all = 1; return all; } }',
    'one statement',
  ],
  ['a folder named utils', 'src/utils/example.ts', 'export const x = 1;', 'says nothing'],
  ['a folder named dto', 'src/units/dto/example.ts', 'export const x = 1;', 'says nothing'],
  ['a suffix of no meaning', 'src/units/example.handler.ts', 'export const x = 1;', 'no suffix'],
  ['a name in camel case', 'src/units/exampleText.ts', 'export const x = 1;', 'kebab-case'],
  ['a test that shuts out others', 'test/flows/example.spec.ts', 'it.only("x", () => undefined);', 'Every test'],
  [
    'a test that is skipped by a condition',
    'test/flows/example.spec.ts',
    '(process.env.CI ? describe : describe.skip)("x", () => undefined);',
    'Every test',
  ],
  ['a test still to be written', 'test/flows/example.spec.ts', 'it.todo("x");', 'Every test'],
  ['a test put aside', 'test/flows/example.spec.ts', 'const tried = xit;', 'Every test'],
]) {
  test(`${what} is refused`, async () => {
    const found = await complaints(code, filePath);
    assert.equal(found.length, 1, found.join('\n'));
    assert.ok(found[0].includes(message), found[0]);
  });
}

for (const [filePath, code] of [
  [service, 'export class Units { units(at: number) { return new Date(at); } }'],
  [service, 'export const x = (a: A, b: A, c: A, members?: M) => [a, b, c, members];'],
  ['src/limits/example.ts', "fastify.addHook('onSend', (a: A, b: A, c: A, done: D) => done(a, b, c));"],
  ['src/access/clock.ts', 'export const x = () => new Date();'],
  [
    'src/units/example.controller.ts',
    'export class X { constructor(readonly a: string) {} units() { return this.a; } }',
  ],
]) {
  test(`control: what is allowed in ${filePath} passes`, async () =>
    assert.deepEqual(await complaints(code, filePath), []));
}

const sentence = (said) =>
  `import { point } from '../points.js';\nexport const x = (a: string) => point('/a', 'UNKNOWN', ${said});`;

test('a sentence that names a value in English alone is refused, and in both languages passes', async () => {
  const typed = new ESLint({ overrideConfigFile: true, overrideConfig: config });
  const complaintsOf = async (said) => {
    const [{ messages }] = await typed.lintText(sentence(said), { filePath: 'src/units/unit-end.rules.ts' });
    return messages.map(({ ruleId }) => ruleId);
  };
  assert.deepEqual(await complaintsOf('`There is no ${a}.`'), ['house/both-languages']);
  assert.deepEqual(await complaintsOf('{ en: `There is no ${a}.`, vi: `Không có ${a}.` }'), []);
});
