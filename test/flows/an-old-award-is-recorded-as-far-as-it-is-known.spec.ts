import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let paper: string;
  const unit = 'ba-me';
  const ask = (operation: string, actor: string | undefined, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const award = {
    ...{
      unit,
      form: 'huan-chuong-khang-chien',
      formName: 'Huân chương Kháng chiến hạng Ba',
      issuer: 'Hội đồng Nhà nước',
    },
    ...{ citation: 'Có công trong kháng chiến', grantedOn: '1985' },
  };
  const proved = { ...award, reason: 'Bằng gốc gia đình lưu giữ' };
  const record = (input: object) => ask('recordAward', 'clerk', {}, { input });

  beforeAll(async () => {
    door = open(apps[name]!);
    const person = { code: unit, kind: 'INDIVIDUAL', name: 'Nguyễn Thị Mẹ', validFrom: '2021-07-01' };
    done(await ask('addUnit', 'clerk', {}, { input: person }));
    const { version } = done(await ask('unit', 'clerk', { unit }));
    const document = { type: 'QĐ', year: 2024, issuer: 'Hội đồng Nhà nước', title: 'Truy tặng' };
    paper = done(await ask('recordDocument', 'clerk', {}, { input: document })).id;
    const headers = { 'legal-date': '2023-06-30', 'legal-reference': paper };
    done(
      await ask('closeUnit', 'clerk', { unit }, { version, input: { lastDay: '2023-06-30', reason: 'Mất' }, headers }),
    );
  });

  it('an award of which a year and a diploma is all that is known is recorded, by its evidence', async () => {
    expect(broken(await record(award))).toEqual(['/reason UNPROVED']);
    const start = done(await door.changes('district', commune)).head.position;
    const recorded = done(await record(proved));
    expect(recorded).toMatchObject({
      grantedOn: '1985',
      period: null,
      documentId: null,
      numberText: null,
      daysToDecision: null,
    });
    const { items } = done(await ask('history', 'auditor', { type: 'award', id: recorded.id }));
    expect(
      items.map(({ kind, data, personal }: Row) => [kind, data.grantedOn, data.period, personal['/reason'].value]),
    ).toEqual([['award.recorded', '1985', null, proved.reason]]);
    expect(start).toBeLessThan(items[0].position);
    expect(done(await ask('verifyAward', undefined, { code: recorded.verificationCode })).grantedOn).toBe('1985');
    const page = (await apps[name]!.http().get(`/verify/${recorded.verificationCode}`)).text;
    expect(page).toContain('<dd>năm 1985</dd>');
    expect(done(await ask('awards', 'clerk', { year: 1985 })).items.map(({ id }: Row) => id)).toEqual([recorded.id]);
  });

  it('what is granted after death (truy tặng), before the records of the unit, in a month or on a day, stands in one order', async () => {
    const day = { ...award, form: 'huan-chuong-doc-lap', formName: 'Huân chương Độc lập', document: paper };
    const grantedOn = ['2024-01-05', '1985-04-30', '1990-03', '1990-03-02', '1969-09'];
    for (const [index, each] of grantedOn.entries())
      done(await record({ ...day, grantedOn: each, numberText: `${index + 1}/QĐ-CTN` }));
    const listed: string[] = [];
    let after: string | undefined;
    do {
      const page: Row = done(await ask('honours', 'clerk', { unit, kind: ['AWARD'], first: 2, after }));
      listed.push(...page.items.map((each: Row) => each.on));
      after = page.next ?? undefined;
    } while (after);
    expect(listed).toEqual(['1969-09', '1985', '1985-04-30', '1990-03', '1990-03-02', '2024-01-05']);
    expect(broken(await record({ ...day, grantedOn: '2024-02' }))).toEqual(['/grantedOn AHEAD']);
  });

  it.each(['85', '1985-13', '1985-02-30', '01/05/1985', 'năm 1985', '1985-1', '0000', '', 1985, null])(
    'a grant in %j is none',
    async (grantedOn) => expect((await record({ ...proved, grantedOn })).status).toBe(400),
  );

  it('the same award is not recorded twice; what tells two apart does', async () => {
    const twice = async (change: object) => (await record({ ...proved, ...change })).code;
    for (const change of [
      {},
      { grantedOn: '1985-05' },
      { period: '1965-1975' },
      { numberText: '12/QĐ' },
      { document: paper },
    ])
      expect(await twice(change)).toBe('ALREADY_RECORDED');
    for (const change of [{ grantedOn: '1986' }, { form: 'huy-chuong' }, { unit: 'khu-dan-cu-1' }])
      expect(await twice(change)).toBeUndefined();
    const numbered = { form: 'bang-khen-tinh', formName: 'Bằng khen', grantedOn: '2020' };
    const first = done(await record({ ...proved, ...numbered, numberText: '7/QĐ-UBND', period: '2019' }));
    expect(await twice({ ...numbered, numberText: '8/QĐ-UBND', period: '2019' })).toBeUndefined();
    expect(await twice({ ...numbered, numberText: '07/qđ-ubnd', period: '2019' })).toBe('ALREADY_RECORDED');
    const before = done(await record({ ...proved, ...numbered, numberText: '7/QĐ-UBND', period: '2018' }));
    const correct = (period: string) =>
      ask('correctAward', 'clerk', before, { version: 1, input: { document: paper, reason: 'In nhầm năm', period } });
    expect((await correct('2019')).code).toBe('ALREADY_RECORDED');
    expect(done(await correct('2017')).period).toBe('2017');
    const { body } = await record({ ...proved, ...numbered, numberText: '7/QĐ-UBND' });
    expect(body.details).toEqual({ id: first.id, current: 1 });
    const other = done(await record({ ...proved, ...numbered, numberText: '9/QĐ-UBND', period: '2019' }));
    const amend = (input: object) =>
      ask('amendAward', 'clerk', { id: other.id }, { version: other.version, input: { ...input, reason: 'Gõ nhầm' } });
    expect((await amend({ numberText: '7/QĐ-UBND' })).code).toBe('ALREADY_RECORDED');
    expect(done(await amend({ period: null, numberText: '10/QĐ-UBND' }))).toMatchObject({ period: null, version: 2 });
  });

  it('of two who record it at once one does', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => record({ ...proved, form: 'ky-niem-chuong' })));
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['ALREADY_RECORDED', 'ALREADY_RECORDED', 'done']);
  });
});
