import { useApp, type TestApp } from '../app.js';
import { draftedFor, nominated, openedRound, signedFile } from '../awards.js';
import { broken, done, doors, type Asked, type Door, type Row } from '../doors.js';
import { commune } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  const ask = (operation: string, actor: string, at: object = {}, given: Asked = {}) =>
    door.ask(operation, actor, { commune, ...at }, given);
  const stands = async (year = 2024) => done(await ask('fund', 'accountant', { year }));
  const source = { rateSource: 'Nghị định 98/2023/NĐ-CP: xã đồng bằng 1 %' };
  const set = (version: number, input: object, actor = 'accountant') =>
    ask('setFund', actor, { year: 2024 }, { version, input: { rate: '1', ...source, ...input } });
  const sign = async ({ id, version }: Row, confirm?: string[]) => {
    const input = { file: await signedFile(test), ...(confirm && { confirm }) };
    return ask('signDecision', 'chairperson', { id }, { version, input });
  };

  beforeAll(() => {
    door = open(test);
  });

  it('costs and fund are one answer: before anything is signed by the forecast, afterwards by the awards', async () => {
    const before = await stands();
    const unset = { version: 0, fund: null, ceiling: null, left: null, suffices: null, sufficesForCandidates: null };
    expect(await stands(2030)).toMatchObject({ year: 2030, ...unset, forecast: { drafted: 0, candidates: 0 } });
    const draft = await draftedFor(test, '2024-01-10');
    const round = await openedRound(test);
    await nominated(test, round, 'khu-dan-cu-1', 'SUBMITTED', 'SUDDEN');
    const expected = await stands();
    const cost = (state: Row) => Number(state.committed) + Number(state.forecast.amount);
    expect(cost(expected) - cost(before)).toBe(2 * 1_080_000);
    expect([
      expected.forecast.drafted - before.forecast.drafted,
      expected.forecast.nominated - before.forecast.nominated,
    ]).toEqual([1, 1]);
    done(await sign(draft));
    const after = await stands();
    expect(cost(after)).toBe(cost(expected));
    expect([after.awards - before.awards, after.forecast.drafted]).toEqual([1, before.forecast.drafted]);
  });

  it('before anybody is nominated candidates tell the cost: those who may have a form of an open round', async () => {
    const before = await stands();
    const round = await openedRound(test);
    const may = async (form: string) => {
      const asked = { id: round.id, form, verdict: ['ELIGIBLE'], first: 500 };
      return done(await ask('candidates', 'clerk', asked)).items as Row[];
    };
    const [titles, forms] = [await may('ldtt'), await may('giay-khen-xa')];
    expect(titles.length).toBeGreaterThan(0);
    const open = await stands();
    expect(open.forecast.candidates - before.forecast.candidates).toBe(titles.length + forms.length);
    expect(open.forecast.amount).toBe(before.forecast.amount);
    const cost = ({ forecast }: Row) => Number(forecast.amount) + Number(forecast.candidatesAmount);
    expect(Number(open.forecast.candidatesAmount)).toBeGreaterThan(0);
    // Another round is open for the same year: one achievement is not paid twice.
    expect(cost(open)).toBe(cost(before));
    const nominee = { round: round.id, unit: titles[0]!.unitCode, form: 'ldtt', type: 'MERIT', summary: 'Làm tốt' };
    const drafted = done(await ask('nominate', 'clerk', {}, { input: nominee }));
    const then = await stands();
    expect(then.forecast).toMatchObject({
      candidates: open.forecast.candidates - 1,
      nominated: open.forecast.nominated + 1,
    });
    expect([cost(then), then.sufficesForCandidates]).toEqual([cost(open), true]);
    const why = { input: { reason: 'Nhầm' }, version: drafted.version };
    done(await ask('withdrawNomination', 'clerk', { id: drafted.id }, why));
    expect((await stands()).forecast).toMatchObject(open.forecast);
    done(await ask('closeRound', 'administrator', { id: round.id }, { version: round.version, input: {} }));
    expect((await stands()).forecast.candidates).toBe(before.forecast.candidates);
  });

  it('is set and set again by the accountant, each version on its own terms', async () => {
    const { committed, version } = await stands();
    const input = { regularSpending: '5000000000', contributions: '1000000', otherSpending: '500000' };
    expect((await set(version, input, 'clerk')).code).toBe('FORBIDDEN');
    expect(broken(await set(version, { ...input, rate: '0' }))).toEqual(['/rate RATE']);
    expect((await set(version, { ...input, regularSpending: '1.5' })).status).toBe(400);
    const made = done(await set(version, input));
    expect(made).toMatchObject({ version: version + 1, year: 2024, rate: '1', documentId: null, ...input });
    for (const stale of [0, version]) expect((await set(stale, input)).code).toBe('STALE');
    const left = String(50_000_000 + 1_000_000 - 500_000 - Number(committed));
    expect(await stands()).toMatchObject({
      version: version + 1,
      ceiling: '51000000',
      left,
      suffices: true,
      fund: { ...input },
    });
    const { leftAfterForecast, forecast, leftAfterCandidates, sufficesForCandidates } = await stands();
    expect(Number(leftAfterForecast) - Number(leftAfterCandidates)).toBe(Number(forecast.candidatesAmount));
    expect(sufficesForCandidates).toBe(true);
    done(await set(version + 1, { regularSpending: '6000000000' }));
    expect((await stands()).fund).toMatchObject({ version: version + 2, contributions: '0', otherSpending: '0' });
  });

  it('asks back what goes beyond it: a signature, and a smaller fund', async () => {
    const { committed, version } = await stands();
    const enough = String((Number(committed) + 1_000_000) * 100);
    const { version: set2 } = done(await set(version, { regularSpending: enough }));
    const draft = await draftedFor(test, '2024-01-10');
    const asked = await sign(draft);
    expect([asked.code, asked.body.errors[0].code]).toEqual(['ASKED_BACK', 'BEYOND_FUND']);
    expect((await stands()).committed).toBe(committed);
    done(await sign(draft, ['BEYOND_FUND']));
    expect(await stands()).toMatchObject({ left: '-80000', suffices: false });
    const again = await set(set2, { regularSpending: enough });
    expect(again.code).toBe('ASKED_BACK');
    const confirmed = await set(set2, { regularSpending: enough, confirm: ['BEYOND_FUND'] });
    expect(done(confirmed).version).toBe(set2 + 1);
    const { items } = done(await ask('history', 'auditor', { type: 'fund', id: done(confirmed).id }));
    expect(items.at(-1).kind).toBe('fund.set');
  });

  it('is of the year of the signature: a paper of 2023 recorded in 2024 is money of 2023', async () => {
    const { committed: before } = await stands(2023);
    const { committed: of2024 } = await stands();
    const paper = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Sổ quyết định' };
    const reference = done(await ask('recordDocument', 'clerk', {}, { input: paper })).id as string;
    const headers = { 'legal-date': '2023-12-29', 'legal-reference': reference };
    const { id, version } = await draftedFor(test, '2023-12-20');
    const input = { file: await signedFile(test), number: 901, signer: 'Nguyễn Đình Chiểu' };
    done(await ask('signDecision', 'clerk', { id }, { version, input, headers }));
    expect(Number((await stands(2023)).committed) - Number(before)).toBe(540_000);
    expect((await stands()).committed).toBe(of2024);
    // A revoked award that was not paid costs nothing.
    const [award] = done(await ask('awards', 'clerk', { decision: id })).items;
    const why = { ground: 'FRAUD', reason: 'Khai man', file: await signedFile(test) };
    done(await ask('revokeAward', 'chairperson', { id: award.id }, { version: award.version, input: why }));
    expect((await stands(2023)).committed).toBe(before);
  });

  it('money is rounded as the commune says, from the day on that it says so', async () => {
    const paper = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Quy chế thi đua, khen thưởng' };
    const document = done(await ask('recordDocument', 'clerk', {}, { input: paper })).id as string;
    const at = { validFrom: '2024-01-31' };
    const rounding = { method: 'UP', unit: 1_000_000, document };
    const say = (version: number, input: object) => ask('setRounding', 'accountant', at, { version, input });
    expect(broken(await say(0, { ...rounding, validTo: '2024-01-30' }))).toEqual(['/validTo TOO_EARLY']);
    expect(done(await say(0, rounding))).toMatchObject({ version: 1, validTo: null, documentId: document, ...at });
    const award = async () => {
      const draft = await draftedFor(test, '2024-01-10');
      done(await sign(draft, ['BEYOND_FUND']));
      return done(await ask('awards', 'clerk', { decision: draft.id })).items[0] as Row;
    };
    expect(await award()).toMatchObject({ raw: '1080000', payable: '2000000', amountBasis: { unit: 1_000_000 } });
    expect(done(await ask('roundings', 'auditor', { asOf: '2024-01-30' })).items).toEqual([]);
    expect(done(await ask('roundings', 'auditor', { asOf: '2024-02-01' })).items).toHaveLength(1);
    done(await say(1, { ...rounding, method: 'NONE' }));
    expect(await award()).toMatchObject({ payable: '1080000', amountBasis: { rounding: 'NONE' } });
  });
});
