import type { INestApplicationContext } from '@nestjs/common';
import { ConsultationActsService } from '../consultations/consultation-acts.service.js';
import { ObjectionsService } from '../consultations/objections.service.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationAdditionsService } from '../nominations/nomination-additions.service.js';
import { NominationMeetingsService } from '../nominations/nomination-meetings.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { SeveralNominationsService } from '../nominations/several-nominations.service.js';
import { Refusal } from '../refusals.js';
import type { CallerOf, PaperOf } from './caller-of.js';
import type { InBulk, PublicList } from './cultured-2023.data.js';
import { mark } from './mark.js';
import { keepStatistics } from './statistics.js';

/** The round that they are nominated in. */
interface At {
  commune: string;
  round: string;
  as: CallerOf;
  paper: PaperOf;
}

/** Nominates, deliberates on and lists many nominees of a form in few acts; gives their nominations. */
export async function loadInBulk(
  app: INestApplicationContext,
  { commune, round, as, paper }: At,
  { form, units, summary, nominatedOn, appraisedOn, meetings, list }: InBulk,
): Promise<Nomination[]> {
  const administrator = as('administrator', nominatedOn);
  const addition = { commune, entity: Nomination, kind: 'nomination.drafted' } as const;
  const nominations = await app.get(RecordsService).addAll(administrator, addition, async () => {
    const asked = units.map((unit) => ({ unit, form, type: 'MERIT' as const, summary: `${summary} ${mark}` }));
    const additions = app.get(NominationAdditionsService);
    const added = await additions.nominateEach(administrator, { commune, round, by: 'nominate' }, asked);
    return added.map((each) => {
      if (each instanceof Refusal) throw each;
      return each;
    });
  });

  const papers = [];
  for (const { item, name, documentType: type, required } of nominations[0]?.dossier ?? [])
    if (required) papers.push({ item, document: await paper(nominatedOn, { type, title: name }) });
  const several = app.get(SeveralNominationsService);
  await several.submitNominations(administrator, { commune, round }, { form, papers });
  await keepStatistics(app);
  if (appraisedOn)
    await several.appraiseNominations(
      as('clerk', appraisedOn),
      { commune, round },
      { form, appraisal: 'Hồ sơ đủ, đúng quy định' },
    );

  for (const { votesFor, heldOn, ...held } of meetings) {
    const minutes = await paper(heldOn, {
      ...{ type: 'BB', title: `Biên bản họp bình xét: ${held.council}`, withFile: 'bien-ban' },
    });
    const votesAgainst = held.present - votesFor;
    const counts = { votesFor, votesAgainst, votesBlank: 0, votesInvalid: 0, notReturned: 0 };
    await app
      .get(NominationMeetingsService)
      .recordHeldMeeting(as('clerk', heldOn), { commune, round }, { form, heldOn, ...held, counts, minutes });
  }

  if (list) await hang(app, { commune, as, round, form }, { list, nominations });
  return nominations;
}

/** Hangs the list, answers the objection to a nominee, and closes the consultation. */
async function hang(
  app: INestApplicationContext,
  { commune, as, round, form }: Omit<At, 'paper'> & { form: string },
  { list, nominations }: { list: PublicList; nominations: readonly Nomination[] },
): Promise<void> {
  const { objection, closedOn, ...hung } = list;
  const acts = app.get(ConsultationActsService);
  const { id, version } = await acts.openConsultation(as('clerk', hung.firstDay), commune, { round, form, ...hung });
  const objections = app.get(ObjectionsService);
  const { unit, raisedOn, text, answeredOn, answer } = objection;
  const raised = await objections.raiseObjection(as('clerk', raisedOn), commune, {
    ...{ consultation: id, nomination: nominations.find(({ unitCode }) => unitCode === unit)!.id, text },
  });
  await objections.answerObjection(
    as('clerk', answeredOn),
    { commune, id: raised.id, expectedVersion: raised.version },
    { upheld: false, answer },
  );
  await acts.closeConsultation(as('clerk', closedOn), { commune, id, expectedVersion: version }, {});
}
