import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { beforeBound } from '../journal/bound.rules.js';
import { RecordsService } from '../journal/records.service.js';
import { FundsService } from '../money/funds.service.js';
import { refuse, wrong } from '../refusals.js';
import { AwardActsService } from './award-acts.service.js';
import { Decision } from './decision.entity.js';
import type { AmendDecision, CancelDecision, DecisionAt, DraftDecision, SignDecision } from './decision.inputs.js';
import {
  brokenDecision,
  brokenHead,
  grantLines,
  issuerOf,
  refusalLines,
  seriesOf,
  usualSymbol,
} from './decision.rules.js';
import { DecisionLinesService } from './decision-lines.service.js';
import { decisionWorkflow } from './decision.workflow.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';
import { QuotasService } from './quotas.service.js';
import { SignaturesService } from './signatures.service.js';
import { newCode } from './new-code.js';

/** Decisions as the clerk drafts and the chairperson signs them. */
@Injectable()
export class DecisionActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsService,
    private readonly communes: CommunesService,
    private readonly lines: DecisionLinesService,
    private readonly quotas: QuotasService,
    private readonly signatures: SignaturesService,
    private readonly awards: AwardActsService,
    private readonly funds: FundsService,
    private readonly records: RecordsService,
  ) {}

  /** Drafts a decision. Refusals: FORBIDDEN; ALREADY_IN_DECISION; RULE with every rule its lines break. */
  draftDecision(
    caller: Caller,
    commune: string,
    { grants = [], refusals = [], ...input }: DraftDecision,
  ): Promise<Decision> {
    return this.records.add(caller, { commune, entity: Decision, kind: 'decision.drafted' }, async (reach) => {
      caller.demandFor('draftDecision', commune, wholeCommune);
      const id = v7();
      const lines = [...grantLines(grants), ...refusalLines(refusals)];
      const broken = brokenDecision(lines, await this.lines.decidable(caller, reach, { id, lines }));
      refuse([...brokenHead(input), ...broken], 'ALREADY_IN_DECISION');
      const { symbol = usualSymbol, series = symbol, bases = [], recipients = [] } = input;
      await this.database.manager.insert(Decision, {
        ...input,
        communeId: reach.communeId,
        id,
        version: 1,
        kind: 'GRANT',
        state: 'DRAFT',
        verificationCode: newCode(commune),
        issuer: issuerOf(await this.communes.commune(caller, commune)),
        symbol,
        series,
        bases,
        recipients,
        audience: 'INSIDE',
      });
      await this.lines.insert(reach, { decisionId: id, lines });
      return this.decisions.decision(caller, commune, id);
    });
  }

  /**
   * Amends a drafted decision; lists are given whole, and judged only when given. Refusals: FORBIDDEN; STALE; STATE;
   * ALREADY_IN_DECISION; RULE with every rule its lines break, or NOTHING_CHANGED.
   */
  amendDecision(
    caller: Caller,
    at: AtVersion<DecisionAt>,
    { grants, refusals, ...input }: AmendDecision,
  ): Promise<Decision> {
    return this.records.act(caller, { type: this.decisions.recordType, act: 'amendDecision', at }, async (draft) => {
      if (Object.keys(input).length === 0 && !grants && !refusals)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse(brokenHead(input));
      const amended = { ...input, ...seriesOf(draft, input) };
      if (!grants && !refusals) return amended;
      const reach = caller.reachIn(at.commune);
      const before = await this.queries.items(reach, at.id);
      const lines = [
        ...(grants ? grantLines(grants) : before.filter(({ outcome }) => outcome === 'GRANTED')),
        ...(refusals ? refusalLines(refusals) : before.filter(({ outcome }) => outcome === 'REFUSED')),
      ];
      refuse(
        brokenDecision(lines, await this.lines.decidable(caller, reach, { id: at.id, lines })),
        'ALREADY_IN_DECISION',
      );
      await this.lines.delete(reach, at.id);
      await this.lines.insert(reach, { decisionId: at.id, lines });
      return amended;
    });
  }

  /** Cancels a drafted decision; its nominations may stand in another one. Refusals: FORBIDDEN; STALE; STATE. */
  cancelDecision(caller: Caller, at: AtVersion<DecisionAt>, { reason }: CancelDecision): Promise<Decision> {
    return this.records.act(
      caller,
      { type: this.decisions.recordType, act: 'cancelDecision', at, reason },
      async () => {
        await this.lines.delete(caller.reachIn(at.commune), at.id);
        return { state: decisionWorkflow.cancelDecision.to };
      },
    );
  }

  /**
   * Records a decision as signed: every nomination in it is granted or refused, the awards are issued, and it has the
   * number and the day of its paper, or the next number of its series. The decision keeps the head of the journal that
   * it follows: its grounds are anchored there. Refusals: FORBIDDEN; STALE; STATE; NUMBER_TAKEN; RULE with every rule
   * its lines break by now, for a grant beyond a quota, for a day before a deed or a meeting of theirs, for the file,
   * or for the signer; ASKED_BACK beyond the fund of the year.
   */
  signDecision(caller: Caller, at: AtVersion<DecisionAt>, { confirm, ...paper }: SignDecision): Promise<Decision> {
    return this.records.act(caller, { type: this.decisions.recordType, act: 'signDecision', at }, async (before) => {
      const reach = caller.reachIn(at.commune);
      const lines = await this.queries.items(reach, at.id);
      const nominations = await this.lines.decidable(caller, reach, { id: at.id, lines });
      const ids = lines.map(({ nominationId }) => nominationId);
      const early = beforeBound(caller.on, await this.queries.groundOf(reach, ids));
      const beyond = await this.quotas.beyond(caller, reach, { lines, nominations });
      refuse([...early, ...brokenDecision(lines, nominations), ...beyond]);
      const granted = await this.lines.decide(caller, reach, {
        decisionId: at.id,
        decidedOn: caller.on,
        lines,
        nominations,
      });
      const signed = await this.signatures.sign(caller, at.commune, {
        ...before,
        act: 'signDecision',
        paper,
      });
      const { numberText, documentId } = signed;
      const giving = { decisionId: at.id, issuer: before.issuer, numberText, documentId, grantedOn: caller.on };
      await this.awards.issue(caller, reach, { nominations: granted, giving });
      if (granted.length > 0) await this.funds.demandMeant(reach, { year: Number(caller.on.slice(0, 4)), confirm });
      return {
        ...signed.columns,
        state: decisionWorkflow.signDecision.to,
        audience: 'SUPERIOR' as const,
      };
    });
  }
}
