import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { demandState } from '../api/workflow.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { refuse, Refusal, type Point } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Nomination, NominationGround, NominationPaper, type Ground, type Paper } from './nomination.entity.js';
import type {
  AppraiseNomination,
  Nominate,
  PaperGiven,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from './nomination.inputs.js';
import { brokenGrounds, brokenNomination, brokenPapers, filled, missing, returnedOnce } from './nomination.rules.js';
import { drafted, nominationWorkflow, type NominationAct } from './nomination.workflow.js';
import { NominationsQueries, type NominationRow } from './nominations.queries.js';
import { demandNominationRight, refuseEarlierDate, NominationsService } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';

/** Which nomination, the version its change was decided on, and why it is changed. */
interface Step {
  act: NominationAct;
  commune: string;
  id: string;
  expectedVersion: number;
  reason?: string;
}

type Changed = Partial<Omit<Nomination, 'restsOn' | 'dossier'>> & {
  restsOn?: readonly Ground[];
  dossier?: readonly Paper[];
};

/** Nominations as they are put forward, completed, appraised and taken back. */
@Injectable()
export class NominationActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly rounds: RoundsService,
    private readonly catalogue: CatalogueService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** Puts a unit or person forward. Refusals: STATE unless the round is open; RULE with every reason there is; ALREADY_NOMINATED. */
  nominate(
    caller: Caller,
    commune: string,
    {
      round: roundId,
      unit: unitCode,
      form: formCode,
      type,
      period,
      deedOn,
      summary,
      restsOn = [],
      papers = [],
    }: Nominate,
  ): Promise<Nomination> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const unit = await this.units.unitCalled(caller, commune, unitCode);
      caller.demandFor('nominate', commune, unit?.path ?? '');
      const round = await this.rounds.roundToNominate(caller, reach, roundId);
      const form = (await this.catalogue.formsNamed(caller, [formCode], { ruleSet: round.ruleSet })).get(formCode);
      const formNow = (await this.catalogue.formsNamed(caller, [formCode], { on: caller.on })).get(formCode);
      const dossier = (form?.dossier ?? [])
        .filter((line) => line.type === type)
        .map(({ item, name, documentType, required }): Paper => ({
          item,
          name,
          documentType,
          required,
          documentId: null,
        }));
      const broken = brokenNomination(
        { unit: unitCode, form: formCode, type, deedOn },
        { on: caller.on, round, unit, form, formNow },
      );
      refuse([...broken, ...(await this.unproved(caller, reach, restsOn, papers, dossier))]);
      // Neither is undefined: the form would not be of the round, the unit not valid.
      if (!form || !unit) throw new Refusal('NOT_FOUND');
      const steps = form.roads.find((each) => each.type === type)?.steps ?? [];
      const row = {
        ...{
          communeId: reach.commune,
          id: v7(),
          version: 1,
          roundId,
          unitId: unit.id,
          formCode,
          formName: form.name,
          type,
          ruleSet: round.ruleSet,
          steps,
          summary,
        },
        ...{
          period: period ?? round.period,
          deedOn: deedOn ?? null,
          state: drafted.to,
          timesReturned: 0,
          lastOn: caller.on,
          audience: 'INSIDE' as const,
        },
      } as const;
      // Of two at once the later waits here, and can still be told which one is live.
      await this.database.manager.createQueryBuilder().insert().into(Nomination).values(row).orIgnore().execute();
      const holding = await this.queries.occupant(reach, row);
      if (!holding) throw new Refusal('BUSY');
      if (holding.id !== row.id) throw new Refusal('ALREADY_NOMINATED', { id: holding.id, current: holding.version });
      const papersKept = filled(dossier, papers).map((paper, place) => ({
        ...paper,
        ordinal: place + 1,
        communeId: reach.commune,
        nominationId: row.id,
      }));
      if (papersKept.length > 0) await this.database.manager.insert(NominationPaper, papersKept);
      await this.rest(reach, row.id, restsOn);
      return this.recorded(caller, commune, 'nomination.drafted', row.id, null);
    });
  }

  /** Submits a nomination, mended where it says so. Refusals: STALE; STATE; RULE with every record that is not there and every document the dossier lacks. */
  submitNomination(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { summary, restsOn, papers = [] }: SubmitNomination = {},
  ): Promise<Nomination> {
    return this.changed(
      caller,
      { act: 'submitNomination', commune, id, expectedVersion },
      'nomination.submitted',
      async (before) => {
        const dossier = filled(before.dossier, papers);
        refuse([
          ...(await this.unproved(caller, caller.in(commune), restsOn ?? [], papers, dossier)),
          ...missing(dossier),
        ]);
        return {
          summary: summary ?? before.summary,
          restsOn,
          dossier,
          state: nominationWorkflow.submitNomination.to,
          submittedOn: caller.on,
          submittedBy: caller.id,
        };
      },
    );
  }

  /** Returns a nomination to be completed, once. Refusals: FOUR_EYES; STALE; STATE; RULE for a second time. */
  returnNomination(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: ReturnNomination,
  ): Promise<Nomination> {
    return this.changed(
      caller,
      { act: 'returnNomination', commune, id, expectedVersion, reason },
      'nomination.returned',
      (before) => {
        refuse(returnedOnce(before));
        return {
          state: nominationWorkflow.returnNomination.to,
          returnedReason: reason,
          timesReturned: before.timesReturned + 1,
        };
      },
    );
  }

  /** Says that a nomination is in order. Refusals: FOUR_EYES; STALE; STATE. */
  appraiseNomination(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { appraisal }: AppraiseNomination,
  ): Promise<Nomination> {
    return this.changed(
      caller,
      { act: 'appraiseNomination', commune, id, expectedVersion },
      'nomination.appraised',
      () => ({
        state: nominationWorkflow.appraiseNomination.to,
        appraisal,
        appraisedOn: caller.on,
        appraisedBy: caller.id,
      }),
    );
  }

  /** Takes a nomination back. Refusals: STALE; STATE; ALREADY_BEFORE_MEETING; ALREADY_IN_DECISION. */
  withdrawNomination(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: WithdrawNomination,
  ): Promise<Nomination> {
    return this.changed(
      caller,
      { act: 'withdrawNomination', commune, id, expectedVersion, reason },
      'nomination.withdrawn',
      ({ meetingId, draftId }) => {
        if (meetingId !== null)
          throw new Refusal('ALREADY_BEFORE_MEETING', {}, [
            { pointer: '', code: 'ALREADY_BEFORE_MEETING', detail: `It is before the meeting ${meetingId}.` },
          ]);
        if (draftId !== null)
          throw new Refusal('ALREADY_IN_DECISION', {}, [
            { pointer: '', code: 'ALREADY_IN_DECISION', detail: `It stands in the decision ${draftId}.` },
          ]);
        return { state: nominationWorkflow.withdrawNomination.to };
      },
    );
  }

  /** One step of a nomination's life: right, version, state, order of days, change, journal. */
  private changed(
    caller: Caller,
    { act, commune, id, expectedVersion, reason }: Step,
    kind: `nomination.${string}`,
    set: (before: NominationRow) => Changed | Promise<Changed>,
  ): Promise<Nomination> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lock(reach, [id]);
      const before = await this.nominations.nomination(caller, commune, id);
      demandNominationRight(caller, act, commune, before);
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(nominationWorkflow, act, before.state);
      refuseEarlierDate(caller, before);
      const { restsOn, dossier = [], ...given } = await set(before);
      for (const { item, documentId } of dossier)
        await this.database.manager.update(
          NominationPaper,
          { communeId: reach.commune, nominationId: id, item },
          { documentId },
        );
      if (restsOn) await this.rest(reach, id, restsOn);
      await this.database.change(
        Nomination,
        { commune: reach.commune, id, version: before.version },
        { ...given, lastOn: caller.on },
      );
      return this.recorded(caller, commune, kind, id, before, reason);
    });
  }

  private async recorded(
    caller: Caller,
    commune: string,
    kind: `nomination.${string}`,
    id: string,
    before: Nomination | null,
    reason?: string,
  ): Promise<Nomination> {
    const record = await this.nominations.nomination(caller, commune, id);
    this.journal.record({
      caller,
      commune: record.communeId,
      kind,
      view: Nomination,
      record,
      seen: { before: before?.audience ?? null, after: record.audience },
      reason,
    });
    return record;
  }

  /** What is said to prove it and is not there, or asked for by no line of the checklist. */
  private async unproved(
    caller: Caller,
    reach: Reach,
    restsOn: readonly Ground[],
    papers: readonly PaperGiven[],
    dossier: readonly Paper[],
  ): Promise<Point[]> {
    const documents = papers.flatMap(({ document }): Ground[] =>
      document ? [{ type: 'DOCUMENT', id: document }] : [],
    );
    const known = await this.queries.grounds(reach, [...restsOn, ...documents], caller.on);
    return [...brokenGrounds(restsOn, known), ...brokenPapers(papers, dossier, known)];
  }

  /** Writes what a nomination rests on, whole. */
  private async rest({ commune: communeId }: Reach, nominationId: string, restsOn: readonly Ground[]): Promise<void> {
    const { manager } = this.database;
    await manager.delete(NominationGround, { communeId, nominationId });
    const of = ({ type, id }: Ground, asked: Ground['type']) => (type === asked ? id : null);
    const rows = restsOn.map((ground, place) => ({
      ...{ communeId, nominationId, ordinal: place + 1 },
      ...{
        resultId: of(ground, 'RESULT'),
        submissionId: of(ground, 'SUBMISSION'),
        documentId: of(ground, 'DOCUMENT'),
        fileId: of(ground, 'FILE'),
      },
    }));
    if (rows.length > 0) await manager.insert(NominationGround, rows);
  }
}
