import { readFileSync } from 'node:fs';
import type { CouncilMember } from '../../src/councils/council-member.entity.js';
import { as, useApp, type TestApp } from '../app.js';
import { broken, done, doors, points, type Door, type Row } from '../doors.js';
import { file, pdf } from '../files.js';
import { commune, council, minutes, seated, there } from '../meetings.js';
import { upload } from '../uploads.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const today = '2024-01-31';

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let members: CouncilMember[];
  let round: Row;
  let result: Row;
  let start: string;
  /** By what they are for. */
  const nominations: Row = {};
  let meeting: Row;
  let decision: Row;
  let award: Row;

  const ask = (
    operation: string,
    actor: string | undefined,
    id: string | undefined,
    version?: number,
    input?: object,
    headers?: Record<string, string>,
  ) => door.ask(operation, actor, { commune, ...(id && { id }) }, { version, input, headers });
  const act = async (operation: string, actor: string, record: Row, input?: object) =>
    done(await ask(operation, actor, record.id, record.version, input));
  const document = async (type: string) =>
    done(
      await ask('recordDocument', 'clerk', undefined, undefined, {
        type,
        year: 2024,
        issuer: 'UBND',
        title: `${type} của đợt xét`,
      }),
    ).id as string;
  const signed = async () => (await upload(test, 'clerk', [file('quyet-dinh.pdf', pdf())])).body.id as string;
  const nominated = (input: object) =>
    ask('nominate', 'administrator', undefined, undefined, {
      round: round.id,
      form: 'giay-khen-xa',
      type: 'MERIT',
      summary: 'Dẫn đầu phong trào',
      ...input,
    });
  const papers = async () => [
    { item: 'to-trinh', document: await document('TTr') },
    { item: 'bao-cao', document: await document('BC') },
    { item: 'bien-ban', document: await document('BB') },
  ];
  /** Up to the appraisal. */
  const appraised = async (unit: string, more: object = {}) => {
    const draft = done(await nominated({ unit, papers: await papers(), ...more }));
    return act('appraiseNomination', 'clerk', await act('submitNomination', 'administrator', draft, {}), {
      appraisal: 'Hồ sơ đủ',
    });
  };

  beforeAll(async () => {
    door = open(test);
    members = await seated(test);
    start = done(await door.changes('district', commune)).cursor;
    [result] = done(await door.ask('results', 'clerk', { commune, unit: ['khu-dan-cu-1'], first: 1 })).items;
  });

  it('a round is opened under the rules in force', async () => {
    round = done(
      await ask('openRound', 'administrator', undefined, undefined, {
        name: 'Tổng kết năm 2023',
        period: '2023',
        forms: ['giay-khen-xa', 'ldtt'],
        calendar: { nominateBy: '2024-01-31', decideBy: '2024-02-29' },
      }),
    );
    expect(round).toMatchObject({
      state: 'OPEN',
      ruleSet: 'tdkt-2024',
      openedOn: today,
      calendar: { nominateBy: '2024-01-31', meetBy: null, decideBy: '2024-02-29' },
    });
    expect(
      broken(
        await ask('openRound', 'administrator', undefined, undefined, {
          name: 'x',
          period: '2023',
          forms: ['ldtt', 'nothing', 'ldtt'],
          calendar: { meetBy: '2024-02-01', decideBy: '2024-01-01' },
        }),
      ),
    ).toEqual(['/forms/1 UNKNOWN', '/forms/2 NAMED_TWICE', '/calendar OUT_OF_ORDER']);
  });

  it('nobody is put forward for what is not for them, nor for the chairperson to give; all reasons at once', async () => {
    expect(broken(await nominated({ unit: 'khu-dan-cu-1', form: 'ldtt', type: 'SUDDEN' }))).toEqual([
      '/unit NOT_FOR_KIND',
      '/type NO_ROAD',
      '/deedOn DEED_MISSING',
    ]);
    expect(
      broken(
        await nominated({
          unit: 'nobody',
          form: 'ttldtt',
          deedOn: '2024-02-01',
          restsOn: [{ type: 'RESULT', id: round.id }],
          papers: [{ item: 'la', document: round.id }],
        }),
      ),
    ).toEqual([
      '/form NOT_OF_ROUND',
      '/unit NOT_VALID',
      '/deedOn DEED_UNASKED',
      '/deedOn AHEAD',
      '/restsOn/0 UNKNOWN',
      '/papers/0/item UNKNOWN',
      '/papers/0/document UNKNOWN',
    ]);
  });

  it('a nomination is drafted, asked for its dossier, submitted, returned once and appraised by somebody else', async () => {
    const draft = done(await nominated({ unit: 'khu-dan-cu-1', restsOn: [{ type: 'RESULT', id: result.id }] }));
    expect(draft).toMatchObject({
      state: 'DRAFT',
      unitCode: 'khu-dan-cu-1',
      formCode: 'giay-khen-xa',
      ruleSet: 'tdkt-2024',
      period: '2023',
      restsOn: [{ type: 'RESULT', id: result.id }],
    });
    expect(broken(await ask('submitNomination', 'administrator', draft.id, draft.version, {}))).toEqual([
      '/papers/to-trinh DOSSIER_MISSING',
      '/papers/bao-cao DOSSIER_MISSING',
      '/papers/bien-ban DOSSIER_MISSING',
    ]);
    expect(await nominated({ unit: 'khu-dan-cu-1' })).toMatchObject({ code: 'ALREADY_NOMINATED' });
    const submitted = await act('submitNomination', 'administrator', draft, { papers: await papers() });
    const returned = await act('returnNomination', 'clerk', submitted, { reason: 'Thiếu số liệu' });
    expect(returned).toMatchObject({ state: 'RETURNED', returnedReason: 'Thiếu số liệu' });
    // The result has gone out of force since: the nomination names it still.
    const supersede = 'update result set superseded_on = $2 where id = $1';
    await test.admin.query(supersede, [result.id, today]);
    expect(broken(await ask('submitNomination', 'clerk', returned.id, returned.version, {}))).toEqual([
      '/restsOn/0 UNKNOWN',
    ]);
    await test.admin.query(supersede, [result.id, null]);
    const again = await act('submitNomination', 'clerk', returned, { summary: 'Dẫn đầu phong trào, có số liệu' });
    expect(
      await ask('appraiseNomination', 'clerk', again.id, again.version, { appraisal: 'Tự thẩm định' }),
    ).toMatchObject({ code: 'FOUR_EYES' });
    expect(broken(await ask('returnNomination', 'verifier', again.id, again.version, { reason: 'Lần nữa' }))).toEqual([
      ' RETURNED_ONCE',
    ]);
    nominations.area1 = await act('appraiseNomination', 'verifier', again, { appraisal: 'Đủ điều kiện' });
    nominations.area2 = await appraised('khu-dan-cu-2');
    nominations.area3 = await appraised('khu-dan-cu-3');
    nominations.sudden = await appraised('can-bo-6', {
      type: 'SUDDEN',
      deedOn: '2024-01-20',
      papers: [{ item: 'to-trinh', document: await document('TTr') }, ...(await suddenPapers())],
    });
    expect([nominations.area1, nominations.sudden].map(({ state }) => state)).toEqual(['APPRAISED', 'APPRAISED']);
  });
  /** Papers the checklist of a sudden act asks for besides its first line. */
  const suddenPapers = async () => {
    const { dossier } = done(await door.ask('awardForm', 'clerk', { code: 'giay-khen-xa' }));
    const lines = dossier.filter((each: Row) => each.type === 'SUDDEN' && each.required && each.item !== 'to-trinh');
    return Promise.all(lines.map(async ({ item }: Row) => ({ item, document: await document('BC') })));
  };

  it('a meeting that too few attended is closed with its minutes, and what was before it comes before another', async () => {
    const early = done(
      await ask('conveneMeeting', 'clerk', undefined, undefined, {
        council,
        heldOn: today,
        nominations: [nominations.area2.id],
      }),
    );
    expect(
      await ask('withdrawNomination', 'administrator', nominations.area2.id, nominations.area2.version, {}),
    ).toMatchObject({ code: 'ALREADY_BEFORE_MEETING' });
    const taken = await ask('conveneMeeting', 'clerk', undefined, undefined, {
      council,
      heldOn: today,
      nominations: [nominations.area1.id, nominations.area2.id],
    });
    expect([taken.code, points(taken)]).toEqual(['ALREADY_BEFORE_MEETING', ['/nominations/1 ALREADY_BEFORE_MEETING']]);
    const attended = await act('recordAttendance', 'clerk', early, there(members, 'P', 'A', 'A', 'A', 'P'));
    expect(
      broken(
        await ask('recordTally', 'clerk', attended.id, attended.version, {
          nomination: nominations.area2.id,
          votesFor: 2,
          votesAgainst: 0,
          votesBlank: 0,
          notReturned: 0,
        }),
      ),
    ).toEqual(['/nomination NO_QUORUM']);
    expect(
      await act('closeMeeting', 'chairperson', attended, { minutes: await minutes(test, { withFile: true }) }),
    ).toMatchObject({ state: 'CLOSED', matters: [{ votesFor: null, outcome: 'NO_QUORUM' }] });
    expect(done(await ask('nomination', 'clerk', nominations.area2.id))).toMatchObject({
      state: 'APPRAISED',
      version: nominations.area2.version,
    });
  });

  it('the council deliberates: who belongs to a nominee does not, and what follows from the count is advice', async () => {
    const agenda = {
      council,
      heldOn: today,
      nominations: ['area1', 'area2', 'area3'].map((each) => nominations[each].id),
    };
    expect(
      broken(
        await ask('conveneMeeting', 'clerk', undefined, undefined, {
          ...agenda,
          nominations: [nominations.sudden.id, agenda.nominations[0], agenda.nominations[0]],
        }),
      ),
    ).toEqual(['/nominations/0 NOT_TO_DELIBERATE', '/nominations/2 NAMED_TWICE']);
    meeting = done(await ask('conveneMeeting', 'clerk', undefined, undefined, agenda));
    // All at once: of the body, of the day, and of the agenda.
    const wrong = {
      council: 'khu-dan-cu-6',
      heldOn: '2024-01-30',
      nominations: [nominations.sudden.id, agenda.nominations[0]],
    };
    expect(broken(await ask('conveneMeeting', 'clerk', undefined, undefined, wrong))).toEqual([
      '/council NO_MEMBERS',
      '/heldOn PAST',
      '/nominations/0 NOT_TO_DELIBERATE',
      '/nominations/1 ALREADY_BEFORE_MEETING',
    ]);
    expect(
      broken(
        await ask('conveneMeeting', 'clerk', undefined, undefined, { ...wrong, council: 'nobody', nominations: [] }),
      ),
    ).toEqual(['/council NOT_VALID', '/heldOn PAST', '/nominations EMPTY_AGENDA']);
    expect(
      meeting.matters.map(({ recusals }: Row) =>
        recusals.map(({ personCode, ground }: Row) => `${personCode} ${ground}`),
      ),
    ).toEqual([['can-bo-1 OWN_UNIT'], [], []]);
    meeting = await act('recordAttendance', 'clerk', meeting, there(members));
    const counts = [
      [4, 0],
      [2, 3],
      [4, 1],
    ] as const;
    for (const [place, [votesFor, votesAgainst]] of counts.entries())
      meeting = await act('recordTally', 'clerk', meeting, {
        nomination: agenda.nominations[place],
        votesFor,
        votesAgainst,
        votesBlank: 0,
        notReturned: 0,
      });
    expect(
      broken(
        await ask('draftDecision', 'clerk', undefined, undefined, {
          title: 'Sớm quá',
          grants: [{ nomination: nominations.area1.id }],
        }),
      ),
    ).toEqual(['/grants/0/nomination NOT_DECIDABLE']);
    meeting = await act('closeMeeting', 'chairperson', meeting, { minutes: await minutes(test, { withFile: true }) });
    expect(meeting).toMatchObject({
      state: 'CLOSED',
      matters: [
        { votesFor: 4, base: 4, threshold: '2/3', outcome: 'RECOMMENDED' },
        { votesFor: 2, base: 5, outcome: 'NOT_RECOMMENDED' },
        { outcome: 'RECOMMENDED' },
      ],
    });
    for (const each of ['area1', 'area2', 'area3'])
      nominations[each] = done(await ask('nomination', 'clerk', nominations[each].id));
    expect(['area1', 'area2', 'area3'].map((each) => nominations[each].state)).toEqual([
      'RECOMMENDED',
      'NOT_RECOMMENDED',
      'RECOMMENDED',
    ]);
  });

  it('a decision grants and refuses; against the advice of the council only with a reason', async () => {
    const { area1, area2, area3, sudden } = nominations;
    const said = {
      title: 'Về việc tặng Giấy khen năm 2023',
      place: 'Đức Lạng',
      grants: [{ nomination: area1.id }, { nomination: area2.id }, { nomination: sudden.id }],
      refusals: [{ nomination: area3.id, reason: 'Có đơn thư đang xác minh' }],
    };
    expect(broken(await ask('draftDecision', 'clerk', undefined, undefined, said))).toEqual([
      '/grants/1/reason AGAINST_ADVICE',
    ]);
    expect(broken(await ask('draftDecision', 'clerk', undefined, undefined, { title: 'Rỗng' }))).toEqual([
      ' EMPTY_DECISION',
    ]);
    const grants = [
      { nomination: area1.id },
      { nomination: area2.id, reason: 'Cứu dân trong lũ' },
      { nomination: sudden.id },
    ];
    decision = done(await ask('draftDecision', 'clerk', undefined, undefined, { ...said, grants }));
    expect(decision).toMatchObject({
      state: 'DRAFT',
      kind: 'GRANT',
      numberText: null,
      head: null,
      grants: [
        { unitCode: 'khu-dan-cu-1' },
        { unitCode: 'khu-dan-cu-2', reason: 'Cứu dân trong lũ' },
        { unitCode: 'can-bo-6' },
      ],
      refusals: [{ reason: 'Có đơn thư đang xác minh' }],
    });
    const taken = await ask('draftDecision', 'clerk', undefined, undefined, { ...said, grants });
    expect([taken.code, points(taken)]).toEqual([
      'ALREADY_IN_DECISION',
      ['/grants/0/nomination', '/grants/1/nomination', '/grants/2/nomination', '/refusals/0/nomination'].map(
        (each) => `${each} ALREADY_IN_DECISION`,
      ),
    ]);
    expect(broken(await ask('draftDecision', 'clerk', undefined, undefined, said))).toContain(
      '/grants/1/reason AGAINST_ADVICE',
    );
    const cancelled = await act('cancelDecision', 'chairperson', decision, { reason: 'Sửa căn cứ' });
    expect(cancelled.state).toBe('CANCELLED');
    decision = done(await ask('draftDecision', 'clerk', undefined, undefined, { ...said, grants }));
    decision = await act('amendDecision', 'clerk', decision, {
      bases: ['Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'],
    });
    // A number belongs to the series of its symbol: with another symbol it is another series, unless one was given.
    expect(await act('amendDecision', 'clerk', decision, { symbol: 'QĐ-CTUBND' })).toMatchObject({
      series: 'QĐ-CTUBND',
    });
    decision = await act(
      'amendDecision',
      'clerk',
      { ...decision, version: decision.version + 1 },
      { symbol: 'QĐ-UBND' },
    );
    expect(decision.series).toBe('QĐ-UBND');
    expect(done(await door.changes('district', commune, start)).items).toEqual([]);
  });

  it('signed, it has the next number, its file and the head it comes right after', async () => {
    const head = done(await door.changes('auditor', commune)).head;
    const fileId = await signed();
    expect(broken(await ask('signDecision', 'clerk', decision.id, decision.version, { file: fileId }))).toEqual([
      '/signer SIGNER_MISSING',
      '/number NUMBER_MISSING',
    ]);
    expect(
      broken(await ask('signDecision', 'chairperson', decision.id, decision.version, { file: decision.id })),
    ).toEqual(['/file UNKNOWN']);
    decision = await act('signDecision', 'chairperson', decision, { file: fileId });
    expect(decision).toMatchObject({
      state: 'SIGNED',
      numberText: '01/QĐ-UBND',
      signedOn: today,
      fileId,
      refusals: [],
      grants: [{ reason: null }, { reason: null }, { reason: null }],
      signer: { title: 'Chủ tịch', capacity: 'CHỦ TỊCH' },
    });
    expect(decision.head.position).toBe(head.position + 1);
    const { positions } = done(
      await door.ask('proof', 'auditor', { commune, from: decision.head.position, to: decision.head.position }),
    );
    expect(positions[0].hash).toBe(decision.head.hash);
    const states = await Promise.all(
      ['area1', 'area2', 'area3', 'sudden'].map(async (each) =>
        done(await ask('nomination', 'clerk', nominations[each].id)),
      ),
    );
    expect(states.map(({ state, outcomeReason, daysToDecision }) => [state, outcomeReason, daysToDecision])).toEqual([
      ['GRANTED', null, null],
      ['GRANTED', 'Cứu dân trong lũ', null],
      ['REFUSED', 'Có đơn thư đang xác minh', null],
      ['GRANTED', null, 11],
    ]);
  });

  it("the district's next pull tells the decision, its document and file, the awards and who got them, and nothing of the way there", async () => {
    const { items, cursor } = done(await door.changes('district', commune, start));
    expect(items.map(({ kind }: Row) => kind).sort()).toEqual([
      'award.issued',
      'award.issued',
      'award.issued',
      'decision.signed',
      'document.recorded',
      'file.attached',
      'unit.published',
    ]);
    start = cursor;
  });

  it('anybody verifies an award by its code, however they type it', async () => {
    [award] = done(await door.ask('awards', undefined, { commune, unit: ['khu-dan-cu-1'] })).items;
    expect(award).toMatchObject({
      unitCode: 'khu-dan-cu-1',
      recipientName: 'Khu dân cư số 1',
      formCode: 'giay-khen-xa',
      numberText: '01/QĐ-UBND',
      grantedOn: today,
      revokedOn: null,
    });
    const typed = award.verificationCode.toLowerCase().replace(/-(?=.{4}$)/, ' ');
    const told = done(await door.ask('verifyAward', undefined, { code: typed }));
    expect(told).toMatchObject({
      verificationCode: award.verificationCode,
      commune,
      recipientName: 'Khu dân cư số 1',
      numberText: '01/QĐ-UBND',
      revokedOn: null,
      head: decision.head,
      sha256: decision.sha256,
    });
    expect((await door.ask('verifyAward', undefined, { code: 'duc-lang-0000-0000-0000-0000' })).code).toBe('NOT_FOUND');
    expect(broken(await door.ask('verifyAward', undefined, { code: 'duc-lang-0000-0000-0000-0001' }))).toEqual([
      '/code MISTYPED',
    ]);
    const wide = award.verificationCode.replaceAll('-', `${' '.repeat(15)}–${' '.repeat(15)}`);
    expect(done(await door.ask('verifyAward', undefined, { code: wide }))).toEqual(told);
    const page = await test.http().get(`/verify/${encodeURIComponent(award.verificationCode)}`);
    expect([page.status, page.text]).toEqual([
      200,
      expect.stringMatching(/Có hiệu lực[\s\S]*Khu dân cư số 1[\s\S]*01\/QĐ-UBND/),
    ]);
    const dashed = await test.http().get(`/verify/${encodeURIComponent(wide)}`);
    expect([dashed.status, dashed.text]).toEqual([200, page.text]);
  });

  it.each([
    ['nobody has', 'duc-lang-0000-0000-0000-0000', 'Không có trong sổ'],
    ['of another commune', 'khong-co-0000-0000-0000-0000', 'Không có trong sổ'],
    ['mistyped', 'duc-lang-0000-0000-0000-0001', 'Mã không đúng'],
    ['with a slash', 'duc-lang/0000-0000-0000-0000', 'Mã không đúng'],
    ['too long', 'x'.repeat(150), `<code>${'x'.repeat(150)}</code>`],
    ['far too long', 'x'.repeat(3000), `<code>${'x'.repeat(200)}…</code>`],
  ])('a code %s is answered 404 by a page that says so', async (_, code, said) => {
    const { status, headers, text } = await test
      .http()
      .get(`/verify/${code}`)
      .set({ accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([
      404,
      'text/html; charset=utf-8',
      expect.stringContaining("default-src 'none'"),
    ]);
    expect(text).toContain(said);
  });

  it('an award is revoked by a decision of its own, stays in the record, and the page says so', async () => {
    const elsewhere = done(
      await ask('recordAward', 'clerk', undefined, undefined, {
        unit: 'khu-dan-cu-1',
        form: 'bang-khen-tinh',
        formName: 'Bằng khen',
        period: '2022',
        citation: 'Nông thôn mới',
        grantedOn: '2023-02-01',
        issuer: 'Chủ tịch UBND tỉnh',
        numberText: '12/QĐ-UBND',
        document: await document('QĐ'),
      }),
    );
    const ground = { ground: 'FRAUD', reason: 'Khai man diện tích' };
    expect(
      broken(
        await ask('revokeAward', 'chairperson', elsewhere.id, elsewhere.version, { ...ground, file: await signed() }),
      ),
    ).toEqual([' GIVEN_ELSEWHERE']);
    // An award that was only recorded is not said to be in force: no decision of the register gave it.
    expect(done(await door.ask('verifyAward', undefined, { code: elsewhere.verificationCode }))).toMatchObject({
      numberText: '12/QĐ-UBND',
      revokedOn: null,
      sha256: null,
      head: null,
    });
    const { text } = await test.http().get(`/verify/${elsewhere.verificationCode}`);
    expect([text.includes('Ghi lại theo văn bản'), text.includes('Có hiệu lực')]).toEqual([true, false]);
    expect(
      broken(await ask('revokeAward', 'chairperson', award.id, award.version, { ...ground, file: decision.fileId })),
    ).toEqual(['/file FILE_ATTACHED']);
    award = await act('revokeAward', 'chairperson', award, { ...ground, file: await signed() });
    expect(award).toMatchObject({
      grantedOn: today,
      revokedOn: today,
      revokedGround: 'FRAUD',
      revokedReason: 'Khai man diện tích',
    });
    expect(
      await ask('revokeAward', 'chairperson', award.id, award.version, { ...ground, file: await signed() }),
    ).toMatchObject({ code: 'STATE' });
    expect(done(await ask('decision', 'district', award.revokingDecisionId))).toMatchObject({
      kind: 'REVOCATION',
      state: 'SIGNED',
      numberText: '02/QĐ-UBND',
      grants: [],
    });
    expect(
      done(await door.ask('honours', 'district', { commune, unit: 'khu-dan-cu-1', kind: ['AWARD'] })).items.map(
        ({ code, revokedOn }: Row) => [code, revokedOn],
      ),
    ).toEqual([
      ['bang-khen-tinh', null],
      ['giay-khen-xa', null],
      ['giay-khen-xa', today],
    ]);
    expect((await test.http().get(`/verify/${award.verificationCode}`)).text).toMatch(
      /Đã bị hủy bỏ[\s\S]*<dd>theo Quyết định số 02\/QĐ-UBND, từ ngày [^,<]+<\/dd>/,
    );
    const { items } = done(await door.changes('district', commune, start));
    expect(
      items
        .map(({ kind, recordId }: Row) => [kind, recordId === award.id])
        .filter(([kind]: [string]) => /award|decision/.test(kind))
        .sort(),
    ).toEqual([
      ['award.recorded', false],
      ['award.revoked', true],
      ['decision.signed', false],
    ]);
  });

  it('what it was given and revoked for is told to officials and superiors, and to nobody else', async () => {
    const told = {
      citation: 'Dẫn đầu phong trào, có số liệu',
      revokedGround: 'FRAUD',
      revokedReason: 'Khai man diện tích',
    };
    const found = ({ items }: Row) => items.find(({ id }: Row) => id === award.id);
    const unit = ['khu-dan-cu-1'];
    const citation = async (actor: string) =>
      done(await door.ask('honours', actor, { commune, unit: unit[0]! })).items.find(
        ({ awardId }: Row) => awardId === award.id,
      ).citation;
    for (const actor of ['clerk', 'auditor', 'district', 'province'])
      expect(done(await ask('award', actor, award.id))).toMatchObject(told);
    for (const actor of ['clerk', 'district']) {
      expect(found(done(await door.ask('awards', actor, { commune, unit })))).toMatchObject(told);
      expect(await citation(actor)).toBe(told.citation);
    }
    const nothing = {
      unitCode: unit[0],
      recipientName: 'Khu dân cư số 1',
      numberText: '01/QĐ-UBND',
      revokedOn: today,
      revokingDecisionId: award.revokingDecisionId,
      citation: null,
      revokedGround: null,
      revokedReason: null,
    };
    for (const reader of [undefined, 'observer']) {
      expect(done(await ask('award', reader, award.id))).toMatchObject(nothing);
      expect(found(done(await door.ask('awards', reader, { commune, unit })))).toMatchObject(nothing);
    }
    expect(await citation('observer')).toBeNull();
    const { items } = done(await door.changes('district', commune, start));
    expect(items.find(({ kind }: Row) => kind === 'award.revoked').data).toMatchObject({ revokedGround: 'FRAUD' });
    expect(await door.changes('observer', commune, start)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await door.changes(undefined, commune, start)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('the chain of an award is one query, and goes back from the indicator', async () => {
    const query = readFileSync('examples/award-chain.graphql', 'utf8');
    const { body } = await test
      .http()
      .post('/graphql')
      .set(as(test, 'auditor'))
      .send({ query, variables: { commune, award: award.id } });
    expect(body.errors).toBeUndefined();
    const { nomination, decision: by } = body.data.award;
    expect(by.numberText).toBe('01/QĐ-UBND');
    expect(nomination.results).toMatchObject([{ value: result.value, indicator: { code: result.indicatorCode } }]);
    expect(nomination.meeting.matters[0]).toMatchObject({
      nominationId: nominations.area1.id,
      votesFor: 4,
      base: 4,
      threshold: '2/3',
      outcome: 'RECOMMENDED',
      recusals: [{ personCode: 'can-bo-1', ground: 'OWN_UNIT' }],
    });
    const ledTo = done(await door.ask('nominations', 'auditor', { commune, restsOn: [result.indicatorCode] })).items;
    expect(ledTo[0].id).toBe(nominations.area1.id);
  });

  const delegate = async (actor: string, capacity: 'KT' | 'TL') =>
    done(
      await ask('delegate', 'chairperson', undefined, undefined, {
        actor,
        acts: ['signDecision'],
        capacity,
        validFrom: today,
        validTo: today,
      }),
    );
  /** A draft that commends a unit for a sudden deed. */
  const draftedFor = async (unit: string) => {
    const { id } = await appraised(unit, {
      type: 'SUDDEN',
      deedOn: '2024-01-30',
      papers: [{ item: 'to-trinh', document: await document('TTr') }, ...(await suddenPapers())],
    });
    const input = { title: 'Khen đột xuất', grants: [{ nomination: id }] };
    return done(await ask('draftDecision', 'clerk', undefined, undefined, input));
  };

  it('a deputy signs by delegation: KT.', async () => {
    await delegate('council-2', 'KT');
    const draft = await draftedFor('khu-dan-cu-4');
    const file = await signed();
    expect(broken(await ask('signDecision', 'council-2', draft.id, draft.version, { file }))).toEqual([
      '/title TITLE_MISSING',
    ]);
    const by = await act('signDecision', 'council-2', draft, { file, title: 'Phó Chủ tịch' });
    expect(by).toMatchObject({ numberText: '03/QĐ-UBND', signer: { title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' } });
  });

  it('an officer signs by order: TL., with the post that the order names', async () => {
    await delegate('council-3', 'TL');
    const draft = await draftedFor('khu-dan-cu-6');
    const file = await signed();
    expect(broken(await ask('signDecision', 'council-3', draft.id, draft.version, { file }))).toEqual([
      '/title TITLE_MISSING',
    ]);
    const title = 'Chánh Văn phòng';
    const by = await act('signDecision', 'council-3', draft, { file, title });
    expect(by).toMatchObject({ signer: { title, capacity: 'TL. CHỦ TỊCH' } });
  });

  it('a collective dissolved between its nomination and the signature is granted something only with a reason, or refused', async () => {
    const gone = await appraised('khu-dan-cu-5', {
      type: 'SUDDEN',
      deedOn: '2024-01-30',
      papers: [{ item: 'to-trinh', document: await document('TTr') }, ...(await suddenPapers())],
    });
    const grants = [{ nomination: gone.id }];
    let draft = done(await ask('draftDecision', 'clerk', undefined, undefined, { title: 'Khen đột xuất', grants }));
    const away = { below: 'khu-dan-cu-5', parent: 'khu-dan-cu-4' };
    await door.ask('moveUnits', 'clerk', { commune }, { input: away });
    const unit = done(await door.ask('unit', 'clerk', { commune, unit: 'khu-dan-cu-5' }));
    const yesterday = { 'legal-date': '2024-01-30', 'legal-reference': await document('QĐ') };
    done(
      await door.ask(
        'closeUnit',
        'clerk',
        { commune, unit: 'khu-dan-cu-5' },
        { version: unit.version, input: { reason: 'Sáp nhập' }, headers: yesterday },
      ),
    );
    expect(broken(await ask('signDecision', 'chairperson', draft.id, draft.version, { file: await signed() }))).toEqual(
      ['/grants/0/reason DISSOLVED'],
    );
    expect(broken(await ask('amendDecision', 'clerk', draft.id, draft.version, { grants }))).toEqual([
      '/grants/0/reason DISSOLVED',
    ]);
    // Its lines are judged when they are given, and when it is signed.
    draft = await act('amendDecision', 'clerk', draft, { title: 'Khen đột xuất tháng 1' });
    expect(draft).toMatchObject({ title: 'Khen đột xuất tháng 1', grants: [{ nominationId: gone.id }] });
    expect(
      broken(await ask('draftDecision', 'clerk', undefined, undefined, { title: 'Khen đột xuất', grants })),
    ).toEqual(['/grants/0/nomination ALREADY_IN_DECISION', '/grants/0/reason DISSOLVED']);
    const reason = 'Thành tích trước khi sáp nhập';
    draft = await act('amendDecision', 'clerk', draft, { grants: [{ nomination: gone.id, reason }] });
    draft = await act('amendDecision', 'clerk', draft, {
      grants: [],
      refusals: [{ nomination: gone.id, reason: 'Đơn vị đã giải thể' }],
    });
    await act('signDecision', 'chairperson', draft, { file: await signed() });
    expect(done(await ask('nomination', 'clerk', gone.id))).toMatchObject({ state: 'REFUSED' });
  });
});
