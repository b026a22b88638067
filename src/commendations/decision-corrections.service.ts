import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { signed } from '../documents/document-acts.service.js';
import { numberText } from '../documents/document.rules.js';
import { readsAlike } from '../database/text.js';
import { DocumentsService } from '../documents/documents.service.js';
import { FilesService } from '../documents/files.service.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { authorityOf, brokenSignature, signerOf, type SignerPrinted } from '../documents/signer.rules.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import { refuse, wrong } from '../refusals.js';
import { AwardPapersService } from './award-papers.service.js';
import { AwardAmountsService } from './award-amounts.service.js';
import { AwardFollowersService } from './award-followers.service.js';
import type { Giving } from './award-acts.service.js';
import { brokenDay, brokenLists, paidOtherwise, type Dated } from './decision-correction.rules.js';
import type { Decision } from './decision.entity.js';
import type { CorrectDecision, DecisionAt } from './decision.inputs.js';
import { dissolvedOn, grantLines, refusalLines, seriesOf, typeOf } from './decision.rules.js';
import { DecisionLinesService, type Held } from './decision-lines.service.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';

/** Members of a signed decision that its paper shows. */
type OnPaper = Pick<
  Decision,
  'signer' | 'authorityId' | 'title' | 'place' | 'symbol' | 'series' | 'bases' | 'recipients'
> & { signedOn: string; fileId: string };

/** Slips in the record of a signed decision. Its paper was right all along; the history keeps what was recorded. */
@Injectable()
export class DecisionCorrectionsService {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsService,
    private readonly nominations: NominationOutcomesService,
    private readonly catalogue: CatalogueService,
    private readonly documents: DocumentsService,
    private readonly lines: DecisionLinesService,
    private readonly papers: SignedPapersService,
    private readonly files: FilesService,
    private readonly awardPapers: AwardPapersService,
    private readonly followers: AwardFollowersService,
    private readonly amounts: AwardAmountsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Corrects what the record of a signed decision tells otherwise than its paper; document, nominations and awards
   * follow. Refusals: FORBIDDEN; STALE; STATE; NUMBER_TAKEN for another symbol; ALREADY_IN_DECISION; RULE for the file,
   * for what `brokenSignature`, `brokenPaper`, `brokenDay`, `brokenTakingBack` and `brokenDecision` find, or
   * NOTHING_CHANGED.
   */
  correctDecision(caller: Caller, at: AtVersion<DecisionAt>, input: CorrectDecision): Promise<Decision> {
    const { reason, without = [], grants = [], refusals = [] } = input;
    const lines = [...grantLines(grants), ...refusalLines(refusals)];
    const step = { type: this.decisions.recordType, act: 'correctDecision', at, reason } as const;
    return this.records.act(caller, step, async (before) => {
      const { communeId, id: decisionId, kind } = before;
      const reach = caller.reachById(communeId);
      const after = await this.onPaper(caller, before, input);
      const alike = Object.entries(after).every(([name, value]) => readsAlike(value, before[name as keyof Decision]));
      if (alike && without.length + lines.length === 0) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      refuse(brokenLists(kind, input));
      if (without.length > 0) {
        const ids = [...without, ...lines.map(({ nominationId }) => nominationId)];
        const held = await this.lines.held(caller, reach, { decisionId, ids });
        await this.lines.takeBack(caller, reach, { decisionId, without, added: lines.length, held, reason });
      }
      await this.follow(caller, before, { after, reason });
      if (lines.length > 0) await this.lines.add(caller, reach, { lines, giving: givingOf(before, after) });
      const sha256 = alike ? before.sha256 : await this.print(caller, before, { ...after, reason });
      const { signer, ...set } = after;
      return { ...set, sha256, ...signed(signer) };
    });
  }

  /** A signed decision as its paper shows it: what is left out stays. */
  private async onPaper(caller: Caller, before: Decision, input: CorrectDecision): Promise<OnPaper> {
    const { file: fileId, subject: title = before.title, place = before.place, symbol = before.symbol } = input;
    const { bases = before.bases, recipients = before.recipients } = input;
    const signedOn = input.signedOn ?? expected(before.signedOn, 'A signed decision has no day.');
    const { series = before.series } = seriesOf(before, { symbol });
    const signing = await this.signing(caller, before, { ...input, signedOn });
    return { ...signing, ...{ signedOn, fileId, title, place, symbol, series, bases, recipients } };
  }

