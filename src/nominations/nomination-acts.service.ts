import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { RecordsService } from '../journal/records.service.js';
import { point, type Sentence } from '../points.js';
import { orThrow, refuse, Refusal } from '../refusals.js';
import { DecisionDaysService } from './decision-days.service.js';
import { DossiersService } from './dossiers.service.js';
import { LawsService } from './laws.service.js';
import { NominationAdditionsService } from './nomination-additions.service.js';
import { Nomination } from './nomination.entity.js';
import type {
  AppraiseNomination,
  Nominate,
  NominationAt,
  ReturnNomination,
  SubmitNomination,
  WithdrawNomination,
} from './nomination.inputs.js';
import { filled, missing, returnedOnce } from './nomination.rules.js';
import { drafting, mayBeAppraised, mayBeConsulted, mayBeWithdrawn, nominationWorkflow } from './nomination.workflow.js';
import { NominationsService } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';

/** Nominations as they are put forward, completed, appraised and taken back. */
@Injectable()
export class NominationActsService {
  constructor(
    private readonly nominations: NominationsService,
    private readonly additions: NominationAdditionsService,
    private readonly dossiers: DossiersService,
    private readonly laws: LawsService,
    private readonly decisionDays: DecisionDaysService,
    private readonly rounds: RoundsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Puts a unit or person forward. Refusals: FORBIDDEN; STATE unless the round is open; RULE with every reason there
   * is; ALREADY_NOMINATED.
   */
  nominate(caller: Caller, commune: string, { round, ...input }: Nominate): Promise<Nomination> {
    return this.records.add(caller, { commune, entity: Nomination, kind: 'nomination.drafted' }, async () => {
      const [nomination] = await this.additions.nominateEach(caller, { commune, round, by: 'nominate' }, [input]);
      return orThrow(expected(nomination, 'A nomination was not judged.'));
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
        const reach = caller.reachIn(at.commune);
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
          ...(before.receivedOn === null && (await this.laws.received(caller))),
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

  /**
   * Says that a nomination is in order, and by which law it is judged. Refusals: FORBIDDEN; FOUR_EYES; STALE; STATE,
   * that of its road, too; RULE for a day of receipt that cannot be, and a law that it does not go by or that is chosen
   * without a reason.
   */
  appraiseNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { appraisal, reason, ...law }: AppraiseNomination,
  ): Promise<Nomination> {
    const step = { type: this.nominations.recordType, act: 'appraiseNomination', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      if (!mayBeAppraised(before.state, before.steps)) throw wrongState({ of: 'nomination', ...before });
      const { to: state } = nominationWorkflow.appraiseNomination;
      return {
        state,
        decideBy: await this.decisionDays.decideBy(caller, caller.reachIn(at.commune), { ...before, state }),
        appraisal,
        appraisedOn: caller.on,
        appraisedBy: caller.id,
        ...(await this.laws.chosen(caller, before, { ...law, reason })),
      };
    });
  }

  /**
   * Takes a nomination back. Refusals: FORBIDDEN; STALE; STATE; ALREADY_BEFORE_MEETING; ALREADY_IN_DECISION;
   * ALREADY_RECEIVED.
   */
  withdrawNomination(caller: Caller, at: AtVersion<NominationAt>, { reason }: WithdrawNomination): Promise<Nomination> {
    return this.records.act(
      caller,
      { type: this.nominations.recordType, act: 'withdrawNomination', at, reason },
      ({ state, steps, version, meetingId, draftId, forwardedOn, receivedBy }) => {
        if (!mayBeWithdrawn(state, steps)) throw wrongState({ of: 'nomination', state, version });
        if (state === 'FORWARDED' && receivedBy !== null)
          throw new Refusal('ALREADY_RECEIVED', { superior: receivedBy });
        if (meetingId !== null && forwardedOn === null && !mayBeConsulted(state, steps))
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
}

const conflict = (code: 'ALREADY_BEFORE_MEETING' | 'ALREADY_IN_DECISION', sentence: Sentence): Refusal =>
  new Refusal(code, {}, [point('', code, sentence)]);
