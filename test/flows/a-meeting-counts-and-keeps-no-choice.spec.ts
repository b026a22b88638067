import type { CouncilMember } from '../../src/councils/council-member.entity.js';
import { Refusal } from '../../src/refusals.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { useApp, type TestApp } from '../app.js';
import { doors, type Answer, type Door, type Row } from '../doors.js';
import { byHands, closed, commune, convened, council, minutes, onPaper, seated, there } from '../meetings.js';

const apps: Record<string, TestApp> = { REST: useApp(), GraphQL: useApp() };
const broken = ({ code, body }: Answer): unknown =>
  code === 'RULE' ? body.errors.map((each: Row) => each.code) : code;

describe.each(doors)('%s', (name, open) => {
  const test = apps[name]!;
  let door: Door;
  let members: CouncilMember[];
  let meeting: any;
  let area: string;
  let member1: string;

  beforeAll(async () => {
    door = open(test);
    members = await seated(test);
    meeting = await convened(test, [
      { unit: 'khu-dan-cu-1', rule: byHands },
      { unit: 'can-bo-1', rule: onPaper },
    ]);
    [area, member1] = meeting.matters.map(({ nominationId }: Row) => nominationId);
  });

  /** An act on the meeting as it stands. */
  async function act(
    operation: string,
    actor: string,
    input?: object,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const answer = await door.ask(
      operation,
      actor,
      { commune, id: meeting.id },
      { version: meeting.version, input, headers },
    );
    if (answer.code === undefined) meeting = answer.body;
    return answer;
  }
  const recusals = () =>
    meeting.matters.map(({ recusals: given }: Row) =>
      given.map(({ personCode, ground }: Row) => `${personCode} ${ground}`),
    );
  const counts = (nomination: string, votesFor: number, votesAgainst: number, votesBlank = 0, notReturned = 0) => ({
    nomination,
    votesFor,
    votesAgainst,
    votesBlank,
    notReturned,
  });

  it('the body and its members are told', async () => {
    const { body } = await door.ask('councils', 'clerk', { commune, council: [council], asOf: '2024-01-31' });
    expect(
      body.items.map(({ unitCode, members: seats }: Row) => [
        unitCode,
        seats.map(({ personCode, office, actor }: Row) => [personCode, office, actor]),
      ]),
    ).toEqual([
      [
        council,
        [
          ['can-bo-1', 'CHAIR', 'council-1'],
          ['can-bo-2', 'MEMBER', 'council-2'],
          ['can-bo-3', 'MEMBER', 'council-3'],
          ['can-bo-4', 'MEMBER', 'council-4'],
          ['can-bo-5', 'MEMBER', null],
        ],
      ],
    ]);
    expect((await door.ask('councils', 'clerk', { commune, asOf: '2022-12-31' })).body.items).toEqual([]);
  });

  it('one seat at a time; a body is no person, a member no hamlet', async () => {
    const appoint = (input: object) =>
      door.ask(
        'appointMember',
        'administrator',
        { commune },
        { input: { office: 'MEMBER', validFrom: '2024-01-01', ...input } },
      );
    const second = await appoint({ council, person: 'can-bo-2' });
    expect([second.code, second.body.detail]).toEqual([
      'TERM_OVERLAPS',
      'Thời gian này chồng lấn với khoảng thời gian đã ghi: từ 01/01/2023.',
    ]);
    expect(broken(await appoint({ council, person: 'can-bo-6', actor: 'council-1' }))).toBe('TERM_OVERLAPS');
    expect(
      broken(await appoint({ council: 'can-bo-1', person: 'khu-dan-cu-1', actor: 'nobody', validTo: '2023-12-31' })),
    ).toEqual(['NO_BODY', 'INDIVIDUAL_ONLY', 'TOO_EARLY', 'UNKNOWN']);
    expect((await appoint({ council: 'khu-dan-cu-2', person: 'can-bo-6' })).body).toMatchObject({
      councilCode: 'khu-dan-cu-2',
      personCode: 'can-bo-6',
      actor: null,
      version: 1,
    });
  });

  it('who is the nominee, or belongs to it, is recused from the start', () => {
    expect(recusals()).toEqual([['can-bo-1 OWN_UNIT'], ['can-bo-1 SELF']]);
    expect(meeting).toMatchObject({ state: 'CONVENED', version: 1, councilCode: council, attendance: [] });
    expect(meeting.matters).toMatchObject([
      {
        unitCode: 'khu-dan-cu-1',
        ordinal: 1,
        rule: byHands,
        threshold: '60/100',
        voters: null,
        base: null,
        outcome: null,
      },
      { unitCode: 'can-bo-1', rule: onPaper, threshold: '2/3' },
    ]);
  });

  it('nothing is counted before it is known who is there', async () => {
    expect(broken(await act('recordTally', 'clerk', counts(area, 3, 0)))).toEqual(['NO_ATTENDANCE']);
    expect(broken(await act('recordOpinion', 'council-4'))).toEqual(['NO_ATTENDANCE']);
    await expect(closed(test, meeting, await minutes(test, { withFile: false }))).rejects.toMatchObject({
      points: [{ code: 'NO_ATTENDANCE' }, { code: 'MINUTES_WITHOUT_FILE' }],
    } satisfies Partial<Record<keyof Refusal, unknown>>);
  });

  it('attendance out of order is refused with all reasons', async () => {
    const [one, two, three] = members as [CouncilMember, CouncilMember, CouncilMember];
    const given = [
      { member: one.id, presence: 'REPLACED' },
      { member: one.id, presence: 'PRESENT' },
      { member: two.id, presence: 'REPLACED', replacedBy: 'can-bo-3' },
      { member: three.id, presence: 'REPLACED', replacedBy: 'khu-dan-cu-2' },
      { member: one.councilId, presence: 'ABSENT' },
    ];
    expect(broken(await act('recordAttendance', 'clerk', { members: given }))).toEqual([
      'MEMBER_MISSING',
      'MEMBER_MISSING',
      'REPLACEMENT',
      'NAMED_TWICE',
      'SEATED',
      'INDIVIDUAL_ONLY',
      'NOT_A_MEMBER',
    ]);
    expect(broken(await act('recordAttendance', 'clerk', there(members, 'P', 'can-bo-6', 'can-bo-6')))).toEqual([
      'SEATED',
      'SEATED',
    ]);
  });

  it('without a quorum nothing is counted', async () => {
    expect((await act('recordAttendance', 'clerk', there(members, 'P', 'P', 'A', 'A', 'A'))).status).toBe(200);
    expect(broken(await act('recordTally', 'clerk', counts(area, 1, 0)))).toEqual(['NO_QUORUM']);
  });

  it('who sits for a member speaks and votes for them', async () => {
    expect(
      (await act('recordAttendance', 'clerk', there(members, 'P', 'P', 'can-bo-6', 'P', 'A'))).code,
    ).toBeUndefined();
    expect(
      meeting.attendance.map(({ personCode, presence, replacedByCode }: Row) => [personCode, presence, replacedByCode]),
    ).toEqual([
      ['can-bo-1', 'PRESENT', null],
      ['can-bo-2', 'PRESENT', null],
      ['can-bo-3', 'REPLACED', 'can-bo-6'],
      ['can-bo-4', 'PRESENT', null],
      ['can-bo-5', 'ABSENT', null],
    ]);
    expect(meeting.matters.map(({ voters, base }: Row) => [voters, base])).toEqual([
      [3, 4],
      [3, 4],
    ]);
    expect(recusals()).toEqual([['can-bo-1 OWN_UNIT'], ['can-bo-1 SELF']]);
  });

  it('a member declares for themself, the clerk on a signed sheet', async () => {
    const sheet = await minutes(test, { withFile: false });
    expect(broken(await act('recuse', 'council-5', { nomination: member1, reason: 'Anh em ruột' }))).toBe('FORBIDDEN');
    expect(broken(await act('recuse', 'clerk', { nomination: member1, reason: 'Anh em ruột' }))).toBe(
      'ON_BEHALF_MISSING',
    );
    expect(
      broken(
        await act(
          'recuse',
          'clerk',
          { nomination: member1, reason: 'Anh em ruột' },
          { 'on-behalf-of': 'khu-dan-cu-2', 'legal-reference': sheet },
        ),
      ),
    ).toEqual(['NOT_A_MEMBER']);
    expect(broken(await act('recuse', 'council-2', { nomination: members[0]!.id, reason: 'Anh em ruột' }))).toEqual([
      'UNKNOWN',
    ]);
    expect(broken(await act('recuse', 'council-1', { nomination: member1, reason: 'Chính tôi' }))).toEqual(['RECUSED']);
    expect((await act('recuse', 'council-4', { nomination: member1, reason: 'Anh em ruột' })).code).toBeUndefined();
    expect(meeting.matters[1].recusals[1]).toEqual({
      memberId: members[3]!.id,
      personCode: 'can-bo-4',
      ground: 'DECLARED',
      reason: 'Anh em ruột',
    });
    expect([meeting.matters[1].voters, meeting.matters[1].base]).toEqual([2, 3]);
    const { rows } = await test.admin.query(
      `select v.pointer, v.value from change c join change_value v using (commune_id, position, item) where c.record_id = $1 and c.kind = 'meeting.recused' and v.pointer like '%reason'`,
      [meeting.id],
    );
    expect(rows).toEqual([{ pointer: '/data/matters/1/recusals/1/reason', value: 'Anh em ruột' }]);
  });

  it('the written opinion of who is absent is counted where the rule says so', async () => {
    const sheet = { 'on-behalf-of': 'can-bo-5', 'legal-reference': await minutes(test, { withFile: false }) };
    expect(broken(await act('recordOpinion', 'council-2'))).toEqual(['NOT_ABSENT']);
    expect(broken(await act('recordOpinion', 'clerk'))).toBe('ON_BEHALF_MISSING');
    expect((await act('recordOpinion', 'clerk', undefined, sheet)).body.attendance[4]).toMatchObject({
      personCode: 'can-bo-5',
      presence: 'ABSENT',
      opinionOn: '2024-01-31',
    });
    expect(broken(await act('recordOpinion', 'clerk', undefined, sheet))).toEqual(['OPINION_GIVEN']);
    expect(meeting.matters.map(({ voters, base }: Row) => [voters, base])).toEqual([
      [3, 4],
      [3, 3],
    ]);
  });

  it('a count adds up to the voters; one of hands stands at once, and is mended until the meeting is closed', async () => {
    expect(broken(await act('recordTally', 'clerk', counts(area, 3, 1)))).toEqual(['COUNTS']);
    expect((await act('recordTally', 'clerk', counts(area, 3, 0))).body.matters[0]).toMatchObject({
      votesFor: 3,
      votesBlank: 0,
      votesInvalid: 0,
    });
    const invalid = { ...counts(area, 2, 0, 0), votesInvalid: 1 };
    expect((await act('recordTally', 'clerk', invalid)).body.matters[0]).toMatchObject({
      votesFor: 2,
      votesInvalid: 1,
    });
    expect((await act('recordTally', 'clerk', counts(area, 2, 0, 1))).body.matters[0]).toMatchObject({
      votesFor: 2,
      votesAgainst: 0,
      votesBlank: 1,
      notReturned: 0,
      recordedOn: '2024-01-31',
      confirmedOn: null,
      outcome: null,
    });
    expect(broken(await act('confirmTally', 'verifier', { nomination: area }))).toEqual(['TALLIED']);
    expect(broken(await act('recordAttendance', 'clerk', there(members)))).toEqual(['TALLIED']);
    expect(broken(await act('recuse', 'council-2', { nomination: area, reason: 'Muộn' }))).toEqual(['TALLIED']);
  });

  it('one of secret ballots waits for somebody else, and may be mended until then', async () => {
    expect(broken(await act('confirmTally', 'verifier', { nomination: member1 }))).toEqual(['TALLY_MISSING']);
    await act('recordTally', 'clerk', counts(member1, 1, 2));
    await act('recordTally', 'clerk', counts(member1, 2, 0, 0, 1));
    expect(broken(await act('confirmTally', 'clerk', { nomination: member1 }))).toBe('FOUR_EYES');
    const file = await minutes(test, { withFile: true });
    await expect(closed(test, meeting, file)).rejects.toMatchObject({
      points: [{ pointer: `/matters/${member1}`, code: 'TALLY_UNCONFIRMED' }],
    });
    expect((await act('confirmTally', 'administrator', { nomination: member1 })).body.matters[1]).toMatchObject({
      votesFor: 2,
      confirmedOn: '2024-01-31',
    });
    expect(broken(await act('recordTally', 'clerk', counts(member1, 3, 0)))).toEqual(['TALLIED']);
  });

  it('what follows is read off the counts when it is closed', async () => {
    const file = await minutes(test, { withFile: true });
    const { outcomes, meeting: after } = await closed(test, meeting, file);
    expect(outcomes).toEqual([
      { nominationId: area, outcome: 'NOT_RECOMMENDED' },
      { nominationId: member1, outcome: 'RECOMMENDED' },
    ]);
    expect(after).toMatchObject({
      state: 'CLOSED',
      closedOn: '2024-01-31',
      minutesId: file,
      matters: [
        { base: 4, outcome: 'NOT_RECOMMENDED' },
        { base: 3, outcome: 'RECOMMENDED' },
      ],
    });
    meeting = (await door.ask('meeting', 'auditor', { commune, id: meeting.id })).body;
    expect(meeting).toMatchObject({ state: 'CLOSED', version: after.version });
    expect(broken(await act('recordTally', 'clerk', counts(area, 3, 0)))).toBe('STATE');
    const { rows } = await test.admin.query<{ kind: string }>(
      `select kind from change where record_id = $1 order by position`,
      [meeting.id],
    );
    expect(rows.map(({ kind }) => kind.slice('meeting.'.length)).join(' ')).toBe(
      'convened attended attended recused opined tallied tallied tallied tallied tallied confirmed closed',
    );
  });

  it('nobody who deliberates has left a choice', async () => {
    const { rows } = await test.admin.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns where table_name in ('attendance', 'recusal', 'council_member') order by 1`,
    );
    expect(rows.filter(({ column }) => /vote|choice|ballot/.test(column))).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('the lists find it', async () => {
    const listed = async (query: object) =>
      (await door.ask('meetings', 'clerk', { commune, ...query })).body.items.map(({ id }: Row) => id);
    const closed = { council: [council], state: ['CLOSED'] };
    expect([await listed({ council: [council] }), await listed(closed), await listed({ state: ['CONVENED'] })]).toEqual(
      [[meeting.id], [meeting.id], []],
    );
    expect((await listed({ state: ['CLOSED'] })).length).toBeGreaterThan(1);
  });
});

it('a meeting needs a body with members, and a day that has not gone by', async () => {
  const test = apps.REST!;
  await expect(convened(test, [], '2024-01-30')).rejects.toMatchObject({ points: [{ code: 'PAST' }] });
  await expect(convened(test, [], '2022-12-31')).rejects.toMatchObject({
    points: [{ code: 'NO_MEMBERS' }, { code: 'PAST' }],
  });
});

it('attendance recorded anew recuses anew; what was declared or handed in stays', async () => {
  const test = apps.REST!;
  const { ask } = doors[0][1](test);
  const members = (await ask('councils', 'clerk', { commune, council: [council] })).body.items[0].members as {
    id: string;
  }[];
  let meeting: any = await convened(test, [{ unit: 'can-bo-6', rule: onPaper }]);
  const act = async (operation: string, actor: string, input?: object, headers?: Record<string, string>) => {
    const answer = await ask(
      operation,
      actor,
      { commune, id: meeting.id },
      { version: meeting.version, input, headers },
    );
    if (answer.code === undefined) meeting = answer.body;
    return answer;
  };
  const recused = () => meeting.matters[0].recusals.map(({ personCode, ground }: Row) => `${personCode} ${ground}`);
  await act('recordAttendance', 'clerk', there(members, 'P', 'P', 'can-bo-6', 'A'));
  expect(recused()).toEqual(['can-bo-3 SELF']);
  await act('recordOpinion', 'council-4');
  await act('recordAttendance', 'clerk', there(members, 'P', 'P', 'P', 'A'));
  expect([recused(), meeting.attendance[3].opinionOn]).toEqual([[], '2024-01-31']);
  await act('recuse', 'council-2', { nomination: meeting.matters[0].nominationId, reason: 'Anh em ruột' });
  await act('recordAttendance', 'clerk', there(members, 'P', 'can-bo-6', 'P', 'A'));
  expect(recused()).toEqual(['can-bo-2 DECLARED']);
  const early = { 'legal-date': '2024-01-30', 'legal-reference': await minutes(test, { withFile: false }) };
  expect(broken(await act('recordAttendance', 'clerk', there(members), early))).toEqual(['NOT_HELD']);
});

it('where all are recused nothing is counted, and nobody has advised against it', async () => {
  const test = apps.REST!;
  const { ask } = doors[0][1](test);
  const { id } = await test.app.get(UnitActsService).addUnit(await test.operator(), commune, {
    code: 'khu-nha-o',
    kind: 'HAMLET',
    name: 'Khu nhà ở',
    parent: 'ubnd',
    validFrom: '2021-07-01',
  });
  let meeting: any = await convened(test, [
    { unit: 'khu-nha-o', rule: byHands },
    { unit: 'khu-dan-cu-5', rule: byHands },
  ]);
  const [all, one] = meeting.matters;
  const members = (await ask('councils', 'clerk', { commune, council: [council] })).body.items[0].members as {
    id: string;
    personCode: string;
  }[];
  const act = async (operation: string, input: object, headers?: Record<string, string>) => {
    const answer = await ask(
      operation,
      'clerk',
      { commune, id: meeting.id },
      { version: meeting.version, input, headers },
    );
    if (answer.code === undefined) meeting = answer.body;
    return answer;
  };
  await act('recordAttendance', there(members));
  for (const { personCode } of members) {
    const sheet = { 'on-behalf-of': personCode, 'legal-reference': await minutes(test, { withFile: false }) };
    expect((await act('recuse', { nomination: all.nominationId, reason: 'Cùng ở khu' }, sheet)).code).toBeUndefined();
  }
  expect(meeting.matters[0]).toMatchObject({ unitId: id, voters: 0 });
  const none = { votesFor: 0, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
  const refused = await act('recordTally', { nomination: all.nominationId, ...none });
  expect([broken(refused), refused.body.errors[0].pointer]).toEqual([['NO_QUORUM'], '/nomination']);
  // Several at once: all that is broken, each at its place, and nothing is recorded.
  const ofOne = { nomination: one.nominationId, ...none, votesFor: members.length };
  const several = await act('recordTallies', {
    tallies: [ofOne, ofOne, { nomination: all.nominationId, ...none }, { ...ofOne, nomination: id }],
  });
  expect(several.body.errors.map(({ pointer, code }: Row) => [pointer, code])).toEqual([
    ['/tallies/1/nomination', 'NOMINATION_TWICE'],
    ['/tallies/2/nomination', 'NO_QUORUM'],
    ['/tallies/3/nomination', 'UNKNOWN'],
  ]);
  expect(broken(await act('recordTallies', { tallies: [] }))).toEqual(['NOTHING_CHANGED']);
  const { version } = meeting;
  expect((await act('recordTallies', { tallies: [ofOne] })).code).toBeUndefined();
  expect(meeting).toMatchObject({ version: version + 1, matters: [{ votesFor: null }, { votesFor: members.length }] });
  // Older versions took it that nobody of nobody was for it.
  await test.admin.query(
    'update matter set votes_for = 0, votes_against = 0, votes_blank = 0, not_returned = 0, recorded_on = $1 where nomination_id = $2',
    [meeting.heldOn, all.nominationId],
  );
  const { outcomes, meeting: over } = await closed(test, meeting, await minutes(test, { withFile: true }));
  expect(over.matters[0]).toMatchObject({ votesFor: null, recordedOn: null, outcome: 'NO_QUORUM' });
  expect(outcomes).toEqual([
    { nominationId: all.nominationId, outcome: 'NO_QUORUM' },
    { nominationId: one.nominationId, outcome: 'RECOMMENDED' },
  ]);
});

it('before its day a meeting is neither attended nor closed', async () => {
  const test = apps.REST!;
  const { ask } = doors[0][1](test);
  const meeting = await convened(test, [{ unit: 'khu-dan-cu-4', rule: onPaper }], '2024-02-01');
  const members = (await ask('councils', 'clerk', { commune, council: [council] })).body.items[0].members as {
    id: string;
  }[];
  expect(
    broken(await ask('recordAttendance', 'clerk', { commune, id: meeting.id }, { version: 1, input: there(members) })),
  ).toEqual(['NOT_HELD']);
  await expect(closed(test, meeting, await minutes(test, { withFile: true }))).rejects.toMatchObject({
    points: [{ code: 'NOT_HELD' }, { code: 'NO_ATTENDANCE' }],
  });
});
