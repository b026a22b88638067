import { permissions, type Area, type OperationId, type Permission } from '../../src/access/permissions.js';
import { audiences, roles, audienceOf } from '../../src/access/roles.js';
import { useApp } from '../app.js';
import { arrange, asking, type Doors, type World } from '../contract/rights/asking.js';
import { callers, verdict, verdictOnHidden } from '../contract/rights/callers.js';
import { hidden } from '../contract/rights/expected.js';

/* The matrix, turned on itself: with any row of the permission table changed, or what a role is shown, some cell is wrong. */

// The response cache would hide the changes made past the program.
const test = useApp('sample', 0);
const rows = permissions as Record<string, Permission>;
let world: World;
let doors: Doors;

beforeAll(async () => {
  world = await arrange(test);
  doors = await asking(test.app, world);
});

/** The callers whose cell is wrong. */
async function wrong(operation: string): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers)
    if (
      (await doors.overRest(caller, operation, world.parameters(operation, 'duc-lang'))).verdict !==
      verdict(caller, operation)
    )
      found.push(caller);
  return found;
}

/** Every way to change a row: nobody may, everybody may, one role may no more, another scope is asked for. */
const changes = ({ who, area }: Permission): Record<string, Partial<Permission>> => ({
  'nobody may': { who: [] },
  ...(who !== 'PUBLIC' && { 'nobody needs a key': { who: 'PUBLIC' } }),
  ...(who !== 'PUBLIC' && who.length < roles.length && { 'every role may': { who: roles } }),
  ...(who !== 'PUBLIC' &&
    Object.fromEntries(who.map((role) => [`${role} may no more`, { who: who.filter((each) => each !== role) }]))),
  'another scope': { area: `not-${area}` as Area },
});

let made = 0;

it.each(Object.keys(permissions) as OperationId[])('%s', async (operation) => {
  const row = rows[operation]!;
  expect(await wrong(operation)).toEqual([]);
  const unnoticed: string[] = [];
  for (const [name, change] of Object.entries(changes(row))) {
    rows[operation] = { ...row, ...change };
    if ((await wrong(operation).finally(() => void (rows[operation] = row))).length === 0) unnoticed.push(name);
    made++;
  }
  expect(unnoticed).toEqual([]);
});

describe('what a role is shown', () => {
  const shown = audienceOf as Record<string, (typeof audiences)[number]>;

  /** The callers who are told of what is hidden from them, or not told of what is not. */
  async function toldWrongly(): Promise<string[]> {
    const found: string[] = [];
    for (const { audience, operations, find } of Object.values(hidden)) {
      const operation = operations[0] as string;
      const {
        rows: [named],
      } = await test.admin.query(find);
      for (const caller of callers)
        if (
          (await doors.overRest(caller, operation, { ...world.parameters(operation, 'duc-lang'), ...named }))
            .verdict !== verdictOnHidden(caller, operation, audience)
        )
          found.push(caller);
    }
    return found;
  }

  it.each(roles)('%s', async (role) => {
    expect(await toldWrongly()).toEqual([]);
    const usual = shown[role]!;
    const unnoticed: string[] = [];
    for (const other of audiences.filter((each) => each !== usual)) {
      shown[role] = other;
      if ((await toldWrongly().finally(() => void (shown[role] = usual))).length === 0) unnoticed.push(other);
      made++;
    }
    expect(unnoticed).toEqual([]);
  });
});

afterAll(() => console.info(`${made} changes of the tables of rights, each noticed.`));
