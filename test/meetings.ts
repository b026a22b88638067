import { v7 } from 'uuid';
import type { VoteRule } from '../src/catalogue/award-form.view.js';
import { CouncilsService } from '../src/councils/councils.service.js';
import type { CouncilMember } from '../src/councils/council-member.entity.js';
import type { Meeting } from '../src/councils/meeting.entity.js';
import { MeetingConveningService } from '../src/councils/meeting-convening.service.js';
import { DocumentActsService } from '../src/documents/document-acts.service.js';
import { sampleDay } from '../src/sample/sample.js';
import { UnitActsService } from '../src/units/unit-acts.service.js';
import type { TestApp } from './app.js';
import { file, pdf } from './files.js';
import { upload } from './uploads.js';

export const commune = 'duc-lang';
export const council = 'hoi-dong-xet';

/** Two thirds of all members, on paper; two thirds must be there; who is recused leaves the base. */
export const onPaper: VoteRule = {
  ballot: 'PAPER',
  quorumNumerator: 2,
  quorumDenominator: 3,
  passNumerator: 2,
  passDenominator: 3,
  base: 'ALL_MEMBERS',
  absentee: 'WRITTEN_OPINION',
  recusedLeaveBase: true,
  source: 'Quy chế của Hội đồng',
  verified: false,
};
/** 60 % of those present, by show of hands. */
export const byHands: VoteRule = {
  ...onPaper,
  ballot: 'OPEN',
  quorumNumerator: 60,
  quorumDenominator: 100,
  passNumerator: 60,
  passDenominator: 100,
  base: 'PRESENT',
  absentee: 'NOT_COUNTED',
  recusedLeaveBase: false,
};

const person = (code: string, parent: string) => ({
  code,
  kind: 'INDIVIDUAL' as const,
  name: `Nguyễn Văn ${code.at(-1)}`,
  parent,
  validFrom: '2021-07-01',
  invented: true,
});

/** Five members of the council: four act for themselves, the fifth through the clerk; the first lives in the first area. Beside them somebody who may sit for one. */
export function seated(test: TestApp): Promise<CouncilMember[]> {
  const known = seats.get(test) ?? seat(test);
  seats.set(test, known);
  return known;
}
const seats = new WeakMap<TestApp, Promise<CouncilMember[]>>();

async function seat(test: TestApp): Promise<CouncilMember[]> {
  const caller = await test.operator();
  const units = test.app.get(UnitActsService);
  // The sample's council has members of its own.
  await units.addUnit(caller, commune, {
    code: council,
    kind: 'BODY',
    name: 'Hội đồng xét',
    parent: 'hoi-dong-thi-dua',
    validFrom: '2021-07-01',
  });
  for (const number of [1, 2, 3, 4, 5, 6])
    await units.addUnit(
      caller,
      commune,
      person(`can-bo-${number}`, number === 1 ? 'khu-dan-cu-1' : 'van-phong-thong-ke'),
    );
  const members: CouncilMember[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const appointed = {
      council,
      person: `can-bo-${number}`,
      office: number === 1 ? 'CHAIR' : 'MEMBER',
      validFrom: '2023-01-01',
      ...(number < 5 && { actor: `council-${number}` }),
    } as const;
    members.push(await test.app.get(CouncilsService).appointMember(caller, commune, appointed));
  }
  return members;
}

/** A meeting on appraised nominations of these units. */
export async function convened(
  test: TestApp,
  nominees: readonly { unit: string; rule: VoteRule }[],
  heldOn = sampleDay,
  { councilCode = council, on = sampleDay } = {},
): Promise<Meeting> {
  const caller = (await test.operator()).acting({ on });
  const reach = caller.reachIn(commune);
  const round = v7();
  test.exceptFromAudit('round', 'nomination');
  await test.admin.query(
    `insert into round (commune_id, id, name, period, forms, calendar, rule_set, state, opened_on, audience) values ($1, $2, 'Đợt xét', '2023', '{giay-khen-xa}', '{"nominateBy":null,"meetBy":null,"decideBy":null}', 'tdkt-2024', 'OPEN', $3, 'INSIDE')`,
    [reach.communeId, round, sampleDay],
  );
  const matters: { nominationId: string; unitId: string; unitCode: string; rule: VoteRule }[] = [];
  for (const { unit, rule } of nominees) {
    const nominationId = v7();
    const { rows } = await test.admin.query<{ unitId: string }>(
      `insert into nomination (commune_id, id, round_id, unit_id, form_code, form_name, type, rule_set, steps, period, summary, state, audience)
       select $1, $2, $3, id, 'giay-khen-xa', 'Giấy khen', 'MERIT', 'tdkt-2024', '{APPRAISAL,MEETING,DECISION}', '2023', 'Thành tích', 'APPRAISED', 'INSIDE' from unit where commune_id = $1 and code = $4 returning unit_id as "unitId"`,
      [reach.communeId, nominationId, round, unit],
    );
    matters.push({ nominationId, unitId: rows[0]!.unitId, unitCode: unit, rule });
  }
  return test.app
    .get(MeetingConveningService)
    .convene(caller, commune, { councilCode, heldOn, place: 'Hội trường xã', matters });
}

/** Closes it as the chairperson's act does; of the nominations the state alone follows. */
export async function closed(test: TestApp, { id, version }: Pick<Meeting, 'id' | 'version'>, minutes: string) {
  const at = { commune, id, expectedVersion: version };
  const done = await test.app.get(MeetingConveningService).close(await test.operator(), at, { minutes });
  await test.admin.query(
    `update nomination n set state = m.outcome from matter m
     where m.commune_id = n.commune_id and m.nomination_id = n.id and m.meeting_id = $1 and m.outcome <> 'NO_QUORUM'`,
    [id],
  );
  return done;
}

/** Minutes, with their file or without. */
export async function minutes(test: TestApp, { withFile }: { withFile: boolean }): Promise<string> {
  const { id, version } = await test.app.get(DocumentActsService).recordDocument(await test.operator(), commune, {
    type: 'BB',
    year: 2024,
    issuer: 'Hội đồng TĐKT xã',
    title: 'Biên bản họp xét',
  });
  if (withFile)
    await upload(test, 'clerk', [{ name: 'document', body: id }, file('bien-ban.pdf', pdf())], {
      'if-match': `"${version}"`,
    });
  return id;
}

/** Attendance in the order of the members: "P", "A" or the code of who sits for them. */
export const there = (members: readonly { id: string }[], ...marks: readonly string[]) => ({
  members: members.map(({ id }, place) => {
    const mark = marks[place] ?? 'P';
    return {
      member: id,
      ...(mark === 'P'
        ? { presence: 'PRESENT' }
        : mark === 'A'
          ? { presence: 'ABSENT' }
          : { presence: 'REPLACED', replacedBy: mark }),
    };
  }),
});
