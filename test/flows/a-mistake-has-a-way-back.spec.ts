import { useApp, type TestApp } from '../app.js';
import { makers, type Write } from '../contract/writes.js';
import { done, doors, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';

/** Drafts and mistakes that are taken out: what each is found by, what it is journaled as, and how it is made anew. */
const removals: Readonly<Record<string, { read?: string; kind: string; anew?: string }>> = {
  dropPlan: { read: 'plan', kind: 'plan.dropped', anew: 'draftPlan' },
  dropIndicator: { read: 'indicator', kind: 'indicator.dropped', anew: 'addIndicator' },
  removeTarget: { kind: 'target.removed', anew: 'setTarget' },
  dropSubmission: { read: 'submission', kind: 'submission.dropped' },
  dropRound: { read: 'round', kind: 'round.dropped' },
  dropNomination: { read: 'nomination', kind: 'nomination.dropped' },
  removeDocument: { read: 'document', kind: 'document.removed' },
  removeFile: { kind: 'file.removed' },
  removeAcknowledgement: { kind: 'acknowledgement.removed', anew: 'acknowledgePlan' },
  removeMembership: { kind: 'member.removed' },
  removeAward: { read: 'award', kind: 'award.removed' },
};

const send = ({ actor, path, input, version, headers }: Write, act: string, open = rest) =>
  open(test).ask(act, actor, { commune, ...path }, { version, input, headers });
const linesAfter = async (position: number): Promise<Row[]> =>
  (
    await test.admin.query(
      'select kind, op, record_id as id, version, seen_before as before, seen_after as after from change where commune_id = 1 and position > $1 order by position, item',
      [position],
    )
  ).rows;
const head = async () => {
  const { rows } = await test.admin.query('select position from commune_head where commune_id = 1');
  return Number(rows[0].position);
};

describe.each(doors)('%s', (_, open) => {
  it.each(Object.entries(removals))('%s: gone from the lists and the feed', async (act, { read, kind }) => {
    const write = await makers(test)[act]!();
    const before = await head();
    const gone = done(await send(write, act, open));
    const own = (await linesAfter(before)).filter((line) => line.kind === kind && line.id === gone.id);
    expect(own).toEqual([
      { kind, op: 'REMOVED', id: gone.id, version: gone.version, before: expect.any(String), after: null },
    ]);
    expect(gone.version).toBe(write.version! + 1);
    if (read)
      expect(await open(test).ask(read, write.actor, { commune, ...write.path })).toMatchObject({ code: 'NOT_FOUND' });

    expect((await send(write, act, open)).code).toBe('NOT_FOUND');
  });
});

it('keys, codes and places of what was dropped are free again', async () => {
  const plan = await makers(test).draftPlan!();
  const drafted = done(await send(plan, 'draftPlan'));
  done(await send({ actor: 'clerk', path: { plan: drafted.key }, version: drafted.version, input: {} }, 'dropPlan'));
  const again = done(await send(plan, 'draftPlan'));
  expect([again.key, again.id === drafted.id]).toEqual([drafted.key, false]);

  const at = { plan: again.key };
  const { input } = await makers(test).addIndicator!();
  const added = done(await send({ actor: 'clerk', path: at, input }, 'addIndicator'));
  done(await send({ actor: 'clerk', path: { ...at, code: added.code }, version: 1, input: {} }, 'dropIndicator'));
  done(await send({ actor: 'clerk', path: at, input }, 'addIndicator'));

  for (const [making, dropping] of [
    ['draftSubmission', 'dropSubmission'],
    ['nominate', 'dropNomination'],
  ] as const) {
    const write = await makers(test)[making]!();
    const { id, version } = done(await send(write, making));
    expect((await send(write, making)).status).toBe(409);
    done(await send({ actor: write.actor, path: { id }, version, input: {} }, dropping));
    done(await send(write, making));
  }
});

it('nothing is taken out while something rests on it', async () => {
  const answer = async (act: string, path: Record<string, string>, version: number, actor = 'clerk') =>
    send({ actor, path, version, input: { reason: 'Nhầm' } }, act);
  const refused = async (...asked: Parameters<typeof answer>) => (await answer(...asked)).code;
  const byHand = await makers(test).removeAward!();
  const { body: award } = await rest(test).ask('award', 'clerk', { commune, ...byHand.path });
  const document = await answer('removeDocument', { id: award.documentId }, 1);
  expect([document.code, document.body.detail]).toEqual([
    'STILL_REFERRED_TO',
    expect.stringContaining(` (khen thưởng ${award.id})`),
  ]);
  const nominate = await makers(test).nominate!();
  done(await send(nominate, 'nominate'));
  const { round } = nominate.input as { round: string };
  const { body } = await rest(test).ask('round', 'administrator', { commune, id: round });
  const held = await answer('dropRound', { id: round }, body.version, 'administrator');
  expect([held.code, held.body.detail]).toEqual([
    'STILL_REFERRED_TO',
    expect.stringContaining(' (đề nghị khen thưởng)'),
  ]);
  const signed = await decisionDocument(test);
  expect(await refused('removeDocument', { id: signed.id }, signed.version)).toBe('STATE');
  expect(
    (
      await send(
        {
          actor: 'clerk',
          path: { id: signed.id },
          version: signed.version,
          input: { title: 'Khác', reason: 'Gõ nhầm' },
        },
        'amendDocument',
      )
    ).body.errors,
  ).toMatchObject([{ code: 'SIGNED_HERE' }]);
});

it('an award of the commune is neither amended nor taken out', async () => {
  const { path } = await makers(test).revokeAward!();
  const { body } = await rest(test).ask('award', 'clerk', { commune, ...path });
  for (const act of ['amendAward', 'removeAward']) {
    const input = { reason: 'Nhầm', ...(act === 'amendAward' && { citation: 'Khác' }) };
    const { errors } = (await send({ actor: 'clerk', path, version: body.version, input }, act)).body;
    expect([act, errors]).toMatchObject([act, [{ code: 'GIVEN_HERE' }]]);
  }
});

it('a cancelled meeting lets its nomination go before another', async () => {
  const meeting = await makers(test).cancelMeeting!();
  const { body: before } = await rest(test).ask('meeting', 'clerk', { commune, ...meeting.path });
  const nominations = before.matters.map(({ nominationId }: Row) => nominationId);
  const convening = { actor: 'clerk', input: { council: before.councilCode, heldOn: '2024-02-05', nominations } };
  expect(await send(convening, 'conveneMeeting')).toMatchObject({ code: 'ALREADY_BEFORE_MEETING' });
  expect(done(await send(meeting, 'cancelMeeting'))).toMatchObject({ state: 'CANCELLED', matters: [] });
  done(await send(convening, 'conveneMeeting'));
});

it('a meeting is moved, and its agenda changed', async () => {
  const { path, version } = await makers(test).amendMeeting!();
  const other = await makers(test).conveneMeeting!();
  const { nominations } = other.input as { nominations: string[] };
  const { body: before } = await rest(test).ask('meeting', 'clerk', { commune, ...path });
  const [first] = before.matters.map(({ nominationId }: Row) => nominationId) as string[];
  const input = { heldOn: '2024-02-06', place: 'Hội trường', nominations: [...nominations, first!] };
  const moved = done(await send({ actor: 'clerk', path, version, input }, 'amendMeeting'));
  expect(moved).toMatchObject({ heldOn: '2024-02-06', place: 'Hội trường' });
  expect(moved.matters.map(({ nominationId, ordinal }: Row) => [nominationId, ordinal])).toEqual([
    [nominations[0], 1],
    [first, 2],
  ]);
  const alone = done(
    await send({ actor: 'clerk', path, version: moved.version, input: { nominations } }, 'amendMeeting'),
  );
  expect(alone.matters).toHaveLength(1);
  expect(
    await send({ actor: 'clerk', path, version: alone.version, input: { heldOn: '2024-01-01' } }, 'amendMeeting'),
  ).toMatchObject({ code: 'RULE' });
});

it('a declared recusal is taken back', async () => {
  const write = await makers(test).withdrawRecusal!();
  const { body } = await rest(test).ask('meeting', 'clerk', { commune, ...write.path });
  const declared = (meeting: Row) =>
    meeting.matters[0].recusals.filter(({ ground }: Row) => ground === 'DECLARED').length;
  expect(declared(body)).toBe(1);
  const back = done(await send(write, 'withdrawRecusal'));
  expect(declared(back)).toBe(0);
  const again = await send({ ...write, version: back.version }, 'withdrawRecusal');
  expect(again.body.errors).toMatchObject([{ code: 'NOT_DECLARED' }]);
});

it('a clerk who is a member says who is meant', async () => {
  const write = await makers(test).recuse!();
  // The clerk is appointed in the place of the second member.
  test.exceptFromAudit('member');
  await test.admin.query(
    `update council_member set actor_id = (select id from actor where commune_id = 1 and key = 'clerk')
     where commune_id = 1 and person_id = (select id from unit where commune_id = 1 and code = 'can-bo-2')`,
  );
  const { rows } = await test.admin.query(
    `select m.id from council_member m join unit u on u.commune_id = m.commune_id and u.id = m.person_id where u.code = 'can-bo-2'`,
  );
  const as = (more: object) => send({ ...write, actor: 'clerk', input: { ...write.input, ...more } }, 'recuse');
  expect((await as({})).body.errors).toMatchObject([{ pointer: '/member', code: 'WHICH_MEMBER' }]);
  expect((await as({ member: write.path!.id })).body.errors).toMatchObject([{ code: 'OTHER_MEMBER' }]);
  expect((await as({ member: rows[0].id })).status).toBe(200);
});

it('after a revocation the place in the round is free', async () => {
  const write = await makers(test).revokeAward!();
  const { body: award } = await rest(test).ask('award', 'clerk', { commune, ...write.path });
  const { body: nomination } = await rest(test).ask('nomination', 'clerk', { commune, id: award.nominationId });
  const input = {
    round: nomination.roundId,
    unit: nomination.unitCode,
    form: nomination.formCode,
    type: nomination.type,
    deedOn: nomination.deedOn,
    summary: 'Đề nghị lại',
  };
  const again = { actor: 'administrator', input };
  expect(await send(again, 'nominate')).toMatchObject({ code: 'ALREADY_NOMINATED' });
  done(await send(write, 'revokeAward'));
  done(await send(again, 'nominate'));
  const { body: freed } = await rest(test).ask('nomination', 'clerk', { commune, id: award.nominationId });
  expect(freed).toMatchObject({ state: 'GRANTED', revokedOn: '2024-01-31', version: nomination.version + 1 });
});

it('another form has another checklist, which keeps what was handed in', async () => {
  const { path, version } = await makers(test).amendNomination!();
  const document = (await makers(test).amendDocument!()).path!.id!;
  const wrong = { papers: [{ item: 'to-trinh', document }] };
  const amend = (input: object, of: number) =>
    send({ actor: 'administrator', path, version: of, input }, 'amendNomination');
  // A plan is no proposal.
  expect((await amend(wrong, version!)).body.errors).toMatchObject([{ code: 'OTHER_TYPE' }]);
  const proposal = { type: 'TTr', year: 2024, issuer: 'UBND xã', title: 'Tờ trình' };
  const { id } = done(await send({ actor: 'clerk', input: proposal }, 'recordDocument'));
  const filled = done(await amend({ papers: [{ item: 'to-trinh', document: id }] }, version!));
  const sudden = done(await amend({ type: 'SUDDEN', deedOn: '2024-01-20' }, filled.version));
  expect(sudden.dossier.map(({ item, documentId }: Row) => [item, documentId])).toEqual([
    ['to-trinh', id],
    ['tom-tat', null],
  ]);
});

it('a draft for the wrong nominee is given the right one', async () => {
  const { path, version } = await makers(test).amendNomination!();
  const amend = (input: object, of = version!, actor = 'administrator') =>
    send({ actor, path, version: of, input }, 'amendNomination');
  const { body: draft } = await rest(test).ask('nomination', 'clerk', { commune, ...path });
  expect((await amend({ unit: 'khong-co' })).body.errors).toMatchObject([{ pointer: '/unit', code: 'NOT_VALID' }]);
  const place = { roundId: draft.roundId, unitCode: 'khu-dan-cu-3' };
  expect(done(await amend({ unit: 'khu-dan-cu-3' }))).toMatchObject({ ...place, version: version! + 1 });

  const other = { round: draft.roundId, form: draft.formCode, type: draft.type, summary: 'Dẫn đầu' };
  const nominated = (unit: string) => send({ actor: 'clerk', input: { ...other, unit } }, 'nominate');
  expect((await nominated('khu-dan-cu-3')).code).toBe('ALREADY_NOMINATED');
  const free = done(await nominated('khu-dan-cu-2'));
  const taken = await amend({ unit: 'khu-dan-cu-2' }, version! + 1);
  expect([taken.code, taken.body.details?.id ?? taken.body.id]).toEqual(['ALREADY_NOMINATED', free.id]);
  // A reporter nominates for the own unit alone.
  const own = { path: { id: free.id }, version: free.version, actor: 'hamlet-2' };
  expect((await send({ ...own, input: { unit: 'khu-dan-cu-4' } }, 'amendNomination')).code).toBe('FORBIDDEN');

  const back = await makers(test).returnNomination!();
  const returned = done(await send(back, 'returnNomination'));
  const late = { actor: 'administrator', path: back.path, version: returned.version, input: { unit: 'khu-dan-cu-4' } };
  expect((await send(late, 'amendNomination')).body.errors).toMatchObject([{ code: 'NOMINEE_STAYS' }]);
});

it('a round with nominations keeps what they go by', async () => {
  const nominate = await makers(test).nominate!();
  done(await send(nominate, 'nominate'));
  const path = { id: (nominate.input as { round: string }).round };
  const { body } = await rest(test).ask('round', 'administrator', { commune, ...path });
  const amend = (input: object) => send({ actor: 'administrator', path, version: body.version, input }, 'amendRound');
  expect((await amend({ period: '2022' })).body.errors).toMatchObject([{ code: 'HAS_NOMINATIONS' }]);
  expect(done(await amend({ name: 'Tổng kết cuối năm', calendar: { meetBy: '2024-02-10' } }))).toMatchObject({
    name: 'Tổng kết cuối năm',
    calendar: { meetBy: '2024-02-10' },
  });
});

it('a plan that continues another begins with its levels, and without its stale words', async () => {
  const document = { type: 'KH', year: 2024, issuer: 'UBND xã', title: 'Kế hoạch' };
  const input = { key: '2024', kind: 'YEARLY', year: 2024, title: 'Kế hoạch 2024', from: '2023', document };
  const plan = done(await send({ actor: 'clerk', input }, 'draftPlan'));
  expect([...plan.purposes, ...plan.duties].filter((text: string) => /năm 202[0-3]/.test(text))).toEqual([]);
  const { items } = (await rest(test).ask('indicators', 'clerk', { commune, plan: '2024', first: 100 })).body;
  const baseline = (code: string) => items.find((each: Row) => each.code === code).baseline;
  expect([
    baseline('econ.rice.area'),
    baseline('econ.households-clean-water'),
    baseline('sec.defence-security-grade'),
  ]).toEqual(['172', '75.36', null]);
  expect(items.filter(({ rawText }: Row) => /(?<!\/)202[0-3](?!\/)/.test(rawText))).toEqual([]);
});

it('the measure of an issued indicator stays, its words are mended', async () => {
  const { body } = await rest(test).ask('indicator', 'clerk', { commune, plan: '2023', code: 'econ.maize.area' });
  const at = { plan: '2023', code: 'econ.maize.area' };
  const amend = (input: object) =>
    send({ actor: 'clerk', path: at, version: body.version, input: { reason: 'Gõ nhầm', ...input } }, 'amendIndicator');
  const { baseUnit: _, ...measure } = body.measure;
  expect((await amend({ measure: { ...measure, scale: 1 } })).body.errors).toMatchObject([{ code: 'MEASURE_STAYS' }]);
  expect(done(await amend({ rawText: 'Diện tích ngô 120 ha', sortOrder: body.sortOrder }))).toMatchObject({
    rawText: 'Diện tích ngô 120 ha',
  });
});

/** The document of a decision that was signed through the program. */
async function decisionDocument({ admin }: TestApp): Promise<{ id: string; version: number }> {
  const { rows } = await admin.query(
    `select d.id, d.version from decision s join document d on d.commune_id = s.commune_id and d.id = s.document_id
     where s.commune_id = 1 limit 1`,
  );
  return rows[0];
}

describe.each(doors)('%s: a body', (name, open) => {
  const ask = (act: string, at: object, given: object = {}, actor = 'administrator') =>
    open(test).ask(act, actor, { commune, ...at }, given);
  const remove = ({ id, version }: Row) =>
    ask('removeMembership', { id }, { version, input: { reason: 'Ghi nhầm người' } });
  const people = [1, 2].map((number) => `uy-vien-${name.toLowerCase()}-${number}`);
  const body = `to-xet-${name.toLowerCase()}`;
  const appoint = (person: string, office: string, validFrom: string, validTo?: string) =>
    ask('appointMember', {}, { input: { council: body, person, office, validFrom, ...(validTo && { validTo }) } });

  beforeAll(async () => {
    const place = { parent: 'van-phong-thong-ke', validFrom: '2023-01-01' };
    for (const [code, kind] of [...people.map((each) => [each, 'INDIVIDUAL']), [body, 'BODY']])
      done(await ask('addUnit', {}, { input: { code, kind, name: code, ...place } }, 'clerk'));
  });

  it('has one chair at a time, and as many secretaries as it likes', async () => {
    const [one, other] = people as [string, string];
    const chair = done(await appoint(one, 'CHAIR', '2024-01-01', '2024-06-30'));
    for (const [validFrom, validTo] of [['2024-06-30'], ['2023-01-01', '2024-01-01'], ['2023-01-01']] as const)
      expect((await appoint(other, 'CHAIR', validFrom, validTo)).body.errors).toMatchObject([
        { pointer: '/office', code: 'CHAIR_TAKEN' },
      ]);
    const before = done(await appoint(other, 'CHAIR', '2023-01-01', '2023-12-31'));
    const longer = { version: before.version, input: { validTo: '2024-01-01', reason: 'Gia hạn' } };
    expect((await ask('endMembership', { id: before.id }, longer)).body.errors).toMatchObject([
      { code: 'CHAIR_TAKEN' },
    ]);
    done(await remove(before));
    const after = done(await appoint(other, 'CHAIR', '2024-07-01'));
    done(await remove(after));
    done(await remove(chair));
    for (const person of people) done(await appoint(person, 'SECRETARY', '2024-01-01'));
  });

  it('loses a member recorded by mistake, unless a meeting rests on it', async () => {
    const { path } = await makers(test).recordTally!();
    const { attendance } = done(await ask('meeting', path!, {}, 'clerk'));
    const member = attendance[0].memberId as string;
    const refused = await remove({ id: member, version: 1 });
    expect([refused.code, refused.body.details]).toEqual([
      'STILL_REFERRED_TO',
      { type: 'meeting', id: expect.any(String) },
    ]);
  });
});
