import { getNamedType, isEnumType, isNonNullType } from 'graphql';
import { permissions } from '../../src/access/permissions.js';
import { openApi, operations, rootFields, sdl, type RestOperation } from './contract.js';
import { actions, restAlone } from './rights/expected.js';
import type { Row } from '../doors.js';

const byName = (names: readonly string[]) => [...names].sort();

/** Said of any act, on both doors in the address: no argument of a field. */
const ofAnyAct = ['validate', 'decimal'];

const parametersOf = ({ parameters }: RestOperation) =>
  parameters.filter((each) => each.in !== 'header' && !ofAnyAct.includes(each.name));

/** Arguments that a root field must have, by the REST operation: name → required. */
function expected(operation: RestOperation): Record<string, boolean> {
  const { operationId, parameters, requestBody } = operation;
  const named = parametersOf(operation).map(({ name, required }): [string, boolean] => [
    operationId === 'commune' && name === 'commune' ? 'key' : name,
    required ?? false,
  ]);
  const version = parameters
    .filter(({ name }) => name === 'If-Match')
    .map((): [string, boolean] => ['expectedVersion', true]);
  return Object.fromEntries([
    ...named,
    ...version,
    ...(requestBody ? [['input', requestBody.required !== false] as const] : []),
  ]);
}

it('names the same operations as the table of permissions', () => {
  const catalogue = Object.keys(permissions);
  expect(byName(operations().map(({ operationId }) => operationId))).toEqual(byName(catalogue));
  expect(byName(Object.keys(rootFields()))).toEqual(byName(catalogue.filter((name) => !restAlone.includes(name))));
});

describe.each(
  operations()
    .filter(({ operationId }) => !restAlone.includes(operationId))
    .map((each) => [each.operationId, each] as const),
)('%s', (name, operation) => {
  const field = rootFields()[name];
  const args = new Map(field?.args.map((arg) => [arg.name, arg]));

  it('takes the same parameters, as necessary on one door as on the other', () => {
    expect(Object.fromEntries([...args.values()].map((arg) => [arg.name, isNonNullType(arg.type)]))).toEqual(
      expected(operation),
    );
  });

  it('knows the same words of a closed list', () => {
    for (const { name: parameter, schema } of parametersOf(operation)) {
      const type = args.get(operation.operationId === 'commune' && parameter === 'commune' ? 'key' : parameter)?.type;
      const named = type && getNamedType(type);
      const words = isEnumType(named) ? byName(named.getValues().map((value) => value.name)) : undefined;
      const listed: string[] | undefined = (schema.enum ?? schema.items?.enum)?.slice().sort();
      // An enum of GraphQL takes names only; `indicator.amended` is a text there, and refused by the shape.
      expect([parameter, words]).toEqual([parameter, listed?.every((word) => /^\w+$/.test(word)) ? listed : undefined]);
    }
  });

  it('is a mutation exactly when it writes', () => {
    expect([name, operation.method === 'get']).toEqual([
      name,
      permissions[name as keyof typeof permissions].access === 'read',
    ]);
  });

  it('answers the same record', () => {
    const { schema } = operation.responses[200]?.content?.['application/json'] ?? {};
    const ref = schema.$ref.replace(/Page$/, '');
    const shown = Object.keys(openApi().components.schemas[ref.split('/').at(-1)].properties);
    const type = field && getNamedType(field.type);
    const record =
      type && 'getFields' in type && type.name.endsWith('Connection')
        ? getNamedType((type.getFields() as Row).nodes.type)
        : type;
    expect(Object.keys((record as Row).getFields())).toEqual(expect.arrayContaining(shown));
  });
});

it('what may be said of any act is documented at every write, and at no read; a file is not rehearsed', () => {
  const acts = ['Idempotency-Key', 'Legal-Date', 'Legal-Reference', 'On-Behalf-Of', 'validate'];
  const said = operations().map(({ operationId, parameters }) => [
    operationId,
    parameters
      .map(({ name }) => name)
      .filter((name) => acts.includes(name))
      .sort(),
  ]);
  const expected = (name: string) =>
    permissions[name as keyof typeof permissions].access !== 'write'
      ? []
      : name === 'uploadFile'
        ? acts.filter((each) => each !== 'validate')
        : acts;
  expect(said).toEqual(operations().map(({ operationId }) => [operationId, expected(operationId)]));
});

it('a PUT changes or makes: either of two headers', () => {
  const puts = operations().filter(({ method }) => method === 'put');
  expect(puts.map(({ operationId }) => operationId).sort()).toEqual([
    'selfScore',
    'setFund',
    'setHoliday',
    'setPaperTemplate',
    'setPlanSettings',
    'setRounding',
    'setTarget',
  ]);
  // Settings are those of a plan that is there.
  for (const { parameters } of puts.filter(({ operationId }) => operationId !== 'setPlanSettings'))
    expect(
      parameters
        .filter(({ name }) => /^If-/.test(name))
        .map(({ name, required }) => [name, required])
        .sort(),
    ).toEqual([
      ['If-Match', false],
      ['If-None-Match', false],
    ]);
});

it('an edge tells what the operations of REST alone tell', () => {
  for (const name of actions) {
    const type = sdl().getType(name.replace(/^./, (letter) => letter.toUpperCase()).replace('Actions', '')) as Row;
    expect([name, String(type.getFields().actions.type)]).toEqual([name, '[PossibleAct!]']);
  }
});
