import { RegistryService } from '../../src/communes/registry.service.js';
import { useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

const test = useApp();
const other = useApp();
const startAgainAt = '/v1/communes/duc-lang/changes';

describe.each(doors)('%s', (_, door) => {
  it('ahead of the journal, or of another history', async () => {
    const { body } = await door(test).indicator('clerk', 'duc-lang', '2023', 'econ.livestock.deer');
    const amended = await door(test).amendIndicator('clerk', 'duc-lang', '2023', 'econ.livestock.deer', body.version, {
      reason: 'r',
      target: String(Number(body.target) + 1),
    });
    expect(amended.status).toBe(200);
    const ahead = await door(test).changes('district', 'duc-lang');
    // The other database is as a backup taken before the amendment.
    const restored = await door(other).changes('district', 'duc-lang', ahead.body.cursor);
    expect([restored.status, restored.code, restored.body.details]).toEqual([410, 'CURSOR_AHEAD', { startAgainAt }]);

    const twin = await door(other).indicator('clerk', 'duc-lang', '2023', 'econ.livestock.pig');
    await door(other).amendIndicator('clerk', 'duc-lang', '2023', 'econ.livestock.pig', twin.body.version, {
      reason: 'r',
      assessedBy: door.name,
    });
    const diverged = await door(other).changes('district', 'duc-lang', ahead.body.cursor);
    expect([diverged.status, diverged.code, diverged.body.details]).toEqual([
      410,
      'CURSOR_OTHER_HISTORY',
      { startAgainAt },
    ]);
  });

  it('of somebody who sees other things', async () => {
    const { body } = await door(test).changes('clerk', 'duc-lang');
    const answer = await door(test).changes('district', 'duc-lang', body.cursor);
    expect([answer.status, answer.code, answer.body.details]).toEqual([410, 'CURSOR_RESCOPED', { startAgainAt }]);
  });

  it('that is none', async () => {
    const answer = await door(test).changes('district', 'duc-lang', 'xyz');
    expect([answer.status, answer.code]).toEqual([400, 'CURSOR_INVALID']);
  });
});

it('when supervision has ended: who supervises now, and nothing else', async () => {
  const caller = await test.operator();
  const registry = test.app.get(RegistryService);
  const asOwner = async <T>(work: () => Promise<T>) => {
    await test.admin.query('grant all on supervision to thidua_runtime');
    return work().finally(() => test.admin.query('revoke insert, update, delete on supervision from thidua_runtime'));
  };
  const cursor = (await doors[0][1](test).changes('district', 'duc-lang')).body.cursor;
  await asOwner(async () => {
    await registry.endSupervision(caller, { superior: 'duc-tho', supervised: 'duc-lang', lastDay: '2024-01-30' });
    await registry.supervise(caller, { superior: 'huyen-khac', supervised: 'duc-lang', validFrom: '2024-01-31' });
  });
  for (const [, door] of doors) {
    const feed = await door(test).changes('district', 'duc-lang', cursor);
    expect([feed.status, feed.code, feed.body.details]).toEqual([
      410,
      'SUPERVISION_ENDED',
      { successors: ['huyen-khac'] },
    ]);
    expect((await door(test).plan('district', 'duc-lang', '2023')).code).toBe('NOT_FOUND');
    expect((await door(test).plan('province', 'duc-lang', '2023')).code).toBe('NOT_FOUND');
    expect((await door(test).plan('district', 'xa-mau', '2023')).status).toBe(200);
  }
  const { body } = await test
    .http()
    .get('/v1/communes')
    .set({ authorization: `Bearer ${test.keys.district}` });
  expect(body.items.map(({ key }: Row) => key)).toEqual(['xa-mau']);
});
