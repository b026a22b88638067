import { MeetingActsService } from '../../src/councils/meeting-acts.service.js';
import type { CouncilMember } from '../../src/councils/council-member.entity.js';
import { NominationMeetingsService } from '../../src/nominations/nomination-meetings.service.js';
import { AwardActsService } from '../../src/commendations/award-acts.service.js';
import { CouncilsService } from '../../src/councils/councils.service.js';
import { DecisionActsService } from '../../src/commendations/decision-acts.service.js';
import { AwardsService } from '../../src/commendations/awards.service.js';
import type { Round } from '../../src/nominations/round.entity.js';
import { RoundActsService } from '../../src/nominations/round-acts.service.js';
import { DocumentActsService } from '../../src/documents/document-acts.service.js';
import { sampleDay } from '../../src/sample/sample.js';
import { UnitActsService } from '../../src/units/unit-acts.service.js';
import { as, type TestApp } from '../app.js';
import { forDistrict, forwarded, nominated, openedRound, paperOf, papersFor, revoked, signedFile } from '../awards.js';
import { commune, convened, council, minutes, onPaper, seated, there } from '../meetings.js';
import type { Write } from './writes.js';

const arranged = new WeakMap<TestApp, Promise<{ round: Round; members: CouncilMember[] }>>();
const arrange = async (test: TestApp) => ({ members: await seated(test), round: await openedRound(test) });

let made = 0;