  /** The signer as the paper shows them: what is left out stays, but for the title under another capacity. */
  private async signing(caller: Caller, before: Decision, { signedOn, ...input }: CorrectDecision) {
    const reach = caller.reachById(before.communeId);
    const naming = { quality: 'AUTHORITY', pointer: '/authority', until: signedOn } as const;
    // A document that stays is asked again for another day.
    const asked = input.authority ?? (signedOn === before.signedOn ? undefined : (before.authorityId ?? undefined));
    const authority = (await this.documents.idNamed(reach, asked, naming)) ?? before.authorityId;
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

  /**
   * Gives the nominations and awards of a decision its new day and symbol. The awards get a version, too, where their
   * public page shows another file. Part of that write. Refusal: RULE of `brokenDay`.
   */
  private async follow(
    caller: Caller,
    before: Decision,
    { after: { signedOn, symbol, fileId }, reason }: { after: OnPaper; reason: string },
  ): Promise<void> {
    const { id, communeId, kind, year, number, numberSuffix } = before;
    const moved = signedOn !== before.signedOn;
    if (!moved && symbol === before.symbol && fileId === before.fileId) return;
    const reach = caller.reachById(communeId);
    const { nominations, awards } = await this.lines.held(caller, reach, { decisionId: id });
    const revocation = kind === 'REVOCATION';
    if (moved) {
      const given = awards.filter((each) => each.decisionId === id);
      const revoked = awards.filter((each) => each.revokingDecisionId === id);
      const dated = await this.dated(caller, signedOn, { nominations, awards: given });
      refuse(brokenDay(signedOn, { ...dated, year, revoked }));
      const set = revocation ? { revokedOn: signedOn } : { decidedOn: signedOn };
      for (const each of nominations) await this.nominations.redate(caller, each, { reason, set });
    }
    const set = revocation
      ? { revokedOn: signedOn }
      : { grantedOn: signedOn, numberText: numberText({ number: number ?? 0, numberSuffix }, symbol) };
    const money = moved && !revocation ? await this.amounts.ofDay(caller, reach, { day: signedOn, asked: awards }) : [];
    refuse(paidOtherwise(awards, money));
    for (const [place, award] of awards.entries())
      await this.followers.follow(caller, award, { set: { ...set, ...money[place] }, reason });
    if (money.length > 0)
      await this.amounts.settle(caller, reach, { unitIds: awards.map(({ unitId }) => unitId), reason });
  }

  private async dated(
    caller: Caller,
    day: string,
    { nominations, awards: given }: Held,
  ): Promise<Omit<Dated, 'year' | 'revoked'>> {
    const granted = nominations.filter(({ state, revokedOn }) => state === 'GRANTED' && revokedOn === null);
    const codes = granted.map(({ formCode }) => formCode);
    const forms = await this.catalogue.formsNamed(caller, codes, { on: day });
    const [first] = nominations;
    const ids = nominations.map(({ id }) => id);
    return {
      today: caller.on,
      ground: first ? await this.queries.groundOf(caller.reachById(first.communeId), ids) : null,
      grants: granted.map((each) => ({
        ...{ unitCode: each.unitCode, formCode: each.formCode, dissolvedOn: dissolvedOn(each, day) },
        competent: forms.get(each.formCode)?.authority.here ?? false,
        reasoned: each.outcomeReason !== null,
      })),
      given,
      corrected: await this.awardPapers.corrections(caller, given),
    };
  }

  /** Gives the document what the paper shows, with a file that it does not have yet; answers the hash of the file. */
  private async print(
    caller: Caller,
    { communeId, documentId, number, numberSuffix }: Decision,
    { signedOn: issuedOn, fileId, ...shown }: OnPaper & { reason: string },
  ): Promise<string> {
    const id = expected(documentId, 'A signed decision has no document.');
    const document = await this.papers.documentForUpdate(caller, communeId, id);
    const file = document.fileIds.includes(fileId) ? undefined : fileId;
    const type = typeOf(shown.symbol);
    await this.papers.complete(caller, document, { number, numberSuffix, issuedOn, type, file, ...shown });
    const [kept] = await this.files.filesById(caller, [{ communeId, id: fileId }]);
    return expected(kept, 'The file of a decision is not there.').sha256;
  }
}

/** Members of the awards of a decision that are its own, as its paper shows them. */
const givingOf = (
  { id: decisionId, issuer, number, numberSuffix, documentId }: Decision,
  { symbol, signedOn: grantedOn }: OnPaper,
): Giving => ({
  ...{ decisionId, issuer, grantedOn },
  numberText: numberText({ number: number ?? 0, numberSuffix }, symbol),
  documentId: expected(documentId, 'A signed decision has no document.'),
});
