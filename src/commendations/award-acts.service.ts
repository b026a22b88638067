import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { readsAlike } from '../database/text.js';
import { firstDayOf } from '../day.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationActsService } from '../nominations/nomination-acts.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { refuse, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { isPerson } from '../units/unit-kind.rules.js';
import { UnitsService } from '../units/units.service.js';
import { randomBytesOfCode, verificationCode } from './award-code.rules.js';
import { AwardPapersService } from './award-papers.service.js';
import { Award } from './award.entity.js';
import type { AwardAt, CorrectAward, RecordAward, RevokeAward } from './award.inputs.js';
import { brokenPeriod, unproved } from './award.rules.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import type { SignDecision } from './decision.inputs.js';
import { issuerOf, usualSymbol } from './decision.rules.js';
import { DecisionsService } from './decisions.service.js';
import { SignaturesService } from './signatures.service.js';

/** The decision that gives awards. */
interface Giving {
  decisionId: string;
  issuer: string;
  numberText: string;
  documentId: string;
}

/** Awards as they are given, recorded from elsewhere, and revoked. */
@Injectable()
export class AwardActsService {
  constructor(
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
    private readonly signatures: SignaturesService,
    private readonly communes: CommunesService,
    private readonly papers: AwardPapersService,
    private readonly nominations: NominationActsService,
    private readonly documentActs: DocumentActsService,
    private readonly units: UnitsService,
    private readonly unitActs: UnitActsService,
    private readonly records: RecordsService,
  ) {}

  /** The awards that a signed decision gives. Part of that write. */
  async issue(
    caller: Caller,
    { key: commune }: Reach,
    { nominations, giving }: { nominations: readonly NominationRow[]; giving: Giving },
  ): Promise<void> {
    const awards = nominations.map(
      ({ id: nominationId, unitId, formCode, formName, ruleSet, type, period, summary: citation, deedOn }) => ({
        ...{ nominationId, unitId, formCode, formName, ruleSet, type, period, citation, deedOn },
        ...giving,
        grantedOn: caller.on,
      }),
    );
    await this.add(caller, { commune, kind: 'award.issued' }, awards);
  }

  /**
   * Records an award given elsewhere or before: the paper says who got it, in the unit's time or not. Refusals:
   * FORBIDDEN; ALREADY_RECORDED; RULE for a unit that is not there, neither document nor evidence, and what
   * `AwardPapersService.read` finds.
   */
  recordAward(
    caller: Caller,
    commune: string,
    { unit: unitCode, form: formCode, document, reason, ...input }: RecordAward,
  ): Promise<Award> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const unit = await this.units.unitCalled(caller, { commune, unit: unitCode, on: caller.on });
      caller.demandFor('recordAward', commune, unit?.pathToday ?? wholeCommune);
      if (!unit)
        throw wrong('/unit', 'UNKNOWN', {
          en: `There is no unit "${unitCode}".`,
          vi: `Không có đơn vị "${unitCode}".`,
        });
      refuse(unproved({ document, reason }));
      const told = { period: null, numberText: null, documentId: null, ...input, unitId: unit.id, unitCode, formCode };
      const paper = { named: document, award: { ...told, unitKind: unit.kind } };
      const printed = await this.papers.read(caller, reach, paper);
      await this.awards.refuseRecorded(reach, { ...told, ...printed });
      if (isPerson(unit.kind)) await this.unitActs.publish(caller, reach, { ids: [unit.id], audience: 'SUPERIOR' });
      const award = { ...input, unitId: unit.id, formCode, ...printed };
      const [recorded] = await this.add(caller, { commune, kind: 'award.recorded', reason }, [award]);
      return expected(recorded, 'An award that was recorded is not there.');
    });
  }

  /**
   * Corrects a misprint of an award by a document (đính chính): the award reads anew, the journal keeps how it read.
   * Refusals: FORBIDDEN; STALE; STATE; ALREADY_RECORDED; RULE for the document as `AwardPapersService.correcting`, for
   * a period after the grant, for the name of another form, or when nothing is to change.
   */
  correctAward(caller: Caller, at: AtVersion<AwardAt>, { document, reason, ...given }: CorrectAward): Promise<Award> {
    return this.records.act(
      caller,
      { type: this.awards.recordType, act: 'correctAward', at, reason },
      async (before) => {
        const reach = caller.in(at.commune);
        const correctionDocumentId = await this.papers.correcting(caller, reach, { award: before, id: document });
        if (Object.entries(given).every(([name, value]) => readsAlike(before[name as keyof Award], value)))
          throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
        refuse([
          ...brokenPeriod({ ...before, period: given.period ?? null }),
          ...(await this.papers.nameOfOther(caller, { ...before, ...given })),
        ]);
        if (before.decisionId === null && given.period !== undefined)
          await this.awards.refuseRecorded(reach, { ...before, ...given });
        await this.documentActs.publish(caller, reach.communeId, { id: document, audience: 'SUPERIOR' });
        return { ...given, correctedOn: caller.on, correctionDocumentId };
      },
    );
  }

  /**
   * Revokes an award by a decision of its own, with its own number. The award stays: granted on one day, revoked
   * from another. Refusals: FORBIDDEN; STALE; STATE; NUMBER_TAKEN; RULE for the file, for the signer,
   * for an award given elsewhere, or for a legal date before the award's.
   */
  revokeAward(
    caller: Caller,
    at: AtVersion<AwardAt>,
    { ground, reason, subject, place = null, bases = [], recipients = [], ...paper }: RevokeAward,
  ): Promise<Award> {
    return this.records.act(
      caller,
      { type: this.awards.recordType, act: 'revokeAward', at, reason },
      async (before) => {
        if (before.decisionId === null) throw wrong('', 'GIVEN_ELSEWHERE', 'Whoever gave it revokes it.');
        const title = subject ?? `Hủy bỏ khen thưởng tại Quyết định số ${before.numberText}`;
        const head = { title, place, bases, recipients };
        const revoking = await this.signRevocation(caller, at.commune, { head, paper });
        if (before.nominationId !== null)
          await this.nominations.recordRevocation(caller, caller.in(at.commune), before.nominationId);
        return {
          revokedOn: caller.on,
          revokedGround: ground,
          revokedReason: reason,
          revokingDecisionId: revoking.id,
        };
      },
    );
  }

  /** The decision that revokes an award: it is signed as it is made. Part of that write. */
  private signRevocation(
    caller: Caller,
    commune: string,
    { head, paper }: { head: Pick<Decision, 'title' | 'place' | 'bases' | 'recipients'>; paper: SignDecision },
  ): Promise<Decision> {
    return this.records.add(caller, { commune, entity: Decision, kind: 'decision.signed' }, async (reach) => {
      const decision = {
        issuer: issuerOf(await this.communes.commune(caller, commune)),
        symbol: usualSymbol,
        series: usualSymbol,
        ...head,
      };
      const { columns } = await this.signatures.sign(caller, commune, {
        ...decision,
        act: 'revokeAward',
        paper,
      });
      const id = v7();
      await this.database.manager.insert(Decision, {
        ...decision,
        ...columns,
        communeId: reach.communeId,
        id,
        version: 1,
        kind: 'REVOCATION',
        state: 'SIGNED',
        audience: 'SUPERIOR',
      });
      return this.decisions.decision(caller, commune, id);
    });
  }

  private add(
    caller: Caller,
    { commune, kind, reason }: { commune: string; kind: 'award.issued' | 'award.recorded'; reason?: string },
    given: readonly (Partial<Award> & Pick<Award, 'unitId' | 'grantedOn'>)[],
  ): Promise<Award[]> {
    return this.records.addAll(caller, { commune, entity: Award, kind, reason }, async (reach) => {
      const { communeId } = reach;
      const names = await this.awards.namesOn(
        reach,
        given.map(({ unitId, grantedOn }) => ({ unitId, day: firstDayOf(grantedOn) })),
      );
      const rows = given.map((award, place) => ({
        ...award,
        recipientName: award.recipientName ?? names[place],
        communeId,
        id: v7(),
        version: 1,
        verificationCode: verificationCode(commune, randomBytes(randomBytesOfCode)),
        audience: 'PUBLIC' as const,
      }));
      if (rows.length > 0) await this.database.manager.insert(Award, rows);
      return (await this.awards.awardsById(caller, rows)).map((award) =>
        expected(award, 'An award that was added is not there.'),
      );
    });
  }
}
