import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { demandState } from '../api/workflow.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { NominationActsService } from '../nominations/nomination-acts.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { Refusal, refuse, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitsService } from '../units/units.service.js';
import { AwardActsService } from './award-acts.service.js';
import { Decision, DecisionItem } from './decision.entity.js';
import type { AmendDecision, CancelDecision, DraftDecision, SignDecision } from './decision.inputs.js';
import {
  brokenDecision,
  isDissolved,
  issuerOf,
  usualSymbol,
  type Decidable,
  type DecisionLine,
} from './decision.rules.js';
import { decisionWorkflow, type DecisionAct } from './decision.workflow.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';
import { SignaturesService } from './signatures.service.js';

/** Which decision, the version its change was decided on, and why it is changed. */
interface Step {
  act: DecisionAct;
  commune: string;
  id: string;
  expectedVersion: number;
  reason?: string;
}

/** Decisions as the clerk drafts and the chairperson signs them. */
@Injectable()
export class DecisionActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsService,
    private readonly nominations: NominationActsService,
    private readonly catalogue: CatalogueService,
    private readonly communes: CommunesService,
    private readonly signatures: SignaturesService,
    private readonly awards: AwardActsService,
    private readonly units: UnitsService,
    private readonly unitActs: UnitActsService,
    private readonly journal: JournalService,
  ) {}

  /** Drafts a decision. Refusals: ALREADY_IN_DECISION; RULE with every rule its verdicts break. */
  draftDecision(
    caller: Caller,
    commune: string,
    { grants = [], refusals = [], ...input }: DraftDecision,
  ): Promise<Decision> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('draftDecision', commune, '');
      const id = v7();
      const verdicts = [...granted(grants), ...denied(refusals)];
      refuse(brokenDecision(verdicts, await this.decidable(caller, reach, { id, verdicts })), 'ALREADY_IN_DECISION');
      const { symbol = usualSymbol, series = symbol, title, place = null, bases = [], recipients = [] } = input;
      const issuer = issuerOf(await this.communes.commune(caller, commune));
      await this.database.manager.insert(Decision, {
        communeId: reach.commune,
        id,
        version: 1,
        kind: 'GRANT',
        state: 'DRAFT',
        issuer,
        symbol,
        series,
        title,
        place,
        bases,
        recipients,
        lastOn: caller.on,
        audience: 'INSIDE',
      });
      await this.saveLines(reach, id, verdicts);
      return this.recorded(caller, commune, 'decision.drafted', id, null);
    });
  }

  /** Amends a drafted decision; lists are given whole. Refusals: STALE; STATE; ALREADY_IN_DECISION; RULE with every rule its verdicts break, or NOTHING_CHANGED. */
  amendDecision(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { grants, refusals, ...input }: AmendDecision,
  ): Promise<Decision> {
    return this.changed(
      caller,
      { act: 'amendDecision', commune, id, expectedVersion },
      'decision.amended',
      async (before) => {
        if (Object.keys(input).length === 0 && !grants && !refusals)
          throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
        const reach = caller.in(commune);
        const kept = await this.queries.items(reach, id);
        const verdicts = [
          ...(grants ? granted(grants) : kept.filter(({ outcome }) => outcome === 'GRANTED')),
          ...(refusals ? denied(refusals) : kept.filter(({ outcome }) => outcome === 'REFUSED')),
        ];
        refuse(brokenDecision(verdicts, await this.decidable(caller, reach, { id, verdicts })), 'ALREADY_IN_DECISION');
        await this.release(before);
        await this.saveLines(reach, id, verdicts);
        return { ...input, lastOn: caller.on };
      },
    );
  }

  /** Cancels a drafted decision; its nominations may stand in another one. Refusals: STALE; STATE. */
  cancelDecision(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: CancelDecision,
  ): Promise<Decision> {
    return this.changed(
      caller,
      { act: 'cancelDecision', commune, id, expectedVersion, reason },
      'decision.cancelled',
      async (before) => {
        await this.release(before);
        return { state: decisionWorkflow.cancelDecision.to, lastOn: caller.on };
      },
    );
  }

  /**
   * Records a decision as signed: every nomination in it is granted or refused, the awards are issued, and it gets the next
   * number of its series. What it rests on is anchored: it keeps the head of the journal it comes right behind.
   * Refusals: STALE; STATE; RULE with every rule its verdicts break by now, or for the file.
   */
  signDecision(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { file, title }: SignDecision,
  ): Promise<Decision> {
    const reach = caller.in(commune);
    return this.changed(
      caller,
      { act: 'signDecision', commune, id, expectedVersion },
      'decision.signed',
      async (before) => {
        const verdicts = await this.queries.items(reach, id);
        const nominations = await this.decidable(caller, reach, { id, verdicts });
        refuse(brokenDecision(verdicts, nominations));
        const decided: NominationRow[] = [];
        for (const { nominationId, outcome, reason } of verdicts) {
          const nomination = nominations.find((each) => each.id === nominationId) as NominationRow;
          await this.nominations.recordOutcome(caller, nomination, {
            state: outcome,
            decisionId: id,
            decidedOn: caller.on,
            outcomeReason: reason,
          });
          if (outcome === 'GRANTED') decided.push(nomination);
        }
        await this.unitActs.publish(
          caller,
          reach,
          decided.map(({ unitId }) => unitId),
          'SUPERIOR',
        );
        const signed = await this.signatures.sign(caller, commune, {
          ...before,
          act: 'signDecision',
          fileId: file,
          signerTitle: title,
        });
        await this.awards.issue(caller, reach, decided, { ...signed, id, issuer: before.issuer });
        return {
          ...signed.columns,
          state: decisionWorkflow.signDecision.to,
          lastOn: caller.on,
          audience: 'SUPERIOR' as const,
        };
      },
    );
  }

  /** One step of a decision's life: right, version, state, order of days, change, journal. */
  private changed(
    caller: Caller,
    { act, commune, id, expectedVersion, reason }: Step,
    kind: `decision.${string}`,
    set: (before: Decision) => Promise<Partial<Decision>>,
  ): Promise<Decision> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      // Nothing is dissolved while it is granted something.
      await this.units.hold(caller, commune);
      await this.queries.lock(reach, id);
      const before = await this.decisions.decision(caller, commune, id);
      caller.demandFor(act, commune, '');
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(decisionWorkflow, act, before);
      if (caller.on < before.lastOn)
        throw wrong(
          '/headers/legal-date',
          'TOO_EARLY',
          `${caller.on} lies before ${before.lastOn}, the day of the step before.`,
        );
      const given = await set(before);
      await this.database.change(Decision, { commune: reach.commune, id, version: before.version }, given);
      return this.recorded(caller, commune, kind, id, before, reason);
    });
  }

  private async recorded(
    caller: Caller,
    commune: string,
    kind: `decision.${string}`,
    id: string,
    before: Decision | null,
    reason?: string,
  ): Promise<Decision> {
    const record = await this.decisions.decision(caller, commune, id);
    this.journal.record({
      caller,
      commune: record.communeId,
      kind,
      view: Decision,
      record,
      seen: { before: before?.audience ?? null, after: record.audience },
      reason,
    });
    return record;
  }

  /** The nominations named, held by this write: whether their forms are the chairperson's to give today, whether their units are gone, and which other decision they stand in. */
  private async decidable(
    caller: Caller,
    reach: Reach,
    { id, verdicts }: { id: string; verdicts: readonly DecisionLine[] },
  ): Promise<(NominationRow & Decidable)[]> {
    const nominations = await this.nominations.nominationsForUpdate(
      caller,
      reach,
      verdicts.map(({ nominationId }) => nominationId),
    );
    const forms = await this.catalogue.formsNamed(
      caller,
      nominations.map(({ formCode }) => formCode),
      { on: caller.on },
    );
    return nominations.map((nomination) => ({
      ...nomination,
      competent: forms.get(nomination.formCode)?.authority.here ?? false,
      dissolved: isDissolved(nomination, caller.on),
      otherDecision: nomination.draftId === id ? null : nomination.draftId,
    }));
  }

  private async saveLines(
    { commune: communeId }: Reach,
    decisionId: string,
    verdicts: readonly DecisionLine[],
  ): Promise<void> {
    await this.database.manager.insert(
      DecisionItem,
      verdicts.map(({ nominationId, outcome, reason }, place) => ({
        communeId,
        decisionId,
        nominationId,
        outcome,
        reason,
        ordinal: place + 1,
      })),
    );
  }

  private async release({ communeId, id: decisionId }: Decision): Promise<void> {
    await this.database.manager.delete(DecisionItem, { communeId, decisionId });
  }
}

const granted = (grants: NonNullable<DraftDecision['grants']>) =>
  grants.map(({ nomination, reason }): DecisionLine => ({
    nominationId: nomination,
    outcome: 'GRANTED',
    reason: reason ?? null,
  }));
const denied = (refusals: NonNullable<DraftDecision['refusals']>) =>
  refusals.map(({ nomination, reason }): DecisionLine => ({ nominationId: nomination, outcome: 'REFUSED', reason }));
