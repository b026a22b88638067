import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { point, type Sentence } from '../points.js';
import { refuse, Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { checklist, DossiersService } from './dossiers.service.js';
import { alreadyNominated } from './already-nominated.js';
import { Nomination } from './nomination.entity.js';
import type {
  AppraiseNomination,
  Nominate,
  NominationAt,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from './nomination.inputs.js';
import { brokenNomination, filled, missing, returnedOnce } from './nomination.rules.js';
import { drafting, mayBeAppraised, mayBeConsulted, mayBeWithdrawn, nominationWorkflow } from './nomination.workflow.js';
import { NominationsQueries } from './nominations.queries.js';
import { NominationsService } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';

/** Nominations as they are put forward, completed, appraised and taken back. */
@Injectable()
export class NominationActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly dossiers: DossiersService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Puts a unit or person forward. Refusals: FORBIDDEN; STATE unless the round is open; RULE with every reason there
   * is; ALREADY_NOMINATED.
   */
  nominate(
    caller: Caller,
    commune: string,
    { round: roundId, unit: unitCode, form: formCode, restsOn = [], papers = [], ...input }: Nominate,
  ): Promise<Nomination> {
    return this.records.add(caller, { commune, entity: Nomination, kind: 'nomination.drafted' }, async (reach) => {
      const unit = await this.units.unitCalled(caller, { commune, unit: unitCode, on: caller.on });
      caller.demandFor('nominate', commune, unit?.pathToday ?? wholeCommune);
      const round = await this.rounds.roundToNominate(reach, roundId);
      const forms = await this.dossiers.formsOf(caller, formCode, round);
      const { form } = forms;
      const { type, period = round.period } = input;
      const dossier = checklist(form, type);
      const broken = brokenNomination(
        { unit: unitCode, form: formCode, ...input },
        { on: caller.on, round, unit, ...forms },
      );
      refuse([...broken, ...(await this.dossiers.broken(caller, reach, { restsOn, papers, dossier }))]);
      const { id: unitId } = expected(unit, `The unit ${unitCode} is not there, and yet valid.`);
      const { name, roads } = expected(form, `The form ${formCode} is not there, and yet of the round.`);
      const { id } = await this.insert(reach, {
        ...input,
        ...{ roundId, unitId, formCode, formName: name, ruleSet: round.ruleSet },
        steps: roads.find((each) => each.type === type)?.steps ?? [],
        period,
      });
      await this.dossiers.insertPapers(reach, id, filled(dossier, papers));
      await this.dossiers.replaceGrounds(reach, id, restsOn);
      return this.nominations.nomination(caller, commune, id);
    });
  }

  /**
   * Submits a nomination, mended where it says so. Refusals: FORBIDDEN; STALE; STATE; ROUND_CLOSED for a draft; RULE
   * with every record that is not there and every document the dossier lacks.
   */
  submitNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { summary, restsOn, papers = [] }: SubmitNomination = {},
  ): Promise<Nomination> {
    return this.records.act(
      caller,
      { type: this.nominations.recordType, act: 'submitNomination', at },
      async (before) => {
        const reach = caller.in(at.commune);
        if (before.state === drafting.to) await this.rounds.demandOpen(reach, before.roundId);
        const dossier = filled(before.dossier, papers);
        refuse([
          ...(await this.dossiers.broken(caller, reach, { restsOn: restsOn ?? before.restsOn, papers, dossier })),
          ...missing(dossier),
        ]);
        await this.dossiers.updatePapers(reach, at.id, dossier);
        if (restsOn) await this.dossiers.replaceGrounds(reach, at.id, restsOn);
        return {
          summary: summary ?? before.summary,
          state: nominationWorkflow.submitNomination.to,
          submittedOn: caller.on,
          submittedBy: caller.id,
        };
      },
    );
  }

  /**
   * Returns a nomination to be completed, once. Refusals: FORBIDDEN; FOUR_EYES; STALE; STATE; RULE for a second time.
   */
  returnNomination(caller: Caller, at: AtVersion<NominationAt>, { reason }: ReturnNomination): Promise<Nomination> {
    return this.records.act(
      caller,
      { type: this.nominations.recordType, act: 'returnNomination', at, reason },
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

  /** Says that a nomination is in order. Refusals: FORBIDDEN; FOUR_EYES; STALE; STATE, that of its road, too. */
  appraiseNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { appraisal }: AppraiseNomination,
  ): Promise<Nomination> {
    return this.records.act(caller, { type: this.nominations.recordType, act: 'appraiseNomination', at }, (before) => {
      if (!mayBeAppraised(before.state, before.steps)) throw wrongState({ of: 'nomination', ...before });
      return {
        state: nominationWorkflow.appraiseNomination.to,
        appraisal,
        appraisedOn: caller.on,
        appraisedBy: caller.id,
      };
    });
  }

  /** Takes a nomination back. Refusals: FORBIDDEN; STALE; STATE; ALREADY_BEFORE_MEETING; ALREADY_IN_DECISION. */
  withdrawNomination(caller: Caller, at: AtVersion<NominationAt>, { reason }: WithdrawNomination): Promise<Nomination> {
    return this.records.act(
      caller,
      { type: this.nominations.recordType, act: 'withdrawNomination', at, reason },
      ({ state, steps, version, meetingId, draftId }) => {
        if (!mayBeWithdrawn(state, steps)) throw wrongState({ of: 'nomination', state, version });
        if (meetingId !== null && !mayBeConsulted(state, steps))
          throw conflict('ALREADY_BEFORE_MEETING', {
            en: `It is before the meeting ${meetingId}.`,
            vi: `Đề nghị đã được đưa ra cuộc họp ${meetingId}.`,
          });
        if (draftId !== null)
          throw conflict('ALREADY_IN_DECISION', {
            en: `It stands in the decision ${draftId}.`,
            vi: `Đề nghị đã nằm trong quyết định ${draftId}.`,
          });
        return { state: nominationWorkflow.withdrawNomination.to };
      },
    );
  }

  /** Inserts a nomination, if its slot in the round is free. Refusals: ALREADY_NOMINATED; BUSY. */
  private async insert(
    reach: Reach,
    given: Pick<
      Nomination,
      'roundId' | 'unitId' | 'formCode' | 'formName' | 'type' | 'ruleSet' | 'steps' | 'summary' | 'period'
    >,
  ): Promise<{ id: string }> {
    const row = {
      ...given,
      communeId: reach.communeId,
      id: v7(),
      version: 1,
      state: drafting.to,
      timesReturned: 0,
      audience: 'INSIDE' as const,
    };
    // The later of two at once waits here, and can still be told which one is live.
    await this.database.manager.createQueryBuilder().insert().into(Nomination).values(row).orIgnore().execute();
    const occupant = await this.queries.occupant(reach, row);
    if (!occupant) throw new Refusal('BUSY');
    if (occupant.id !== row.id) throw alreadyNominated(occupant);
    return row;
  }
}

const conflict = (code: 'ALREADY_BEFORE_MEETING' | 'ALREADY_IN_DECISION', sentence: Sentence): Refusal =>
  new Refusal(code, {}, [point('', code, sentence)]);
