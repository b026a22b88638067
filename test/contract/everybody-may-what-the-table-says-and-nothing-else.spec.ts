import { ModulesContainer } from '@nestjs/core';
import { getNamedType, isNonNullType, isObjectType } from 'graphql';
import { OPEN } from '../../src/access/open.js';
import { OPERATION } from '../../src/api/operation.js';
import { useApp, as } from '../app.js';
import { openApi, operations, rootFields, sdl } from './contract.js';

const test = useApp();

const rest = operations();
const fields = rootFields();
const schema = sdl();

/* What is expected is told here by hand, from the contract, and shares nothing with the code that decides. */

const officials = ['administrator', 'clerk', 'hamlet-1', 'verifier', 'chairperson', 'council-1', 'accountant', 'auditor'];
const systems = ['district', 'province', 'integrator'];
const everybody = [...officials, 'observer', ...systems];
const feedReaders = ['administrator', 'clerk', 'verifier', 'chairperson', 'auditor', ...systems];

interface Expected {
  scope: string;
  may: 'PUBLIC' | readonly string[];
  /** Takes no commune. */
  anywhere?: true;
  /** What comes back when it is let through. */
  passed?: 'STALE';
}

const table: Record<string, Expected> = {
  communes: { scope: 'communes:read', may: everybody, anywhere: true },
  commune: { scope: 'communes:read', may: 'PUBLIC' },
  superiors: { scope: 'communes:read', may: everybody },
  supervisions: { scope: 'communes:read', may: everybody },
  me: { scope: 'access:read', may: everybody, anywhere: true },
  document: { scope: 'documents:read', may: [...officials, ...systems] },
  units: { scope: 'units:read', may: [...officials, ...systems] },
  unit: { scope: 'units:read', may: [...officials, ...systems] },
  plans: { scope: 'plans:read', may: 'PUBLIC' },
  plan: { scope: 'plans:read', may: 'PUBLIC' },
  indicators: { scope: 'plans:read', may: 'PUBLIC' },
  indicator: { scope: 'plans:read', may: 'PUBLIC' },
  amendIndicator: { scope: 'plans:write', may: ['clerk'], passed: 'STALE' },
  changes: { scope: 'feed:read', may: feedReaders },
  history: { scope: 'feed:read', may: feedReaders },
  proof: { scope: 'feed:read', may: feedReaders },
  refusals: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
  refusal: { scope: 'catalogue:read', may: 'PUBLIC', anywhere: true },
};

/** The operation each edge stands for. */
const edges: Record<string, string> = {
  'Commune.head': 'communes',
  'Commune.plan': 'plan',
  'Commune.plans': 'plans',
  'Commune.units': 'units',
  'Indicator.responsibleUnit': 'unit',
  'Plan.document': 'document',
  'Plan.indicators': 'indicators',
  'Unit.parent': 'unit',
};

/** Pages and probes that are no operations. */
const open = ['HealthController.live', 'HealthController.ready', 'HomeController.home'];

const places = ['duc-lang', 'xa-mau', 'xa-khac', 'nowhere'];
const reach = (caller: string) => (caller === 'district' || caller === 'province' ? ['duc-lang', 'xa-mau'] : ['duc-lang']);

const invalid = ['garbage', 'revoked', 'expired'];
const lacking = 'clerk without ';
const scopes = [...new Set(Object.values(table).map(({ scope }) => scope))];
const callers = [undefined, ...invalid, ...everybody, ...scopes.map((scope) => lacking + scope)];

function verdict(caller: string | undefined, operation: string, place: string): string {
  const { scope, may, anywhere, passed = 'OK' } = table[operation] as Expected;
  if (caller === undefined) return may !== 'PUBLIC' ? 'UNAUTHENTICATED' : anywhere || place !== 'nowhere' ? passed : 'NOT_FOUND';
  if (invalid.includes(caller)) return 'UNAUTHENTICATED';
  if (!anywhere && !reach(caller).includes(place)) return 'NOT_FOUND';
  const [name, missing] = caller.split(' without ') as [string, string?];
  if (may !== 'PUBLIC' && !may.includes(name)) return 'FORBIDDEN';
  return missing === scope ? 'SCOPE_MISSING' : passed;
}

