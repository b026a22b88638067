import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { demandState } from '../api/workflow.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { Refusal, refuse, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { isPerson } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { randomBytesOfCode, verificationCode } from './award-code.rules.js';
import { Award } from './award.entity.js';
import type { RecordAward, RevokeAward } from './award.inputs.js';
import { brokenRecord } from './award.rules.js';
import { awardWorkflow, stateOf } from './award.workflow.js';
import { AwardsQueries } from './awards.queries.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import { issuerOf, usualSymbol } from './decision.rules.js';
import { DecisionsService } from './decisions.service.js';
import { SignaturesService } from './signatures.service.js';

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
    caller: Caller,
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
          grantedOn: caller.on,
        },
        ...giving,
      }),
    );
    await this.add(caller, reach, 'award.issued', rows);
  }

  /** Records an award given elsewhere or before. Refusals: RULE for a unit or document that is not there, or a day that lies ahead or before the unit's first. */
  recordAward(
    caller: Caller,
    commune: string,
    { unit: unitCode, form: formCode, document, ...input }: RecordAward,
  ): Promise<Award> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const unit = await this.units.unitNamed(caller, commune, unitCode, '/unit');
      caller.demandFor('recordAward', commune, unit.path);
      const documentId = await this.documents.documentNamed(caller, commune, document, '/document');
      refuse(brokenRecord(input, unit, caller.on));
      if (isPerson(unit.kind)) await this.unitActs.publish(caller, reach, [unit.id], 'SUPERIOR');
      return firstOrNotFound(
        await this.add(caller, reach, 'award.recorded', [
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
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { ground, reason, file, title: signerTitle, bases = [] }: RevokeAward,
  ): Promise<Award> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.queries.lock(reach, id);
      const before = await this.awards.award(caller, commune, id);
      caller.demandFor('revokeAward', commune, '');
      if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
      demandState(awardWorkflow, 'revokeAward', { state: stateOf(before), version: before.version });
      if (before.decisionId === null) throw wrong('', 'GIVEN_ELSEWHERE', 'Whoever gave it revokes it.');
      if (caller.on < before.grantedOn)
        throw wrong(
          '/headers/legal-date',
          'TOO_EARLY',
          `${caller.on} lies before ${before.grantedOn}, the day it was granted.`,
        );
      const decisionId = await this.decide(caller, commune, before, { fileId: file, signerTitle, bases });
      await this.database.change(
        Award,
        { commune: reach.commune, id, version: before.version },
        { revokedOn: caller.on, revokedGround: ground, revokedReason: reason, revokingDecisionId: decisionId },
      );
      const record = found((await this.queries.awardsById([{ reach, id }]))[0]);
      this.journal.record({
        caller,
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
    caller: Caller,
    commune: string,
    { numberText }: Award,
    paper: { fileId: string; signerTitle?: string; bases: string[] },
  ): Promise<string> {
    const reach = caller.in(commune);
    const { fileId, signerTitle, bases } = paper;
    const decision = {
      issuer: issuerOf(await this.communes.commune(caller, commune)),
      symbol: usualSymbol,
      series: usualSymbol,
      title: `Hủy bỏ khen thưởng tại Quyết định số ${numberText}`,
      place: null,
      bases,
      recipients: [],
    };
    const { columns } = await this.signatures.sign(caller, commune, {
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
      lastOn: caller.on,
      audience: 'SUPERIOR',
    });
    const record = await this.decisions.decision(caller, commune, id);
    this.journal.record({
      caller,
      commune: reach.commune,
      kind: 'decision.signed',
      view: Decision,
      record,
      seen: { before: null, after: record.audience },
    });
    return id;
  }

  private async add(
    caller: Caller,
    reach: Reach,
    kind: `award.${string}`,
    rows: readonly (Partial<Award> & { id: string })[],
  ): Promise<Award[]> {
    if (rows.length > 0) await this.database.manager.insert(Award, [...rows]);
    const records = (await this.queries.awardsById(rows.map(({ id }) => ({ reach, id })))).map(found);
    for (const record of records)
      this.journal.record({
        caller,
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
