import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { complete } from '../api/stored.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import type { Result } from '../submissions/result.entity.js';
import { ResultsService } from '../submissions/results.service.js';
import { UnitsService } from '../units/units.service.js';
import { Remark } from './remark.entity.js';
import type { AddRemark, AnswerRemark, RemarkAt, WithdrawRemark } from './remark.inputs.js';
import { brokenAnswer, notInForce } from './remark.rules.js';
import { RemarksService } from './remarks.service.js';

/** Remarks: superiors ask, the commune answers. */
@Injectable()
export class RemarkActsService {
  constructor(
    private readonly database: Database,
    private readonly remarks: RemarksService,
    private readonly results: ResultsService,
    private readonly communes: CommunesService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * A superior asks about a result of a commune it supervises, in the journal of that commune. Refusals: NOT_FOUND;
   * FORBIDDEN; RULE for an unknown result, or one that was corrected.
   */
  addRemark(caller: Caller, commune: string, { result: resultId, text }: AddRemark): Promise<Remark> {
    return this.records.add(caller, { commune, entity: Remark, kind: 'remark.added' }, async ({ communeId }) => {
      const superior = await this.communes.actingSuperior(caller, { act: 'addRemark', commune });
      const result = await this.resultNamed(caller, { communeId, id: resultId }, '/result');
      refuse(notInForce(result));
      const remark = complete(Remark, {
        ...{ communeId, id: v7(), version: 1, resultId, unitId: result.unitId, superiorId: superior.id, text },
        ...{ addedOn: caller.on, state: 'OPEN' as const, audience: 'SUPERIOR' as const },
      } as Remark);
      await this.database.manager.insert(Remark, remark);
      return this.remarks.remark(caller, commune, remark.id);
    });
  }

  /**
   * The commune answers, in words, by the result that corrects the figure, or both; an answer that was a slip gives way
   * to another. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE; RULE for what `brokenAnswer` finds.
   */
  answerRemark(caller: Caller, at: AtVersion<RemarkAt>, { answer, correction }: AnswerRemark): Promise<Remark> {
    const step = { type: this.remarks.recordType, act: 'answerRemark', at } as const;
    return this.records.act(caller, step, async ({ communeId, resultId }) => {
      const named = (id: string, pointer: string) => this.resultNamed(caller, { communeId, id }, pointer);
      const correcting = correction === undefined ? undefined : await named(correction, '/correction');
      refuse(brokenAnswer(await named(resultId, ''), { answer, correction: correcting }));
      return {
        state: 'ANSWERED',
        answer: answer ?? null,
        correctionId: correction ?? null,
        answeredOn: caller.on,
      };
    });
  }

  /** The superior that asked takes its question back. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE once answered. */
  withdrawRemark(caller: Caller, at: AtVersion<RemarkAt>, { reason }: WithdrawRemark): Promise<Remark> {
    const step = { type: this.remarks.recordType, act: 'withdrawRemark', at, reason } as const;
    return this.records.act(caller, step, () => ({ state: 'WITHDRAWN' }));
  }

  /** A result by its id. Refusal: RULE at `pointer`. */
  private async resultNamed(caller: Caller, key: { communeId: number; id: string }, pointer: string): Promise<Result> {
    await this.units.holdShared(caller.reachById(key.communeId));
    const [result] = await this.results.resultsById(caller, [key]);
    return result ?? wrongResult(pointer);
  }
}

function wrongResult(pointer: string): never {
  throw wrong(pointer, 'UNKNOWN', { en: 'There is no such result.', vi: 'Không có kết quả này.' });
}
