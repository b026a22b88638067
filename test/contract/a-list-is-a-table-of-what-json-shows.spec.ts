import Papa from 'papaparse';
import { useApp } from '../app.js';
import type { Row } from '../doors.js';
import { isTable, openApi, operations, type RestOperation } from './contract.js';
import { arrange, type World } from './rights/asking.js';
import { bound, callersOf, placesOf } from './rights/callers.js';
import { everybody, table } from './rights/expected.js';

const test = useApp();
const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const schemas: Record<string, Row> = openApi().components.schemas;
const contentOf = ({ responses }: RestOperation) => responses[200]?.content ?? {};
const pageOf = (operation: RestOperation): string | undefined =>
  /(\w+Page)$/.exec(contentOf(operation)['application/json']?.schema.$ref ?? '')?.[1];
const lists = operations().filter(pageOf);

let world: World;
beforeAll(async () => void (world = await arrange(test)));

/** Callers of every kind; what a missing scope or a bad key does is told before the format is looked at. */
const asking = new Set(['nobody', 'a deputy', ...Object.keys(bound), ...everybody]);

async function ask({ operationId, path, parameters }: RestOperation, asked: [string, string, string], after = '') {
  const [caller, place, accept] = asked;
  const given: Row = world.parameters(operationId, place);
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const query = new URLSearchParams(String(given.filter ?? ''));
  for (const { name, in: where, required } of parameters)
    if (where === 'query' && required) query.set(name, String(given[name]));
  if (accept === 'application/json' && parameters.some(({ name }) => name === 'first')) query.set('first', '500');
  if (after !== '') query.set('after', after);
  const authorization = world.credential(caller, table[operationId]?.scope);
  const answer = await test.app.inject({
    method: 'GET',
    url: `${url}?${query.toString()}`,
    headers: { accept, ...(authorization !== undefined && { authorization }) },
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, isJson };
}

/** Items of a list behind its first page. */
async function further(operation: RestOperation, asked: [string, string, string], { next }: Row): Promise<Row[]> {
  if (!next) return [];
  const { body } = await ask(operation, asked, next);
  return [...body.items, ...(await further(operation, asked, body))];
}

/** Members of a record as columns: JSON of any shape is none, and neither is what only a single record shows. */
function columnsOf(schema: Row, above: string[] = []): string[][] {
  return Object.entries<Row>(schema.properties).flatMap(([name, member]) => {
    const path = [...above, name];
    if (schema.required && !schema.required.includes(name)) return [];
    const ref = member.$ref ?? member.allOf?.[0].$ref ?? member.anyOf?.[0].$ref;
    const below = schemas[ref?.split('/').at(-1)];
    if (below?.properties) return columnsOf(below, path);
    const isJson = (member.oneOf ?? member.anyOf) !== undefined || Object.keys(member).join() === 'description';
    return isJson ? [] : [path];
  });
}

const text = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(text).join('; ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
const beside =
  /^((unit|parent|council|round|responsibleUnit|indicator)\.(name|measure\.baseUnit)|award\.(formName|numberText))$/;
const plain = (shown: string) => shown.replace(/'(?=[=+@\-＝＋－＠﹦﹢﹣﹫])/g, '');

it('every list is CSV and XLSX, but for those that no table shows', () => {
  const tables = operations().filter(isTable);
  expect(tables.every((each) => xlsx in contentOf(each))).toBe(true);
  const none = lists.filter((each) => !isTable(each)).map(({ operationId }) => operationId);
  expect(none.filter((name) => !name.endsWith('Actions'))).toEqual([
    'history',
    'nominationEligibility',
    'outcomes',
    'refusals',
  ]);
  expect(tables.every(pageOf)).toBe(true);
});

it.each(lists.map((each) => [each.operationId, each] as const))('%s', async (operationId, operation) => {
  const record = schemas[schemas[pageOf(operation)!]!.properties.items.items.$ref.split('/').at(-1)]!;
  const shown = columnsOf(record);
  let rows = 0;
  for (const place of placesOf(operationId))
    for (const caller of callersOf(operationId, place).filter((each) => asking.has(each))) {
      const whom = `${caller} in ${place}`;
      const json = await ask(operation, [caller, place, 'application/json']);
      const sheet = await ask(operation, [caller, place, csv]);
      if (json.status !== 200 || !isTable(operation)) {
        // Who may ask is told first, then that there is no such format, and then what is not there.
        const told = isTable(operation) || [401, 403].includes(json.status) ? json.body.code : 'NOT_ACCEPTABLE';
        expect([whom, [told, json.body.code]]).toEqual([whom, expect.arrayContaining([sheet.body.code])]);
        continue;
      }
      expect([whom, sheet.status, sheet.isJson]).toEqual([whom, 200, false]);
      const { data, meta } = Papa.parse<Row>(sheet.body.slice(1), {
        header: true,
        delimiter: ',',
        skipEmptyLines: true,
      });
      expect(shown.map((path) => path.join('.')).filter((name) => !meta.fields?.includes(name))).toEqual([]);
      // Beside them names of neighbours alone, of whom other operations tell.
      expect(
        meta.fields!.filter((name) => !(name.split('.')[0]! in record.properties)).filter((name) => !beside.test(name)),
      ).toEqual([]);
      const valueAt = (item: Row, path: string[]) =>
        path.reduce<unknown>((value, name) => (value as Row | null)?.[name], item);
      const told = (row: (path: string[]) => string) => shown.map((path) => [path.join('.'), plain(row(path))]);
      const items = [...json.body.items, ...(await further(operation, [caller, place, 'application/json'], json.body))];
      const expected = items.map((item: Row) => told((path) => text(valueAt(item, path))));
      // The first of the two requests is an access itself.
      const grows = ['accesses', 'exportPersonal'].includes(operationId);
      expect([whom, data.map((row) => told((path) => row[path.join('.')]))]).toEqual([
        whom,
        grows ? expect.arrayContaining(expected) : expected,
      ]);
      rows += data.length;
    }
  if (isTable(operation)) expect([operationId, rows > 0]).toEqual([operationId, true]);
});

it.each(lists.filter(isTable).map((each) => [each.operationId, each] as const))(
  '%s has the name of a unit beside its code',
  async (_, operation) => {
    const record = schemas[schemas[pageOf(operation)!]!.properties.items.items.$ref.split('/').at(-1)]!;
    const { unitCode, name, recipientName, nomineeName } = record.properties;
    if (!unitCode || name || recipientName || nomineeName) return;
    const units = await ask(
      operations().find(({ operationId }) => operationId === 'units')!,
      ['clerk', 'duc-lang', 'application/json'],
    );
    const nameOf = new Map(units.body.items.map(({ code, name }: Row) => [code, name]));
    const sheet = await ask(operation, ['clerk', 'duc-lang', csv]);
    const { data } = Papa.parse<Row>(sheet.body.slice(1), { header: true, delimiter: ',', skipEmptyLines: true });
    const named = data.filter(({ unitCode }) => nameOf.has(unitCode));
    expect(named.map((row) => row['unit.name'])).toEqual(named.map(({ unitCode }) => nameOf.get(unitCode)));
  },
);

it('one record is no table', async () => {
  const answers = await Promise.all(
    ['award', 'plan', 'unit'].map((name) =>
      ask(
        operations().find(({ operationId }) => operationId === name)!,
        ['clerk', 'duc-lang', csv],
      ),
    ),
  );
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([406, 'NOT_ACCEPTABLE']));
});
