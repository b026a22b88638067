import { jest } from '@jest/globals';
import pg from 'pg';
import { IdempotencyQueries } from '../../src/requests/idempotency.queries.js';
import { useApp } from '../app.js';
import { makers, overRest } from './writes.js';

const test = useApp();

/** Ages in hours of the answers of one actor that are left after an act under a key. */
async function leftAfterAnAct(before = async () => {}): Promise<number[]> {
  await test.admin.query('delete from kept_answer');
  for (const hours of [7 * 24 + 23, 8 * 24 + 1]) {
    await test.admin.query(
      `insert into kept_answer (commune_id, actor_id, key, fingerprint, act, answer, kept_at)
       select commune_id, id, 'old-' || $1::int, '\\x00', '\\x00', '{}', now() - make_interval(hours => $1::int) from actor where key = 'clerk'`,
      [hours],
    );
  }
  await before();
  const recordDocument = await makers(test).recordDocument?.();
  expect((await overRest(test)('recordDocument', recordDocument as never, { key: 'new' })).status).toBe(201);
  const { rows } = await test.admin.query(
    'select round(extract(epoch from now() - kept_at) / 3600)::int as hours from kept_answer order by kept_at desc',
  );
  return rows.map(({ hours }) => hours);
}

it('an answer is kept for seven days, and gone with the first act after eight', async () => {
  expect(await leftAfterAnAct()).toEqual([0, 191]);
});

it('an answer that another transaction forgets is left to it', async () => {
  const other = new pg.Client({ connectionString: test.database.adminUrl });
  await other.connect();
  try {
    const act = leftAfterAnAct(async () => {
      await other.query('begin');
      await other.query(`delete from kept_answer where key = 'old-193'`);
    });
    expect(await act).toEqual([0, 191, 193]);
  } finally {
    await other.end();
  }
});

it('control: without forgetting it stays', async () => {
  jest.spyOn(test.app.get(IdempotencyQueries), 'deleteExpired').mockResolvedValue();
  expect(await leftAfterAnAct()).toEqual([0, 191, 193]);
});
