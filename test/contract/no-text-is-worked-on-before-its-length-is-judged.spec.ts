import { jest } from '@jest/globals';
import { isNonNullType } from 'graphql';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';
import { file, form, pdf } from '../files.js';
import type { Row } from '../doors.js';
import { everything, operations, rootFields, sdl } from './contract.js';
import { table } from './rights/expected.js';
import { given, textsIn, textsOf, valueOf } from './texts.js';

const test = useApp();
/** The program's own String, which is not that of a test file. */
const text = (Database.constructor as FunctionConstructor)('return String.prototype')() as {
  normalize(form?: string): string;
  match(pattern: RegExp): RegExpMatchArray | null;
};
const longest = { body: 90_000, url: 3_000, header: 5_000 };
const marks = (length: number) => `a${'\u0315\u0300'.repeat(length / 2)}`;
const fillers = { marks, blanks: (length: number) => ' '.repeat(length), dots: (length: number) => '.'.repeat(length) };
const kinds = Object.keys(fillers) as (keyof typeof fillers)[];

/** Texts of the trial that the program normalised, or matched with a pattern, though they are too long. */
let worked: string[];
const tooLong = (value: unknown) => String(value).length > 2_000;
/** The validator counts characters by patterns for surrogates and presentation. */
const counts = (pattern: unknown) => /FE0F|D800/i.test(String(pattern));
beforeEach(() => {
  worked = [];
  for (const work of ['normalize', 'match'] as const) {
    const own = text[work] as (this: string, given: never) => never;
    jest.spyOn(text, work).mockImplementation(function (this: unknown, given) {
      if (tooLong(this) && !counts(given)) worked.push(`${work} of ${String(this).length} characters`);
      return own.call(String(this), given as never);
    });
  }
});
afterEach(() => jest.restoreAllMocks());

/** Refused, each for a reason of its own text. */
async function refused(what: string, operation: string, request: object): Promise<string[]> {
  const { may } = table[operation]!;
  const actor = may === 'PUBLIC' ? 'clerk' : may[0];
  const { headers = {}, ...rest } = request as { headers?: Record<string, string> };
  const answer = await test.app.inject({ ...rest, headers: { ...as(test, actor), ...headers } } as never);
  const { status, code } = problemOf(answer.json());
  const found = [
    ...(status >= 400 && status < 500 && ![401, 403, 429].includes(status) ? [] : [`${status} ${code}`]),
    ...(answer.body.length < 20_000 ? [] : [`an answer of ${answer.body.length} characters`]),
    ...worked.splice(0),
  ];
  return found.map((each) => `${operation}, ${what}: ${each}`);
}
const problemOf = ({ errors, ...body }: Row): Row =>
  errors?.[0]?.message === undefined ? { status: 200, ...body } : { status: 400, ...errors[0].extensions };

const rest = operations().filter(({ operationId }) => table[operationId]);
const addressOf = (path: string, at?: string, filler = '') =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === at ? encodeURIComponent(filler) : 'duc-lang'));

describe.each(kinds)('%s', (kind) => {
  const filler = fillers[kind];

  it('in a body', async () => {
    const found: string[] = [];
    for (const { operationId, method, path, requestBody } of rest) {
      const schema = requestBody?.content['application/json']?.schema;
      for (const at of schema ? textsOf(schema) : []) {
        const payload = valueOf(schema as Row, at, filler(longest.body / 2)) as object;
        const url = addressOf(path);
        found.push(
          ...(await refused(at.join('/'), operationId, {
            method,
            url,
            payload,
            headers: { 'if-match': '"1"' },
          })),
        );
      }
    }
    expect(found).toEqual([]);
  });

  it('in a path or a query', async () => {
    const found: string[] = [];
    for (const { operationId, method, path, parameters } of rest)
      for (const { name, in: place, schema } of parameters)
        if (place === 'path' || (place === 'query' && (schema.items ?? schema).enum === undefined)) {
          const long = filler(kind === 'marks' ? longest.url / 6 : longest.url / 3);
          const query = place === 'query' ? `?${name}=${encodeURIComponent(long)}` : '';
          const url = addressOf(path, name, long) + query;
          if (method === 'get') found.push(...(await refused(`${place} ${name}`, operationId, { method, url })));
        }
    expect(found).toEqual([]);
  });

  it('in a variable', async () => {
    const found: string[] = [];
    const schema = sdl();
    for (const [name, field] of Object.entries(rootFields(schema)).filter(([each]) => table[each]))
      for (const arg of field.args)
        for (const at of textsIn(arg.type)) {
          const asked = field.args.filter((each) => each === arg || isNonNullType(each.type));
          const variables = Object.fromEntries(
            asked.map((each) => [each.name, given(each.type, each === arg ? at : undefined, filler(longest.body / 2))]),
          );
          const heading = asked.map((each) => `$${each.name}: ${String(each.type)}`).join(', ');
          const passed = asked.map((each) => `${each.name}: $${each.name}`).join(', ');
          const kindOf = schema.getMutationType()!.getFields()[name] ? 'mutation' : 'query';
          const query = `${kindOf} (${heading}) { ${name}(${passed}) ${everything(field.type, 2)} }`;
          const payload = { query, variables };
          const what = `${arg.name} ${at.join('/')}`;
          found.push(...(await refused(what, name, { method: 'POST', url: '/graphql', payload })));
        }
    expect(found).toEqual([]);
  });

  it('in a file name, and in a field of a form', async () => {
    const sent = [
      form([file(`${filler(longest.header)}.pdf`, pdf())]),
      form([{ name: 'public', body: filler(longest.header) }, file('a.pdf', pdf())]),
    ];
    const { path } = rest.find(({ operationId }) => operationId === 'uploadFile')!;
    for (const { body: payload, type } of sent)
      expect(
        await refused('form', 'uploadFile', {
          method: 'POST',
          url: addressOf(path),
          payload,
          headers: { 'content-type': type },
        }),
      ).toEqual([]);
  });

  it('in a header', async () => {
    const value = Buffer.from(filler(longest.header)).toString('latin1');
    for (const name of ['idempotency-key', 'legal-date', 'legal-reference', 'on-behalf-of', 'if-match'])
      expect(
        await refused(name, 'addUnit', {
          method: 'POST',
          url: '/v1/communes/duc-lang/units',
          payload: { code: 'x', name: 'x', kind: 'HAMLET' },
          headers: { [name]: kind === 'blanks' ? `x${value}x` : value },
        }),
      ).toEqual([]);
  });
});

it('a text within its length is normalised; control: the trial sees what the program does to one beyond', async () => {
  const name = 'Thôn Đông'.normalize('NFD');
  const normalized = jest.mocked(text.normalize);
  await test.app.inject({
    method: 'POST',
    url: '/v1/communes/duc-lang/units?validate=only',
    headers: as(test, 'clerk'),
    payload: { code: 'thon-dong', kind: 'HAMLET', name },
  });
  expect(normalized.mock.contexts.map(String)).toContain(name);
  (text.normalize as (this: string) => string).call('a'.repeat(3_000));
  expect(worked).toEqual(['normalize of 3000 characters']);
});

it('a refusal tells fifty points, however many there are', async () => {
  const strangers = Object.fromEntries(Array.from({ length: 8_000 }, (_, each) => [`m${each}`, 1]));
  const answer = await test.app.inject({
    method: 'POST',
    url: '/v1/communes/duc-lang/units',
    headers: as(test, 'clerk'),
    payload: strangers,
  });
  expect([answer.statusCode, answer.json<Row>().errors.length]).toEqual([400, 50]);
});
