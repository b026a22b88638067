import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { AwardActsService } from '../commendations/award-acts.service.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import type { NominationAt } from '../nominations/nomination.inputs.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { refuse } from '../refusals.js';
import type { RecordOutcome } from './forwarding.inputs.js';
import { brokenOutcome } from './forwarding.rules.js';
import { ForwardingService } from './forwarding.service.js';
import { Outcome } from './outcome.entity.js';

const kinds = {
  GRANTED: 'nomination.granted',
  REFUSED: 'nomination.refused',
  RETURNED: 'nomination.returned',
} as const;

/** Outcomes from above as they are recorded. */
@Injectable()
export class OutcomeActsService {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly forwarding: ForwardingService,
    private readonly documents: DocumentsService,
    private readonly awards: AwardActsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Records what the superior made of a nomination: granted, its award enters the register as given elsewhere; refused;
   * or returned, to be completed and forwarded again. By the superior itself, or by the clerk with a document.
   * Refusals: FORBIDDEN; STALE; STATE; RULE of `brokenOutcome`, for what was forwarded to another, and, of a grant, as
   * recordAward; ALREADY_RECORDED.
   */
  recordOutcome(caller: Caller, at: AtVersion<NominationAt>, input: RecordOutcome): Promise<Nomination> {
    const reach = caller.reachIn(at.commune);
    const { outcome, decidedOn, reason = null, numberText = null, issuer = null, document } = input;
    return this.database.write(caller, reach.communeId, async () => {
      const type = this.nominations.recordType;
      const before = await this.records.load(caller, { type, act: 'recordOutcome', at });
      const { superior: decidedBy, itself } = await this.forwarding.actingFor(caller, before, 'recordOutcome');
      refuse(brokenOutcome(before, input, { today: caller.on, itself }));
      const documentId = await this.documents.idNamed(reach, document, { quality: 'OUTCOME', pointer: '/document' });
      const { communeId, id: nominationId, unitId, unitKind } = before;
      const told = { outcome, decidedOn, decidedBy, numberText, issuer, reason, documentId };
      await this.records.add(caller, { commune: at.commune, entity: Outcome, kind: 'outcome.recorded' }, async () => {
        const row = { communeId, id: v7(), version: 1, nominationId, unitId, ...told, audience: 'SUPERIOR' as const };
        await this.database.manager.insert(Outcome, row);
        return { ...row, unitKind };
      });
      if (outcome === 'GRANTED' && issuer !== null)
        await this.awards.recordGranted(caller, reach, { nomination: before, document, issuer, numberText, decidedOn });
      const read = () => type.read(caller, at);
      return this.records.change<Nomination>(
        caller,
        { entity: Nomination, before, kind: kinds[outcome], read },
        outcome === 'RETURNED'
          ? { state: outcome, returnedReason: reason }
          : { state: outcome, decidedOn, outcomeReason: reason },
      );
    });
  }
}
