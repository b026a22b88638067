import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { AwardRevocationsService } from '../commendations/award-revocations.service.js';
import { AwardsService } from '../commendations/awards.service.js';
import { DecisionActsService } from '../commendations/decision-acts.service.js';
import { CouncilsService } from '../councils/councils.service.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import type { RecordDocument } from '../documents/document.inputs.js';
import { UploadsService } from '../documents/uploads.service.js';
import { NominationActsService } from '../nominations/nomination-acts.service.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { RoundActsService } from '../nominations/round-acts.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import { PaymentActsService } from '../payments/payment-acts.service.js';
import { ResultsService } from '../submissions/results.service.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitAdditionsService } from '../units/unit-additions.service.js';
import { Unit } from '../units/unit.entity.js';
import type { Round, Signing, Year } from './award-year.js';
import type { CallerOf, PaperOf } from './caller-of.js';
import { loadInBulk } from './in-bulk.js';
import { pageOf } from './evidence.js';
import { mark } from './mark.js';
import { meet } from './meeting.js';
import { loadMoney } from './money.js';
import { keepStatistics } from './statistics.js';
import { loadOutcomes, sendUp } from './upward.js';

const councilSubject = 'Về việc kiện toàn Hội đồng Thi đua - Khen thưởng xã';

type Paper = Pick<RecordDocument, 'type' | 'title' | 'number' | 'symbol'>;

