import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { Clock } from '../../src/access/clock.js';
import { as, expectAudited, startApp, useApp, type TestApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';
import { file as part, pdf } from '../files.js';
import { minutes } from '../meetings.js';
import { upload } from '../uploads.js';

const commune = 'duc-lang';
const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

/** Input of the clerk for the plan of 2024; everything else comes from 2023. */
const draft = (key: string, title: string) => ({
  key,
  kind: 'YEARLY',
  year: 2024,
  title,
  from: '2023',
  deadline: '2024-12-31',
  document: {
    type: 'KH',
    symbol: 'KH-UBND',
    year: 2024,
    issuer: 'Ủy ban nhân dân xã Đức Lạng',
    title,
    issuedOn: '2024-01',
    signer: { title: 'Chủ tịch', capacity: 'TM. Ủy ban nhân dân' },
  },
});

describe.each(doors)('%s', (name, open) => {
  let door: Door;
  let start: string;
  beforeAll(() => void (door = open(apps[name]!)));

  it('begins the year with the district up to date', async () => {
    start = done(await door.changes('district', commune)).cursor;
  });

  it("drafts the plan from last year's, and says what has no baseline", async () => {
    await door
      .ask(
        'setTarget',
        'clerk',
        { commune, plan: '2023', code: 'econ.rice.area', unit: 'khu-dan-cu-1', period: '2023' },
        { version: 0, input: { value: '30', reason: 'Giao bổ sung' } },
      )
      .then(done);
    const plan = done(
      await door.ask(
        'draftPlan',
        'clerk',
        { commune },
        { input: draft('2024', 'Kế hoạch phát động thi đua năm 2024') },
      ),
    );
    expect(plan).toMatchObject({ key: '2024', state: 'DRAFT', version: 1 });
    const old = done(await door.indicators('clerk', commune, '2023', 100)).items;
    const taken = done(await door.ask('indicators', 'clerk', { commune, plan: '2024', first: 100 })).items;
    expect(
      taken.map((each: Row) => [each.code, each.target, each.parts, each.continues, each.responsibleUnitCode]),
    ).toEqual(
      old.map((each: Row) => [each.code, each.target, each.parts, `2023/${each.code}`, each.responsibleUnitCode]),
    );
    // Figures begin with what the last year reached; states and grades are none.
    if (name === 'REST')
      expect(plan.withoutBaseline).toEqual([
        'gov.admin-reform-anticorruption',
        'ntm.standard-maintained',
        'ntm.advanced-standard',
        'sec.defence-security-grade',
        'org.office-green-clean-beautiful',
        'org.office-safe',
        'org.office-cultured',
        'org.union-public-service-skills',
        'org.union-culture-sport-social',
        'org.union-clean-strong',
      ]);
    const targets = done(await door.ask('targets', 'clerk', { commune, plan: '2024' })).items;
    expect(targets.map((each: Row) => [each.indicatorCode, each.unitCode, each.period, each.value])).toEqual([
      ['econ.rice.area', 'khu-dan-cu-1', '2024', '30'],
    ]);
  });

  it('mends the draft without giving reasons, and clarifies what was ambiguous', async () => {
    const poverty = { commune, plan: '2024', code: 'soc.poverty-rate' };
    const { version } = done(await door.ask('indicator', 'clerk', poverty));
    const wrong = await door.ask('clarifyIndicator', 'clerk', poverty, {
      version,
      input: { reading: 'D', reason: 'UBND huyện trả lời' },
    });
    expect([wrong.code, wrong.body.errors[0].code]).toEqual(['RULE', 'NEEDS_TARGET']);
    const clarified = done(
      await door.ask('clarifyIndicator', 'clerk', poverty, {
        version,
        input: { reading: 'C', reason: 'UBND huyện trả lời' },
      }),
    );
    expect(clarified).toMatchObject({
      comparator: 'BETWEEN',
      target: '0.8',
      upperTarget: '1',
      needsClarification: false,
      version: version + 1,
    });
    done(await door.amendIndicator('clerk', commune, '2024', 'econ.rice.area', 1, { target: '175' }));
    const retired = done(
      await door.ask(
        'retireIndicator',
        'clerk',
        { commune, plan: '2024', code: 'econ.livestock.deer' },
        { version: 1, input: { reason: 'Không còn nuôi' } },
      ),
    );
    expect(retired.retiredOn).toBe('2024-01-31');
  });

  it('shows what allotments do not add up to, and refuses none', async () => {
    const place = { commune, plan: '2024', code: 'econ.rice.area' };
    done(
      await door.ask(
        'setTarget',
        'clerk',
        { ...place, unit: 'khu-dan-cu-2', period: '2024' },
        { version: 0, input: { value: '100.5' } },
      ),
    );
    const set = done(
      await door.ask(
        'setTarget',
        'clerk',
        { ...place, unit: 'khu-dan-cu-1', period: '2024' },
        { version: 1, input: { value: '70' } },
      ),
    );
    expect(set).toMatchObject({ value: '70', revision: 2, version: 2 });
    expect(
      done(await door.ask('targets', 'clerk', { commune, plan: '2024', unit: 'khu-dan-cu-2' })).items[0].revision,
    ).toBe(1);
    expect(done(await door.ask('allotment', 'clerk', place))).toMatchObject({
      target: '175',
      sum: '170.5',
      difference: '4.5',
      partsSum: '171.9',
      partsDifference: '3.1',
      notes: ['UNITS', 'PARTS'],
    });
    const outside = await door.ask(
      'setTarget',
      'clerk',
      { ...place, unit: 'khu-dan-cu-1', period: '2023-Q2' },
      { version: 0, input: { value: '1' } },
    );
    expect(outside.body.errors[0].code).toBe('NOT_OF_THE_YEAR');
  });

  it('is issued by the chairperson alone, once, and reaches the district with all it holds', async () => {
    const { version } = done(await door.plan('clerk', commune, '2024'));
    expect((await door.ask('issuePlan', 'verifier', { commune, plan: '2024' }, { version })).code).toBe('FORBIDDEN');
    // The clerk records a signed paper, and says which.
    expect((await door.ask('issuePlan', 'clerk', { commune, plan: '2024' }, { version })).code).toBe('RULE');
    expect((await door.plan('district', commune, '2024')).code).toBe('NOT_FOUND');
    expect(done(await door.ask('issuePlan', 'chairperson', { commune, plan: '2024' }, { version }))).toMatchObject({
      state: 'ISSUED',
      version: version + 1,
    });
    expect((await door.ask('issuePlan', 'chairperson', { commune, plan: '2024' }, { version: version + 1 })).code).toBe(
      'STATE',
    );
    const next = done(await door.changes('district', commune, start));
    const kinds = next.items.map(({ kind }: Row) => kind).filter((kind: string) => kind !== 'target.set');
    expect(kinds.filter((kind: string) => kind === 'indicator.issued')).toHaveLength(40);
    expect(
      next.items
        .filter(({ kind }: Row) => kind === 'target.issued')
        .map(({ version, data }: Row) => [data.unitCode, version, data.revision]),
    ).toEqual([
      ['khu-dan-cu-1', 3, 2],
      ['khu-dan-cu-2', 2, 1],
    ]);
    expect(new Set(kinds)).toEqual(new Set(['document.published', 'plan.issued', 'indicator.issued', 'target.issued']));
    start = next.cursor;
  });

  it('is made known unit by unit, and counts how far that has come', async () => {
    const at = { commune, plan: '2024' };
    const before = done(await door.ask('launchState', 'chairperson', at));
    expect(before).toMatchObject({ expected: 21, acknowledged: 0, percent: '0' });
    const input = { unit: 'khu-dan-cu-1', form: 'MEETING', heldOn: '2024-01-31', peopleReached: 120 };
    done(await door.ask('acknowledgePlan', 'hamlet-1', at, { input }));
    expect((await door.ask('acknowledgePlan', 'hamlet-1', at, { input })).code).toBe('ALREADY_ACKNOWLEDGED');
    expect((await door.ask('acknowledgePlan', 'hamlet-2', at, { input })).code).toBe('FORBIDDEN');
    expect(
      (
        await door.ask('acknowledgePlan', 'hamlet-2', at, {
          input: { ...input, unit: 'khu-dan-cu-2', heldOn: '2024-02-01' },
        })
      ).body.errors[0].code,
    ).toBe('AHEAD');
    expect(done(await door.ask('launchState', 'chairperson', at))).toMatchObject({
      acknowledged: 1,
      percent: '4.76',
      peopleReached: 120,
    });
  });

  it('lets a hamlet make a plan of its own below it', async () => {
    const child = (unit: string) => ({
      ...draft(`2024-${unit}`, `Kế hoạch của ${unit}`),
      kind: 'CHILD',
      duties: ['Làm đường'],
      parentPlan: '2024',
      unit,
      from: undefined,
    });
    expect((await door.ask('draftPlan', 'hamlet-2', { commune }, { input: child('khu-dan-cu-1') })).code).toBe(
      'FORBIDDEN',
    );
    expect(
      (await door.ask('draftPlan', 'hamlet-1', { commune }, { input: draft('2025', 'Không phải việc của thôn') })).code,
    ).toBe('FORBIDDEN');
    const made = done(await door.ask('draftPlan', 'hamlet-1', { commune }, { input: child('khu-dan-cu-1') }));
    expect(made).toMatchObject({ kind: 'CHILD', parentPlan: '2024', unitCode: 'khu-dan-cu-1', state: 'DRAFT' });
    expect(
      done(await door.ask('issuePlan', 'hamlet-1', { commune, plan: made.key }, { version: made.version })).state,
    ).toBe('ISSUED');
    expect((await door.ask('closePlan', 'hamlet-2', { commune, plan: made.key }, { version: 2, input: {} })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('keeps the words of movements apart from the codes of units', async () => {
    const movement = (word: string) => ({ ...draft(`2024-${word}`, 'Phong trào'), kind: 'MOVEMENT', from: undefined });
    expect(
      (await door.ask('draftPlan', 'clerk', { commune }, { input: movement('khu-dan-cu-3') })).body.errors[0].code,
    ).toBe('UNIT_CODE');
    expect(done(await door.ask('draftPlan', 'clerk', { commune }, { input: movement('nuoc-sach') })).key).toBe(
      '2024-nuoc-sach',
    );
  });

  it('closes last year, after which nothing of it changes', async () => {
    const { version } = done(await door.plan('chairperson', commune, '2023'));
    expect(
      done(
        await door.ask(
          'closePlan',
          'chairperson',
          { commune, plan: '2023' },
          { version, input: { reason: 'Đã tổng kết' } },
        ),
      ).state,
    ).toBe('CLOSED');
    const { version: deer } = done(await door.indicator('clerk', commune, '2023', 'econ.livestock.deer'));
    expect(
      (await door.amendIndicator('clerk', commune, '2023', 'econ.livestock.deer', deer, { target: '6', reason: 'r' }))
        .code,
    ).toBe('STATE');
    const next = done(await door.changes('district', commune, start));
    expect(next.items.map(({ kind }: Row) => kind)).toContain('plan.closed');
    start = next.cursor;
  });

  describe('in December', () => {
    let later: TestApp;
    let result: Row;
    let nomination: Row;
    beforeAll(async () => {
      const test = apps[name]!;
      const app = await startApp(test.database.runtimeUrl, { clock: new Clock('2024-12-20'), poolSize: 4 });
      later = { ...test, app, http: () => supertest(app.getHttpServer()) };
      door = open(later);
    });
    afterAll(() => later.app.close());

    /** An act on a record, decided on the version it has. */
    const act = async (operation: string, actor: string, { id, version }: Row, input: object = {}) =>
      done(await door.ask(operation, actor, { commune, id }, { version, input }));
    const made = async (operation: string, actor: string, input: object) =>
      done(await door.ask(operation, actor, { commune }, { input }));
    const document = async (type: string) =>
      (
        await made('recordDocument', 'clerk', {
          type,
          year: 2024,
          issuer: 'UBND xã',
          title: `${type} tổng kết năm 2024`,
        })
      ).id;

    it('a hamlet reports on the plan of the year, and what is approved reaches the district', async () => {
      const draft = await made('draftSubmission', 'hamlet-1', {
        plan: '2024',
        unit: 'khu-dan-cu-1',
        period: '2024-summer',
        entries: [{ indicatorCode: 'econ.rice.area.summer-autumn', reported: '3.9' }],
      });
      const verified = await act('verifySubmission', 'verifier', await act('submitSubmission', 'hamlet-1', draft));
      expect(await act('approveSubmission', 'chairperson', verified)).toMatchObject({ state: 'APPROVED' });
      const next = done(await door.changes('district', commune, start));
      result = next.items.find(({ kind }: Row) => kind === 'result.approved').data;
      expect(result).toMatchObject({ plan: '2024', unitCode: 'khu-dan-cu-1', value: '3.9', period: '2024-summer' });
      start = next.cursor;
    });

    it('it is put forward for what it has done, and the council advises', async () => {
      const round = await made('openRound', 'administrator', {
        name: 'Tổng kết năm 2024',
        period: '2024',
        forms: ['giay-khen-xa'],
      });
      expect(round.ruleSet).toBe('tdkt-2024');
      const draft = await made('nominate', 'administrator', {
        round: round.id,
        unit: 'khu-dan-cu-1',
        form: 'giay-khen-xa',
        type: 'MERIT',
        summary: 'Dẫn đầu phong trào',
        restsOn: [{ type: 'RESULT', id: result.id }],
      });
      const papers = [];
      for (const { item, documentType } of draft.dossier) papers.push({ item, document: await document(documentType) });
      nomination = await act(
        'appraiseNomination',
        'clerk',
        await act('submitNomination', 'administrator', draft, { papers }),
        { appraisal: 'Hồ sơ đủ' },
      );
      const convened = await made('conveneMeeting', 'clerk', {
        council: 'hoi-dong-thi-dua',
        heldOn: '2024-12-20',
        nominations: [nomination.id],
      });
      const [{ members }] = done(await door.ask('councils', 'clerk', { commune, council: ['hoi-dong-thi-dua'] })).items;
      expect(members).toHaveLength(7);
      const attended = await act('recordAttendance', 'clerk', convened, {
        members: members.map(({ id: member }: Row) => ({ member, presence: 'PRESENT' })),
      });
      const tallied = await act('recordTally', 'clerk', attended, {
        nomination: nomination.id,
        votesFor: 6,
        votesAgainst: 1,
        votesBlank: 0,
        notReturned: 0,
      });
      expect(
        await act('closeMeeting', 'chairperson', tallied, { minutes: await minutes(later, { withFile: true }) }),
      ).toMatchObject({ matters: [{ outcome: 'RECOMMENDED', base: 7 }] });
    });

    it('the decision is signed, the award reaches the district, and leads back to the figure', async () => {
      const draft = await made('draftDecision', 'clerk', {
        title: 'Về việc tặng Giấy khen năm 2024',
        grants: [{ nomination: nomination.id }],
      });
      const { body: file } = await upload(later, 'clerk', [part('quyet-dinh.pdf', pdf())]);
      expect(await act('signDecision', 'chairperson', draft, { file: file.id })).toMatchObject({
        state: 'SIGNED',
        numberText: '01/QĐ-UBND',
        signedOn: '2024-12-20',
      });
      const { items } = done(await door.changes('district', commune, start));
      expect(items.map(({ kind }: Row) => kind)).toEqual(expect.arrayContaining(['decision.signed', 'award.issued']));
      const award = items.find(({ kind }: Row) => kind === 'award.issued').data;
      const query = readFileSync('examples/award-chain.graphql', 'utf8');
      const { body } = await later
        .http()
        .post('/graphql')
        .set(as(later, 'auditor'))
        .send({ query, variables: { commune, award: award.id } });
      expect(body.data.award.nomination.results).toMatchObject([
        { value: '3.9', period: '2024-summer', indicator: { code: 'econ.rice.area.summer-autumn' } },
      ]);
      expect(done(await door.ask('verifyAward', undefined, { code: award.verificationCode }))).toMatchObject({
        recipientName: 'Khu dân cư số 1',
        numberText: '01/QĐ-UBND',
        revokedOn: null,
      });
    });

    it('the plan of the year is closed', async () => {
      const { version } = done(await door.plan('chairperson', commune, '2024'));
      expect(
        done(
          await door.ask(
            'closePlan',
            'chairperson',
            { commune, plan: '2024' },
            { version, input: { reason: 'Đã tổng kết' } },
          ),
        ).state,
      ).toBe('CLOSED');
    });
  });

  it('each row is as the journal has it', () => expectAudited(apps[name]!));
});
