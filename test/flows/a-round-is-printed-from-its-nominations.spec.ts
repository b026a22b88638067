import { useApp, type TestApp } from '../app.js';
import { papersFor, signedFile } from '../awards.js';
import { done, doors, points, type Door, type Row } from '../doors.js';
import { commune, minutes, seated } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const form = 'gdvh';
const codes = ['ho-2-1', 'ho-2-2', 'ho-2-3', 'ho-2-4', 'ho-2-5'];
const named = (code: string) => `Hộ ông Nguyễn Văn ${code}`;

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let round: string;
  const nominations: Record<string, Row> = {};

  const ask = (operation: string, actor: string | undefined, parameters: object, input?: object, version?: number) =>
    door.ask(operation, actor, { commune, ...parameters }, { input, version });
  const print = (asked: object = {}, actor = 'clerk') => ask('nominationPaper', actor, { round, ...asked });
  const lines = async (asked: object = {}) =>
    done(await print(asked))
      .text.replaceAll('\u00a0', '_')
      .split('\n');
  const rowsOf = async (asked: object) =>
    (await lines(asked)).filter((line: string) => line.includes('\t') && !line.startsWith('TT\t'));

  beforeAll(async () => {
    door = open(test);
    await seated(test);
    for (const code of codes) {
      const home = { code, kind: 'HOUSEHOLD', name: named(code), parent: 'khu-dan-cu-2' };
      done(await ask('addUnit', 'clerk', {}, { ...home, validFrom: '2023-01-01', invented: true }));
    }
    const opened = { name: 'Gia đình văn hóa năm 2023', period: '2023', forms: [form, 'giay-khen-xa'] };
    round = done(await ask('openRound', 'administrator', {}, opened)).id;
  });

  it('a round without nominations has no paper', async () => {
    expect(points(await print())).toEqual([' NO_PAPER']);
    expect(points(await print({ kind: 'NOTICE' }))).toEqual(['/form NO_PAPER']);
    expect(points(await print({ kind: 'REPORT' }))).toEqual(['/nomination NOMINATION_MISSING']);
  });

  it('a proposal is the commune’s, or of the unit that proposes, with its list', async () => {
    for (const unit of codes)
      nominations[unit] = done(
        await ask('nominate', 'administrator', {}, { round, unit, form, type: 'MERIT', summary: `Đạt ${unit}` }),
      );
    const proposal = await lines({ unit: 'khu-dan-cu-2' });
    expect(proposal.slice(0, 3)).toEqual(['UBND XÃ ĐỨC LẠNG', expect.stringMatching(/2$/), 'Số: ________/TTr']);
    expect(proposal).toEqual(
      expect.arrayContaining([
        'Kính gửi: Chủ tịch Ủy ban nhân dân xã Đức Lạng.',
        expect.stringMatching(/^Căn cứ Luật Thi đua, khen thưởng/),
        expect.stringMatching(
          /tặng danh hiệu “Gia đình văn hóa” năm 2023 cho 05 hộ gia đình \(có danh sách kèm theo\)\.$/,
        ),
        expect.stringMatching(new RegExp(`^5\t${named('ho-2-5')}\t.*2\tĐạt ho-2-5$`)),
      ]),
    );
    expect((await lines()).slice(0, 3)).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ ĐỨC LẠNG', 'Số: ________/TTr-UBND']);
    expect((await lines({ by: 'hoi-dong-xet' })).slice(0, 2)).toEqual(['UBND XÃ ĐỨC LẠNG', 'HỘI ĐỒNG XÉT']);
    expect(await rowsOf({ kind: 'LIST', form })).toHaveLength(5);
    expect(points(await print({ kind: 'LIST', unit: 'khu-dan-cu-3' }))).toEqual([' NO_PAPER']);
    expect(points(await print({ kind: 'LIST', form: 'giay-khen-xa' }))).toEqual([' NO_PAPER']);
    expect((await print({ unit: 'khong-co' })).code).toBe('NOT_FOUND');
    // Drafts of another unit are not shown to a reporter.
    expect(points(await print({}, 'hamlet-3'))).toEqual([' NO_PAPER']);
    expect((await print({}, 'district')).code).toBe('FORBIDDEN');
  });

  it('votes, objections and states stand in the summary; whom the meeting declined is proposed no more', async () => {
    const papers = await papersFor(test, nominations['ho-2-1']!.dossier);
    done(await ask('submitNominations', 'administrator', { round }, { form, papers }));
    const counts = { votesFor: 100, votesAgainst: 5, votesBlank: 3, votesInvalid: 2, notReturned: 0 };
    const few = { nomination: nominations['ho-2-5']!.id, ...counts, votesFor: 60, votesAgainst: 45 };
    const held = { council: 'khu-dan-cu-2', heldOn: '2024-01-19', summoned: 183, present: 110 };
    const input = { form, ...held, counts, tallies: [few], minutes: await minutes(test, { withFile: true }) };
    done(await ask('recordHeldMeeting', 'clerk', { round }, input));
    const [meeting] = done(await ask('meetings', 'clerk', { council: ['khu-dan-cu-2'] })).items;
    const { text } = done(await ask('meetingPaper', 'clerk', { id: meeting.id }));
    expect(text).toContain('Số người được triệu tập: 183; có mặt: 110.');
    const hung = { round, form, places: ['Nhà văn hóa khu dân cư số 2'], firstDay: '2024-01-19', days: 11 };
    const consultation = done(await ask('openConsultation', 'clerk', {}, hung)).id;
    const objection = { consultation, nomination: nominations['ho-2-2']!.id, text: 'Lấn chiếm lòng đường' };
    done(await ask('raiseObjection', 'clerk', {}, { ...objection, objector: 'Trần Văn Phản' }));
    const summary = await rowsOf({ kind: 'SUMMARY' });
    expect(summary.map((row: string) => row.split('\t').slice(3).join('|'))).toEqual([
      ...['100/110||Được hội đồng đồng ý', '100/110|1|Được hội đồng đồng ý', '100/110||Được hội đồng đồng ý'],
      ...['100/110||Được hội đồng đồng ý', '60/110||Không được hội đồng đồng ý'],
    ]);
    expect(await rowsOf({ kind: 'LIST' })).toHaveLength(4);
    expect((await lines()).join('\n')).toMatch(/^Căn cứ kết quả họp xét ngày 19 tháng 01 năm 2024 của .*2\.$/m);
    const notice = await lines({ kind: 'NOTICE' });
    expect(notice).toEqual(
      expect.arrayContaining([
        '1. Thời gian công khai: 11 ngày, từ ngày 19 tháng 01 năm 2024 đến hết ngày 30 tháng 01 năm 2024.',
        '2. Nơi công khai: Nhà văn hóa khu dân cư số 2.',
        expect.stringMatching(new RegExp(`^4\t${named('ho-2-4')}\t`)),
      ]),
    );
    for (const told of [notice, summary]) expect(told.join()).not.toMatch(/Trần Văn Phản|Lấn chiếm/);
  });

  it('a report has the earlier awards of its nominee, by their decisions', async () => {
    const unit = 'ho-2-1';
    const award = { unit, form, formName: 'Gia đình văn hóa', citation: 'Đạt', grantedOn: '2022-12-20' };
    const given = { ...award, issuer: 'Chủ tịch Ủy ban nhân dân xã Đức Lạng', numberText: '99/QĐ-UBND', reason: 'Sổ' };
    done(await ask('recordAward', 'clerk', {}, given));
    const nomination = nominations[unit]!.id;
    expect(await lines({ kind: 'REPORT', nomination })).toEqual(
      expect.arrayContaining([
        'BÁO CÁO THÀNH TÍCH',
        `- Hộ gia đình: ${named(unit)}`,
        'Đạt ho-2-1',
        '2022\tGia đình văn hóa\tQuyết định số 99/QĐ-UBND ngày 20/12/2022 của Chủ tịch Ủy ban nhân dân xã Đức Lạng',
        '2. Hình thức khen thưởng: chưa ghi nhận.',
        ...['NGƯỜI BÁO CÁO', named(unit)],
      ]),
    );
    const other = done(await ask('openRound', 'administrator', {}, { name: 'Khác', period: '2023', forms: [form] }));
    expect((await ask('nominationPaper', 'clerk', { round: other.id, kind: 'REPORT', nomination })).code).toBe(
      'NOT_FOUND',
    );
  });

  it('who was refused is answered with the reason; forms that a decree prescribes are told', async () => {
    expect(points(await print({ kind: 'REFUSAL' }))).toEqual([' NO_PAPER']);
    const refused = nominations['ho-2-5']!.id;
    const refusals = [{ nomination: refused, reason: 'Có thành viên vi phạm giao thông' }];
    const draft = done(await ask('draftDecision', 'clerk', {}, { title: 'Về Gia đình văn hóa', refusals }));
    const signer = { signer: 'Nguyễn Đình Chiểu', title: 'Phó Chủ tịch', capacity: 'KT. CHỦ TỊCH' };
    const input = { file: await signedFile(test), number: 71, ...signer };
    done(await ask('signDecision', 'clerk', { id: draft.id }, input, draft.version));
    expect(await lines({ kind: 'REFUSAL' })).toEqual(
      expect.arrayContaining([
        'Số: ________/TB-UBND',
        expect.stringMatching(/^Kính gửi: .*2\.$/),
        expect.stringMatching(new RegExp(`^1\\. ${named('ho-2-5')}, .* Lý do: Có thành viên vi phạm giao thông\\.$`)),
      ]),
    );
    expect(points(await print({ kind: 'REFUSAL', nomination: nominations['ho-2-1']!.id }))).toEqual([' NO_PAPER']);
    const prescribed = async (kind: string) =>
      done(await print({ kind })).prescribed.map((each: Row) => `${each.number} ${each.layoutRead}`);
    expect([await prescribed('PROPOSAL'), await prescribed('SUMMARY'), await prescribed('LIST')]).toEqual([
      ...[['Mẫu 01 false'], ['Mẫu 02 false'], []],
    ]);
  });

  it('the households are disclosed, are for keys that may read them, and go with their names', async () => {
    const unit = 'ho-2-3';
    const { items } = done(await ask('accesses', 'auditor', { unit }));
    expect(items.map(({ operation }: Row) => operation)).toContain('nominationPaper');
    const input = { actor: 'clerk', scopes: ['decisions:read', 'nominations:read', 'units:read'] };
    const { key } = done(await ask('issueKey', 'administrator', {}, input));
    const headers = { authorization: `Bearer ${key}` };
    const kinds = ['LIST', 'PROPOSAL', 'REPORT'];
    const told = await Promise.all(
      kinds.map((kind) => door.ask('nominationPaper', undefined, { commune, round, kind }, { headers })),
    );
    expect(told.map(({ code }) => code)).toEqual([undefined, 'SCOPE_MISSING', 'SCOPE_MISSING']);
    const { version } = done(await ask('unit', 'clerk', { unit }));
    done(await ask('erasePersonal', 'administrator', { unit }, { reason: 'Theo yêu cầu' }, version));
    for (const kind of ['LIST', 'SUMMARY', 'NOTICE']) {
      const text = (await lines({ kind })).join('\n');
      expect(text).toContain('\t(đã xóa)\t');
      expect(text).not.toContain(named(unit));
    }
  });
});
