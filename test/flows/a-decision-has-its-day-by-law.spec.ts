import { useApp } from '../app.js';
import { nominated, openedRound } from '../awards.js';
import { makers } from '../contract/writes.js';
import { done, doors, rest, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const test = useApp();

/** A law that gives ten days for the decision on this form; the program's own gives none. The tenth is a Saturday. */
beforeAll(async () => {
  await test.admin.query(
    `insert into catalogue.time_limit (rule_set, form, act, ordinal, days, counted_in, source, verified)
     select rule_set, code, 'DECISION', 9, 10, 'CALENDAR', 'Nghị định hư cấu', false from catalogue.award_form
     where code = 'giay-khen-xa'`,
  );
});

describe.each(doors)('%s', (_, open) => {
  const read = async (id: string): Promise<Row> => done(await open(test).ask('nomination', 'clerk', { commune, id }));

  it('where no meeting is asked for, the days run from the appraisal', async () => {
    const round = await openedRound(test);
    const submitted = await nominated(test, round, 'khu-dan-cu-1', 'SUBMITTED', 'SUDDEN');
    expect((await read(submitted.id)).decideBy).toBeNull();
    const at = { commune, id: submitted.id };
    const asked = { version: submitted.version, input: { appraisal: 'Đủ điều kiện' } };
    expect(done(await open(test).ask('appraiseNomination', 'clerk', at, asked)).decideBy).toBe('2024-02-12');
  });

  it('where one is asked for, from the day on which it recommends', async () => {
    const { path, input } = await makers(test).recordHeldMeeting!();
    const { items } = done(await rest(test).ask('nominations', 'clerk', { commune, round: path?.round }));
    expect(items.map(({ state, decideBy }: Row) => [state, decideBy])).toEqual([['APPRAISED', null]]);
    done(await open(test).ask('recordHeldMeeting', 'clerk', { commune, ...path }, { input }));
    const { state, decideBy } = await read(items[0].id);
    expect([state, decideBy]).toEqual(['RECOMMENDED', '2024-02-12']);
  });
});