const statuses: Record<string, number> = { OK: 200, UNAUTHENTICATED: 401, FORBIDDEN: 403, SCOPE_MISSING: 403, NOT_FOUND: 404, STALE: 412 };

const keys: Record<string, string> = { garbage: 'thd_garbage' };
const ids: Record<string, { plan: string; document: string }> = { nowhere: { plan: '019a0000-0000-7000-8000-000000000000', document: '019a0000-0000-7000-8000-000000000000' } };
let code = '';
let address = '';

/** A key of the clerk's with all scopes but one. */
async function issue(name: string, without = '', end: { expiresAt?: Date; revokedAt?: Date } = {}): Promise<void> {
  keys[name] = `thd_${name.replace(/\W/g, '-')}`;
  await test.admin.query(
    `insert into api_key (commune_id, id, actor_id, prefix, hash, scopes, expires_at, revoked_at)
     select k.commune_id, gen_random_uuid(), k.actor_id, left($1, 10), sha256($1::bytea), array_remove(k.scopes, $2), $3, $4
     from api_key k join actor a on a.commune_id = k.commune_id and a.id = k.actor_id where a.key = 'clerk' limit 1`,
    [keys[name], without, end.expiresAt, end.revokedAt],
  );
}

beforeAll(async () => {
  await test.app.listen(0, '127.0.0.1');
  address = await test.app.getUrl();
  const past = new Date(Date.now() - 1000);
  await issue('expired', '', { expiresAt: past });
  await issue('revoked', '', { revokedAt: past });
  for (const scope of scopes) await issue(lacking + scope, scope);
  const plans = await test.admin.query('select c.key, p.id as plan, p.document_id as document from plan p join commune c on c.id = p.commune_id');
  for (const { key, ...found } of plans.rows) ids[key] = found;
  const indicators = await test.admin.query('select code from indicator where responsible_unit_id is not null order by sort_order limit 1');
  code = indicators.rows[0].code;
});

/** Over one connection that stays: there are thousands of requests. */
async function send(caller: string | undefined, method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> {
  const key = as(test, caller === undefined ? undefined : (keys[caller] ?? caller));
  const answer = await fetch(address + path, { method: method.toUpperCase(), headers: { ...headers, ...key, ...(body && { 'content-type': 'application/json' }) }, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

function parameters(operation: string, place: string): Record<string, unknown> {
  const id = operation === 'document' ? ids[place]?.document : ids[place]?.plan;
  return { commune: place, key: place, plan: '2023', unit: 'van-phong-thong-ke', type: 'plan', id, code: operation === 'refusal' ? 'STALE' : code, expectedVersion: 999, input: { assessedBy: 'x' } };
}

async function overRest(caller: string | undefined, name: string, place: string): Promise<string> {
  const { method, path } = rest.find(({ operationId }) => operationId === name) as { method: 'get' | 'patch'; path: string };
  const given = parameters(name, place);
  const url = path.replace(/\{(\w+)\}/g, (_, parameter: string) => String(given[parameter]));
  const { status, body } = await send(caller, method, url, method === 'get' ? undefined : (given.input as object), { 'if-match': '"999"' });
  const answer = status < 400 ? 'OK' : body.code;
  return status === statuses[answer] ? answer : `${answer} as ${status}`;
}

const ask = async (caller: string | undefined, query: string, variables: object = {}) => (await send(caller, 'post', '/graphql', { query, variables })).body;

async function overGraphql(caller: string | undefined, name: string, place: string): Promise<string> {
  const args = (fields[name]?.args ?? []).filter(({ type }) => isNonNullType(type));
  const given = parameters(name, place);
  const heading = args.length > 0 ? `(${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')})` : '';
  const passing = args.length > 0 ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : '';
  const query = `${table[name]?.scope.endsWith(':write') ? 'mutation' : 'query'} ${heading} { ${name}${passing} { __typename } }`;
  const { data, errors } = await ask(caller, query, Object.fromEntries(args.map((arg) => [arg.name, given[arg.name]])));
  return errors ? errors[0].extensions.code : data[name] === null ? 'null' : 'OK';
}

describe('nothing is forgotten', () => {
  it('every operation of either door stands in this table', () => {
    const names = Object.keys(table).sort();
    expect(rest.map(({ operationId }) => operationId).sort()).toEqual(names);
    expect(Object.keys(fields).sort()).toEqual(names);
  });

  it('every edge stands in this table', () => {
    const schemas = openApi().components.schemas;
    const found = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && type.name in schemas)
      .flatMap((type: any) => Object.keys(type.getFields()).filter((field) => !(field in schemas[type.name].properties)).map((field) => `${type.name}.${field}`));
    expect([...found, 'Commune.head'].sort()).toEqual(Object.keys(edges).sort());
  });

  it('every route is an operation, or known to be open', () => {
    const handlers = [...test.app.get(ModulesContainer).values()].flatMap(({ controllers, providers }) => [...controllers.values(), ...providers.values()]).flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype?: Record<string, any> } | null)?.prototype ?? {};
      return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function').map((name) => [`${metatype?.name}.${name}`, prototype[name]] as const);
    });
    const routes = handlers.filter(([, handler]) => Reflect.hasMetadata('path', handler) || ['Query', 'Mutation'].includes(Reflect.getMetadata('graphql:resolver_type', handler)));
    expect(routes.length).toBeGreaterThan(2 * Object.keys(table).length - 1);
    expect(routes.filter(([, handler]) => !Reflect.hasMetadata(OPERATION, handler)).map(([name]) => name).sort()).toEqual(open);
    expect(handlers.filter(([, handler]) => Reflect.hasMetadata(OPEN, handler)).map(([name]) => name).sort()).toEqual(open);
  });
});

