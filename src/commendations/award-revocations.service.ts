import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { firstDayOf, vietnameseDate } from '../day.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import { wrong } from '../refusals.js';
import { AwardAmountsService } from './award-amounts.service.js';
import { AwardPapersService } from './award-papers.service.js';
import type { Award } from './award.entity.js';
import type { AwardAt, RestoreAward, RevokeAward } from './award.inputs.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import type { SignDecision } from './decision.inputs.js';
import { issuerOf, usualSymbol } from './decision.rules.js';
import { DecisionsService } from './decisions.service.js';
import { SignaturesService } from './signatures.service.js';
import { newCode } from './new-code.js';

/** The paper of a revocation that is signed now. */
type Signing = Omit<RevokeAward, 'ground' | 'reason' | 'decision'>;

/** Awards as they are revoked, and in force again. */
@Injectable()
export class AwardRevocationsService {
  constructor(
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly amounts: AwardAmountsService,
    private readonly decisions: DecisionsService,
    private readonly signatures: SignaturesService,
    private readonly communes: CommunesService,
    private readonly papers: AwardPapersService,
    private readonly nominations: NominationOutcomesService,
    private readonly documentActs: DocumentActsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Revokes an award by a decision with its own number, signed now or recorded already. The award stays: granted on
   * one day, revoked from another. Refusals: FORBIDDEN; STALE; STATE; NUMBER_TAKEN; RULE for the decision, for the
   * file, for the signer, for an award given elsewhere, or for a legal date before the award's.
   */
  revokeAward(
    caller: Caller,
    at: AtVersion<AwardAt>,
    { ground, reason, decision, ...signing }: RevokeAward,
  ): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'revokeAward', at, reason } as const;
    return this.amounts.settling(caller, at.commune, () =>
      this.records.act(caller, step, async (before) => {
        if (before.decisionId === null) throw wrong('', 'GIVEN_ELSEWHERE', 'Whoever gave it revokes it.');
        const revoking = await this.revoking(caller, at.commune, { award: before, decision, signing });
        const revokedOn = expected(revoking.signedOn, `The decision ${revoking.id} revokes, and has no day.`);
        if (revokedOn < firstDayOf(before.grantedOn))
          throw wrong('/decision', 'TOO_EARLY', {
            en: `It was signed on ${revokedOn}, before the award was given.`,
            vi: `Quyết định ký ngày ${vietnameseDate(revokedOn)}, trước ngày tặng khen thưởng.`,
          });
        if (before.nominationId !== null) {
          const revoked = { id: before.nominationId, revokedOn };
          await this.nominations.recordRevocation(caller, caller.reachIn(at.commune), revoked);
        }
        return { revokedOn, revokedGround: ground, revokedReason: reason, revokingDecisionId: revoking.id };
      }),
    );
  }

  /**
   * Puts an award in force again by a document, which stands as its correction; its nomination takes its place in the
   * round again. The decision that revoked stays, and may revoke another award. Refusals: FORBIDDEN; STALE; STATE;
   * ALREADY_NOMINATED; RULE for the document as `AwardPapersService.correcting`.
   */
  restoreAward(caller: Caller, at: AtVersion<AwardAt>, { document, reason }: RestoreAward): Promise<Award> {
    const step = { type: this.awards.recordType, act: 'restoreAward', at, reason } as const;
    return this.amounts.settling(caller, at.commune, () =>
      this.records.act(caller, step, async (before) => {
        const reach = caller.reachIn(at.commune);
        const correctionDocumentId = await this.papers.correcting(caller, reach, { award: before, id: document });
        if (before.nominationId !== null)
          await this.nominations.recordRevocation(caller, reach, { id: before.nominationId, revokedOn: null });
        await this.documentActs.publish(caller, reach.communeId, { id: document, audience: 'SUPERIOR' });
        return {
          ...{ revokedOn: null, revokedGround: null, revokedReason: null, revokingDecisionId: null },
          ...{ correctedOn: caller.on, correctionDocumentId },
          // Money and object that came back are given again.
          ...(before.paid === '0' && { paidOn: null }),
          ...(before.objectReturnedOn !== null && { presentedOn: null, objectReturnedOn: null }),
        };
      }),
    );
  }

  /** The decision that revokes an award: one recorded already, or signed as it is made. Part of that write. */
  private async revoking(
    caller: Caller,
    commune: string,
    { award, decision, signing }: { award: Award; decision?: string; signing: Signing },
  ): Promise<Decision> {
    const { subject, place = null, bases = [], recipients = [], file, ...paper } = signing;
    const isNamed = decision !== undefined;
    if (isNamed === Object.values(signing).some((each) => each != null))
      throw wrong('/decision', 'ONE_BOUND', {
        en: 'Name the decision where it is recorded already, or give the file of the paper; not both.',
        vi: 'Nêu "decision" nếu quyết định đã có trong sổ, hoặc nêu "file" của bản đã ký; chỉ một trong hai.',
      });
    if (!isNamed) {
      if (file === undefined)
        throw wrong('/file', 'isDefined', {
          en: 'The file of the signed paper is missing.',
          vi: 'Còn thiếu tệp của văn bản đã ký.',
        });
      const title = subject ?? `Hủy bỏ khen thưởng tại Quyết định số ${award.numberText}`;
      const head = { title, place, bases, recipients };
      return this.signRevocation(caller, commune, { head, paper: { ...paper, file } });
    }
    const [found] = await this.decisions.decisionsById(caller, [{ communeId: award.communeId, id: decision }]);
    if (found?.kind !== 'REVOCATION')
      throw wrong('/decision', 'UNKNOWN', {
        en: 'The commune has no decision with this id that revokes awards.',
        vi: 'Xã không có quyết định hủy bỏ khen thưởng nào có mã này.',
      });
    return found;
  }

  /** A decision that is signed as it is made. Part of that write. */
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
        verificationCode: newCode(commune),
        audience: 'SUPERIOR',
      });
      return this.decisions.decision(caller, commune, id);
    });
  }
}
