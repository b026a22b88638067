import { AwardRevocationsService } from '../src/commendations/award-revocations.service.js';
import type { Award } from '../src/commendations/award.entity.js';
import { AwardsService } from '../src/commendations/awards.service.js';
import { DecisionActsService } from '../src/commendations/decision-acts.service.js';
import type { Decision } from '../src/commendations/decision.entity.js';
import { ForwardingService } from '../src/forwarding/forwarding.service.js';
import { NominationActsService } from '../src/nominations/nomination-acts.service.js';
import type { Nomination } from '../src/nominations/nomination.entity.js';
import { NominationMeetingsService } from '../src/nominations/nomination-meetings.service.js';
import type { Round } from '../src/nominations/round.entity.js';
import { RoundActsService } from '../src/nominations/round-acts.service.js';
import type { CouncilMember } from '../src/councils/council-member.entity.js';
import { MeetingActsService } from '../src/councils/meeting-acts.service.js';
import type { Meeting } from '../src/councils/meeting.entity.js';
import { DocumentActsService } from '../src/documents/document-acts.service.js';
import { sampleDay } from '../src/sample/sample.js';
import { ResultsService } from '../src/submissions/results.service.js';
import { UnitActsService } from '../src/units/unit-acts.service.js';
import type { TestApp } from './app.js';
import { file, pdf } from './files.js';
import { commune, council, minutes, seated, there } from './meetings.js';
import { upload } from './uploads.js';

/** An uploaded file that is no document's yet. */
export async function signedFile(test: TestApp): Promise<string> {
  const { status, body } = await upload(test, 'clerk', [file('quyet-dinh.pdf', pdf())]);
  if (status !== 201) throw new Error(`The signed file is not taken: ${JSON.stringify(body)}`);
  return body.id as string;
}

export async function openedRound(test: TestApp): Promise<Round> {
  return test.app.get(RoundActsService).openRound(await test.operator(), commune, {
    name: 'Tổng kết năm 2023',
    period: '2023',
    forms: ['giay-khen-xa', 'ldtt'],
  });
}

/** A nomination as far along its road as asked. */
export async function nominated(
  test: TestApp,
  round: Round,
  unit: string,
  until: 'DRAFT' | 'SUBMITTED' | 'APPRAISED',
  type: 'MERIT' | 'SUDDEN' = 'MERIT',
  restsOn: Nomination['restsOn'] = [],
): Promise<Nomination> {
  const caller = await test.operator();
  const acts = test.app.get(NominationActsService);
  const bare = await acts.nominate(caller, commune, {
    round: round.id,
    unit,
    form: 'giay-khen-xa',
    type,
    summary: 'Dẫn đầu phong trào',
    restsOn,
    ...(type === 'SUDDEN' && { deedOn: '2024-01-20' }),
  });
  if (until === 'DRAFT') return bare;
  const submitted = await acts.submitNomination(
    caller,
    { commune, id: bare.id, expectedVersion: bare.version },
    { papers: await papersFor(test, bare.dossier) },
  );
  return until === 'SUBMITTED'
    ? submitted
    : acts.appraiseNomination(
        caller,
        { commune, id: bare.id, expectedVersion: submitted.version },
        { appraisal: 'Đủ điều kiện' },
      );
}

/** Documents for a dossier, each of the type that its line asks for. */
export async function papersFor(
  test: TestApp,
  dossier: Nomination['dossier'],
): Promise<{ item: string; document: string }[]> {
  const caller = await test.operator();
  const papers = [];
  for (const { item, documentType: type, name: title } of dossier) {
    const paper = { type, year: 2024, issuer: 'UBND xã', title };
    papers.push({
      item,
      document: (await test.app.get(DocumentActsService).recordDocument(caller, commune, paper)).id,
    });
  }
  return papers;
}

export interface Awarded {
  round: Round;
  members: CouncilMember[];
  meeting: Meeting;
  nomination: Nomination;
  decision: Decision;
  award: Award;
}

