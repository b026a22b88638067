import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Database } from '../database/database.js';
import { DocumentActsService } from '../documents/document-acts.service.js';
import { DocumentsService } from '../documents/documents.service.js';
import { FilesService } from '../documents/files.service.js';
import { RecordsService } from '../journal/records.service.js';
import { LawsService } from '../nominations/laws.service.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import type { NominationAt } from '../nominations/nomination.inputs.js';
import { mayBeForwarded, nominationWorkflow } from '../nominations/nomination.workflow.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { point, points } from '../points.js';
import { refuse } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitsService } from '../units/units.service.js';
import type { ForwardNomination, ReceiveNomination } from './forwarding.inputs.js';
import { addressee, brokenForwarding, brokenReceiptAbove } from './forwarding.rules.js';

/** Nominations as they are forwarded (trình cấp trên) and received above. */
@Injectable()
export class ForwardingService {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly laws: LawsService,
    private readonly catalogue: CatalogueService,
    private readonly communes: CommunesService,
    private readonly documents: DocumentsService,
    private readonly documentActs: DocumentActsService,
    private readonly files: FilesService,
    private readonly units: UnitsService,
    private readonly unitActs: UnitActsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Forwards a nomination with its dossier to a superior, which sees both from now on. Refusals: FORBIDDEN; STALE;
   * STATE, that of its road, too; RULE for a form that is the commune's own by now, no superior to go to, and the
   * document of the proposal.
   */
  forwardNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { document, to }: ForwardNomination,
  ): Promise<Nomination> {
    const reach = caller.reachIn(at.commune);
    const step = { type: this.nominations.recordType, act: 'forwardNomination', at } as const;
    return this.database.write(caller, reach.communeId, async () => {
      // Units are held before nominations.
      await this.units.holdShared(reach);
      return this.records.act(caller, step, async (before) => {
        if (!mayBeForwarded(before)) throw wrongState({ of: 'nomination', ...before });
        const { formCode } = before;
        const { items: above } = await this.communes.superiors(caller, at.commune, { asOf: caller.on });
        const forms = await this.catalogue.formsNamed(caller, [formCode], { on: caller.on });
        const authority = forms.get(formCode)?.authority;
        refuse(brokenForwarding(before, { on: caller.on, authority, above, to }));
        const naming = { quality: 'FORWARDING', pointer: '/document', until: caller.on } as const;
        const forwardingDocumentId = await this.documents.idNamed(reach, document, naming);
        await this.publish(caller, reach, { ...before, forwardingDocumentId });
        return {
          state: nominationWorkflow.forwardNomination.to,
          audience: 'SUPERIOR',
          forwardedOn: caller.on,
          forwardedTo: expected(
            addressee({ level: authority?.level ?? null, above, to }),
            'It is forwarded to nobody.',
          ),
          forwardingDocumentId,
          receivedBy: null,
          receiptDocumentId: null,
        };
      });
    });
  }

  /**
   * Records that the superior has received the dossier: its law is that of the day. By the superior itself, or by the
   * clerk with a document. Refusals: FORBIDDEN; STALE; STATE; RULE of `brokenReceiptAbove`, and for what was forwarded
   * to another.
   */
  receiveNomination(
    caller: Caller,
    at: AtVersion<NominationAt>,
    { receivedOn = caller.on, document }: ReceiveNomination,
  ): Promise<Nomination> {
    const step = { type: this.nominations.recordType, act: 'receiveNomination', at } as const;
    return this.records.act(caller, step, async (before) => {
      const by = await this.actingFor(caller, before, 'receiveNomination');
      refuse(brokenReceiptAbove(before, { receivedOn, today: caller.on, itself: by.itself, document }));
      const naming = { quality: 'RECEIPT', pointer: '/document' } as const;
      return {
        receivedBy: by.superior,
        receiptDocumentId: await this.documents.idNamed(caller.reachIn(at.commune), document, naming),
        ...(await this.laws.chosen(caller, { ...before, deedOn: null }, { receivedOn })),
      };
    });
  }

  /** The superior that acts, itself or through the clerk. Part of its act. Refusal: RULE for what went to another. */
  async actingFor(
    caller: Caller,
    nomination: NominationRow,
    act: OperationId,
  ): Promise<{ superior: string; itself: boolean }> {
    const forOther = await this.nominations.isForOther(caller, nomination);
    refuse(points(forOther && point('', 'FORWARDED_TO_OTHER', 'It was forwarded to another superior.')));
    const forwardedTo = expected(nomination.forwardedTo, `The nomination ${nomination.id} was not forwarded.`);
    const { key: commune } = caller.reachById(nomination.communeId);
    const own = caller.superiorKeys(act);
    if (own.length === 0) return { superior: forwardedTo, itself: false };
    const { key } = own.includes(forwardedTo)
      ? { key: forwardedTo }
      : await this.communes.actingSuperior(caller, { act, commune });
    return { superior: key, itself: true };
  }

  /** Lets superiors see a nominee, the documents of the dossier and the grounds, with their files. */
  private async publish(
    caller: Caller,
    reach: Reach,
    { unitId, dossier, restsOn, forwardingDocumentId }: NominationRow,
  ): Promise<void> {
    const of = (asked: 'DOCUMENT' | 'FILE') => restsOn.flatMap(({ type, id }) => (type === asked ? [id] : []));
    const papers = [forwardingDocumentId, ...dossier.map(({ documentId }) => documentId), ...of('DOCUMENT')];
    await this.unitActs.publish(caller, reach, { ids: [unitId], audience: 'SUPERIOR' });
    for (const id of [...new Set(papers.flatMap((paper) => paper ?? []))].sort())
      await this.documentActs.publish(caller, reach.communeId, { id, audience: 'SUPERIOR' });
    await this.files.publish(caller, reach.communeId, { ids: of('FILE'), audience: 'SUPERIOR' });
  }
}