describe.each([
  ['REST', overRest],
  ['GraphQL', overGraphql],
] as const)('%s', (_, act) => {
  it.each(Object.keys(table))('%s', async (operation) => {
    const asked = callers.flatMap((caller) => (table[operation]?.anywhere ? ['duc-lang'] : places).map((place) => [caller, place] as const));
    const answers: Record<string, string> = {};
    for (const [caller, place] of asked) answers[`${caller} in ${place}`] = await act(caller, operation, place);
    expect(answers).toEqual(Object.fromEntries(asked.map(([caller, place]) => [`${caller} in ${place}`, verdict(caller, operation, place)])));
  });
});

describe('an edge asks for the right of the operation it stands for, and the rest of the answer stands', () => {
  const parents: Record<string, readonly [root: string, query: () => string]> = {
    Commune: ['commune', () => 'commune(key: "duc-lang")'],
    Plan: ['plan', () => 'plan(commune: "duc-lang", plan: "2023")'],
    Indicator: ['indicator', () => `indicator(commune: "duc-lang", plan: "2023", code: "${code}")`],
    Unit: ['unit', () => 'unit(commune: "duc-lang", unit: "van-phong-thong-ke")'],
  };

  const refusedAlone: string[] = [];

  it.each(Object.entries(edges))('%s: %s', async (edge, operation) => {
    const [type = '', field = ''] = edge.split('.');
    const [root, query] = parents[type] as (typeof parents)[string];
    const argument = (getNamedType(schema.getType(type) as any) as any).getFields()[field].args.some((arg: any) => isNonNullType(arg.type)) ? '(key: "2023")' : '';
    const through = callers.filter((caller) => verdict(caller, root, 'duc-lang') === 'OK');
    const refused: string[] = [];
    for (const caller of through) {
      const { data, errors } = await ask(caller, `{ ${query()} { __typename ${field}${argument} { __typename } } }`);
      const expected = verdict(caller, operation, 'duc-lang');
      expect([caller, data[root].__typename, errors?.[0].extensions.code ?? 'OK']).toEqual([caller, type, expected]);
      expect([caller, data[root][field] === null, errors?.[0].path]).toEqual([caller, expected !== 'OK', expected === 'OK' ? undefined : [root, field]]);
      if (expected !== 'OK') refused.push(String(caller));
    }
    if (refused.length > 0) refusedAlone.push(edge);
  });

  it('control: such refusals were among them', () => {
    expect(refusedAlone).toEqual(['Commune.head', 'Commune.plan', 'Commune.plans', 'Commune.units', 'Indicator.responsibleUnit', 'Plan.document']);
  });
});
