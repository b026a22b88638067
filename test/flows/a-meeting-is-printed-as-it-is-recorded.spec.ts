import { useApp } from '../app.js';
import { done, doors, type Door, type Row } from '../doors.js';
import { byHands, commune, convened, onPaper, seated, there } from '../meetings.js';

const test = useApp();
const broken = ({ code, body }: Row): unknown => [code, body.errors?.map((each: Row) => [each.pointer, each.code])];

/** A meeting that one of five is away from, another replaced at, and the count on what they voted on in secret. */
async function held(door: Door) {
  const members = await seated(test);
  const rules = [
    { unit: 'khu-dan-cu-1', rule: byHands },
    { unit: 'can-bo-2', rule: onPaper },
  ];
  let meeting: Row = await convened(test, rules);
  const { id } = meeting;
  const act = async (operation: string, input: object) =>
    (meeting = done(await door.ask(operation, 'clerk', { commune, id }, { version: meeting.version, input })));
  await act('recordAttendance', there(members, 'P', 'P', 'A', 'can-bo-6'));
  const votes = { votesFor: 3, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
  await act('recordTally', { nomination: meeting.matters[1].nominationId, ...votes, votesInvalid: 0 });
  return id as string;
}

describe.each(doors)('%s', (_, open) => {
  const door = open(test);
  const printed = (id: string, kind?: string, actor = 'clerk') =>
    door.ask('meetingPaper', actor, { commune, id, kind });

  it('minutes, invitation, ballot and count are printed from the record', async () => {
    const id = await held(door);
    const minutes = done(await printed(id));
    expect(minutes.title).toBe('Biên bản họp xét đề nghị khen thưởng 2024-01-31');
    expect(minutes.text.split('\n')).toEqual(
      expect.arrayContaining([
        ...['UBND XÃ ĐỨC LẠNG', 'HỘI ĐỒNG XÉT', 'Đức Lạng, ngày 31 tháng 01 năm 2024', 'Địa điểm: Hội trường xã.'],
        '1\tNguyễn Văn 1\tChủ tịch\tCó mặt',
        '3\tNguyễn Văn 3\tỦy viên\tVắng mặt',
        '4\tNguyễn Văn 4\tỦy viên\tNguyễn Văn 6 dự thay',
        expect.stringMatching(/^1\tKhu dân cư.*\t\tGiấy khen\tGiơ tay\t\t$/),
        expect.stringMatching(/^2\tNguyễn Văn 2\t.*\tGiấy khen\tBỏ phiếu kín\t3\/4\t$/),
        'Không tham gia xét đề nghị của Nguyễn Văn 2: Nguyễn Văn 2.',
      ]),
    );
    expect(done(await printed(id, 'MINUTES'))).toEqual(minutes);
    expect(done(await printed(id, 'INVITATION')).text).toContain('3. Nguyễn Văn 3, Ủy viên Hội đồng');
    const ballot = done(await printed(id, 'BALLOT')).text;
    expect(ballot).toMatch(/^1\tNguyễn Văn 2\t.*\tGiấy khen\t□\t□$/m);
    expect(ballot).not.toContain('Khu dân cư');
    expect(done(await printed(id, 'COUNT')).text).toContain('1\tNguyễn Văn 2\tGiấy khen\t3\t3\t3\t0\t3\t0\t0');
  });

  it('where hands are counted there is no ballot; a meeting that was cancelled has no paper', async () => {
    await seated(test);
    const { id, version } = await convened(test, [{ unit: 'khu-dan-cu-2', rule: byHands }]);
    expect(broken(await printed(id, 'BALLOT'))).toEqual(['RULE', [['/kind', 'NO_PAPER']]]);
    expect(broken(await printed(id, 'COUNT'))).toEqual(['RULE', [['/kind', 'NO_PAPER']]]);
    const input = { reason: 'Hoãn' };
    done(await door.ask('cancelMeeting', 'clerk', { commune, id }, { version, input }));
    expect(broken(await printed(id))).toEqual(['RULE', [['', 'NO_PAPER']]]);
  });
});

it('the persons on minutes are disclosed, are for keys that may read names, and go with their names', async () => {
  const [[, rest]] = doors;
  const door = rest(test);
  const id = await held(door);
  const minutes = () => door.ask('meetingPaper', 'clerk', { commune, id });
  done(await minutes());
  for (const unit of ['can-bo-2', 'can-bo-6']) {
    const { items } = done(await door.ask('accesses', 'auditor', { commune, unit }));
    expect(items.map(({ operation }: Row) => operation)).toContain('meetingPaper');
  }
  const input = { actor: 'clerk', scopes: ['decisions:read', 'meetings:read'] };
  const { key } = done(await door.ask('issueKey', 'administrator', { commune }, { input }));
  const headers = { authorization: `Bearer ${key}` };
  expect((await door.ask('meetingPaper', undefined, { commune, id }, { headers })).code).toBe('SCOPE_MISSING');
  const { version } = done(await door.ask('unit', 'clerk', { commune, unit: 'can-bo-6' }));
  const erased = { version, input: { reason: 'Theo yêu cầu' } };
  done(await door.ask('erasePersonal', 'administrator', { commune, unit: 'can-bo-6' }, erased));
  expect(done(await minutes()).text).toContain('(đã xóa) dự thay');
});