/** For each write on the road from a nomination to an award, a maker of a valid request; a round and a council serve them all. */
export function awardMakers(test: TestApp): Readonly<Record<string, () => Promise<Write>>> {
  const of = <T>(service: new (...given: never[]) => T): T => test.app.get(service);
  const shared = () => {
    const known = arranged.get(test) ?? arrange(test);
    arranged.set(test, known);
    return known;
  };
  const reasons = { input: { reason: 'Theo quy chế' }, other: { reason: 'Lý do khác' } };
  const unit = async (kind: 'ORGANISATION' | 'INDIVIDUAL' = 'ORGANISATION') => {
    const { code } = await of(UnitActsService).addUnit(await test.operator(), commune, {
      code: `de-nghi-${++made}`,
      kind,
      name: `Đơn vị ${made}`,
      parent: 'khu-dan-cu-2',
      validFrom: '2023-01-01',
    });
    return code;
  };
  const nomination = async (until: Parameters<typeof nominated>[3], type?: 'SUDDEN') =>
    nominated(test, (await shared()).round, await unit(), until, type);
  const on = ({ id, version }: { id: string; version: number }, actor: string) => ({ actor, path: { id }, version });
  const meeting = async () =>
    of(NominationMeetingsService).conveneMeeting(await test.operator(), commune, {
      council,
      heldOn: sampleDay,
      nominations: [(await nomination('APPRAISED')).id],
    });
  /** Secret ballots and written opinions: no form of the commune's own asks for them, so the nomination is a bare row. */
  const secret = async () => {
    await shared();
    return convened(test, [{ unit: await unit(), rule: onPaper }]);
  };
  const attended = async (begun = meeting(), ...marks: string[]) => {
    const { id, version } = await begun;
    return of(MeetingActsService).recordAttendance(
      await test.operator(),
      { commune, id, expectedVersion: version },
      there((await shared()).members, ...marks) as never,
    );
  };
  const counts = (nominationId: string | undefined, votesFor: number) => ({
    nomination: nominationId ?? '',
    votesFor,
    votesAgainst: 5 - votesFor,
    votesBlank: 0,
    notReturned: 0,
  });
  const tallied = async (begun = meeting()) => {
    const { id, version, matters } = await attended(begun);
    return of(MeetingActsService).recordTally(
      await test.operator(),
      { commune, id, expectedVersion: version },
      counts(matters[0]?.nominationId, 4),
    );
  };
  const draft = async () => ({
    title: 'Về việc tặng Giấy khen',
    grants: [{ nomination: (await nomination('APPRAISED', 'SUDDEN')).id }],
  });
  const drafted = async () => of(DecisionActsService).draftDecision(await test.operator(), commune, await draft());
  const signedDecision = async () => {
    const { id, version } = await drafted();
    return of(DecisionActsService).signDecision(
      await test.operator(),
      { commune, id, expectedVersion: version },
      {
        file: await signedFile(test),
      },
    );
  };
  const award = async () => {
    const { id } = await signedDecision();
    const [given] = (await of(AwardsService).awards(await test.operator(), commune, { decision: id })).items;
    return on(given as { id: string; version: number }, 'chairperson');
  };
  /** A signed paper, as the chairperson or the clerk records it; its number leaves room for own ones behind the last. */
  const signed = async () => ({
    ...{ file: await signedFile(test), number: 1000 + 50 * ++made, signer: 'Nguyễn Đình Chiểu' },
  });
  const round = { name: 'Tổng kết năm 2023', period: '2023', forms: ['giay-khen-xa'] };
  const document = async (year = 2023) =>
    (
      await of(DocumentActsService).recordDocument(await test.operator(), commune, {
        type: 'QĐ',
        year,
        issuer: 'UBND tỉnh',
        title: 'Quyết định tặng Bằng khen',
      })
    ).id;
  const elsewhere = async () => ({
    unit: await unit(),
    form: 'bang-khen-tinh',
    formName: 'Bằng khen',
    period: '2022',
    citation: 'Nông thôn mới',
    grantedOn: '2023-02-01',
    issuer: 'Chủ tịch UBND tỉnh',
    document: await document(),
  });

  const byHand = async () => of(AwardActsService).recordAward(await test.operator(), commune, await elsewhere());
  const membership = async () =>
    of(CouncilsService).appointMember(await test.operator(), commune, {
      council: 'khu-dan-cu-4',
      person: await unit('INDIVIDUAL'),
      office: 'MEMBER',
      validFrom: '2024-01-01',
    });
  /** The second member declares not to deliberate. */
  const recused = async ({ id, version }: { id: string; version: number }, nominationId: string) => {
    const sheet = await minutes(test, { withFile: false });
    const headers = { ...as(test, 'clerk'), 'on-behalf-of': 'can-bo-2', 'legal-reference': sheet };
    const { body } = await test
      .http()
      .post(`/v1/communes/${commune}/meetings/${id}/recusals`)
      .set({ ...headers, 'if-match': `"${version}"` })
      .send({ nomination: nominationId, reason: 'Bà con' });
    return { version: body.version as number };
  };

  return {
    openRound: async () => ({ actor: 'administrator', input: round, other: { ...round, name: 'Đợt khác' } }),
    amendRound: async () => ({
      ...on(await openedRound(test), 'administrator'),
      input: { name: 'Tổng kết' },
      other: { name: 'Tổng kết năm' },
    }),
    dropRound: async () => ({ ...on(await openedRound(test), 'administrator'), ...reasons }),
    closeRound: async () => ({ ...on(await openedRound(test), 'administrator'), ...reasons }),
    reopenRound: async () => {
      const { id, version } = await openedRound(test);
      const at = { commune, id, expectedVersion: version };
      return {
        ...on(await of(RoundActsService).closeRound(await test.operator(), at, {}), 'administrator'),
        ...reasons,
      };
    },
    nominate: async () => {
      const input = {
        round: (await shared()).round.id,
        unit: await unit(),
        form: 'giay-khen-xa',
        type: 'MERIT',
        summary: 'Dẫn đầu phong trào',
      };
      return { actor: 'administrator', input, other: { ...input, unit: await unit() } };
    },
    amendNomination: async () => ({
      ...on(await nomination('DRAFT'), 'administrator'),
      input: { summary: 'Dẫn đầu khối' },
      other: { summary: 'Dẫn đầu xã' },
    }),
    dropNomination: async () => ({ ...on(await nomination('DRAFT'), 'administrator'), ...reasons }),
    submitNomination: async () => {
      const { id, version, dossier } = await nomination('DRAFT');
      const papers = await papersFor(test, dossier);
      return { ...on({ id, version }, 'administrator'), input: { papers }, other: { papers, summary: 'Tóm tắt khác' } };
    },
    returnNomination: async () => ({ ...on(await nomination('SUBMITTED'), 'clerk'), ...reasons }),
    appraiseNomination: async () => ({
      ...on(await nomination('SUBMITTED'), 'clerk'),
      input: { appraisal: 'Đủ' },
      other: { appraisal: 'Đạt' },
    }),
    forwardNomination: async () => ({
      ...on(await forDistrict(test, await unit()), 'clerk'),
      input: { document: await paperOf(test, 'TTr') },
      other: { document: await paperOf(test, 'TTr'), to: 'ha-tinh' },
    }),
    receiveNomination: async () => ({
      ...on(await forwarded(test, await unit()), 'district'),
      input: {},
      other: { receivedOn: sampleDay },
    }),
    recordOutcome: async () => {
      const input = {
        outcome: 'GRANTED',
        decidedOn: sampleDay,
        numberText: '35/QĐ-UBND',
        issuer: 'UBND huyện Đức Thọ',
      };
      return {
        ...on(await forwarded(test, await unit()), 'district'),
        input,
        other: { ...input, numberText: '36/QĐ-UBND' },
      };
    },
    withdrawNomination: async () => ({ ...on(await nomination('SUBMITTED'), 'administrator'), ...reasons }),
    appointMember: async () => {
      const input = {
        council: 'khu-dan-cu-4',
        person: await unit('INDIVIDUAL'),
        office: 'MEMBER',
        validFrom: '2024-01-01',
      };
      return { actor: 'administrator', input, other: { ...input, person: await unit('INDIVIDUAL') } };
    },
    removeMembership: async () => ({ ...on(await membership(), 'administrator'), ...reasons }),
    endMembership: async () => ({ ...on(await membership(), 'administrator'), ...reasons }),
    amendMeeting: async () => ({
      ...on(await meeting(), 'clerk'),
      input: { heldOn: '2024-02-05' },
      other: { place: 'Hội trường' },
    }),
    cancelMeeting: async () => ({ ...on(await meeting(), 'clerk'), ...reasons }),
    conveneMeeting: async () => {
      await shared();
      const input = { council, heldOn: '2024-02-05', nominations: [(await nomination('APPRAISED')).id] };
      return { actor: 'clerk', input, other: { ...input, nominations: [(await nomination('APPRAISED')).id] } };
    },
    recordAttendance: async () => {
      const { members } = await shared();
      return { ...on(await meeting(), 'clerk'), input: there(members), other: there(members, 'A') };
    },
    recuse: async () => {
      const { matters, ...which } = await attended();
      const input = { nomination: matters[0]?.nominationId, reason: 'Người thân' };
      return { ...on(which, 'council-2'), input, other: { ...input, reason: 'Bà con' } };
    },
    withdrawRecusal: async () => {
      const { matters, ...which } = await attended();
      const nominationId = matters[0]?.nominationId ?? '';
      const { version } = await recused(which, nominationId);
      const input = { nomination: nominationId };
      return { ...on({ ...which, version }, 'council-2'), input, other: { ...input, reason: 'Khai nhầm' } };
    },
    submitNominations: async () => {
      const { id } = await openedRound(test);
      const { dossier } = await nominated(test, { id } as Round, await unit(), 'DRAFT');
      const input = { form: 'giay-khen-xa', papers: await papersFor(test, dossier) };
      return { actor: 'administrator', path: { round: id }, input, other: { ...input, unit: 'khu-dan-cu-2' } };
    },
    appraiseNominations: async () => {
      const { id } = await openedRound(test);
      await nominated(test, { id } as Round, await unit(), 'SUBMITTED');
      const input = { form: 'giay-khen-xa', appraisal: 'Đủ' };
      return { actor: 'clerk', path: { round: id }, input, other: { ...input, appraisal: 'Đạt' } };
    },
    recordHeldMeeting: async () => {
      const { id } = await openedRound(test);
      await nominated(test, { id } as Round, await unit(), 'APPRAISED');
      const votes = { votesFor: 40, votesAgainst: 1, votesBlank: 0, notReturned: 0 };
      const held = { council: 'khu-dan-cu-2', heldOn: '2024-01-20', summoned: 60, present: 41, counts: votes };
      const input = { form: 'giay-khen-xa', ...held, minutes: await minutes(test, { withFile: true }) };
      return { actor: 'clerk', path: { round: id }, input, other: { ...input, place: 'Nhà văn hóa' } };
    },
    recordOpinion: async () => on(await attended(secret(), 'P', 'A'), 'council-2'),
    recordTally: async () => {
      const { matters, ...which } = await attended();
      return {
        ...on(which, 'clerk'),
        input: counts(matters[0]?.nominationId, 4),
        other: counts(matters[0]?.nominationId, 3),
      };
    },
    recordTallies: async () => {
      const { matters, ...which } = await attended();
      const tallies = (votesFor: number) => ({ tallies: [counts(matters[0]?.nominationId, votesFor)] });
      return { ...on(which, 'clerk'), input: tallies(4), other: tallies(3) };
    },
    confirmTally: async () => {
      const { matters, ...which } = await tallied(secret());
      return { ...on(which, 'verifier'), input: { nomination: matters[0]?.nominationId } };
    },
    closeMeeting: async () => ({
      ...on(await tallied(), 'chairperson'),
      input: { minutes: await minutes(test, { withFile: true }), number: ++made },
      other: { minutes: await minutes(test, { withFile: true }), number: ++made },
    }),
    reopenMeeting: async () => {
      const { id, version, matters } = await tallied();
      const at = { commune, id, expectedVersion: version };
      const paper = { minutes: await minutes(test, { withFile: true }), number: ++made };
      const closed = await of(NominationMeetingsService).closeMeeting(await test.operator(), at, paper);
      return {
        ...on(closed, 'chairperson'),
        input: { reason: 'Ghi nhầm số phiếu', recount: [matters[0]?.nominationId] },
        other: { reason: 'Ghi nhầm biên bản' },
      };
    },
    draftDecision: async () => ({ actor: 'clerk', input: await draft(), other: await draft() }),
    amendDecision: async () => ({
      ...on(await drafted(), 'clerk'),
      input: { title: 'Tiêu đề mới' },
      other: { title: 'Tiêu đề khác' },
    }),
    cancelDecision: async () => ({ ...on(await drafted(), 'chairperson'), ...reasons }),
    signDecision: async () => ({
      ...on(await drafted(), 'chairperson'),
      input: await signed(),
      other: await signed(),
    }),
    correctDecision: async () => {
      const { id, version } = await signedDecision();
      const input = { file: await signedFile(test), reason: 'Ghi nhầm', signer: 'Nguyễn Văn Ký' };
      return { ...on({ id, version }, 'clerk'), input, other: { ...input, signer: 'Người khác' } };
    },
    freeNumber: async () => {
      const { id, version } = await of(DocumentActsService).recordDocument(await test.operator(), commune, {
        ...{ type: 'QĐ', year: 2024, issuer: 'UBND xã', title: 'Quyết định ghi nhầm số', number: ++made },
      });
      return { ...on({ id, version }, 'clerk'), ...reasons };
    },
    correctAward: async () => {
      const input = { document: await document(2024), reason: 'In sai tên', recipientName: 'Chi hội Ướt' };
      return { ...(await award()), actor: 'clerk', input, other: { ...input, recipientName: 'Chi hội khác' } };
    },
    revokeAward: async () => {
      const input = { ground: 'FRAUD', reason: 'Khai man', ...(await signed()) };
      return { ...(await award()), input, other: { ...input, reason: 'Gian dối' } };
    },
    restoreAward: async () => {
      const given = await award();
      const { id, version } = await revoked(test, { id: given.path.id, version: given.version });
      const input = { document: await document(2024), reason: 'Ghi nhầm người' };
      return { ...on({ id, version }, 'clerk'), input, other: { ...input, reason: 'Quyết định đã bị thu hồi' } };
    },
    amendAward: async () => ({
      ...on(await byHand(), 'clerk'),
      input: { citation: 'Nông thôn mới nâng cao', reason: 'Gõ nhầm' },
      other: { numberText: '12/QĐ-UBND', reason: 'Gõ nhầm' },
    }),
    removeAward: async () => ({ ...on(await byHand(), 'clerk'), ...reasons }),
    recordAward: async () => ({ actor: 'clerk', input: await elsewhere(), other: await elsewhere() }),
  };
}
