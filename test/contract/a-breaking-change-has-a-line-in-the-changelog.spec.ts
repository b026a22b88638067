import { readdirSync, readFileSync } from 'node:fs';
import { breakingChanges, contractIn, withoutLine, type Contract, type OpenApi, type Schema } from './breaking.js';

const today = contractIn('.');

it('since the newest release', async () => {
  const releases = readdirSync('docs/released').sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const changes = await breakingChanges(contractIn(`docs/released/${releases.at(-1)}`), today);
  expect(withoutLine(changes, readFileSync('CHANGELOG.md', 'utf8'))).toEqual([]);
});

/** Today's contract with more in it. */
function withMore(sdl: string, change: (openApi: OpenApi) => void = () => undefined): Contract {
  const openApi = structuredClone(today.openApi);
  change(openApi);
  return { openApi, sdl: `${today.sdl}\n${sdl}` };
}

const withMember = (sdl: string, type: string, more: Schema = {}) =>
  withMore(sdl, ({ components: { schemas } }) => {
    schemas[type] = {
      ...schemas[type],
      properties: { ...schemas[type]?.properties, more: { type: 'string' } },
      ...more,
    };
  });

const operation = withMore('extend type Query { more: Unit }', ({ paths }) => {
  paths['/v1/more'] = { get: { operationId: 'more', responses: { 200: { description: 'More.' } } } };
});
const member = withMember('extend type Unit { more: String }', 'Unit');
const optional = withMember('extend input AmendUnit { more: String }', 'AmendUnit');
const required = withMember('extend input AmendUnit { more: String! }', 'AmendUnit', { required: ['more'] });
const type = withMore('type More { id: ID! } extend type Unit { more: More }');
const renamed = withMore('type Most { id: ID! } extend type Unit { more: Most }');

it.each([
  ['an operation is gone', operation, today, 'more', ['/v1/more', "'more' was removed"]],
  ['a member is gone', member, today, 'Unit.more', ['GET /v1/communes/{commune}/units: removed', "'more' was removed"]],
  ['a member must be sent', optional, required, 'AmendUnit.more', ['PATCH', "'String' to 'String!'"]],
  ['a new member must be sent', today, required, 'AmendUnit.more', ['PATCH', "'String!' was added"]],
  ['a type has another name', type, renamed, 'More', ["'More' was removed", "from 'More' to 'Most'"]],
])('%s: both doors tell, and one line of CHANGELOG names it', async (_, before, after, name, said) => {
  const changes = await breakingChanges(before, after);
  for (const part of said) expect(changes.map(({ change }) => change)).toContainEqual(expect.stringContaining(part));
  expect(withoutLine(changes, '## [Unreleased]\n- another\n## [0.1.0]\n- `' + name + '`')).toEqual(changes);
  expect(withoutLine(changes, '## [Unreleased]\n- `' + name + '` is another\n## [0.1.0]\n')).toEqual([]);
});

it.each([
  ['a new operation', operation],
  ['a new member of an answer', member],
  ['a new member that may be left out', optional],
])('%s breaks nothing', async (_, after) => {
  expect(await breakingChanges(today, after)).toEqual([]);
});
