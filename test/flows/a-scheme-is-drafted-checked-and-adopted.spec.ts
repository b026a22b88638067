import { useApp } from '../app.js';
import { doors, rest } from '../doors.js';
import { rulesOfHamlets, schemeOfHamlets } from '../schemes.js';

const commune = 'duc-lang';
const of = { commune, plan: '2023' };

describe.each(doors)('%s', (_, open) => {
  const test = useApp();
  const ask = async (operation: string, actor: string | undefined, at: object = {}, asked: object = {}) =>
    open(test).ask(operation, actor, { ...of, ...at }, asked);
  const which = { scheme: 'thi-diem' };

  it('is a draft of the office, and everybody sees it once the chairperson has adopted it', async () => {
    const { body: draft } = await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets() });
    expect(draft).toMatchObject({ code: 'thi-diem', revision: 1, state: 'DRAFT', validFrom: null, allowed: [] });
    expect(draft['rules'].tree.children[0]).toMatchObject({ weight: '1', restsOn: null, items: [] });
    expect(await ask('scheme', undefined, which)).toMatchObject({ code: 'NOT_FOUND' });
    const codes = async (actor?: string) =>
      ((await ask('schemes', actor)).body['items'] as { code: string }[]).map(({ code }) => code);
    expect(await codes('observer')).toEqual(['ban-nganh', 'can-bo', 'khu-dan-cu']);

    const version = draft['version'] as number;
    expect(await ask('adoptScheme', 'clerk', which, { version, input: {} })).toMatchObject({ code: 'FORBIDDEN' });
    const { body } = await ask('adoptScheme', 'chairperson', which, { version, input: {} });
    expect(body).toMatchObject({ state: 'ADOPTED', validFrom: '2023-01-01', adoptedOn: '2024-01-31' });
    expect((await ask('scheme', undefined, which)).body).toMatchObject({ revision: 1, rules: draft['rules'] });
    // A scheme that ranks persons is for superiors.
    expect(await codes()).toEqual(['ban-nganh', 'khu-dan-cu', 'thi-diem']);
  });

  it('once adopted stays as it is: a change is the next revision, in force from its own day', async () => {
    const now = (await ask('scheme', 'clerk', which)).body;
    const change = { version: now['version'] as number, input: { name: 'Khác' } };
    expect(await ask('amendScheme', 'clerk', which, change)).toMatchObject({ code: 'STATE' });

    const next = schemeOfHamlets({ name: 'Thang điểm sửa đổi' });
    expect((await ask('draftScheme', 'clerk', {}, { input: next })).body).toMatchObject({
      revision: 2,
      state: 'DRAFT',
    });
    expect(await ask('draftScheme', 'clerk', {}, { input: next })).toMatchObject({ code: 'STATE' });
    expect((await ask('scheme', undefined, which)).body).toMatchObject({ revision: 1 });
    const early = { version: 1, input: { validFrom: '2022-12-31' } };
    expect(await ask('adoptScheme', 'chairperson', which, early)).toMatchObject({
      code: 'RULE',
      body: { errors: [{ pointer: '/validFrom', code: 'TOO_EARLY' }] },
    });
    await ask('adoptScheme', 'chairperson', which, { version: 1, input: { validFrom: '2023-07-01' } });
    expect((await ask('scheme', undefined, which)).body).toMatchObject({ revision: 2, validFrom: '2023-07-01' });
    expect((await ask('scheme', undefined, { ...which, revision: 1 })).body).toMatchObject({ revision: 1 });
  });

  it('a draft is amended in every member, and dropped, and its place is free again', async () => {
    const code = 'nhap';
    await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets({ code }) });
    const rules = rulesOfHamlets({ rounding: { total: 2 } });
    const amended = await ask('amendScheme', 'clerk', { scheme: code }, { version: 1, input: { name: 'Mới', rules } });
    expect(amended.body).toMatchObject({ version: 2, name: 'Mới', rules: { rounding: { total: 2 } } });
    expect((await rest(test).ask('schemeActions', 'clerk', { ...of, scheme: code })).body['items']).toEqual([
      { act: 'amendScheme', allowed: true, reasons: [] },
      { act: 'dropScheme', allowed: true, reasons: [] },
      { act: 'adoptScheme', allowed: false, reasons: ['FORBIDDEN'] },
    ]);
    await ask('dropScheme', 'clerk', { scheme: code }, { version: 2, input: {} });
    expect(await ask('scheme', 'clerk', { scheme: code })).toMatchObject({ code: 'NOT_FOUND' });
    const again = await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets({ code }) });
    expect(again.body).toMatchObject({ revision: 1 });
  });

  it('is refused with everything that nobody could compute by, each where it stands', async () => {
    const rules = rulesOfHamlets({ quotas: [{ class: 'khong-co', percent: '20' }] });
    rules.blocks[0]!.members.push({ unit: 'khu-dan-cu-9' });
    (rules.figures[0] as { indicator: string }).indicator = 'econ.rice.aria';
    const { code, body } = await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets({ code: 'sai', rules }) });
    expect(code).toBe('RULE');
    expect(body['errors'].map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/rules/figures/0/indicator', 'UNKNOWN'],
      ['/rules/quotas/0/class', 'UNKNOWN'],
      ['/rules/blocks/0/members/6/unit', 'UNKNOWN'],
    ]);
    const shapeless = await ask('draftScheme', 'clerk', {}, { input: schemeOfHamlets({ code: 'sai', rules: [] }) });
    expect(shapeless).toMatchObject({ code: 'RULE', body: { errors: [{ pointer: '/rules', code: 'SCHEME_SHAPE' }] } });
  });

  it('a place that is likely a slip stays by the word of a person, which the journal keeps', async () => {
    const rules = rulesOfHamlets();
    rules.tree.children[0]!.max = '50';
    const input = schemeOfHamlets({ code: 'ngo', rules });
    const asked = await ask('draftScheme', 'clerk', {}, { input });
    expect(asked).toMatchObject({ status: 422, code: 'DOUBTFUL' });
    const doubts = asked.body['errors'].map(({ pointer, code }: Record<string, string>) => ({ pointer, code }));
    expect(doubts).toEqual([{ pointer: '/rules/tree/max', code: expect.any(String) }]);
    const allowedBecause = 'In như vậy trong văn bản';
    const { body } = await ask('draftScheme', 'clerk', {}, { input: { ...input, allowedBecause } });
    expect(body['allowed']).toEqual(doubts);
    const history = await open(test).ask('history', 'auditor', { commune, type: 'scheme', id: body['id'] });
    expect(history.body['items']).toMatchObject([{ kind: 'scheme.drafted' }]);
  });
});
