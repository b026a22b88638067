import { useApp, type TestApp } from '../app.js';
import { done, doors, type Answer, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const herd = 'econ.livestock.pig';
const income = 'econ.income-per-capita';

const asked = ({ status, code, body }: Answer) => [
  status,
  code,
  body.errors?.map((point: Row) => [point.pointer, point.code, point.readings]),
];

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  beforeAll(() => void (door = open(apps[name]!)));
  const draft = (entries: object[], more: object = {}) =>
    door.ask(
      'draftSubmission',
      'hamlet-1',
      { commune },
      { input: { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-08', entries, ...more } },
    );
  /** What the journal keeps of who acted last on a record. */
  const actorOf = async (id: string) =>
    (
      await apps[name]!.admin.query(
        `select v.value from change c join change_value v using (commune_id, position, item)
         where c.record_id = $1 and v.pointer = '/actor' order by c.position desc limit 1`,
        [id],
      )
    ).rows[0].value;

  it('animals with the point of thousands: both readings are told, and nothing is kept', async () => {
    const entries = [{ indicatorCode: herd, reported: '1.763' }];
    const point = ['/entries/0/reported', 'THOUSANDS', ['1763', '1.763']];
    expect(asked(await draft(entries))).toEqual([422, 'ASKED_BACK', [point]]);
    expect(asked(await draft(entries, { confirm: ['SCALE'] }))).toEqual([422, 'ASKED_BACK', [point]]);
    const { items } = done(
      await door.ask('submissions', 'hamlet-1', { commune, unit: ['khu-dan-cu-1'], period: ['2023-08'] }),
    );
    expect(items).toEqual([]);
  });

  it('what is broken besides is told with it, as a broken rule', async () => {
    const answer = await draft([
      { indicatorCode: herd, reported: '1.763' },
      { indicatorCode: 'econ.maize.area', reported: '-5' },
    ]);
    expect([answer.code, answer.body.errors.map((each: Row) => each.code).sort()]).toEqual([
      'RULE',
      ['NEGATIVE', 'THOUSANDS'],
    ]);
  });

  it('sent again with the code the figure is the count, and the journal keeps who confirmed', async () => {
    // The journal keeps the words that a figure needed, and no others.
    const confirm = ['THOUSANDS', 'SCALE', 'DECIMAL'];
    const report = done(await draft([{ indicatorCode: herd, reported: '1.763' }], { confirm }));
    expect(report.entries).toMatchObject([{ indicatorCode: herd, reported: '1763' }]);
    expect(await actorOf(report.id)).toMatchObject({ key: 'hamlet-1', confirmed: ['THOUSANDS'] });
    const amend = { entries: [{ indicatorCode: herd, reported: '1.764' }] };
    const at = { version: report.version };
    const amended = (input: object) =>
      door.ask('amendSubmission', 'hamlet-1', { commune, id: report.id }, { ...at, input });
    expect((await amended(amend)).code).toBe('ASKED_BACK');
    expect(done(await amended({ ...amend, confirm: ['THOUSANDS'] })).entries[0].reported).toBe('1764');
  });

  it('62 where the plan speaks of millions: a promise is asked back as a report is', async () => {
    const at = { commune, plan: '2023', code: income, unit: 'van-phong-thong-ke', period: '2023' };
    const set = (more: object) =>
      door.ask('setTarget', 'clerk', at, { version: 0, input: { value: '62', reason: 'Giao', ...more } });
    expect(asked(await set({}))).toEqual([422, 'ASKED_BACK', [['/value', 'SCALE', ['62', '62000000']]]]);
    const { version } = done(await door.indicator('clerk', commune, '2023', income));
    const amended = await door.amendIndicator('clerk', commune, '2023', income, version, { reason: 'r', target: '62' });
    expect(asked(amended)).toEqual([422, 'ASKED_BACK', [['/target', 'SCALE', ['62', '62000000']]]]);
    // Confirmed, it is 62 đồng: a person has looked again.
    expect(done(await set({ confirm: ['SCALE'] })).value).toBe('62');
  });

  it('what is known of the indicator tells, too: a quantity, and more than a unit of money', async () => {
    const set = (code: string, unit: string, value: string) =>
      door.ask(
        'setTarget',
        'clerk',
        { commune, plan: '2023', code, unit, period: '2023-Q4' },
        { version: 0, input: { value, reason: 'Giao' } },
      );
    expect(asked(await set(income, 'van-phong-thong-ke', '5000'))).toEqual([
      422,
      'ASKED_BACK',
      [['/value', 'SCALE', ['5000', '5000000000']]],
    ]);
    expect(asked(await set('econ.food-grain-output', 'dia-chinh-nong-nghiep', '1.674'))).toEqual([
      422,
      'ASKED_BACK',
      [['/value', 'THOUSANDS', ['1674', '1.674']]],
    ]);
  });

  it('a figure that is not given is not asked back', async () => {
    const { version } = done(await door.indicator('clerk', commune, '2023', income));
    const amended = { reason: 'r', assessedBy: 'Chi cục Thống kê' };
    expect((await door.amendIndicator('clerk', commune, '2023', income, version, amended)).status).toBe(200);
  });
});
