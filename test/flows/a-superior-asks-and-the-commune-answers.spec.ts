import { useApp, type TestApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const place = { plan: '2023', unit: 'khu-dan-cu-1', period: '2023-06' };

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let cursor: string;
  let report: Row;
  let maize: Row;
  let remark: Row;
  beforeAll(() => void (door = open(apps[name]!)));

  const step = async (operation: string, actor: string, input: object = {}) =>
    (report = done(await door.ask(operation, actor, { commune, id: report.id }, { version: report.version, input })));
  const approve = async () => {
    await step('submitSubmission', 'hamlet-1');
    await step('verifySubmission', 'verifier');
    await step('approveSubmission', 'chairperson');
  };
  const results = async (): Promise<Row[]> =>
    done(await door.ask('results', 'district', { commune, unit: [place.unit], period: [place.period] })).items;
  const add = (actor: string, input: object, there = commune) =>
    door.ask('addRemark', actor, { commune: there }, { input });
  const act = (operation: string, actor: string, input: object, at: Row = remark) =>
    door.ask(operation, actor, { commune, id: at.id }, { version: at.version, input });
  const listed = async (actor: string, filter: object) =>
    done(await door.ask('remarks', actor, { commune, ...filter })).items.map(({ id }: Row) => id);
  const pulled = async (actor: string) => {
    const changes = done(await door.changes(actor, commune, cursor));
    ({ cursor } = changes);
    return changes.items.map(({ kind, recordId, version, data }: Row) => [kind, recordId, version, data.state]);
  };

  it('the district asks about an approved figure, in the journal of the commune', async () => {
    const entries = [
      { indicatorCode: 'econ.maize.area', reported: '14' },
      { indicatorCode: 'econ.peanut.area', reported: '9' },
    ];
    report = done(await door.ask('draftSubmission', 'hamlet-1', { commune }, { input: { ...place, entries } }));
    await approve();
    maize = (await results()).find(({ indicatorCode }) => indicatorCode === 'econ.maize.area')!;
    ({ cursor } = done(await door.changes('province', commune)));

    remark = done(await add('district', { result: maize.id, text: 'Vì sao gấp đôi năm trước?' }));
    expect(remark).toMatchObject({
      ...{ version: 1, state: 'OPEN', resultId: maize.id, indicatorCode: 'econ.maize.area', addedOn: '2024-01-31' },
      ...{ plan: '2023', unitCode: place.unit, period: place.period, superiorKey: 'duc-tho' },
      ...{ text: 'Vì sao gấp đôi năm trước?', answer: null, correctionId: null, answeredOn: null },
    });
    expect(await pulled('province')).toEqual([['remark.added', remark.id, 1, 'OPEN']]);
  });

  it('the commune and every superior find it by state, indicator, unit and period', async () => {
    const filters = { state: ['OPEN'], plan: ['2023'], indicator: ['econ.maize.area'], unit: [place.unit] };
    for (const actor of ['clerk', 'hamlet-1', 'district', 'province'])
      expect([actor, await listed(actor, { ...filters, period: [place.period] })]).toEqual([actor, [remark.id]]);
    for (const [filter, other] of Object.entries({
      ...{ state: 'ANSWERED', plan: '2024', indicator: 'econ.peanut.area', unit: 'khu-dan-cu-2', period: '2023-07' },
    }))
      expect([filter, (await listed('clerk', { [filter]: [other] })).includes(remark.id)]).toEqual([filter, false]);
    const query = `{ results(commune: "${commune}", unit: "${place.unit}", period: "${place.period}") {
      nodes { indicatorCode remarks(state: OPEN) { nodes { id result { id } correction { id } } } } } }`;
    const { body } = await apps[name]!.http()
      .post('/graphql')
      .set({ authorization: `Bearer ${apps[name]!.keys.district}` })
      .send({ query });
    expect(
      Object.fromEntries(body.data.results.nodes.map((each: Row) => [each.indicatorCode, each.remarks.nodes])),
    ).toEqual({
      'econ.maize.area': [{ id: remark.id, result: { id: maize.id }, correction: null }],
      'econ.peanut.area': [],
    });
  });

  it('nobody but who supervises asks, and about what is in force', async () => {
    const input = { result: maize.id, text: 'Vì sao?' };
    for (const actor of ['clerk', 'administrator', 'integrator', 'observer'])
      expect([actor, (await add(actor, input)).code]).toEqual([actor, 'FORBIDDEN']);
    expect((await add('district', input, 'xa-khac')).code).toBe('NOT_FOUND');
    const points = async (given: object, there?: string) =>
      (await add('district', given, there)).body.errors.map(({ pointer, code }: Row) => [pointer, code]);
    expect(await points(input, 'xa-mau')).toEqual([['/result', 'UNKNOWN']]);
    expect(await points({ ...input, result: remark.id })).toEqual([['/result', 'UNKNOWN']]);
  });

  it('the clerk answers in words, and answers anew where the answer was a slip', async () => {
    expect((await act('answerRemark', 'district', { answer: 'Đúng' })).code).toBe('FORBIDDEN');
    const empty = await act('answerRemark', 'clerk', {});
    expect([empty.code, empty.body.errors.map(({ code }: Row) => code)]).toEqual(['RULE', ['UNANSWERED']]);
    for (const answer of ['Có thêm ruộng', 'Có thêm 2 ha ruộng của khu dân cư 2']) {
      remark = done(await act('answerRemark', 'clerk', { answer }));
      expect(remark).toMatchObject({ state: 'ANSWERED', answer, answeredOn: '2024-01-31', correctionId: null });
    }
    expect(await pulled('province')).toEqual([
      ['remark.answered', remark.id, 2, 'ANSWERED'],
      ['remark.answered', remark.id, 3, 'ANSWERED'],
    ]);
    expect((await act('withdrawRemark', 'district', { reason: 'Đã rõ' })).code).toBe('STATE');
  });

  it('or by the result that corrects the figure, and by no other', async () => {
    const peanut = (await results()).find(({ indicatorCode }) => indicatorCode === 'econ.peanut.area')!;
    remark = done(await add('district', { result: maize.id, text: 'Diện tích này đã đo chưa?' }));
    const parameters = { commune, id: report.id };
    report = done(await door.ask('correctSubmission', 'hamlet-1', parameters, { input: { reason: 'Đo lại' } }));
    await step('amendSubmission', 'hamlet-1', { entries: [{ indicatorCode: 'econ.maize.area', reported: '12' }] });
    await approve();
    const [corrected, otherCorrected] = ['econ.maize.area', 'econ.peanut.area'].map(
      (code) => async () => (await results()).find(({ indicatorCode }) => indicatorCode === code)!,
    );
    const correction = (await corrected!()).id;
    for (const wrong of [maize.id, peanut.id, (await otherCorrected!()).id]) {
      const { code, body } = await act('answerRemark', 'clerk', { correction: wrong });
      expect([code, body.errors.map((each: Row) => each.code)]).toEqual(['RULE', ['NO_CORRECTION']]);
    }
    remark = done(await act('answerRemark', 'clerk', { correction }));
    expect(remark).toMatchObject({ state: 'ANSWERED', answer: null, correctionId: correction });
    const late = await add('district', { result: maize.id, text: 'Còn số cũ?' });
    expect([late.code, late.body.errors.map(({ code }: Row) => code)]).toEqual(['RULE', ['RESULT_CORRECTED']]);
  });

  it('who asked takes the question back; another superior does not', async () => {
    const [peanut] = await results();
    remark = done(await add('district', { result: peanut!.id, text: 'Nhầm xã' }));
    expect((await act('withdrawRemark', 'province', { reason: 'Nhầm' })).code).toBe('FORBIDDEN');
    remark = done(await act('withdrawRemark', 'district', { reason: 'Nhầm' }));
    expect(remark.state).toBe('WITHDRAWN');
    expect((await act('answerRemark', 'clerk', { answer: 'Có' })).code).toBe('STATE');
    const own = done(await add('province', { result: peanut!.id, text: 'Tỉnh hỏi' }));
    expect(own.superiorKey).toBe('ha-tinh');
    expect((await act('withdrawRemark', 'district', { reason: 'Nhầm' }, own)).code).toBe('FORBIDDEN');
  });

  it('whose supervision has ended asks no more', async () => {
    const test = apps[name]!;
    const [one] = await results();
    test.exceptFromAudit('supervision');
    await test.admin.query(
      `update supervision s set valid_to = '2024-01-30' from superior p, commune c
       where p.id = s.superior_id and p.key = 'duc-tho' and c.id = s.commune_id and c.key = $1`,
      [commune],
    );
    expect((await add('district', { result: one!.id, text: 'Vì sao?' })).code).toBe('NOT_FOUND');
  });
});
