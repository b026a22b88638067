import { useApp, type TestApp } from '../app.js';
import { papersFor } from '../awards.js';
import { done, doors, points, rest, type Door, type Row } from '../doors.js';
import { commune, minutes, seated } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const form = 'gdvh';
const votes = { votesFor: 100, votesAgainst: 5, votesBlank: 3, votesInvalid: 2, notReturned: 0 };
const held = { form, council: 'khu-dan-cu-2', heldOn: '2024-01-20', summoned: 183, present: 110, counts: votes };

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let round: string;
  let papers: Row[];
  /** Nominations by the codes of their nominees: ho-2-1 lives in the second area. */
  const nominations: Record<string, Row> = {};
  const codes = ['ho-2-1', 'ho-2-2', 'ho-2-3', 'ho-2-4', 'ho-3-1'];

  const ask = (operation: string, actor: string, parameters: object, input?: object, version?: number) =>
    door.ask(operation, actor, { commune, ...parameters }, { input, version });
  const bulk = (operation: string, actor: string, input: object) =>
    ask(operation, actor, { round }, { form, ...input });
  const stateOf = async (code: string) => done(await ask('nomination', 'clerk', { id: nominations[code]!.id })).state;
  const states = async () => (await Promise.all(codes.map(stateOf))).join(' ');
  const head = async () => {
    const { rows } = await test.admin.query<{ position: string }>(
      'select position from commune_head where commune_id = 1',
    );
    return Number(rows[0]!.position);
  };
  const idsOf = (...named: string[]) => named.map((code) => nominations[code]!.id as string);
  const paper = () => minutes(test, { withFile: true });

  beforeAll(async () => {
    door = open(test);
    await seated(test);
    for (const code of codes)
      done(
        await ask(
          'addUnit',
          'clerk',
          {},
          {
            ...{ code, kind: 'HOUSEHOLD', name: `Hộ ông Nguyễn Văn ${code}`, parent: `khu-dan-cu-${code[3]}` },
            ...{ validFrom: '2023-01-01', invented: true },
          },
        ),
      );
    // By the rules of before 2024 the clerk appraises, and no list hangs.
    const opened = { name: 'Gia đình văn hóa năm 2023', period: '2023', forms: [form], ruleSet: 'tdkt-2003' };
    round = done(await ask('openRound', 'administrator', {}, opened)).id;
    for (const unit of codes)
      nominations[unit] = done(
        await ask('nominate', 'administrator', {}, { round, unit, form, type: 'MERIT', summary: 'Đạt tiêu chuẩn' }),
      );
    papers = await papersFor(test, nominations['ho-2-1']!.dossier);
  });

  it('drafts are submitted together or not at all: each nominee that lacks a paper is named', async () => {
    const before = await head();
    const lacking = await bulk('submitNominations', 'administrator', { papers: papers.slice(1), unit: 'khu-dan-cu-2' });
    expect(points(lacking)).toEqual(
      codes.slice(0, 4).map((code) => `/nominations/${code}/papers/${papers[0]!.item} DOSSIER_MISSING`),
    );
    const wrong = { form: 'ldtt', except: [] };
    expect(points(await bulk('submitNominations', 'administrator', wrong))).toEqual(['/form NOT_OF_ROUND']);
    const elsewhere = { papers, unit: 'khu-dan-cu-2', except: idsOf('ho-3-1') };
    expect(points(await bulk('submitNominations', 'administrator', elsewhere))).toEqual(['/except/0 UNKNOWN']);
    expect([await states(), await head()]).toEqual(['DRAFT DRAFT DRAFT DRAFT DRAFT', before]);

    const given = { papers, unit: 'khu-dan-cu-2', except: idsOf('ho-2-4') };
    expect(done(await bulk('submitNominations', 'administrator', given))).toEqual({
      ...{ roundId: round, formCode: form, count: 3 },
      nominations: idsOf('ho-2-1', 'ho-2-2', 'ho-2-3'),
    });
    expect([await states(), await head()]).toEqual(['SUBMITTED SUBMITTED SUBMITTED DRAFT DRAFT', before + 1]);
    const one = done(await ask('nomination', 'clerk', { id: nominations['ho-2-1']!.id }));
    expect(one).toMatchObject({ version: 2, submittedOn: '2024-01-31' });
    expect(one.dossier.map(({ documentId }: Row) => documentId)).toEqual(papers.map(({ document }) => document));
    expect(done(await bulk('submitNominations', 'clerk', { papers })).nominations).toEqual(idsOf('ho-2-4', 'ho-3-1'));
    expect(points(await bulk('submitNominations', 'clerk', { papers }))).toEqual(['/form NOTHING_WAITS']);
  });

  it('nobody appraises own submissions among the others: each is named, and may be left out', async () => {
    const appraisal = 'Đủ điều kiện';
    const own = await bulk('appraiseNominations', 'clerk', { appraisal });
    expect([own.code, points(own)]).toEqual([
      'FOUR_EYES',
      ['/nominations/ho-2-4 OWN_SUBMISSION', '/nominations/ho-3-1 OWN_SUBMISSION'],
    ]);
    const before = await head();
    done(await bulk('appraiseNominations', 'clerk', { appraisal, except: idsOf('ho-2-4', 'ho-3-1') }));
    expect([await states(), await head()]).toEqual(['APPRAISED APPRAISED APPRAISED SUBMITTED SUBMITTED', before + 1]);
    const reason = 'Theo quy định của ngày nhận hồ sơ';
    expect(done(await bulk('appraiseNominations', 'verifier', { appraisal, reason })).count).toBe(2);
    const [nomination] = idsOf('ho-3-1');
    const { items } = done(await ask('history', 'auditor', { type: 'nomination', id: nomination }));
    expect((items.at(-1) as Row).personal['/reason'].value).toBe(reason);
    expect((await bulk('appraiseNominations', 'hamlet-2', { appraisal })).code).toBe('FORBIDDEN');
  });

  it('a held meeting is judged as any other: quorum, counts, day, minutes', async () => {
    const record = (more: object) => bulk('recordHeldMeeting', 'clerk', { ...held, ...more });
    const document = await paper();
    const of = async (more: object) => points(await record({ minutes: document, ...more }));
    expect(await of({ present: 111 })).toEqual(
      ['ho-2-1', 'ho-2-2', 'ho-2-3', 'ho-2-4'].map((code) => `/counts/${code} COUNTS`),
    );
    expect(await of({ tallies: [{ nomination: idsOf('ho-2-2')[0], ...votes, votesFor: 99 }] })).toEqual([
      '/tallies/0 COUNTS',
    ]);
    // 110 of 184 are fewer than 60 %, 110 of 183 more.
    expect(new Set((await of({ summoned: 184 })).map((each) => each.split(' ')[1]))).toEqual(new Set(['NO_QUORUM']));
    expect(await of({ summoned: 109 })).toContain('/present MORE_THAN_SUMMONED');
    expect(await of({ counts: undefined })).toHaveLength(4);
    expect(await of({ heldOn: '2024-02-01' })).toEqual(['/headers/legal-date NOT_HELD']);
    expect(await of({ minutes: papers[0]!.document })).toContain('/minutes OTHER_TYPE');
    expect(await of({ council: 'khu-dan-cu-1' })).toEqual(['/form NOTHING_WAITS']);
    expect(await of({ council: 'ho-3-1' })).toContain('/council NO_BODY');
    expect(await of({ council: 'hoi-dong-xet' })).toEqual(['/form NOTHING_WAITS']);
    const few = { nomination: idsOf('ho-2-4')[0], ...votes, votesFor: 65, votesAgainst: 40 };
    expect((await record({ minutes: document, tallies: [few] })).code).toBeUndefined();
  });

  const outcomes = ({ matters }: Row) =>
    matters.map(({ unitCode, voters, base, outcome }: Row) => [unitCode, voters, base, outcome]);
  const held2 = async () => done(await ask('meetings', 'clerk', { council: ['khu-dan-cu-2'] })).items[0] as Row;

  it('it is closed on its day; who has not enough votes is not recommended', async () => {
    const meeting = await held2();
    expect(meeting).toMatchObject({
      ...{ state: 'CLOSED', heldOn: '2024-01-20', closedOn: '2024-01-20', version: 1 },
      ...{ summoned: 183, present: 110, attendance: [] },
    });
    // 65 of 110 are fewer than 60 %.
    expect(outcomes(meeting)).toEqual([
      ['ho-2-1', 110, 110, 'RECOMMENDED'],
      ['ho-2-2', 110, 110, 'RECOMMENDED'],
      ['ho-2-3', 110, 110, 'RECOMMENDED'],
      ['ho-2-4', 110, 110, 'NOT_RECOMMENDED'],
    ]);
    expect(await states()).toBe('RECOMMENDED RECOMMENDED RECOMMENDED NOT_RECOMMENDED APPRAISED');
  });

  it('without a quorum nothing is counted, and its nominees may come before another', async () => {
    const few = { ...held, council: 'khu-dan-cu-3', present: 60, counts: undefined, minutes: await paper() };
    expect(outcomes(done(await bulk('recordHeldMeeting', 'clerk', few)))).toEqual([['ho-3-1', 60, 60, 'NO_QUORUM']]);
    expect(await stateOf('ho-3-1')).toBe('APPRAISED');
    const again = { ...held, council: 'khu-dan-cu-3', heldOn: '2024-01-27', minutes: await paper() };
    const recorded = await bulk('recordHeldMeeting', 'clerk', again);
    expect(outcomes(done(recorded))).toEqual([['ho-3-1', 110, 110, 'RECOMMENDED']]);
  });

  it('reopened it is counted again, alike on all, by those who came; who came stays', async () => {
    const act = async (operation: string, actor: string, input: object) => {
      const { id, version } = await held2();
      return ask(operation, actor, { id }, input, version);
    };
    const recount = idsOf('ho-2-3', 'ho-2-4');
    done(await act('reopenMeeting', 'chairperson', { reason: 'Cộng nhầm', recount }));
    expect(await states()).toBe('APPRAISED APPRAISED APPRAISED APPRAISED RECOMMENDED');
    expect(points(await act('recordAttendance', 'clerk', { members: [] }))).toEqual(['/members COUNTED_MEETING']);
    expect(points(await act('amendMeeting', 'clerk', { place: 'Nhà văn hóa' }))).toEqual([' COUNTED_MEETING']);
    const { id } = await held2();
    const { items } = done(await rest(test).ask('meetingActions', 'clerk', { commune, id }));
    const reasons = (which: string) => (items as Row[]).find(({ act }) => act === which)!.reasons;
    expect(['amendMeeting', 'recordAttendance', 'recordTallies'].map(reasons)).toEqual([['RULE'], ['RULE'], []]);

    expect(points(await act('recordTallies', 'clerk', { counts: { ...votes, votesFor: 99 } }))).toHaveLength(4);
    const mended = { ...votes, votesFor: 66, votesAgainst: 39 };
    const one = { tallies: [{ nomination: recount[0], ...votes }], counts: mended };
    expect(done(await act('recordTallies', 'clerk', one)).matters.map(({ votesFor }: Row) => votesFor)).toEqual([
      66, 66, 100, 66,
    ]);
    done(await act('closeMeeting', 'chairperson', { minutes: await paper() }));
    expect(await states()).toBe('RECOMMENDED RECOMMENDED RECOMMENDED RECOMMENDED RECOMMENDED');

    // Of wrong numbers the whole is recorded anew.
    const all = codes.slice(0, 4);
    done(await act('reopenMeeting', 'chairperson', { reason: 'Ghi nhầm số người', recount: idsOf(...all) }));
    done(await act('cancelMeeting', 'clerk', { reason: 'Ghi nhầm số người' }));
    const right = { ...held, summoned: 182, minutes: await paper() };
    expect(outcomes(done(await bulk('recordHeldMeeting', 'clerk', right)))).toEqual(
      all.map((code) => [code, 110, 110, 'RECOMMENDED']),
    );
  });

  it('a head of a hamlet submits those of the own hamlet, and of no other', async () => {
    const more = ['ho-1-1', 'ho-3-2'];
    for (const unit of more) {
      const household = { code: unit, kind: 'HOUSEHOLD', name: `Hộ bà ${unit}`, parent: `khu-dan-cu-${unit[3]}` };
      done(await ask('addUnit', 'clerk', {}, { ...household, validFrom: '2023-01-01', invented: true }));
      const drafted = { round, unit, form, type: 'MERIT', summary: 'Đạt tiêu chuẩn' };
      nominations[unit] = done(await ask('nominate', 'administrator', {}, drafted));
    }
    expect(done(await bulk('submitNominations', 'hamlet-1', { papers })).nominations).toEqual(idsOf('ho-1-1'));
    expect(await stateOf('ho-3-2')).toBe('DRAFT');
  });
});
