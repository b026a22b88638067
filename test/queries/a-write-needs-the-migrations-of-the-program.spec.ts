import { migrations } from '../../migrations/all.js';
import { dataSource } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { schemaLock } from '../../src/database/schema.js';
import { as, useApp } from '../app.js';

const test = useApp();
const admin = (sql: string) => test.admin.query(sql);
const paper = { type: 'CV', year: 2024, issuer: 'UBND xã Đức Lạng', title: 'Công văn' };
const newest = '(select max(id) from migration)';

/** Status and point of readiness and of a write, and the status of a read. */
async function told() {
  const documents = '/v1/communes/duc-lang/documents';
  const ready = await test.http().get('/health/ready');
  const write = await test.http().post(documents).set(as(test, 'clerk')).send(paper);
  const read = await test.http().get(documents).set(as(test, 'clerk'));
  return [ready, write, read].map(({ status, body }) => [status, body.code, body.errors?.[0]?.code]);
}
const served = [
  [200, undefined, undefined],
  [201, undefined, undefined],
  [200, undefined, undefined],
];
const refused = (point: string) => [[503, 'UNAVAILABLE', point], [503, 'UNAVAILABLE', point], served[2]];

it.each([
  [
    'unknown',
    'MIGRATION_UNKNOWN',
    `insert into migration (timestamp, name) values (1, 'Later1')`,
    `delete from migration where name = 'Later1'`,
  ],
  [
    'pending',
    'MIGRATION_PENDING',
    `create table kept as select * from migration where id = ${newest}; delete from migration where id = ${newest}`,
    'insert into migration select * from kept',
  ],
])('while a migration is %s, writes and readiness are refused, and reads go on', async (_, point, begin, end) => {
  expect(await told()).toEqual(served);
  await admin(begin);
  expect(await told()).toEqual(refused(point));
  await admin(end);
  expect(await told()).toEqual(served);
});

it('names are compared, not counted', async () => {
  await admin(`update migration set name = 'Other' || name where id = ${newest}`);
  const { body } = await test.http().get('/health/ready');
  expect(body.details.unknown).toEqual(body.details.pending.map((name: string) => `Other${name}`));
  await admin(`update migration set name = substr(name, 6) where id = ${newest}`);
  expect(await told()).toEqual(served);
});

it('a write that waits in vain for a migration to end is told so', async () => {
  await admin(`alter role thidua_runtime in database ${test.database.name} set lock_timeout = '100ms'`);
  const source = dataSource(test.database.runtimeUrl, { entities: [], migrations, poolSize: 1 });
  const database = new Database(await source.initialize());
  const write = () => database.write({ communeIds: [1], power: null }, 1, () => Promise.resolve('done'));
  await admin(`select pg_advisory_lock(${schemaLock})`);
  await expect(write()).rejects.toMatchObject({ code: 'UNAVAILABLE', points: [{ code: 'MIGRATION_RUNNING' }] });
  await admin(`select pg_advisory_unlock(${schemaLock})`);
  await expect(write()).resolves.toBe('done');
  await source.destroy();
});
