import { useApp, type TestApp } from '../app.js';
import { broken, done, doors, rest, type Answer, type Asked, type Door, type Row } from '../doors.js';
import { byHands, commune, convened, there } from '../meetings.js';

type Seat = Row & { id: string };

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };

/** Today is 31/01/2024. */
describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  const door: Door = open(test);
  const ask = (operation: string, actor: string, at: object = {}, asked: Asked = {}): Promise<Answer> =>
    door.ask(operation, actor, { commune, ...at }, asked);
  const act = async (...given: Parameters<typeof ask>): Promise<Row> => done(await ask(...given));
  const reason = 'Từ trần';
  let sheet: string;
  let number = 0;

  beforeAll(async () => {
    const paper = { type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Giấy báo tử' };
    sheet = (await act('recordDocument', 'clerk', {}, { input: paper })).id;
  });

  const add = (code: string, kind = 'INDIVIDUAL') =>
    act(
      'addUnit',
      'clerk',
      {},
      { input: { code, kind, name: code, parent: 'van-phong-thong-ke', validFrom: '2022-01-01' } },
    );
  const onUnit = async (operation: string, code: string, input: object, headers = {}): Promise<Answer> => {
    const { version } = await act('unit', 'clerk', { unit: code, asOf: '9999-12-31' });
    return ask(operation, 'clerk', { unit: code }, { version, input: { reason, ...input }, headers });
  };
  const close = (code: string, lastDay: string) =>
    onUnit(
      'closeUnit',
      code,
      { lastDay },
      lastDay < '2024-01-31' ? { 'legal-date': lastDay, 'legal-reference': sheet } : {},
    );
  const seat = (person: string, more: object, council: string) =>
    ask(
      'appointMember',
      'administrator',
      {},
      { input: { council, person, office: 'MEMBER', validFrom: '2023-01-01', ...more } },
    );
  /** People with a seat from 01/01/2023 on, and a body for them alone. */
  const seated = async (count: number): Promise<{ council: string; people: string[]; members: Seat[] }> => {
    const council = `hoi-dong-${(number += 1)}`;
    await add(council, 'BODY');
    const people = Array.from({ length: count }, (_, index) => `uy-vien-${number}-${index + 1}`);
    const members: Seat[] = [];
    for (const person of people) {
      await add(person);
      members.push(done(await seat(person, {}, council)) as Seat);
    }
    return { council, people, members };
  };
  const seatsOn = async (council: string, asOf: string) =>
    (await act('councils', 'clerk', { council: [council], asOf })).items.flatMap(({ members }: Row) =>
      members.map(({ personCode, validTo }: Row) => [personCode, validTo]),
    );
  const meet = async (council: string, heldOn: string): Promise<Row> => {
    const { id } = await convened(test, [{ unit: 'khu-dan-cu-1', rule: byHands }], heldOn, {
      councilCode: council,
      on: heldOn < '2024-01-31' ? heldOn : '2024-01-31',
    });
    return act('meeting', 'clerk', { id });
  };
  const inMeeting = (operation: string, { id, version }: Row, input: object, headers = {}) =>
    ask(operation, 'clerk', { id }, { version, input, headers });
  const actions = async (actor: string, { id }: Row): Promise<Row> =>
    done(await rest(test).ask('meetingActions', actor, { commune, id }));
  const since = async (cursor?: string): Promise<Row> => {
    const { body: page } = await door.changes('clerk', commune, cursor);
    return page.more ? since(page.cursor) : page;
  };

  it('on the last day of the person or the body, and goes on when that day was wrong', async () => {
    const { council, people, members } = await seated(3);
    const [one, other, third] = people as [string, string, string];
    await act(
      'endMembership',
      'administrator',
      { id: members[1]!.id },
      { version: 1, input: { validTo: '2024-06-30', reason } },
    );
    const { cursor } = await since();
    done(await close(one, '2024-01-10'));
    done(await close(council, '2024-03-31'));
    expect(
      (await since(cursor)).items
        .map(({ kind, recordId }: Row) => [kind, recordId])
        .filter(([kind]: string[]) => kind !== 'unit.closed'),
    ).toEqual([
      ['member.ended', members[0]!.id],
      ['member.ended', members[1]!.id],
      ['member.ended', members[2]!.id],
    ]);
    expect([await seatsOn(council, '2024-01-10'), await seatsOn(council, '2024-01-11')]).toEqual([
      [
        [one, '2024-01-10'],
        [other, '2024-03-31'],
        [third, '2024-03-31'],
      ],
      [
        [other, '2024-03-31'],
        [third, '2024-03-31'],
      ],
    ]);
    expect(await seatsOn(council, '2024-04-01')).toEqual([]);

    done(await onUnit('correctUnit', one, { validTo: null }));
    expect(await seatsOn(council, '2024-03-31')).toContainEqual([one, '2024-03-31']);
    done(await onUnit('correctUnit', council, { validTo: null }));
    expect(await seatsOn(council, '2024-06-30')).toEqual([
      [one, null],
      [other, '2024-06-30'],
      [third, null],
    ]);
    expect(
      (await since(cursor)).items.map(({ kind }: Row) => kind).filter((kind: string) => kind === 'member.resumed'),
    ).toHaveLength(4);
  });

  it('and who took the chair meanwhile keeps it', async () => {
    const { council, people } = await seated(2);
    const [late, next] = people as [string, string];
    const chairs = `chu-tich-${number}`;
    await add(chairs, 'BODY');
    done(await seat(late, { office: 'CHAIR' }, chairs));
    done(await close(late, '2024-01-31'));
    done(await seat(next, { office: 'CHAIR', validFrom: '2024-02-01' }, chairs));
    done(await onUnit('correctUnit', late, { validTo: null }));
    expect(await seatsOn(chairs, '2024-02-01')).toEqual([[next, null]]);
    expect(await seatsOn(council, '2024-02-01')).toEqual([
      [late, null],
      [next, null],
    ]);
  });

  it('who is dead on the day of a meeting is not asked for, not counted, and not spoken for', async () => {
    const { council, people, members } = await seated(3);
    const meeting = await meet(council, '2024-01-31');
    const [nomination] = meeting.matters.map(({ nominationId }: Row) => nominationId);
    const behalf = { 'on-behalf-of': people[0]!, 'legal-reference': sheet };
    const declared = done(await inMeeting('recuse', meeting, { nomination, reason: 'Con rể' }, behalf));
    meeting.version = declared.version;
    done(await close(people[0]!, '2024-01-20'));
    expect(broken(await inMeeting('recuse', meeting, { nomination, reason: 'Con rể' }, behalf))).toEqual([
      '/headers/on-behalf-of NOT_A_MEMBER',
    ]);
    const [, ...others] = people;
    const byNobody = await inMeeting('recuse', meeting, { nomination, reason: 'Con rể' });
    expect([byNobody.code, byNobody.body.errors[0].detail]).toEqual([
      'ON_BEHALF_MISSING',
      `On-Behalf-Of ghi mã cá nhân của thành viên: ${others.join(', ')}.`,
    ]);
    expect(broken(await inMeeting('recordAttendance', meeting, there(members)))).toEqual([
      '/members/0/member NOT_A_MEMBER',
    ]);
    const attended = done(await inMeeting('recordAttendance', meeting, there(members.slice(1))));
    expect(attended.matters[0]).toMatchObject({ voters: 2, base: 2, recusals: [] });
    done(await onUnit('correctUnit', people[0]!, { validTo: null }));
    const again = done(await inMeeting('recordAttendance', attended, there(members)));
    expect(again.matters[0].recusals).toMatchObject([{ personCode: people[0], ground: 'DECLARED' }]);
  });

  it('a person is there on the days of the meetings they had a part in', async () => {
    const { council, people, members } = await seated(3);
    const [, absent, recused] = people as [string, string, string];
    const meeting = await meet(council, '2024-01-25');
    const [nomination] = meeting.matters.map(({ nominationId }: Row) => nominationId);
    const behalf = { 'on-behalf-of': recused, 'legal-reference': sheet };
    const declared = done(await inMeeting('recuse', meeting, { nomination, reason: 'Con rể' }, behalf));
    const attended = done(await inMeeting('recordAttendance', declared, there(members, 'P', 'A', 'A')));
    const refused = await close(people[0]!, '2024-01-24');
    expect([refused.code, refused.body.errors[0].detail]).toEqual([
      'STILL_REFERRED_TO',
      'Ngoài thời gian mới của đơn vị còn: cuộc họp hội đồng (2024-01-25); hãy sửa hoặc gỡ trước.',
    ]);
    expect((await onUnit('correctUnit', people[0]!, { validFrom: '2024-01-26' })).code).toBe('STILL_REFERRED_TO');
    const ending = { version: members[0]!.version, input: { validTo: '2024-01-24', reason } };
    expect(broken(await ask('endMembership', 'administrator', { id: members[0]!.id }, ending))).toEqual([
      '/validTo TOO_EARLY',
    ]);
    expect((await onUnit('correctUnit', recused, { validFrom: '2024-01-26' })).code).toBe('STILL_REFERRED_TO');
    done(await close(recused, '2024-01-24'));
    done(await close(absent, '2024-01-24'));
    // A meeting that is cancelled was none.
    done(await inMeeting('cancelMeeting', attended, { reason: 'Bão' }));
    done(await ask('endMembership', 'administrator', { id: members[0]!.id }, ending));
    done(await close(people[0]!, '2024-01-24'));
  });

  it('an attendance of other members than those of the day is recorded again', async () => {
    const { council, people, members } = await seated(3);
    const meeting = await meet(council, '2024-01-30');
    const [nomination] = meeting.matters.map(({ nominationId }: Row) => nominationId);
    const attended = done(await inMeeting('recordAttendance', meeting, there(members, 'P', 'P', 'A')));
    done(await close(people[2]!, '2024-01-20'));
    const votes = { nomination, votesFor: 2, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
    expect(broken(await inMeeting('recordTally', attended, votes))).toEqual([' OTHER_MEMBERS']);
    const acts = await actions('clerk', meeting);
    expect(acts.items.find((each: Row) => each.act === 'recordTally')).toMatchObject({
      allowed: false,
      reasons: ['RULE'],
    });
    const again = done(await inMeeting('recordAttendance', attended, there(members.slice(0, 2))));
    expect(again.attendance.map(({ personCode }: Row) => personCode)).toEqual(people.slice(0, 2));
    const counted = done(await inMeeting('recordTally', again, votes));
    // What is counted stands, whoever comes to be a member of that day.
    const late = `uy-vien-${number}-them`;
    await add(late);
    done(await seat(late, {}, council));
    const closing = await actions('chairperson', counted);
    expect(closing.items.find((each: Row) => each.act === 'closeMeeting')).toMatchObject({ allowed: true });
  });

  it('nobody is appointed beyond their days', async () => {
    const { council } = await seated(1);
    const person = `uy-vien-${number}-cuoi`;
    await add(person);
    done(await close(person, '2024-02-15'));
    expect(broken(await seat(person, { validTo: '2024-02-16' }, council))).toEqual(['/validTo NOT_VALID']);
    const member = done(await seat(person, {}, council));
    expect(member.validTo).toBe('2024-02-15');
    const end = (validTo: string | null, version = 1) =>
      ask('endMembership', 'administrator', { id: member.id }, { version, input: { validTo, reason } });
    for (const beyond of ['2024-02-16', null]) expect(broken(await end(beyond))).toEqual(['/validTo NOT_VALID']);
    done(await end('2024-02-10'));
    done(await onUnit('correctUnit', person, { validTo: null }));
    expect(await seatsOn(council, '2024-02-10')).toContainEqual([person, '2024-02-10']);
    expect(done(await end(null, 2)).validTo).toBeNull();
    expect(broken(await end(null, 3))).toEqual(['/validTo NOTHING_CHANGED']);
  });

  it('a body does not end before a meeting that is convened, be it succeeded', async () => {
    const { council, people } = await seated(2);
    const meeting = await meet(council, '2024-02-05');
    const next = `${council}-moi`;
    await add(next, 'BODY');
    for (const successors of [[], [next]])
      expect((await onUnit('closeUnit', council, { successors })).code).toBe('STILL_REFERRED_TO');
    done(await inMeeting('cancelMeeting', meeting, { reason: 'Giải thể' }));
    done(await onUnit('closeUnit', council, { successors: [next] }));
    expect(await seatsOn(council, '2024-01-31')).toEqual(people.map((each) => [each, '2024-01-31']));
    const convening = { council, heldOn: '2024-02-05', nominations: [] };
    expect(broken(await ask('conveneMeeting', 'clerk', {}, { input: convening }))).toContain('/council NOT_VALID');
  });
});