/** The whole road once, for the first residential area. */
export async function awarded(test: TestApp): Promise<Awarded> {
  const caller = await test.operator();
  const members = await seated(test);
  const round = await openedRound(test);
  const [result] = (await test.app.get(ResultsService).results(caller, commune, { unit: ['khu-dan-cu-1'], first: 1 }))
    .items;
  const nomination = await nominated(
    test,
    round,
    'khu-dan-cu-1',
    'APPRAISED',
    'MERIT',
    result?.submissionId
      ? [
          { type: 'RESULT', id: result.id },
          { type: 'SUBMISSION', id: result.submissionId },
        ]
      : [],
  );
  const [meetings, acts] = [test.app.get(NominationMeetingsService), test.app.get(MeetingActsService)];
  let meeting = await meetings.conveneMeeting(caller, commune, {
    council,
    heldOn: sampleDay,
    nominations: [nomination.id],
  });
  meeting = await acts.recordAttendance(
    caller,
    { commune, id: meeting.id, expectedVersion: meeting.version },
    there(members) as never,
  );
  meeting = await acts.recordTally(
    caller,
    { commune, id: meeting.id, expectedVersion: meeting.version },
    {
      nomination: nomination.id,
      votesFor: 4,
      votesAgainst: 0,
      votesBlank: 0,
      notReturned: 0,
    },
  );
  meeting = await meetings.closeMeeting(
    caller,
    { commune, id: meeting.id, expectedVersion: meeting.version },
    {
      minutes: await minutes(test, { withFile: true }),
    },
  );
  const decisions = test.app.get(DecisionActsService);
  const draft = await decisions.draftDecision(caller, commune, {
    title: 'Về việc tặng Giấy khen',
    grants: [{ nomination: nomination.id }],
  });
  const decision = await decisions.signDecision(
    caller,
    { commune, id: draft.id, expectedVersion: draft.version },
    {
      file: await signedFile(test),
    },
  );
  const [award] = (await test.app.get(AwardsService).awards(caller, commune, { decision: decision.id })).items;
  if (!award) throw new Error('The decision gave no award.');
  return { round, members, meeting, nomination, decision, award };
}

export const revoked = async (test: TestApp, { id, version }: Pick<Award, 'id' | 'version'>): Promise<Award> =>
  test.app.get(AwardRevocationsService).revokeAward(
    await test.operator(),
    { commune, id, expectedVersion: version },
    {
      ground: 'FRAUD',
      reason: 'Khai man',
      file: await signedFile(test),
    },
  );

let drafts = 0;

/** A draft that commends a collective, or a person, for a sudden deed; every step of its road is of that day. */
export async function draftedFor(
  test: TestApp,
  on: string,
  kind: 'ORGANISATION' | 'INDIVIDUAL' = 'ORGANISATION',
): Promise<{ id: string; version: number; nomination: string; unit: string }> {
  const caller = (await test.operator()).acting({ on });
  const acts = test.app.get(NominationActsService);
  const { code: unit } = await test.app.get(UnitActsService).addUnit(caller, commune, {
    ...{
      code: `chi-hoi-xet-${++drafts}`,
      kind,
      name: kind === 'INDIVIDUAL' ? `Trần Văn ${drafts}` : `Chi hội ${drafts}`,
      validFrom: '2023-01-01',
    },
    parent: 'khu-dan-cu-2',
  });
  const round = await test.app
    .get(RoundActsService)
    .openRound(caller, commune, { name: `Đợt ${drafts}`, period: '2023', forms: ['giay-khen-xa'] });
  const bare = await acts.nominate(caller, commune, {
    ...{ round: round.id, unit, form: 'giay-khen-xa', type: 'SUDDEN', summary: 'Cứu người', deedOn: '2023-12-10' },
  });
  const at = (version: number) => ({ commune, id: bare.id, expectedVersion: version });
  const papers = await papersFor(test, bare.dossier);
  const { version } = await acts.submitNomination(caller, at(bare.version), { papers });
  await acts.appraiseNomination(caller, at(version), { appraisal: 'Đủ' });
  const draft = await test.app
    .get(DecisionActsService)
    .draftDecision(caller, commune, { title: 'Khen đột xuất', grants: [{ nomination: bare.id }] });
  return { ...draft, nomination: bare.id, unit };
}

/** A nomination for a sudden deed that the district commends, appraised: it waits to be forwarded. */
export async function forDistrict(test: TestApp, unit: string): Promise<Nomination> {
  const caller = await test.operator();
  const acts = test.app.get(NominationActsService);
  const round = await test.app
    .get(RoundActsService)
    .openRound(caller, commune, { name: 'Đề nghị cấp trên', period: '2024', forms: ['giay-khen-huyen'] });
  const bare = await acts.nominate(caller, commune, {
    ...{ round: round.id, unit, form: 'giay-khen-huyen', type: 'SUDDEN', summary: 'Cứu người', deedOn: '2024-01-20' },
  });
  const at = (version: number) => ({ commune, id: bare.id, expectedVersion: version });
  const papers = await papersFor(test, bare.dossier);
  const { version } = await acts.submitNomination(caller, at(bare.version), { papers });
  return acts.appraiseNomination(caller, at(version), { appraisal: 'Đủ' });
}

/** A document of a type, recorded without its file. */
export const paperOf = async (test: TestApp, type: string): Promise<string> =>
  (
    await test.app.get(DocumentActsService).recordDocument(await test.operator(), commune, {
      ...{ type, year: 2024, issuer: 'UBND xã Đức Lạng', title: 'Đề nghị khen thưởng' },
    })
  ).id;

/** Such a nomination, forwarded to the district. */
export async function forwarded(test: TestApp, unit: string): Promise<Nomination> {
  const { id, version } = await forDistrict(test, unit);
  return test.app
    .get(ForwardingService)
    .forwardNomination(
      await test.operator(),
      { commune, id, expectedVersion: version },
      { document: await paperOf(test, 'TTr') },
    );
}
