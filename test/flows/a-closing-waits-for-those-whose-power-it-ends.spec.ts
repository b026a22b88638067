import { jest } from '@jest/globals';
import { UnitsQueries } from '../../src/units/units.queries.js';
import { useApp } from '../app.js';
import { done, doors, rest, type Answer, type Row } from '../doors.js';
import { until, waiting } from '../until.js';

const test = useApp();
const commune = 'duc-lang';
const headers = { 'legal-date': '2024-01-30', 'legal-reference': '' };

beforeAll(async () => {
  const input = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Kết thúc' };
  headers['legal-reference'] = done(await rest(test).ask('recordDocument', 'clerk', { commune }, { input })).id;
});

describe.each(doors)('%s', (name, open) => {
  const door = open(test);
  const act = async (...[operation, actor, at, asked]: Parameters<typeof door.ask>): Promise<Row> =>
    done(await door.ask(operation, actor, { commune, ...at }, asked));
  const close = (unit: string) =>
    door.ask('closeUnit', 'clerk', { commune, unit }, { version: 1, input: { reason: 'Sáp nhập' }, headers });

  /** A hamlet with an appointment there. */
  async function hamlet(actor: string, role: string, validTo: string): Promise<{ unit: string; appointment: Row }> {
    const unit = `xom-${role}-${name}`.toLowerCase();
    const input = { code: unit, kind: 'HAMLET', name: `Xóm ${unit}`, validFrom: '2021-07-01' };
    await act('addUnit', 'clerk', {}, { input });
    const appointed = { actor, role, unit, validFrom: '2021-07-01', validTo };
    return { unit, appointment: await act('appoint', 'administrator', {}, { input: appointed }) };
  }

  it('a closing waits for the writes of those whose appointment ends with the unit', async () => {
    const { unit } = await hamlet('hamlet-2', 'REPORTER', '2024-01-31');
    // The report has its power, and goes on when the closing waits for it or is through.
    const queries = test.app.get(UnitsQueries);
    const lockShared = queries.lockShared.bind(queries);
    let closing: Promise<Answer> | undefined;
    jest.spyOn(queries, 'lockShared').mockImplementationOnce(async (...given) => {
      let closed = false;
      closing = close(unit).finally(() => (closed = true));
      await until(async () => closed || (await waiting(test)));
      return lockShared(...given);
    });
    await act('draftSubmission', 'hamlet-2', {}, { input: { plan: '2023', unit, period: '2023-07', entries: [] } });
    done(await closing!);
    const { rows } = await test.admin.query('select kind from change where commune_id = 1 order by position, item');
    expect(rows.map(({ kind }: Row) => kind).slice(-3)).toEqual([
      'submission.drafted',
      'unit.closed',
      'appointment.ended',
    ]);
  });

  it('an appointment, be it the first at its unit, waits for a closing under way, and ends with the unit', async () => {
    const unit = `xom-chua-ai-${name}`.toLowerCase();
    const input = { code: unit, kind: 'HAMLET', name: `Xóm Cũ ${name}`, validFrom: '2021-07-01' };
    await act('addUnit', 'clerk', {}, { input });
    const appointed = { actor: 'hamlet-5', role: 'REPORTER', unit, validFrom: '2021-07-01' };
    const queries = test.app.get(UnitsQueries);
    const lock = queries.lock.bind(queries);
    let other: Promise<Answer> | undefined;
    let answered = false;
    jest.spyOn(queries, 'lock').mockImplementationOnce(async (...given) => {
      other = door.ask('appoint', 'administrator', { commune }, { input: appointed }).finally(() => (answered = true));
      await until(async () => answered || (await waiting(test)));
      expect(answered).toBe(false);
      return lock(...given);
    });
    done(await close(unit));
    expect(done(await other!).validTo).toBe('2024-01-30');
  });

  it.each([
    ['endAppointment', 'administrator', 'OBSERVER', '2024-01-15', 'RULE'],
    ['delegate', 'chairperson', 'CHAIRPERSON', '2024-01-31', 'UNAUTHENTICATED'],
  ])('%s waits for a closing under way, and is refused', async (operation, actor, role, lastDay, refused) => {
    const { unit, appointment } = await hamlet(role === 'CHAIRPERSON' ? actor : 'hamlet-3', role, lastDay);
    const beyond = () =>
      operation === 'delegate'
        ? door.ask(operation, actor, { commune }, { input: delegation })
        : door.ask(operation, actor, { commune, id: appointment.id }, { version: 1, input: later });
    const queries = test.app.get(UnitsQueries);
    const below = queries.below.bind(queries);
    let other: Promise<Answer> | undefined;
    jest.spyOn(queries, 'below').mockImplementationOnce(async (...given) => {
      let answered = false;
      other = beyond().finally(() => (answered = true));
      await until(async () => answered || (await waiting(test)));
      return below(...given);
    });
    done(await close(unit));
    expect((await other!).code).toBe(refused);
    const { rows } = await test.admin.query(
      `select p.valid_to::text from appointment p join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
       where u.code = $1`,
      [unit],
    );
    expect(rows).toEqual([{ valid_to: lastDay < '2024-01-30' ? lastDay : '2024-01-30' }]);
  });
});

const later = { validTo: '2024-12-31', reason: 'Kéo dài' };
const delegation = {
  ...{ actor: 'clerk', acts: ['approveSubmission'], capacity: 'KT' },
  ...{ validFrom: '2024-01-01', validTo: '2024-12-31' },
};
