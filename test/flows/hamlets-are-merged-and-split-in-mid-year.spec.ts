import { jest } from '@jest/globals';
import { Clock } from '../../src/access/clock.js';
import { culturedFamiliesOfAreas, firstHouseholds, households } from '../../src/sample/households.data.js';
import { UnitsQueries } from '../../src/units/units.queries.js';
import { as, useApp, type TestApp } from '../app.js';
import { broken, done, doors, rest, type Answer, type Asked, type Door, type Row } from '../doors.js';
import { until, waiting } from '../until.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  const door: Door = open(test);
  const ask = (operation: string, actor: string, parameters: object = {}, asked: Asked = {}): Promise<Answer> =>
    door.ask(operation, actor, { commune, ...parameters }, asked);
  const act = async (...given: Parameters<typeof ask>): Promise<Row> => done(await ask(...given));
  const unit = (code: string, asOf?: string) => act('unit', 'clerk', { unit: code, ...(asOf && { asOf }) });
  const add = (code: string, more: object = {}) =>
    act('addUnit', 'clerk', {}, { input: { code, kind: 'HAMLET', name: code, validFrom: '2023-01-01', ...more } });
  const household = (code: string, parent: string) => add(code, { kind: 'HOUSEHOLD', name: `Hộ ông ${code}`, parent });
  const on = (code: string, operation: string, input: object) => async (): Promise<Answer> =>
    ask(operation, 'clerk', { unit: code }, { version: (await unit(code)).version, input });
  const close = (code: string, input: object) => on(code, 'closeUnit', { reason: 'Sáp nhập', ...input })();
  const amend = (code: string, input: object) => on(code, 'amendUnit', input)();
  const moveAll = (input: object) => ask('moveUnits', 'clerk', {}, { input });
  /** Changes since a cursor, and the cursor of the newest. */
  const since = async (cursor?: string): Promise<Row> => {
    const { body } = await door.changes('clerk', commune, cursor);
    if (!body.more) return body;
    const later = await since(body.cursor);
    return { ...later, items: [...body.items, ...later.items] };
  };
  /** Households of a hamlet in the sample, in the order of their codes. */
  const granted = new Set(firstHouseholds(5, culturedFamiliesOfAreas[4]));
  const sampled = (hamlet: string) =>
    households
      .filter(({ parent }) => parent === hamlet)
      .map(({ code }) => code)
      .sort();
  let clock: jest.SpiedFunction<Clock['now']>;
  const today = (day: string) => {
    const { now } = Clock.prototype;
    clock = jest
      .spyOn(test.app.get(Clock), 'now')
      .mockImplementation(() => ({ ...now.call(test.app.get(Clock)), on: day }));
  };
  afterAll(() => clock.mockRestore());

  describe('two hamlets become one on 1 July', () => {
    const plan = '2024-lua';
    const planDocument = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch lúa chất lượng' };
    const indicator = {
      ...{ code: 'lua', name: 'Diện tích lúa chất lượng', sectionPath: '1', sortOrder: 1, rawText: '60 ha' },
      ...{ measure: { unit: 'HECTARE', displayUnit: 'ha', scale: 0 }, direction: 'UP', comparator: 'AT_LEAST' },
      ...{ target: '60', frequency: 'QUARTERLY', reported: 'IN_PERIOD', overTime: 'SUM', overUnits: 'SUM' },
      ...{ responsibleUnitCode: 'ubnd', reportedBy: { units: [], kinds: ['HAMLET'] } },
    };
    const ofTarget = (hamlet: string) => ({ plan, code: 'lua', unit: hamlet, period: '2024' });
    const setTarget = (hamlet: string, value: string) =>
      act('setTarget', 'clerk', ofTarget(hamlet), { version: 0, input: { value, reason: 'Giao' } });
    const allotment = async () => act('allotment', 'clerk', { plan, code: 'lua' });
    const drafting = (actor: string, hamlet: string, period: string, reported = '6', headers = {}) => {
      const entries = [{ indicatorCode: 'lua', reported }];
      return ask('draftSubmission', actor, {}, { input: { plan, unit: hamlet, period, entries }, headers });
    };
    const submit = ({ id, version }: Row, actor: string, headers = {}) =>
      act('submitSubmission', actor, { id }, { version, headers });
    const submitted = async (actor: string, hamlet: string, period: string, reported?: string) =>
      submit(done(await drafting(actor, hamlet, period, reported)), actor);
    const approved = async (report: Row) => {
      const verified = await act('verifySubmission', 'verifier', report, { version: report.version, input: {} });
      return act('approveSubmission', 'chairperson', report, { version: verified.version, input: {} });
    };
    const paper = async (type: string, year = 2024) =>
      (await act('recordDocument', 'clerk', {}, { input: { type, year, issuer: 'UBND', title: 'Giấy tờ' } })).id;
    const award = async (hamlet: string, year: number) => ({
      ...{ unit: hamlet, form: 'bang-khen-tinh', formName: 'Bằng khen', period: `${year}`, citation: 'Dẫn đầu' },
      ...{ issuer: 'Chủ tịch UBND tỉnh', grantedOn: `${year}-12-20`, document: await paper('QĐ', year) },
    });

    beforeAll(async () => {
      today('2024-04-02');
      const settled = { key: plan, kind: 'MOVEMENT', year: 2024, title: 'Lúa chất lượng', document: planDocument };
      const { version } = await act('draftPlan', 'clerk', {}, { input: settled });
      await act('addIndicator', 'clerk', { plan }, { input: indicator });
      await act('issuePlan', 'chairperson', { plan }, { version });
      for (const [hamlet, year] of [
        ['khu-dan-cu-4', 2023],
        ['khu-dan-cu-5', 2021],
        ['khu-dan-cu-5', 2022],
        ['khu-dan-cu-6', 2023],
      ] as const) {
        await act('recordAward', 'clerk', {}, { input: await award(hamlet, year) });
      }
      for (const hamlet of ['khu-dan-cu-4', 'khu-dan-cu-5', 'khu-dan-cu-6']) await setTarget(hamlet, '20');
      await approved(await submitted('hamlet-5', 'khu-dan-cu-5', '2024-Q1', '4'));
      today('2024-06-25');
      for (const hamlet of ['khu-dan-cu-5', 'khu-dan-cu-6'])
        for (const number of [1, 2, 3]) await household(`ho-${hamlet.at(-1)}-${number}`, hamlet);
      await add('con-ho-5-1', { kind: 'INDIVIDUAL', name: 'Trần Thị B', parent: 'ho-5-1' });
      await add('thon-chung', { name: 'Thôn Chung', validFrom: '2024-07-01' });
      const head = { actor: 'hamlet-6', role: 'REPORTER', unit: 'thon-chung', validFrom: '2024-07-01' };
      await act('appoint', 'administrator', {}, { input: head });
    });

    it('a hamlet does not end while people are below it', async () => {
      const answer = await close('khu-dan-cu-5', { lastDay: '2024-06-30' });
      expect(broken(answer)).toEqual(['/lastDay UNITS_BELOW']);
      const { detail } = answer.body.errors[0];
      expect(detail).toContain('30/06/2024 còn đơn vị trực thuộc: ho-5-1, con-ho-5-1, ho-5-2, ho-5-3, ho-khu-5-1, ');
      expect(detail).toContain(` và ${4 + sampled('khu-dan-cu-5').length - 10} đơn vị khác.`);
    });

    it('its people move in one call, each journaled in one position, with those below them', async () => {
      const { cursor } = await since();
      const moved = done(await moveAll({ below: 'khu-dan-cu-5', parent: 'thon-chung', from: '2024-07-01' }));
      expect(moved).toEqual({
        parentCode: 'thon-chung',
        from: '2024-07-01',
        units: ['ho-5-1', 'ho-5-2', 'ho-5-3', ...sampled('khu-dan-cu-5')],
        count: 4 + sampled('khu-dan-cu-5').length,
      });
      const { items } = await since(cursor);
      expect(items.map(({ kind, version, data }: Row) => [kind, version, data.path])).toEqual([
        ['unit.moved', 2, 'thon-chung/ho-5-1'],
        ['unit.moved', 2, 'thon-chung/ho-5-2'],
        ['unit.moved', 2, 'thon-chung/ho-5-3'],
        // Those that were granted a title were published with it.
        ...sampled('khu-dan-cu-5').map((code) => ['unit.moved', granted.has(code) ? 3 : 2, `thon-chung/${code}`]),
        ['unit.moved', 2, 'thon-chung/ho-5-1/con-ho-5-1'],
      ]);
      expect(new Set(items.map(({ position }: Row) => position)).size).toBe(1);
      for (const [day, path] of [
        ['2024-06-30', 'ubnd/khu-dan-cu-5/ho-5-1/con-ho-5-1'],
        ['2024-07-01', 'thon-chung/ho-5-1/con-ho-5-1'],
      ])
        expect((await unit('con-ho-5-1', day)).path).toBe(path);
      const again = await moveAll({ below: 'khu-dan-cu-5', parent: 'thon-chung', from: '2024-07-01' });
      expect(broken(again)).toEqual(['/below NOTHING_CHANGED']);
      const of6 = ['ho-6-1', 'ho-6-2', 'ho-6-3', ...sampled('khu-dan-cu-6')];
      done(await moveAll({ units: of6, parent: 'thon-chung', from: '2024-07-01' }));
    });

    it('the hamlets end on their last day, with their successor, and with the appointments of their heads', async () => {
      const { cursor } = await since();
      const closed = done(await close('khu-dan-cu-5', { lastDay: '2024-06-30', successors: ['thon-chung'] }));
      expect(closed).toMatchObject({ validTo: '2024-06-30', successors: ['thon-chung'], predecessors: [] });
      done(await close('khu-dan-cu-6', { lastDay: '2024-06-30', successors: ['thon-chung'] }));
      const { items } = await since(cursor);
      expect(items.map(({ kind, data }: Row) => [kind, data.code ?? data.validTo])).toEqual([
        ['unit.closed', 'khu-dan-cu-5'],
        ['unit.amended', 'thon-chung'],
        ['appointment.ended', '2024-06-30'],
        ['unit.closed', 'khu-dan-cu-6'],
        ['unit.amended', 'thon-chung'],
        ['appointment.ended', '2024-06-30'],
      ]);
      const lines = items.filter(({ type }: Row) => type === 'unit').map(({ data }: Row) => data);
      expect(lines.map(({ successors, predecessors }: Row) => [successors, predecessors])).toEqual([
        [['thon-chung'], []],
        [[], ['khu-dan-cu-5']],
        [['thon-chung'], []],
        [[], ['khu-dan-cu-5', 'khu-dan-cu-6']],
      ]);
      expect(await unit('thon-chung', '2024-07-01')).toMatchObject({
        version: 3,
        predecessors: ['khu-dan-cu-5', 'khu-dan-cu-6'],
      });
    });

    it('the old head is none from 1 July on, the new one is', async () => {
      const { items } = await act('actors', 'administrator', { role: 'REPORTER', first: 100 });
      const ends = (key: string) =>
        items.find((each: Row) => each.key === key).appointments.map(({ validTo }: Row) => validTo);
      expect([ends('hamlet-5'), ends('hamlet-6')]).toEqual([['2024-06-30'], ['2024-06-30', null]]);
      today('2024-07-01');
      expect((await door.ask('me', 'hamlet-5')).code).toBe('FORBIDDEN');
      expect(done(await door.ask('me', 'hamlet-6')).appointments.map(({ unitCode }: Row) => unitCode)).toEqual([
        'thon-chung',
      ]);
    });

    it('the head of the new hamlet hands in the last report of the old one, and mends an earlier one', async () => {
      today('2024-07-15');
      expect((await drafting('hamlet-4', 'khu-dan-cu-5', '2024-Q2')).code).toBe('FORBIDDEN');
      // The old head has no appointment in the commune any more.
      expect((await drafting('hamlet-5', 'khu-dan-cu-5', '2024-Q2')).code).toBe('NOT_FOUND');
      const draft = done(await drafting('hamlet-6', 'khu-dan-cu-5', '2024-Q2'));
      const seen = async (actor: string) =>
        (await act('submissions', actor, { unit: ['khu-dan-cu-5'], plan: [plan], state: ['DRAFT'] })).items.length;
      expect([await seen('hamlet-6'), await seen('hamlet-4')]).toEqual([1, 0]);
      const amended = { version: draft.version, input: { entries: [{ indicatorCode: 'lua', reported: '7' }] } };
      await approved(await submit(await act('amendSubmission', 'hamlet-6', draft, amended), 'hamlet-6'));
      const [first] = (await act('submissions', 'hamlet-6', { unit: ['khu-dan-cu-5'], period: ['2024-Q1'] })).items;
      const correction = await act('correctSubmission', 'hamlet-6', first, { input: { reason: 'Đo lại' } });
      const entries = [{ indicatorCode: 'lua', reported: '5' }];
      const mended = await act('amendSubmission', 'hamlet-6', correction, { version: 1, input: { entries } });
      await approved(await submit(mended, 'hamlet-6'));
      const { items } = await act('results', 'clerk', { plan, unit: 'khu-dan-cu-5' });
      const current = items.filter(({ supersededOn }: Row) => supersededOn === null);
      expect(current.map(({ period, value }: Row) => [period, value])).toEqual([
        ['2024-Q2', '7'],
        ['2024-Q1', '5'],
      ]);
    });

    it('so does the clerk by its signed sheet; nobody reports for it for a time after its end', async () => {
      const headers = { 'on-behalf-of': 'khu-dan-cu-6', 'legal-reference': await paper('BC') };
      const draft = done(await drafting('clerk', 'khu-dan-cu-6', '2024-Q2', '3', headers));
      expect((await submit(draft, 'clerk', headers)).state).toBe('SUBMITTED');
      expect(broken(await drafting('hamlet-6', 'khu-dan-cu-6', '2024-Q3'))).toEqual(
        expect.arrayContaining([expect.stringMatching(/NOT_VALID$/)]),
      );
    });

    it('a key bound to the new hamlet is one for the old ones, too', async () => {
      const input = { actor: 'clerk', scopes: ['submissions:read'], unit: 'thon-chung' };
      const { key } = await act('issueKey', 'administrator', {}, { input });
      const { items } = await act('submissions', key, { plan: [plan], first: 100 });
      expect([...new Set(items.map(({ unitCode }: Row) => unitCode))].sort()).toEqual(['khu-dan-cu-5', 'khu-dan-cu-6']);
    });

    it('targets of the old hamlets are owed by nobody, can be taken out, and are set for the new one', async () => {
      expect(await allotment()).toMatchObject({
        ...{ target: '60', sum: '20', difference: '40', notes: ['UNITS'] },
        periods: [{ period: '2024', units: 1, sum: '20', ended: 2 }],
      });
      await setTarget('thon-chung', '40');
      expect(await allotment()).toMatchObject({ sum: '60', difference: '0', notes: [] });
      await act('removeTarget', 'clerk', ofTarget('khu-dan-cu-5'), { version: 1, input: { reason: 'Đã sáp nhập' } });
      const mended = { version: 1, input: { value: '10', reason: 'Nửa đầu năm' } };
      await act('setTarget', 'clerk', ofTarget('khu-dan-cu-6'), mended);
      expect((await allotment()).periods).toEqual([{ period: '2024', units: 2, sum: '60', ended: 1 }]);
    });

    it('honours of three years running are read of the new hamlet as those of the old ones', async () => {
      const told = ({ items }: Row) => items.map(({ unitCode, period }: Row) => [unitCode, period]);
      const ofAll = [
        ['khu-dan-cu-5', '2021'],
        ['khu-dan-cu-5', '2022'],
        ['khu-dan-cu-6', '2023'],
      ];
      const honours = (more: object) => act('honours', 'clerk', { unit: 'thon-chung', kind: ['AWARD'], ...more });
      expect(told(await honours({}))).toEqual([]);
      expect(told(await honours({ withPredecessors: true }))).toEqual(ofAll);
      expect(told(await honours({ withPredecessors: true, first: 2 }))).toEqual(ofAll.slice(0, 2));
      const awards = (more: object) => act('awards', 'clerk', { unit: ['thon-chung'], ...more });
      expect(told(await awards({}))).toEqual([]);
      expect(told(await awards({ withPredecessors: true }))).toEqual([...ofAll].reverse());
      const ofUnit = `query { unit(commune: "${commune}", unit: "thon-chung") {
        awards(withPredecessors: true) { nodes { unitCode period } } } }`;
      const { body } = await test.http().post('/graphql').set(as(test, 'clerk')).send({ query: ofUnit });
      expect(told({ items: body.data.unit.awards.nodes })).toEqual(ofAll);
      // A day earlier the old hamlets are still there: nothing of theirs is another's.
      today('2024-06-30');
      expect(told(await awards({ withPredecessors: true }))).toEqual([]);
    });

    it('nobody is appointed beyond the end of a unit', async () => {
      today('2024-06-28');
      const at5 = { actor: 'hamlet-4', role: 'REPORTER', unit: 'khu-dan-cu-5', validFrom: '2024-06-28' };
      const appointed = await act('appoint', 'administrator', {}, { input: at5 });
      expect(appointed.validTo).toBe('2024-06-30');
      const beyond = { ...at5, validTo: '2024-07-01' };
      expect(broken(await ask('appoint', 'administrator', {}, { input: beyond }))).toEqual(['/validTo NOT_VALID']);
      const { id, version } = appointed;
      const later = { version, input: { validTo: '2024-12-31', reason: 'Kéo dài' } };
      expect(broken(await ask('endAppointment', 'administrator', { id }, later))).toEqual(['/validTo NOT_VALID']);
      await act('appoint', 'administrator', {}, { input: { ...at5, actor: 'chairperson', role: 'CHAIRPERSON' } });
      const acting = { actor: 'clerk', acts: ['approveSubmission'], capacity: 'KT', validFrom: '2024-06-28' };
      const delegating = (validTo: string) => ask('delegate', 'chairperson', {}, { input: { ...acting, validTo } });
      expect(broken(await delegating('2024-07-01'))).toEqual(['/validTo NOT_VALID']);
      expect(done(await delegating('2024-06-30')).validTo).toBe('2024-06-30');
      today('2024-07-15');
    });

    it('after a split each successor sees what the old hamlet drafted, and nothing of what moved to the other', async () => {
      today('2024-07-15');
      for (const code of ['doi', 'doi-1', 'doi-2']) await add(code);
      for (const code of ['to-1', 'to-2', 'to-cu']) await add(code, { parent: 'doi' });
      const head = { actor: 'hamlet-4', role: 'REPORTER', unit: 'doi-1', validFrom: '2024-07-15' };
      await act('appoint', 'administrator', {}, { input: head });
      done(await close('to-cu', { lastDay: '2024-07-20' }));
      for (const number of [1, 2])
        done(await moveAll({ units: [`to-${number}`], parent: `doi-${number}`, from: '2024-08-01' }));
      done(await close('doi', { lastDay: '2024-07-31', successors: ['doi-1', 'doi-2'] }));
      const reported = ['doi', 'to-1', 'to-2', 'to-cu'];
      const reference = await paper('BC');
      for (const code of reported)
        done(await drafting('clerk', code, '2024-Q3', '1', { 'on-behalf-of': code, 'legal-reference': reference }));
      const seen = async (actor: string) =>
        (await act('submissions', actor, { unit: reported, state: ['DRAFT'] })).items
          .map(({ unitCode }: Row) => unitCode)
          .sort();
      today('2024-08-10');
      const input = { actor: 'clerk', scopes: ['submissions:read'], unit: 'doi-1' };
      const { key } = await act('issueKey', 'administrator', {}, { input });
      const [first] = (await act('submissions', 'clerk', { unit: ['to-2'] })).items;
      expect([await seen('clerk'), await seen('hamlet-4'), await seen(key)]).toEqual([
        reported,
        ['doi', 'to-1', 'to-cu'],
        ['doi', 'to-1', 'to-cu'],
      ]);
      for (const actor of ['hamlet-4', key])
        expect((await ask('submission', actor, { id: first.id })).code).toBe('NOT_FOUND');
      today('2024-07-15');
    });
  });

  it('a hamlet is split, and a successor that was forgotten is named afterwards', async () => {
    today('2024-07-15');
    for (const code of ['tach', 'tach-1', 'tach-2', 'tach-3']) await add(code);
    for (const number of [1, 2]) await household(`ho-tach-${number}`, 'tach');
    done(await moveAll({ units: ['ho-tach-1'], parent: 'tach-1', from: '2024-08-01' }));
    done(await moveAll({ units: ['ho-tach-2'], parent: 'tach-2', from: '2024-08-01' }));
    done(await close('tach', { lastDay: '2024-07-31', successors: ['tach-1'] }));
    today('2024-08-10');
    const { cursor } = await since();
    const amended = done(await amend('tach', { successors: ['tach-1', 'tach-2'], reason: 'Ghi thiếu' }));
    expect(amended).toMatchObject({ version: 3, successors: ['tach-1', 'tach-2'], validTo: '2024-07-31' });
    done(await amend('tach', { successors: ['tach-2', 'tach-3'] }));
    for (const [code, successors] of [
      ['tach', ['tach-3', 'tach-2']],
      ['tach-3', []],
    ] as const)
      expect(broken(await amend(code, { successors }))).toEqual([' NOTHING_CHANGED']);
    expect(
      (await since(cursor)).items.map(({ data: { code, successors, predecessors } }: Row) => [
        code,
        [...successors, ...predecessors],
      ]),
    ).toEqual([
      ['tach', ['tach-1', 'tach-2']],
      ['tach-2', ['tach']],
      ['tach', ['tach-2', 'tach-3']],
      ['tach-1', []],
      ['tach-3', ['tach']],
    ]);
    // A closed unit is given successors alone.
    expect(broken(await amend('tach', { name: 'Khác', successors: ['tach-1'] }))).toEqual(['/from NOT_VALID']);
    expect(done(await rest(test).ask('unitActions', 'clerk', { commune, unit: 'tach' })).items).toEqual([
      { act: 'amendUnit', allowed: true, reasons: [] },
      { act: 'moveUnit', allowed: false, reasons: ['STATE'] },
      { act: 'correctUnit', allowed: true, reasons: [] },
      { act: 'closeUnit', allowed: false, reasons: ['STATE'] },
    ]);
  });

  describe('odd ends', () => {
    beforeAll(async () => {
      today('2024-07-15');
      for (const code of ['le-1', 'le-2', 'le-3', 'le-cu']) await add(code);
      await household('ho-le', 'le-1');
      await act(
        'closeUnit',
        'clerk',
        { unit: 'le-cu' },
        { version: 1, input: { lastDay: '2024-07-20', reason: 'Hết' } },
      );
      done(await close('le-3', { lastDay: '2024-08-31', successors: ['le-2'] }));
    });

    it.each([
      [
        'a unit that succeeds itself',
        'le-2',
        { lastDay: '2024-09-30', successors: ['le-2'] },
        ['/successors/0 SUCCEEDS_ITSELF'],
      ],
      [
        'a successor that nobody knows',
        'le-2',
        { lastDay: '2024-09-30', successors: ['khong-co'] },
        ['/successors/0 NOT_VALID'],
      ],
      ['one that ends before', 'le-2', { lastDay: '2024-09-30', successors: ['le-cu'] }, ['/successors/0 NOT_VALID']],
      [
        'one that ends the same day',
        'le-1',
        { lastDay: '2024-07-20', successors: ['le-cu'] },
        ['/lastDay UNITS_BELOW'],
      ],
      [
        'a successor named twice',
        'le-2',
        { lastDay: '2024-09-30', successors: ['ubnd', 'ubnd'] },
        ['/successors/1 NAMED_TWICE'],
      ],
      [
        'a household as successor',
        'le-2',
        { lastDay: '2024-09-30', successors: ['ho-le'] },
        ['/successors/0 NO_SUCCESSOR'],
      ],
      ['a household with a successor', 'ho-le', { successors: ['le-2'] }, ['/successors NO_SUCCESSOR']],
      ['a circle', 'le-2', { lastDay: '2024-08-31', successors: ['le-3'] }, ['/lastDay STILL_SUCCEEDS']],
      ['a circle later', 'le-2', { lastDay: '2024-09-30', successors: ['le-3'] }, ['/successors/0 NOT_VALID']],
      ['an end before that of a predecessor', 'le-2', { lastDay: '2024-08-01' }, ['/lastDay STILL_SUCCEEDS']],
      ['an end before the beginning', 'le-2', { lastDay: '2022-12-31' }, ['/lastDay PAST']],
      ['an end that is known already', 'le-3', { lastDay: '2024-08-15' }, ['/lastDay LATER_TERM']],
      ['units below that outlive it', 'le-1', {}, ['/lastDay UNITS_BELOW']],
    ])('%s is refused', async (_, code, input, refused) => {
      expect(broken(await close(code, input))).toEqual(refused);
    });

    it('successors of a unit that goes on are refused', async () => {
      expect(broken(await amend('le-2', { successors: ['ubnd'] }))).toEqual(['/successors NOT_ENDED']);
    });

    it.each([
      ['neither units nor a unit above', {}, ['/units UNITS_OR_BELOW']],
      ['both', { units: ['ho-le'], below: 'le-1' }, ['/units UNITS_OR_BELOW']],
      ['no unit', { units: [] }, ['/units NOTHING_CHANGED']],
      ['one twice, one unknown', { units: ['ho-le', 'ho-le', 'ai'] }, ['/units/1 NAMED_TWICE', '/units/2 NOT_VALID']],
      ['one that is there', { units: ['ho-le'], parent: 'le-1' }, ['/units/0 NOTHING_CHANGED']],
      ['one below itself', { units: ['le-1'], parent: 'le-1' }, ['/parent BELOW_ITSELF']],
      ['one with the unit above it', { units: ['le-1', 'ho-le'] }, ['/units NAMED_TWICE']],
      ['to a unit that ends', { units: ['ho-le'], parent: 'le-3' }, ['/parent NOT_VALID']],
      ['in the past', { units: ['ho-le'], from: '2024-07-01' }, ['/from PAST']],
    ])('a move of %s is refused', async (_, input, refused) => {
      expect(broken(await moveAll({ parent: 'le-2', ...input }))).toEqual(refused);
    });

    it('units that end later move, and keep their end', async () => {
      for (const code of ['ket-1', 'ket-2']) await add(code);
      await household('ho-ket', 'ket-1');
      await add('con-ket', { kind: 'INDIVIDUAL', parent: 'ho-ket' });
      for (const code of ['con-ket', 'ho-ket']) done(await close(code, { lastDay: '2024-12-31' }));
      done(await moveAll({ below: 'ket-1', parent: 'ket-2', from: '2024-10-01' }));
      done(await close('ket-1', { lastDay: '2024-09-30', successors: ['ket-2'] }));
      expect(await unit('con-ket', '2024-10-01')).toMatchObject({
        ...{ path: 'ket-2/ho-ket/con-ket', termFrom: '2024-10-01' },
        ...{ termTo: '2024-12-31', validTo: '2024-12-31' },
      });
    });

    it('who may move units is asked where they stand on the legal date', async () => {
      for (const code of ['noi-a', 'noi-b']) {
        await add(code);
        await add(`${code}-1`, { parent: code });
        const clerk = { actor: code, name: code, role: 'CLERK', unit: code, validFrom: '2024-07-15' };
        await act('appoint', 'administrator', {}, { input: clerk });
        const keyed = { actor: code, scopes: ['units:read', 'units:write'] };
        const issued = await act('issueKey', 'administrator', {}, { input: keyed });
        (test.keys as Record<string, string>)[code] = issued.key;
      }
      await household('ho-noi', 'noi-a');
      done(await moveAll({ units: ['ho-noi'], parent: 'noi-b', from: '2024-09-01' }));
      const move = (actor: string) =>
        ask('moveUnits', actor, {}, { input: { units: ['ho-noi'], parent: `${actor}-1`, from: '2024-09-01' } });
      expect((await move('noi-b')).code).toBe('FORBIDDEN');
      expect(done(await move('noi-a')).count).toBe(1);
      // A successor is given where it stands today, too, though it moves before it succeeds.
      for (const code of ['noi-a', 'noi-b']) await add(`${code}-2`, { parent: code });
      done(await moveAll({ units: ['noi-b-1'], parent: 'noi-a', from: '2024-09-01' }));
      const close = (actor: string, code: string) => {
        const input = { lastDay: '2024-09-15', successors: ['noi-b-1'], reason: 'Nhập' };
        return ask('closeUnit', actor, { unit: code }, { version: 1, input });
      };
      expect((await close('noi-a', 'noi-a-2')).code).toBe('FORBIDDEN');
      expect(done(await close('noi-b', 'noi-b-2')).successors).toEqual(['noi-b-1']);
    });

    it('an end behind today is recorded by its paper, also when people have moved meanwhile', async () => {
      const paper = { type: 'NQ', year: 2024, issuer: 'HĐND xã', title: 'Sắp xếp' };
      const { id } = await act('recordDocument', 'clerk', {}, { input: paper });
      done(await moveAll({ below: 'le-1', parent: 'ubnd', from: '2024-07-15' }));
      const headers = { 'legal-date': '2024-07-14', 'legal-reference': id };
      const input = { reason: 'Sáp nhập', successors: ['ubnd'] };
      const closed = await act('closeUnit', 'clerk', { unit: 'le-1' }, { version: 1, input, headers });
      expect(closed.validTo).toBe('2024-07-14');
      expect((await close('le-1', {})).code).toBe('STATE');
    });

    it('of a closing and a move below at once, the later sees the earlier', async () => {
      for (const code of ['dua-1', 'dua-2']) await add(code);
      await household('ho-dua', 'dua-1');
      const queries = test.app.get(UnitsQueries);
      const below = queries.below.bind(queries);
      let closing: Promise<Answer> | undefined;
      // The move holds the units, and goes on when the closing waits for them.
      jest.spyOn(queries, 'below').mockImplementationOnce(async (...given) => {
        closing = close('dua-1', { lastDay: '2024-07-15', successors: ['dua-2'] });
        await until(() => waiting(test));
        return below(...given);
      });
      done(await moveAll({ units: ['ho-dua'], parent: 'dua-2', from: '2024-07-16' }));
      expect(done(await closing!).successors).toEqual(['dua-2']);
    });
  });

  it('1,300 households move at once', async () => {
    today('2024-07-15');
    await add('dong-1');
    await add('dong-2');
    const { commune_id, id } = (await test.admin.query(`select commune_id, id from unit where code = 'dong-1'`))
      .rows[0];
    test.exceptFromAudit('unit');
    await test.admin.query(
      `with made as (
         insert into unit (commune_id, id, code, kind, valid_from, invented, audience)
         select $1, gen_random_uuid(), 'ho-dong-' || n, 'HOUSEHOLD', '2023-01-01', true, 'INSIDE' from generate_series(1, 1300) n
         returning id, code)
       insert into unit_term (commune_id, unit_id, valid_from, name, sort_name, folded, parent_id, path)
       select $1, id, '2023-01-01', code, code, code, $2, 'dong-1/' || code from made`,
      [commune_id, id],
    );
    const moved = done(await moveAll({ below: 'dong-1', parent: 'dong-2', from: '2024-08-01' }));
    expect([moved.count, moved.units.length]).toEqual([1300, 1300]);
    done(await close('dong-1', { lastDay: '2024-07-31', successors: ['dong-2'] }));
    const counted = await test.admin.query(
      `select count(*)::int as units from unit_term where path like 'dong-2/%' and valid_from = '2024-08-01'`,
    );
    expect(counted.rows[0].units).toBe(1300);
  });
});
