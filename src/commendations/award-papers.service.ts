import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { firstDayOf } from '../day.js';
import type { Document } from '../documents/document.entity.js';
import { knownDayOf } from '../documents/quality.rules.js';
import { DocumentsService } from '../documents/documents.service.js';
import { point, points, type Point } from '../points.js';
import { refuse } from '../refusals.js';
import type { Award } from './award.entity.js';
import { asPrinted, brokenRecord, contradicting, nameOfOther, notForKind, type Told } from './award.rules.js';
import { DecisionsQueries } from './decisions.queries.js';

/** Award as far as it tells its correction; one that is new has none. */
type Corrected = Pick<Award, 'communeId'> & Partial<Pick<Award, 'correctedOn' | 'correctionDocumentId'>>;

/** The papers that awards rest on: what gave those that are recorded by hand, and what corrects any. */
@Injectable()
export class AwardPapersService {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly catalogue: CatalogueService,
    private readonly documents: DocumentsService,
  ) {}

  /**
   * Judges an award that is recorded by hand, as it is to stand, and reads number and day by its document. `named`: the
   * document that the act names; else the award keeps its own. Part of a write. Refusal: RULE with every point.
   */
  async read(
    caller: Caller,
    reach: Reach,
    { named, award }: { named?: string; award: Told & Pick<Award, 'documentId' | 'formName'> & Partial<Corrected> },
  ): Promise<Pick<Award, 'documentId' | 'numberText' | 'grantedOn'>> {
    const document = await this.granting(caller, reach, { named, known: award.documentId });
    const form = await this.catalogue.formThen(caller, award.formCode, firstDayOf(award.grantedOn));
    const corrected = await this.corrections(caller, [{ ...award, communeId: reach.communeId }]);
    refuse([
      ...brokenRecord(award, { today: caller.on, corrected }),
      ...notForKind(award, form),
      ...(await this.nameOfOther(caller, award)),
      ...contradicting(award, document),
    ]);
    return { documentId: named ?? award.documentId, ...asPrinted(award, document) };
  }

  /**
   * The id of the document that corrects an award: another than that which gave it, and not older. Refusal: RULE at
   * `/document`.
   */
  async correcting(
    caller: Caller,
    reach: Reach,
    { award, id }: { award: Pick<Award, 'documentId' | 'grantedOn'>; id: string },
  ): Promise<string | null> {
    const days = { from: award.grantedOn, until: caller.on };
    const itself = id === award.documentId;
    refuse(points(itself && point('/document', 'SAME_PAPER', 'Another document corrects the one that gave it.')));
    return this.documents.idNamed(reach, id, { quality: 'CORRECTION', pointer: '/document', ...days });
  }

  /** Days on which awards were corrected, and days of the papers that corrected them, as far as these are known. */
  async corrections(caller: Caller, awards: readonly Corrected[]): Promise<string[]> {
    const papers = awards.flatMap(({ communeId, correctionDocumentId: id }) => (id == null ? [] : { communeId, id }));
    const days = (await this.documents.documentsById(caller, papers)).map((paper) => paper && knownDayOf(paper));
    return [...awards.map(({ correctedOn }) => correctedOn), ...days].filter((day) => day != null);
  }

  /** Point against the name of another form: see the rule. */
  async nameOfOther(caller: Caller, award: Pick<Award, 'formCode' | 'formName'>): Promise<Point[]> {
    return nameOfOther(award, await this.catalogue.codesAndNames(caller));
  }

  private async granting(
    caller: Caller,
    reach: Reach,
    { named, known }: { named?: string; known: string | null },
  ): Promise<Document | null> {
    if (named !== undefined) {
      const decision = await this.queries.decisionOf(reach, named);
      refuse(
        points(
          decision !== undefined &&
            point('/document', 'DECIDED_HERE', {
              en: `It is the decision ${decision} of the commune: a name that it lacks is added by correcting it.`,
              vi: `Văn bản này là quyết định ${decision} ký trong hệ thống; nếu thiếu tên, hãy bổ sung vào đó.`,
            }),
        ),
      );
      return this.documents.documentNamed(reach, named, { quality: 'GRANT', pointer: '/document' });
    }
    if (known === null) return null;
    const [document] = await this.documents.documentsById(caller, [{ communeId: reach.communeId, id: known }]);
    return document ?? null;
  }
}
