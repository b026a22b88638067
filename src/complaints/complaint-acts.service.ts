import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { complete } from '../api/stored.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { LimitedAct } from '../catalogue/time-limit.view.js';
import type { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { HolidaysService } from '../periods/holidays.service.js';
import { wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Complaint } from './complaint.entity.js';
import type { Complain, ComplaintAt, SettleComplaint, WithdrawComplaint } from './complaint.inputs.js';
import { brokenComplaint, lateComplaint } from './complaint.rules.js';
import { accepting, complaintWorkflow } from './complaint.workflow.js';
import { ComplaintsService } from './complaints.service.js';

/** Complaints about awards as the office accepts and settles them (Law 02/2011/QH13 on complaints). */
@Injectable()
export class ComplaintActsService {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintsService,
    private readonly awards: AwardsService,
    private readonly catalogue: CatalogueService,
    private readonly holidays: HolidaysService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Records a complaint that the office accepts, with the last day of its settlement. Refusals: FORBIDDEN; RULE of
   * `brokenComplaint`, for an unknown award, unit or document; ASKED_BACK after the time of the law.
   */
  complain(
    caller: Caller,
    commune: string,
    { award: awardId, complainantUnit, complainedOn = caller.on, document, confirm, ...given }: Complain,
  ): Promise<Complaint> {
    const addition = { commune, entity: Complaint, kind: 'complaint.accepted' } as const;
    return this.records.add(caller, addition, async (reach) => {
      caller.demandFor('complain', commune, wholeCommune);
      await this.units.holdShared(reach);
      const [award] = await this.awards.awardsForUpdate(caller, reach, [awardId]);
      if (!award)
        throw wrong('/award', 'UNKNOWN', {
          en: `There is no award ${awardId}.`,
          vi: `Không có khen thưởng ${awardId}.`,
        });
      const by =
        complainantUnit === undefined
          ? undefined
          : await this.units.unitNamed(caller, { commune, unit: complainantUnit, on: caller.on }, '/complainantUnit');
      const points = brokenComplaint(
        award,
        { complainedOn, complainant: given.complainant, complainantKind: by?.kind },
        caller.on,
      );
      const asked = lateComplaint(complainedOn, await this.lastDayOf(caller, reach, { award, act: 'COMPLAINT' }));
      this.records.refuseOrAsk({ points, asked, confirm });
      const { unitId, unitCode, unitKind } = award;
      const complaint = complete(Complaint, {
        ...{ communeId: reach.communeId, id: v7(), version: 1, awardId, unitId, unitCode, unitKind },
        ...{ complainantId: by?.id ?? null, complainantCode: by?.code ?? null },
        ...{ complainant: given.complainant ?? by?.name ?? '', complainedOn, text: given.text },
        documentId: await this.documents.idNamed(reach, document, { quality: 'COMPLAINT', pointer: '/document' }),
        ...{ acceptedOn: caller.on, state: accepting.to },
        settleBy: await this.lastDayOf(caller, reach, { award, act: 'SETTLEMENT' }),
      });
      await this.database.manager.insert(Complaint, complaint);
      return complaint;
    });
  }

  /**
   * Records how a complaint was settled, by its decision; anew after a slip, or a second decision. The award stays as
   * it is: `revokeAward`, `correctAward` follow. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE; RULE for the document.
   */
  settleComplaint(
    caller: Caller,
    at: AtVersion<ComplaintAt>,
    { document, ...given }: SettleComplaint,
  ): Promise<Complaint> {
    const step = { type: this.complaints.recordType, act: 'settleComplaint', at } as const;
    return this.records.act(caller, step, async ({ acceptedOn }) => {
      const naming = { quality: 'SETTLEMENT', pointer: '/document', from: acceptedOn, until: caller.on } as const;
      return {
        ...{ ...given, state: complaintWorkflow.settleComplaint.to, settledOn: caller.on },
        settlementDocumentId: await this.documents.idNamed(caller.reachIn(at.commune), document, naming),
      };
    });
  }

  /** Records that a complaint was withdrawn. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE once it is settled. */
  withdrawComplaint(caller: Caller, at: AtVersion<ComplaintAt>, { reason }: WithdrawComplaint): Promise<Complaint> {
    const step = { type: this.complaints.recordType, act: 'withdrawComplaint', at, reason } as const;
    return this.records.act(caller, step, () => ({ state: complaintWorkflow.withdrawComplaint.to }));
  }

  /**
   * Last day of an act by the law of an award: of a complaint after the grant, of a settlement after the legal date.
   * Null: the law names none.
   */
  private async lastDayOf(
    caller: Caller,
    reach: Reach,
    { award: { ruleSet, formCode, grantedOn }, act }: { award: Award; act: LimitedAct },
  ): Promise<string | null> {
    if (ruleSet === null) return null;
    const limit = await this.catalogue.timeLimit(caller, { ruleSet, formCode }, act);
    return limit ? this.holidays.dayAfter(reach, act === 'COMPLAINT' ? grantedOn : caller.on, limit) : null;
  }
}
