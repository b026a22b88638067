import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { beforeBound } from '../journal/bound.rules.js';
import { point, type Point } from '../points.js';
import { refuse, Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { LawsService } from './laws.service.js';
import { DossiersService } from './dossiers.service.js';
import type { Nomination } from './nomination.entity.js';
import { filled, missing } from './nomination.rules.js';
import { NominationOutcomesService } from './nomination-outcomes.service.js';
import { drafting, mayBeAppraised, nominationWorkflow, type NominationState } from './nomination.workflow.js';
import { NominationsQueries, type NominationRow } from './nominations.queries.js';
import { ownSubmission } from './nominations.service.js';
import { RoundsService } from './rounds.service.js';
import type { AppraiseNominations, InRound, SubmitNominations } from './several.inputs.js';
import { brokenChoice, mostNominations, ofNominees } from './several.rules.js';
import type { SeveralNominations } from './several-nominations.view.js';

/** Nominations of a form in a round that wait for an act; without a path those of the whole commune. */
export interface Choice extends InRound {
  commune: string;
  form: string;
  states: readonly NominationState[];
  /** Whether one in these states does wait. */
  waits?: (nomination: NominationRow) => boolean;
  /** Place of the unit that the nominees are or stand below. */
  path?: string;
  except?: readonly string[];
}

/** One act on all of a choice: what is set, what stands against it, and what else it writes. */
interface Together {
  act: 'submitNominations' | 'appraiseNominations';
  step: 'submitNomination' | 'appraiseNomination';
  states: readonly NominationState[];
  set: Partial<Nomination>;
  reason?: string;
  broken?: (reach: Reach, rows: readonly NominationRow[]) => Promise<Point[]>;
  write?: (reach: Reach, ids: string[]) => Promise<void>;
}

/** Acts on nominations of a round together: one write, one position of the journal. */
@Injectable()
export class SeveralNominationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
    private readonly outcomes: NominationOutcomesService,
    private readonly dossiers: DossiersService,
    private readonly laws: LawsService,
    private readonly rounds: RoundsService,
    private readonly units: UnitsService,
  ) {}

  /**
   * Submits the drafts of a form. Refusals: NOT_FOUND; FORBIDDEN; ROUND_CLOSED; RULE with every nominee whose dossier
   * lacks a document or who is put forward on what is not there, and of `brokenChoice`.
   */
  async submitNominations(
    caller: Caller,
    { commune, round }: InRound & { commune: string },
    { papers = [], ...chosen }: SubmitNominations,
  ): Promise<SeveralNominations> {
    const law = await this.laws.received(caller);
    return this.together(
      caller,
      { ...chosen, commune, round },
      {
        states: [drafting.to],
        act: 'submitNominations',
        step: 'submitNomination',
        set: { submittedOn: caller.on, submittedBy: caller.id, ...law },
        broken: async (reach, rows) => {
          await this.rounds.demandOpen(reach, round);
          return [
            ...(await this.dossiers.brokenOfEach(caller, reach, { nominations: rows, papers })),
            ...ofNominees(rows, ({ dossier }) => missing(filled(dossier, papers))),
          ];
        },
        write: (reach, ids) => this.dossiers.handIn(reach, ids, papers),
      },
    );
  }

  /**
   * Says that the nominations of a form whose road asks for it now are in order. Refusals: NOT_FOUND; FORBIDDEN;
   * FOUR_EYES, naming each nominee; RULE of `brokenChoice`, and for a law that one of them does not go by or that is
   * chosen without a reason.
   */
  appraiseNominations(
    caller: Caller,
    { commune, round }: InRound & { commune: string },
    { appraisal, ruleSet, reason, ...chosen }: AppraiseNominations,
  ): Promise<SeveralNominations> {
    return this.together(
      caller,
      { ...chosen, commune, round, waits: ({ state, steps }) => mayBeAppraised(state, steps) },
      {
        states: nominationWorkflow.appraiseNomination.from,
        act: 'appraiseNominations',
        step: 'appraiseNomination',
        reason,
        set: {
          ...{ appraisal, appraisedOn: caller.on, appraisedBy: caller.id },
          ...(ruleSet !== undefined && { conditionsRuleSet: ruleSet, conditionsReason: reason ?? null }),
        },
        broken: (_, rows) => this.laws.brokenOfEach(caller, rows, { ruleSet, reason }),
      },
    );
  }

  /**
   * The nominations of a choice that the caller sees, by the codes of their nominees, held by the write it is part of.
   * Units are held before. Refusals: NOT_FOUND; RULE of `brokenChoice`.
   */
  async choose(
    caller: Caller,
    { commune, round, form, states, waits = () => true, path, except = [] }: Choice,
  ): Promise<NominationRow[]> {
    const reach = caller.reachIn(commune);
    const { forms } = await this.rounds.round(caller, commune, round);
    const filter = { rounds: [round], forms: [form], states, on: caller.on, after: null };
    const found = await this.queries.nominations(reach, { ...filter, limit: mostNominations + 1 });
    const nominations = (
      await this.outcomes.nominationsForUpdate(
        caller,
        reach,
        found.map(({ id }) => id),
      )
    ).filter(
      (row) =>
        states.includes(row.state) && waits(row) && (path === undefined || `${row.unitPath}/`.startsWith(`${path}/`)),
    );
    refuse(brokenChoice({ form, states, forms, nominations, except }));
    return nominations.filter(({ id }) => !except.includes(id)).sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1));
  }

  private together(
    caller: Caller,
    { unit, ...chosen }: Omit<Choice, 'states'> & { unit?: string },
    { act, step, states, set, reason, ...of }: Together,
  ): Promise<SeveralNominations> {
    const { commune } = chosen;
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const asked = { commune, unit: unit ?? '', on: caller.on };
      const above = unit === undefined ? undefined : await this.units.unitNamed(caller, asked, '/unit');
      const before = await this.choose(caller, { ...chosen, states, path: above?.pathToday });
      for (const { unitPath } of before) caller.demandFor(act, commune, unitPath);
      refuseOwn(ofNominees(before, (row) => (ownSubmission(caller, step, row) ? [own] : [])));
      refuse([
        ...ofNominees(before, ({ deedOn }) =>
          beforeBound(caller.on, deedOn === null ? null : { day: deedOn, of: 'DEED' }, ''),
        ),
        ...((await of.broken?.(reach, before)) ?? []),
      ]);
      const ids = before.map(({ id }) => id);
      await of.write?.(reach, ids);
      const { to: state, kind } = nominationWorkflow[step];
      await this.outcomes.goOnAll(caller, { kind, reason, set: { ...set, state } }, before);
      return { roundId: chosen.round, formCode: chosen.form, count: ids.length, nominations: ids };
    });
  }
}

const own = point('', 'OWN_SUBMISSION', 'Who submitted a nomination does not appraise it.');

function refuseOwn(points: readonly Point[]): void {
  if (points.length > 0) throw new Refusal('FOUR_EYES', {}, points);
}
