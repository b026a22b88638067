import { permissions, roles, type Operation, type Permission } from '../../src/access/permissions.js';
import { useApp } from '../app.js';
import { arrange, asking, type World } from '../contract/rights/asking.js';
import { callers, verdict } from '../contract/rights/callers.js';

/* The matrix, turned on itself: with any row of the permission table changed, some cell of its operation is wrong. */

const test = useApp();
const rows = permissions as Record<string, Permission>;
let world: World;
let doors: ReturnType<typeof asking>;

beforeAll(async () => {
  world = await arrange(test);
  await test.app.listen(0, '127.0.0.1');
  doors = asking(await test.app.getUrl(), world);
});

/** The callers whose cell is wrong. */
async function wrong(operation: string): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) if ((await doors.overRest(caller, operation, world.parameters(operation, 'duc-lang'))).verdict !== verdict(caller, operation)) found.push(caller);
  return found;
}

/** Every way to change a row: nobody may, everybody may, one role may no more, another scope is asked for. */
const changes = ({ who, area }: Permission): Record<string, Partial<Permission>> => ({
  'nobody may': { who: [] },
  ...(who !== 'PUBLIC' && { 'nobody needs a key': { who: 'PUBLIC' } }),
  ...(who !== 'PUBLIC' && who.length < roles.length && { 'every role may': { who: roles } }),
  ...(who !== 'PUBLIC' && Object.fromEntries(who.map((role) => [`${role} may no more`, { who: who.filter((each) => each !== role) }]))),
  'another scope': { area: `not-${area}` },
});

let made = 0;

it.each(Object.keys(permissions) as Operation[])('%s', async (operation) => {
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

afterAll(() => console.info(`${made} changes of the permission table, each noticed.`));
