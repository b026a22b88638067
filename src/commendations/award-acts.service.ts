import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor, Reach } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { demandState } from '../api/workflow.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal, refuse, wrong } from '../refusals.js';
import { isPerson } from '../units/unit.rules.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitsService } from '../units/units.service.js';
import { Award } from './award.entity.js';
import type { RecordAward, RevokeAward } from './award.inputs.js';
import { brokenRecord } from './award.rules.js';
import { awardWorkflow, stateOf } from './award.workflow.js';
import { AwardsQueries } from './awards.queries.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import { issuerOf, usualSymbol } from './decision.rules.js';
import { DecisionsService } from './decisions.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { SignaturesService } from './signatures.service.js';
import { randomBytesOfCode, verificationCode } from './award-code.rules.js';

/** The decision that gives awards. */
interface Giving {
  id: string;
  issuer: string;
  numberText: string;
  documentId: string;
}

/** Awards as they are given, recorded from elsewhere, and revoked. */
@Injectable()
export class AwardActsService {
  constructor(
    private readonly database: Database,
    private readonly queries: AwardsQueries,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
    private readonly signatures: SignaturesService,
    private readonly communes: CommunesService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly unitActs: UnitActsService,
    private readonly journal: JournalService,
  ) {}

  /** The awards that a signed decision gives. Part of that write. */
  async issue(
    actor: Actor,
    reach: Reach,
    nominations: readonly NominationRow[],
    { id: decisionId, ...giving }: Giving,
  ): Promise<void> {
    const rows = nominations.map(
      ({ id: nominationId, unitId, formCode, formName, ruleSet, type, period, summary: citation, deedOn }) => ({
        ...begun(reach),
        ...{
          nominationId,
          unitId,
          formCode,
          formName,
          ruleSet,
          type,
          period,
          citation,
          deedOn,
          decisionId,
          grantedOn: actor.on,
        },
        ...giving,
      }),
    );
    await this.add(actor, reach, 'award.issued', rows);
  }

  /** Records an award given elsewhere or before. Refusals: RULE for a unit or document that is not there, or a day that lies ahead or before the unit's first. */
  recordAward(
    actor: Actor,
    commune: string,
    { unit: unitCode, form: formCode, document, ...input }: RecordAward,
  ): Promise<Award> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const unit = await this.units.unitNamed(actor, commune, unitCode, '/unit');
      actor.demandFor('recordAward', commune, unit.path);
      const documentId = await this.documents.documentNamed(actor, commune, document, '/document');
      refuse(brokenRecord(input, unit, actor.on));
      if (isPerson(unit.kind)) await this.unitActs.publish(actor, reach, [unit.id], 'SUPERIOR');
      return only(
        await this.add(actor, reach, 'award.recorded', [
          { ...begun(reach), ...input, unitId: unit.id, formCode, documentId },
        ]),
      );
    });
  }

  /**
   * Revokes an award by a decision of its own, with the next number. The award stays: granted on one day, revoked from another.
   * Refusals: STALE; STATE; RULE for the file, for an award given elsewhere, or for a legal date before the award's.
   */
  revokeAward(
    actor: Actor,
    commune: string,
    id: string,
    expectedVersion: number,
    { ground, reason, file, title: signerTitle, bases = [] }: RevokeAward,
  ): Promise<Award> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      await this.queries.lock(reach, id);
      const before = await this.awards.award(actor, commune, id);
      actor.demandFor('revokeAward', commune, '');
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(awardWorkflow, 'revokeAward', stateOf(before));
      if (before.decisionId === null) throw wrong('', 'GIVEN_ELSEWHERE', 'Whoever gave it revokes it.');
      if (actor.on < before.grantedOn)
        throw wrong(
          '/headers/legal-date',
          'TOO_EARLY',
          `${actor.on} lies before ${before.grantedOn}, the day it was granted.`,
        );
      const decisionId = await this.decide(actor, commune, before, { fileId: file, signerTitle, bases });
      await this.database.change(
        Award,
        { commune: reach.commune, id, version: before.version },
        { revokedOn: actor.on, revokedGround: ground, revokedReason: reason, revokingDecisionId: decisionId },
      );
      const record = found((await this.queries.awardsById([{ reach, id }]))[0]);
      this.journal.record({
        actor,
        commune: reach.commune,
        kind: 'award.revoked',
        view: Award,
        record,
        seen: { before: before.audience, after: record.audience },
        reason,
      });
      return record;
    });
  }

  /** The decision that revokes an award: it is signed as it is made. */
  private async decide(
    actor: Actor,
    commune: string,
    { numberText }: Award,
    paper: { fileId: string; signerTitle?: string; bases: string[] },
  ): Promise<string> {
    const reach = actor.in(commune);
    const { fileId, signerTitle, bases } = paper;
    const decision = {
      issuer: issuerOf(await this.communes.commune(actor, commune)),
      symbol: usualSymbol,
      series: usualSymbol,
      title: `Hủy bỏ khen thưởng tại Quyết định số ${numberText}`,
      place: null,
      bases,
      recipients: [],
    };
    const { columns } = await this.signatures.sign(actor, commune, {
      ...decision,
      act: 'revokeAward',
      fileId,
      signerTitle,
    });
    const id = v7();
    await this.database.manager.insert(Decision, {
      ...decision,
      ...columns,
      communeId: reach.commune,
      id,
      version: 1,
      kind: 'REVOCATION',
      state: 'SIGNED',
      lastOn: actor.on,
      audience: 'SUPERIOR',
    });
    const record = await this.decisions.decision(actor, commune, id);
    this.journal.record({
      actor,
      commune: reach.commune,
      kind: 'decision.signed',
      view: Decision,
      record,
      seen: { before: null, after: record.audience },
    });
    return id;
  }

  private async add(
    actor: Actor,
    reach: Reach,
    kind: `award.${string}`,
    rows: readonly (Partial<Award> & { id: string })[],
  ): Promise<Award[]> {
    if (rows.length > 0) await this.database.manager.insert(Award, [...rows]);
    const records = (await this.queries.awardsById(rows.map(({ id }) => ({ reach, id })))).map(found);
    for (const record of records)
      this.journal.record({
        actor,
        commune: reach.commune,
        kind,
        view: Award,
        record,
        seen: { before: null, after: record.audience },
      });
    return records;
  }
}

/** What every new award has. */
const begun = ({ commune: communeId, key }: Reach) => ({
  communeId,
  id: v7(),
  version: 1,
  verificationCode: verificationCode(key, randomBytes(randomBytesOfCode)),
  audience: 'PUBLIC' as const,
});
