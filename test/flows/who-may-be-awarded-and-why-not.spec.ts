import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let round: string;
  const ask = (operation: string, actor: string, at: object = {}, given = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const judged = async (nominee: string, at: object = {}, actor = 'clerk') =>
    done(await ask('eligibility', actor, { form: 'ldtt', nominee, ...at }));
  /** Conditions that are not met, by code. */
  const open_ = ({ reasons }: Row) =>
    Object.fromEntries(
      reasons.filter(({ state }: Row) => state !== 'MET').map(({ code, state }: Row) => [code, state]),
    );

  beforeAll(async () => {
    door = open(apps[name]!);
    const input = { name: 'Đợt xét bổ sung năm 2023', period: '2023', forms: ['ldtt', 'gdvh'] };
    round = done(await ask('openRound', 'administrator', {}, { input })).id;
  });

  it('says of each official who may, who not, and why', async () => {
    // Before the decision of December gave the titles of the year, by the law of 2024.
    const then = { asOf: '2023-12-20', ruleSet: 'tdkt-2024' };
    const clerk = await judged('cong-chuc-thong-ke', then);
    expect(open_(clerk)).toEqual({});
    expect(clerk).toMatchObject({ verdict: 'ELIGIBLE', ruleSet: 'tdkt-2024', year: 2023, asOf: '2023-12-20' });
    expect(clerk.reasons.find(({ code }: Row) => code === 'thoi-gian')).toMatchObject({
      ...{ figure: '11/10 tháng', vi: 'Đã công tác 11 tháng; cần từ 10 tháng.', verified: false },
      source: expect.stringContaining('Điều 10'),
    });
    // Rated better than the committee that he heads.
    expect(open_(await judged('chu-tich-xa', then))).toEqual({ 'nguoi-dung-dau': 'UNMET' });
    // Under inspection since the middle of January; before it was nothing.
    const inspected = { ruleSet: 'tdkt-2024', year: 2022 };
    expect(open_(await judged('cong-chuc-ke-toan', inspected))['khong-vuong']).toBe('UNMET');
    expect(
      open_(await judged('cong-chuc-ke-toan', { ...inspected, asOf: '2024-01-14' }))['khong-vuong'],
    ).toBeUndefined();
    // Whose rating is not recorded: it is to be proved, and the answer says how.
    const unrated = await judged('chu-tich-phu-nu');
    expect(open_(unrated)['xep-loai']).toBe('UNKNOWN');
    expect(unrated.reasons.find(({ code }: Row) => code === 'xep-loai').cure).toContain('recordFact');
    // Among equals women come first by the decree of 2025; nothing is decided by it.
    const later = { ruleSet: 'tdkt-2025-07' };
    expect([unrated.preferred, (await judged('chu-tich-phu-nu', later)).preferred]).toEqual([false, true]);
    expect((await judged('chu-tich-xa', later)).preferred).toBe(false);
    // Who has the title of the year gets it once; a hamlet never.
    expect(open_(await judged('cong-chuc-thong-ke'))).toEqual({ 'chua-co': 'UNMET' });
    expect(open_(await judged('khu-dan-cu-1'))['doi-tuong']).toBe('UNMET');
    expect((await judged('cong-chuc-thong-ke', { asOf: '2023-12-20' })).year).toBe(2023);
    expect((await judged('cong-chuc-thong-ke', { asOf: '2023-09-30' })).year).toBe(2022);
  });

  it('asked under each law, the same nominee shows what each changes', async () => {
    const under = async (ruleSet: string) => {
      const answer = await judged('cong-chuc-thong-ke', { form: 'cstdcs', ruleSet });
      const { source, vi } = answer.reasons.find(({ code }: Row) => code === 'tham-quyen');
      const before = answer.reasons.filter(({ code }: Row) => ['danh-hieu-truoc', 'xep-loai'].includes(code));
      return [vi, before.map(({ code, state }: Row) => `${code} ${state}`), typeof source];
    };
    expect([await under('tdkt-2024'), await under('tdkt-2025-07'), await under('tdkt-2026-10')]).toEqual([
      ['Xã xét và trình Chủ tịch Ủy ban nhân dân huyện.', ['danh-hieu-truoc MET'], 'string'],
      ['Chủ tịch Ủy ban nhân dân xã quyết định.', ['danh-hieu-truoc MET'], 'string'],
      ['Chủ tịch Ủy ban nhân dân xã quyết định.', ['xep-loai MET'], 'string'],
    ]);
  });

  it('a fact that is recorded changes the answer at once', async () => {
    const rating = { unit: 'chu-tich-phu-nu', kind: 'RATING', value: 'GOOD', period: '2023', source: 'Thông báo' };
    const { id } = done(await ask('recordFact', 'clerk', {}, { input: rating }));
    expect(open_(await judged('chu-tich-phu-nu'))['xep-loai']).toBeUndefined();
    done(await ask('removeFact', 'clerk', { id }, { version: 1, input: { reason: 'Ghi nhầm' } }));
    expect(open_(await judged('chu-tich-phu-nu'))['xep-loai']).toBe('UNKNOWN');
  });

  it('findings of holds are for who reads personal values; others are told that there is one, of today alone', async () => {
    const told = async (actor: string, at: object = {}) =>
      (await judged('cong-chuc-ke-toan', at, actor)).reasons.find(({ code }: Row) => code === 'khong-vuong');
    expect(await told('auditor')).toMatchObject({ state: 'UNMET', vi: expect.stringContaining('thanh tra') });
    const hidden = await told('council-1');
    expect(hidden).toMatchObject({ state: 'UNMET', figure: null });
    expect(JSON.stringify(hidden)).not.toContain('thanh tra, kiểm tra, điều tra');
    // Asked for the day before it began, the answer would tell the day.
    expect(await told('council-1', { asOf: '2024-01-14' })).toEqual(hidden);
    expect(await told('auditor', { asOf: '2024-01-14' })).toMatchObject({ state: 'MET' });
  });

  it('a reporter is answered for the own unit and those below', async () => {
    expect((await judged('khu-dan-cu-1', { form: 'thon-van-hoa' }, 'hamlet-1')).unitCode).toBe('khu-dan-cu-1');
    for (const nominee of ['khu-dan-cu-2', 'chu-tich-xa'])
      expect((await ask('eligibility', 'hamlet-1', { form: 'thon-van-hoa', nominee })).code).toBe('NOT_FOUND');
    const below = done(await ask('candidates', 'hamlet-1', { id: round, form: 'gdvh', first: 500 })).items;
    expect(new Set(below.map(({ unitCode }: Row) => unitCode.split('-').slice(0, 3).join('-')))).toEqual(
      new Set(['ho-khu-1']),
    );
  });

  it('candidates of a round are all whom its form is for, by verdict, in pages', async () => {
    const all = done(await ask('candidates', 'administrator', { id: round, form: 'ldtt', first: 500 })).items;
    const codes = all.map(({ unitCode }: Row) => unitCode);
    expect(codes).toEqual([...codes].sort());
    expect(codes).toEqual(expect.arrayContaining(['chu-tich-xa', 'cong-chuc-ke-toan', 'truong-khu-2']));
    const may = done(
      await ask('candidates', 'administrator', { id: round, form: 'ldtt', verdict: ['ELIGIBLE'] }),
    ).items;
    expect(may.map(({ unitCode }: Row) => unitCode)).toEqual(
      all.filter(({ verdict }: Row) => verdict === 'ELIGIBLE').map(({ unitCode }: Row) => unitCode),
    );
    expect(may.length).toBeGreaterThan(0);
    const first = done(await ask('candidates', 'clerk', { id: round, form: 'ldtt', first: 2 }));
    const second = done(await ask('candidates', 'clerk', { id: round, form: 'ldtt', first: 2, after: first.next }));
    expect([...first.items, ...second.items].map(({ unitCode }: Row) => unitCode)).toEqual(codes.slice(0, 4));
    // Households wait for their meeting.
    const homes = done(
      await ask('candidates', 'clerk', { id: round, form: 'gdvh', verdict: ['PENDING'], first: 1 }),
    ).items;
    expect(open_(homes[0])).toEqual({ 'dong-thuan': 'PENDING' });
    expect(homes[0].verdict).toBe('PENDING');
  });

  it('refuses what nobody can be judged for', async () => {
    expect(broken(await ask('candidates', 'clerk', { id: round, form: 'cstt' }))).toEqual(['/form NOT_OF_ROUND']);
    expect(broken(await ask('eligibility', 'clerk', { form: 'khong-co', nominee: 'chu-tich-xa' }))).toEqual([
      '/form UNKNOWN',
    ]);
    expect((await ask('eligibility', 'clerk', { form: 'ldtt', nominee: 'khong-co' })).code).toBe('NOT_FOUND');
    expect(
      broken(await ask('eligibility', 'clerk', { form: 'ldtt', nominee: 'chu-tich-xa', asOf: '2024-02-01' })),
    ).toEqual(['/asOf AHEAD']);
    expect((await ask('eligibility', 'district', { form: 'ldtt', nominee: 'chu-tich-xa' })).code).toBe('FORBIDDEN');
  });
});
