import { useApp, type TestApp } from '../app.js';
import { papersFor, signedFile } from '../awards.js';
import { done, doors, points, rest, type Door, type Row } from '../doors.js';
import { commune, minutes, seated } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const form = 'gdvh';
const votes = { votesFor: 100, votesAgainst: 5, votesBlank: 3, votesInvalid: 2, notReturned: 0 };
const codes = ['ho-2-1', 'ho-2-2', 'ho-2-3', 'ho-2-4'];
const text = 'Hộ này còn lấn chiếm lòng đường';

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let round: string;
  let consultation: Row;
  const nominations: Record<string, Row> = {};

  const ask = (operation: string, actor: string | undefined, parameters: object, input?: object, version?: number) =>
    door.ask(operation, actor, { commune, ...parameters }, { input, version });
  const stateOf = async (code: string) => done(await ask('nomination', 'clerk', { id: nominations[code]!.id })).state;
  const states = async () => (await Promise.all(codes.map(stateOf))).join(' ');
  const hang = (input: object, actor = 'clerk') =>
    ask('openConsultation', actor, {}, { round, form, places: ['Nhà văn hóa khu dân cư số 2'], ...input });
  const close = async (actor = 'clerk', headers?: Record<string, string>) => {
    const { version } = done(await ask('consultation', 'clerk', { id: consultation.id }));
    return door.ask('closeConsultation', actor, { commune, id: consultation.id }, { input: {}, version, headers });
  };
  const raise = (code: string, input: object = {}, actor = 'clerk') =>
    ask(
      'raiseObjection',
      actor,
      {},
      { consultation: consultation.id, nomination: nominations[code]!.id, text, ...input },
    );
  const answer = ({ id, version }: Row, upheld: boolean, actor = 'clerk') =>
    ask('answerObjection', actor, { id }, { upheld, answer: 'Đã kiểm tra tại chỗ' }, version as number);
  const decide = (input: object) => ask('draftDecision', 'clerk', {}, { title: 'Công nhận', ...input });

  beforeAll(async () => {
    door = open(test);
    await seated(test);
    for (const code of codes) {
      const home = { code, kind: 'HOUSEHOLD', name: `Hộ ông Nguyễn Văn ${code}`, parent: 'khu-dan-cu-2' };
      done(await ask('addUnit', 'clerk', {}, { ...home, validFrom: '2023-01-01', invented: true }));
    }
    const opened = { name: 'Gia đình văn hóa năm 2023', period: '2023', forms: [form] };
    round = done(await ask('openRound', 'administrator', {}, opened)).id;
    for (const unit of codes)
      nominations[unit] = done(
        await ask('nominate', 'administrator', {}, { round, unit, form, type: 'MERIT', summary: 'Đạt tiêu chuẩn' }),
      );
    const papers = await papersFor(test, nominations['ho-2-1']!.dossier);
    done(await ask('submitNominations', 'administrator', { round }, { form, papers }));
  });

  it('a road without an appraisal asks for none; before the meeting no list hangs', async () => {
    const appraisal = { form, appraisal: 'Đủ điều kiện' };
    expect(points(await ask('appraiseNominations', 'clerk', { round }, appraisal))).toEqual(['/form NOTHING_WAITS']);
    expect(points(await hang({}))).toEqual(['/form NOTHING_WAITS']);
    const few = { nomination: nominations['ho-2-4']!.id, ...votes, votesFor: 60, votesAgainst: 45 };
    const held = { form, council: 'khu-dan-cu-2', heldOn: '2024-01-19', summoned: 183, present: 110, counts: votes };
    const paper = await minutes(test, { withFile: true });
    done(await ask('recordHeldMeeting', 'clerk', { round }, { ...held, tallies: [few], minutes: paper }));
    expect(await states()).toBe('RECOMMENDED RECOMMENDED RECOMMENDED NOT_RECOMMENDED');
  });

  it('what was recommended waits for its consultation; what was not may be refused at once, never granted', async () => {
    const of = (code: string) => ({ nomination: nominations[code]!.id });
    expect(points(await decide({ grants: [of('ho-2-1'), of('ho-2-4')] }))).toEqual([
      '/grants/0/nomination NOT_DECIDABLE',
      '/grants/1/nomination NOT_DECIDABLE',
      '/grants/1/reason AGAINST_ADVICE',
    ]);
    const refusals = [{ ...of('ho-2-4'), reason: 'Chưa đạt tiêu chuẩn 2' }];
    expect(done(await decide({ refusals })).state).toBe('DRAFT');
  });

  it('the list hangs as long as the law has it, or longer', async () => {
    expect((await hang({}, 'hamlet-2')).code).toBe('FORBIDDEN');
    const broken = { days: 9, places: [], firstDay: '2024-01-18' };
    expect(points(await hang(broken))).toEqual(['/places HANGS_NOWHERE', '/days TOO_SHORT', '/firstDay TOO_EARLY']);
    expect(points(await hang({ days: 11, unit: 'khu-dan-cu-3' }))).toEqual(['/form NOTHING_WAITS']);
    consultation = done(await hang({ firstDay: '2024-01-20' }));
    expect(consultation).toMatchObject({
      ...{ state: 'OPEN', roundId: round, formCode: form, period: '2023', nominees: 3, version: 1 },
      ...{ firstDay: '2024-01-20', days: 10, countedIn: 'CALENDAR', lastDay: '2024-01-30' },
    });
    expect(points(await hang({}))).toEqual(['/form NOTHING_WAITS']);
    done(await ask('cancelConsultation', 'clerk', { id: consultation.id }, { reason: 'Ghi nhầm' }, 1));
    consultation = done(await hang({ firstDay: '2024-01-19', days: 11 }));
    expect(consultation.lastDay).toBe('2024-01-30');
  });

  it('everybody reads the list, nobody outside an objection; a reporter raises those of the own unit', async () => {
    const { items } = done(await ask('listings', undefined, { id: consultation.id }));
    expect(items.map(({ unitCode, nomineeName }: Row) => [unitCode, nomineeName])).toEqual(
      codes.slice(0, 3).map((code) => [code, `Hộ ông Nguyễn Văn ${code}`]),
    );
    expect(done(await ask('consultation', undefined, { id: consultation.id })).places).toHaveLength(1);
    expect((await raise('ho-2-1', {}, 'hamlet-3')).code).toBe('FORBIDDEN');
    expect(points(await raise('ho-2-4'))).toEqual(['/nomination UNKNOWN']);
    expect(points(await raise('ho-2-1', { objectorUnit: 'khu-dan-cu-2' }))).toEqual(['/objectorUnit NO_OBJECTOR']);
    const raised = done(await raise('ho-2-1', { objectorUnit: 'ho-2-4' }, 'hamlet-2'));
    expect(raised).toMatchObject({
      ...{ state: 'RAISED', unitCode: 'ho-2-1', raisedOn: '2024-01-31', text },
      ...{ objector: 'Hộ ông Nguyễn Văn ho-2-4', objectorCode: 'ho-2-4', upheld: null },
    });
    expect((await rest(test).ask('objections', undefined, { commune })).status).toBe(401);
    for (const [actor, count] of [
      ['clerk', 1],
      ['hamlet-2', 1],
      ['hamlet-3', 0],
    ] as const)
      expect(done(await ask('objections', actor, { consultation: [consultation.id] })).items).toHaveLength(count);
    expect((await ask('objection', 'hamlet-3', { id: raised.id })).code).toBe('NOT_FOUND');
  });

  it('it is closed after the last day, every objection answered; what was upheld is withdrawn first', async () => {
    const paper = await minutes(test, { withFile: true });
    const early = await close('clerk', { 'legal-date': '2024-01-30', 'legal-reference': paper });
    const [first] = done(await ask('objections', 'clerk', { consultation: [consultation.id] })).items as Row[];
    expect(points(early)).toEqual(['/headers/legal-date STILL_HANGS', `/objections/${first!.id} OBJECTION_OPEN`]);
    expect((await answer(first!, false, 'hamlet-2')).code).toBe('FORBIDDEN');
    expect(done(await answer(first!, false))).toMatchObject({ state: 'ANSWERED', upheld: false, version: 2 });
    const second = done(await answer(done(await raise('ho-2-2', { objector: 'Bà Trần Thị Bình' })), true));
    expect(points(await close())).toEqual([`/objections/${second.id} OBJECTION_UPHELD`]);
    const { id } = nominations['ho-2-2']!;
    const { version } = done(await ask('nomination', 'clerk', { id }));
    done(await ask('withdrawNomination', 'clerk', { id }, { reason: 'Phản ánh đúng' }, version));
    expect((await close('hamlet-2')).code).toBe('FORBIDDEN');
    expect(done(await close())).toMatchObject({ state: 'CLOSED', endedOn: '2024-01-31' });
    expect(await states()).toBe('CONSULTED WITHDRAWN CONSULTED NOT_RECOMMENDED');
    expect((await raise('ho-2-1')).code).toBe('STATE');
    expect((await answer({ ...first!, version: 2 }, true)).code).toBe('STATE');
    // Ten days from 2024-01-31 end on a Saturday, and so on the Monday after.
    const one = done(await ask('nomination', 'clerk', { id: nominations['ho-2-1']!.id }));
    expect(one.decideBy).toBe('2024-02-12');
  });

  it('then the decision is made; the meeting is not reopened behind it', async () => {
    const { items } = done(await ask('meetings', 'clerk', { council: ['khu-dan-cu-2'] }));
    const reopened = { reason: 'Cộng nhầm', recount: [] };
    const meeting = items[0] as Row;
    expect(points(await ask('reopenMeeting', 'chairperson', { id: meeting.id }, reopened, meeting.version))).toContain(
      `/matters/${nominations['ho-2-1']!.id} NOT_TO_DELIBERATE`,
    );
    const draft = done(await decide({ grants: [{ nomination: nominations['ho-2-1']!.id }] }));
    const signed = { file: await signedFile(test) };
    done(await ask('signDecision', 'chairperson', { id: draft.id }, signed, draft.version));
    expect(await stateOf('ho-2-1')).toBe('GRANTED');
  });

  it('who objected is erased with the household, from the row and from the journal', async () => {
    const [raised] = done(await ask('objections', 'clerk', { unit: ['ho-2-1'] })).items as Row[];
    const values = async () => {
      const { rows } = await test.admin.query<{ values: number }>(
        `select count(*)::int as values from change_value v join change c using (commune_id, position, item)
         where c.type = 'objection' and c.record_id = $1 and c.kind <> 'objection.erased' and v.pointer like '/data/%'`,
        [raised!.id],
      );
      return rows[0]!.values;
    };
    expect(await values()).toBeGreaterThan(0);
    const { version } = done(await ask('unit', 'clerk', { unit: 'ho-2-4' }));
    const erased = await ask('erasePersonal', 'administrator', { unit: 'ho-2-4' }, { reason: 'Theo yêu cầu' }, version);
    expect(done(erased)).toMatchObject({ objections: 1, listings: 0 });
    const after = done(await ask('objection', 'clerk', { id: raised!.id }));
    expect([after.objectorCode, after.upheld]).toEqual([null, false]);
    expect(JSON.stringify(after)).not.toContain('Nguyễn');
    expect(JSON.stringify(after)).not.toContain(text);
    expect(await values()).toBe(0);
  });
});
