import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { FilesService } from '../documents/files.service.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { authorityOf, brokenSignature, signerOf, type SignerPrinted } from '../documents/signer.rules.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationActsService } from '../nominations/nomination-acts.service.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { refuse, wrong } from '../refusals.js';
import { Award } from './award.entity.js';
import { AwardsService } from './awards.service.js';
import { brokenDay, type Dated } from './decision-correction.rules.js';
import type { Decision } from './decision.entity.js';
import type { CorrectDecision, DecisionAt } from './decision.inputs.js';
import { dissolvedOn } from './decision.rules.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';

/** Records that follow the day of a decision, held by the write. */
interface Following {
  nominations: readonly NominationRow[];
  awards: readonly Award[];
}

/** Slips in the record of a signed decision. Its paper was right all along; the history keeps what was recorded. */
@Injectable()
export class DecisionCorrectionsService {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsService,
    private readonly awards: AwardsService,
    private readonly nominations: NominationActsService,
    private readonly catalogue: CatalogueService,
    private readonly documents: DocumentsService,
    private readonly papers: SignedPapersService,
    private readonly files: FilesService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Corrects day, signer and file of a signed decision by its paper; document, nominations and awards follow. Refusals:
   * FORBIDDEN; STALE; STATE; RULE for the file, for what `brokenSignature` and `brokenDay` find, or NOTHING_CHANGED.
   */
  correctDecision(caller: Caller, at: AtVersion<DecisionAt>, input: CorrectDecision): Promise<Decision> {
    const { reason, file: fileId } = input;
    const step = { type: this.decisions.recordType, act: 'correctDecision', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const signedOn = input.signedOn ?? expected(before.signedOn, 'A signed decision has no day.');
      const moved = signedOn !== before.signedOn;
      const signing = await this.signing(caller, before, { ...input, signedOn });
      const { signer, authorityId } = signing;
      const same = (['name', 'title', 'capacity'] as const).every((each) => signer[each] === before.signer[each]);
      if (!moved && same && fileId === before.fileId && authorityId === before.authorityId)
        throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      if (moved) await this.move(caller, before, { signedOn, reason });
      const sha256 = await this.print(caller, before, { signedOn, signer, authorityId, fileId, reason });
      return {
        ...{ signedOn, fileId, sha256, authorityId },
        ...{ signerName: signer.name, signerTitle: signer.title, signerCapacity: signer.capacity },
      };
    });
  }

  /** The signer as the paper shows them: what is left out stays, but for the title under another capacity. */
  private async signing(caller: Caller, before: Decision, { signedOn, ...input }: CorrectDecision) {
    const reach = caller.inCommune(before.communeId);
    const naming = { quality: 'AUTHORITY', pointer: '/authority', until: signedOn } as const;
    const authority = (await this.documents.idNamed(reach, input.authority, naming)) ?? before.authorityId;
    const { name, title, capacity } = before.signer;
    const printed: SignerPrinted = {
      signer: input.signer ?? name ?? undefined,
      title: input.title ?? (input.capacity === undefined ? (title ?? undefined) : undefined),
      capacity: input.capacity ?? capacity ?? undefined,
    };
    // The clerk records what is on the paper, whoever signed it.
    const by = { way: 'RECORD', appointment: null, capacity: null, authority } as const;
    refuse(brokenSignature(printed, by));
    const signer = signerOf(printed, by, caller);
    return { signer, authorityId: authorityOf(signer.capacity, authority) };
  }

  /** Gives the nominations and awards of a decision its new day. Part of that write. Refusal: RULE of `brokenDay`. */
  private async move(
    caller: Caller,
    { id, communeId, kind, year }: Decision,
    { signedOn, reason }: { signedOn: string; reason: string },
  ): Promise<void> {
    const reach = caller.inCommune(communeId);
    const { nominations, awards } = await this.following(caller, reach, id);
    const dated = await this.dated(caller, signedOn, {
      nominations,
      awards: awards.filter((each) => each.decisionId === id),
    });
    const revoked = awards.filter((each) => each.revokingDecisionId === id);
    refuse(brokenDay(signedOn, { ...dated, year, revoked }));
    const revocation = kind === 'REVOCATION';
    for (const each of nominations)
      await this.nominations.redate(caller, each, {
        reason,
        set: revocation ? { revokedOn: signedOn } : { decidedOn: signedOn },
      });
    for (const before of awards) {
      const read = () => this.awards.award(caller, reach.key, before.id);
      await this.records.change<Award>(
        caller,
        { entity: Award, before, kind: 'award.corrected', reason, read },
        revocation ? { revokedOn: signedOn } : { grantedOn: signedOn },
      );
    }
  }

  private async following(caller: Caller, reach: Reach, id: string): Promise<Following> {
    const nominations = await this.nominations.nominationsForUpdate(
      caller,
      reach,
      await this.queries.nominationsOf(reach, id),
    );
    return {
      nominations,
      awards: await this.awards.awardsForUpdate(caller, reach, await this.queries.awardsOf(reach, id)),
    };
  }

  private async dated(
    caller: Caller,
    day: string,
    { nominations, awards: given }: Following,
  ): Promise<Omit<Dated, 'year' | 'revoked'>> {
    const granted = nominations.filter(({ state, revokedOn }) => state === 'GRANTED' && revokedOn === null);
    const codes = granted.map(({ formCode }) => formCode);
    const forms = await this.catalogue.formsNamed(caller, codes, { on: day });
    const [first] = nominations;
    const ids = nominations.map(({ id }) => id);
    return {
      today: caller.on,
      ground: first ? await this.queries.groundOf(caller.inCommune(first.communeId), ids) : null,
      grants: granted.map((each) => ({
        ...{ unitCode: each.unitCode, formCode: each.formCode, dissolvedOn: dissolvedOn(each, day) },
        competent: forms.get(each.formCode)?.authority.here ?? false,
        reasoned: each.outcomeReason !== null,
      })),
      given,
    };
  }

  /** Gives the document what the paper shows, with a file that it does not have yet; answers the hash of the file. */
  private async print(
    caller: Caller,
    { communeId, documentId, number, numberSuffix }: Decision,
    printed: Pick<Document, 'signer' | 'authorityId'> & { signedOn: string; fileId: string; reason: string },
  ): Promise<string> {
    const { signedOn: issuedOn, fileId, ...shown } = printed;
    const id = expected(documentId, 'A signed decision has no document.');
    const document = await this.papers.documentForUpdate(caller, communeId, id);
    const file = document.fileIds.includes(fileId) ? undefined : fileId;
    await this.papers.complete(caller, document, { number, numberSuffix, issuedOn, file, ...shown });
    const [kept] = await this.files.filesById(caller, [{ communeId, id: fileId }]);
    return expected(kept, 'The file of a decision is not there.').sha256;
  }
}