/** Loads the award year of a commune: every act through its service, on its legal date. */
export async function loadAwards(
  app: INestApplicationContext,
  { commune, as }: { commune: string; as: CallerOf },
  { issuer, place, people, households = [], councilNumber, members, rounds, money, revoked }: Year,
): Promise<void> {
  const [nominations, decisions] = [app.get(NominationActsService), app.get(DecisionActsService)];
  const document = (on: string, { title, ...paper }: Paper) =>
    app.get(DocumentActsService).recordDocument(as('clerk', on), commune, {
      ...paper,
      year: Number(on.slice(0, 4)),
      issuedOn: on,
      issuer,
      title: `${title} ${mark}`,
    });
  const file = (on: string, name: string, attached?: { document: string; version: number }) =>
    app
      .get(UploadsService)
      .uploadFile(
        as('clerk', on),
        { commune, expectedVersion: attached?.version },
        { document: attached?.document, file: pageOf(name) },
      );

  const paper: PaperOf = async (on, { withFile, ...given }) => {
    const { id, version } = await document(on, given);
    if (withFile) await file(on, withFile, { document: id, version });
    return id;
  };

  for (const unit of people) await app.get(UnitActsService).addUnit(as('clerk', '2023-01-03'), commune, unit);
  await addHouseholds(as('clerk', '2023-01-03'));
  if (households.length > 0) await keepStatistics(app);
  const appointing = await document('2023-01-12', {
    type: 'QĐ',
    title: councilSubject,
    number: councilNumber,
    symbol: 'QĐ-UBND',
  });
  for (const [council, seats] of Object.entries(members)) {
    for (const [person, office, actor] of seats)
      await app.get(CouncilsService).appointMember(as('administrator', '2023-01-12'), commune, {
        council,
        person,
        office,
        actor,
        validFrom: '2023-01-12',
        documentId: appointing.id,
      });
  }
  for (const round of rounds) await hold(round);
  await loadMoney(app, { commune, as }, money);
  if (revoked) await revoke(revoked);

  /** Adds the households in one write: act by act they would take half a minute. */
  function addHouseholds(caller: Caller): Promise<Unit[]> {
    return app.get(RecordsService).addAll(caller, { commune, entity: Unit, kind: 'unit.added' }, async () => {
      const added = await app.get(UnitAdditionsService).addEach(caller, { commune, by: 'addUnit' }, households);
      return added.map((each) => {
        if (each instanceof Refusal) throw each;
        return each.unit;
      });
    });
  }

  async function hold({
    opened,
    openedOn,
    nominees,
    nominatedOn,
    appraisedOn,
    meetings: sittings,
    decisions: signings,
    inBulk,
    upward = [],
    closed,
  }: Round): Promise<void> {
    const forms = [...new Set([...nominees.map(({ form }) => form), ...(inBulk ? [inBulk.form] : [])])];
    const { id: round, version } = await app
      .get(RoundActsService)
      .openRound(as('administrator', openedOn), commune, { ...opened, forms });
    const put: Nomination[] = [];
    for (const { unit, form, summary, deedOn, restsOn = [] } of nominees) {
      const results =
        restsOn.length === 0
          ? []
          : (
              await app.get(ResultsService).results(as('clerk', nominatedOn), commune, {
                unit: [unit],
                indicator: [...restsOn],
                asOf: nominatedOn,
              })
            ).items;
      const grounds = results.map(({ id }) => ({ type: 'RESULT' as const, id }));
      const draft = await nominations.nominate(as('administrator', nominatedOn), commune, {
        round,
        unit,
        form,
        type: deedOn ? 'SUDDEN' : 'MERIT',
        deedOn,
        summary: `${summary} ${mark}`,
        restsOn: grounds,
      });
      const papers = [];
      for (const { item, name, documentType, required } of draft.dossier)
        if (required)
          papers.push({ item, document: await paper(nominatedOn, { type: documentType, title: `${name}: ${unit}` }) });
      const submitted = await nominations.submitNomination(
        as('administrator', nominatedOn),
        { commune, id: draft.id, expectedVersion: draft.version },
        { papers },
      );
      put.push(
        await nominations.appraiseNomination(
          as('clerk', appraisedOn),
          { commune, id: draft.id, expectedVersion: submitted.version },
          {
            appraisal: 'Hồ sơ đủ, đúng quy định',
          },
        ),
      );
    }
    if (inBulk) put.push(...(await loadInBulk(app, { commune, round, as, paper }, inBulk)));
    const of = (asked: readonly string[]) => put.filter(({ formCode }) => asked.includes(formCode));
    for (const sitting of sittings) await meet(app, { commune, as, paper }, { sitting, matters: of(sitting.forms) });
    for (const signing of signings) await sign(signing, of(signing.forms));
    const sent = await sendUp(app, { commune, as, paper }, { upward, nominations: put });
    if (closed) {
      const at = { commune, id: round, expectedVersion: version };
      await app.get(RoundActsService).closeRound(as('administrator', closed.on), at, { reason: closed.reason });
    }
    await loadOutcomes(app, { commune, as }, sent);
  }

  async function sign({ signedOn, title, bases, refused = {} }: Signing, all: readonly Nomination[]): Promise<void> {
    const draft = await decisions.draftDecision(as('clerk', signedOn), commune, {
      title: `${title} ${mark}`,
      place,
      bases: [...bases],
      recipients: ['Như Điều 3', 'Lưu: VT'],
      grants: all.filter(({ unitCode }) => !refused[unitCode]).map(({ id }) => ({ nomination: id })),
      refusals: all.flatMap(({ id, unitCode }) =>
        refused[unitCode] ? [{ nomination: id, reason: refused[unitCode] }] : [],
      ),
    });
    await decisions.signDecision(
      as('chairperson', signedOn),
      { commune, id: draft.id, expectedVersion: draft.version },
      {
        file: (await file(signedOn, 'quyet-dinh')).id,
      },
    );
  }

  async function revoke({ unit, on, recovered, ...why }: NonNullable<Year['revoked']>): Promise<void> {
    const [award] = (await app.get(AwardsService).awards(as('clerk', on), commune, { unit: [unit] })).items;
    const taken = await app.get(AwardRevocationsService).revokeAward(
      as('chairperson', on),
      { commune, id: award!.id, expectedVersion: award!.version },
      {
        ...why,
        file: (await file(on, 'quyet-dinh-thu-hoi')).id,
      },
    );
    const { id, version: expectedVersion, toRecover: amount } = taken;
    await app
      .get(PaymentActsService)
      .recoverAward(
        as('accountant', recovered.on),
        { commune, id, expectedVersion },
        { amount: amount ?? undefined, voucher: recovered.voucher, objectReturned: true },
      );
  }
}
