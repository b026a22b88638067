import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { readsAlike } from '../database/text.js';
import { firstDayOf } from '../day.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { RecordsService } from '../journal/records.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { isPerson } from '../units/unit-kind.rules.js';
import { noUnit } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { AwardAmountsService } from './award-amounts.service.js';
import { AwardPapersService } from './award-papers.service.js';
import { Award } from './award.entity.js';
import type { AwardAt, CorrectAward, RecordAward } from './award.inputs.js';
import { brokenPeriod, unproved } from './award.rules.js';
import { AwardsService } from './awards.service.js';
import { newCode } from './new-code.js';

/** Members of an award that are those of the decision that gives it. */
export interface Giving {
  decisionId: string;
  issuer: string;
  numberText: string;
  documentId: string;
  grantedOn: string;
}

/** A grant from above, as it was told. */
export interface GivenAbove {
  nomination: NominationRow;
  issuer: string;
  numberText: string | null;
  decidedOn: string;
  document?: string;
}

/** Awards as they are given, recorded from elsewhere, and corrected. */
@Injectable()
export class AwardActsService {
  constructor(
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly amounts: AwardAmountsService,
    private readonly papers: AwardPapersService,
    private readonly documentActs: DocumentActsService,
    private readonly units: UnitsService,
    private readonly unitActs: UnitActsService,
    private readonly records: RecordsService,
  ) {}

  /** The awards that a signed decision gives. Part of that write. */
  async issue(
    caller: Caller,
    reach: Reach,
    { nominations, giving }: { nominations: readonly NominationRow[]; giving: Giving },
  ): Promise<void> {
    const given = nominations.map((nomination) => ({ ...nomination, awardId: v7() }));
    const money = await this.amounts.ofNew(caller, reach, { on: giving.grantedOn, nominations: given });
    const awards = given.map(
      (
        { awardId: id, id: nominationId, unitId, formCode, formName, ruleSet, type, period, summary: citation, deedOn },
        place,
      ) => ({
        ...{ id, nominationId, unitId, formCode, formName, ruleSet, type, period, citation, deedOn },
        ...giving,
        ...money[place],
      }),
    );
    await this.add(caller, { commune: reach.key, kind: 'award.issued' }, awards);
    await this.amounts.settle(caller, reach, { unitIds: given.map(({ unitId }) => unitId) });
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
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const unit = await this.units.unitCalled(caller, { commune, unit: unitCode, on: caller.on });
      caller.demandFor('recordAward', commune, unit?.pathToday ?? wholeCommune);
      if (!unit) throw new Refusal('RULE', {}, [noUnit('/unit', unitCode)]);
      refuse(unproved({ document, reason }));
      const told = { period: null, numberText: null, documentId: null, ...input, unitId: unit.id, unitCode, formCode };
      const paper = { named: document, award: { ...told, unitKind: unit.kind } };
      const printed = await this.papers.read(caller, reach, paper);
      await this.awards.refuseRecorded(reach, { ...told, ...printed });
      if (isPerson(unit.kind)) await this.unitActs.publish(caller, reach, { ids: [unit.id], audience: 'SUPERIOR' });
      const award = { ...input, unitId: unit.id, formCode, amountReason: 'GIVEN_ELSEWHERE' as const, ...printed };
      const [recorded] = await this.add(caller, { commune, kind: 'award.recorded', reason }, [award]);
      return expected(recorded, 'An award that was recorded is not there.');
    });
  }

  /**
   * Records the award that an outcome from above gives for a nomination. Part of that write. Refusals:
   * ALREADY_RECORDED; RULE for what `AwardPapersService.read` finds.
   */
  async recordGranted(
    caller: Caller,
    reach: Reach,
    { nomination, document, decidedOn: grantedOn, ...told }: GivenAbove,
  ): Promise<void> {
    const { id: nominationId, unitId, formCode, formName, ruleSet, type, period, deedOn } = nomination;
    const award = { ...told, unitId, formCode, formName, period, grantedOn };
    const paper = { ...award, documentId: null, unitCode: nomination.unitCode, unitKind: nomination.unitKind };
    const printed = await this.papers.read(caller, reach, { named: document, award: paper });
    await this.awards.refuseRecorded(reach, { ...award, ...printed });
    const given = { nominationId, ruleSet, type, deedOn, citation: nomination.summary };
    const row = { ...award, ...given, amountReason: 'GIVEN_ELSEWHERE' as const, ...printed };
    await this.add(caller, { commune: reach.key, kind: 'award.recorded' }, [row]);
  }

  /**
   * Corrects a misprint of an award by a document (đính chính): the award reads anew, the journal keeps how it read.
   * Refusals: FORBIDDEN; STALE; STATE; ALREADY_RECORDED; RULE for the document as `AwardPapersService.correcting`, for
   * a period after the grant, for the name of another form, or when nothing is to change.
   */
  correctAward(caller: Caller, at: AtVersion<AwardAt>, { document, reason, ...given }: CorrectAward): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'correctAward', at, reason } as const;
    return this.amounts.settling(caller, at.commune, () =>
      this.records.act(caller, step, async (before) => {
        const reach = caller.reachIn(at.commune);
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
      }),
    );
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
        id: award.id ?? v7(),
        version: 1,
        verificationCode: newCode(commune),
        audience: 'PUBLIC' as const,
      }));
      await this.database.insert(Award, rows);
      return (await this.awards.awardsById(caller, rows)).map((award) =>
        expected(award, 'An award that was added is not there.'),
      );
    });
  }
}
