import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Reach } from '../access/caller.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { keysAlone } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import { FilesService } from '../documents/files.service.js';
import type { Point } from '../points.js';
import type { Result } from '../submissions/result.entity.js';
import { ResultsService } from '../submissions/results.service.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NominationGround, NominationPaper } from './nomination.entity.js';
import type { Ground, GroundType, Paper } from './nomination-members.view.js';
import type { PaperGiven } from './nomination.inputs.js';
import { brokenGrounds, brokenPapers, type Judged } from './nomination.rules.js';
import type { NominationRow } from './nominations.queries.js';
import type { Round } from './round.entity.js';
import { ofNominees } from './several.rules.js';

/** The grounds and the papers of nominations. Part of the write of an act on the nomination. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly submissions: SubmissionsService,
    private readonly results: ResultsService,
  ) {}

  /** A form as the round's rule set has it, and as it is in force on the legal date. */
  async formsOf(
    caller: Caller,
    code: string,
    { ruleSet }: Pick<Round, 'ruleSet'>,
  ): Promise<Pick<Judged, 'form' | 'formNow'>> {
    const form = (await this.catalogue.formsNamed(caller, [code], { ruleSet })).get(code);
    const formNow = (await this.catalogue.formsNamed(caller, [code], { on: caller.on })).get(code);
    return { form, formNow };
  }

  /** Points for grounds and papers that are not there, and for papers that no line of the checklist asks for. */
  async broken(
    caller: Caller,
    reach: Reach,
    { restsOn, papers, dossier }: { restsOn: Ground[]; papers: PaperGiven[]; dossier: Paper[] },
  ): Promise<Point[]> {
    const { known, types } = await this.known(caller, reach, { restsOn, papers });
    return [...brokenGrounds(restsOn, known), ...brokenPapers(papers, dossier, types)];
  }

  /**
   * As `broken`, of several nominations: points for the grounds of each, by the code of its nominee, and once for
   * papers that no line of any of them asks for.
   */
  async brokenOfEach(
    caller: Caller,
    reach: Reach,
    { nominations, papers }: { nominations: readonly NominationRow[]; papers: PaperGiven[] },
  ): Promise<Point[]> {
    const restsOn = nominations.flatMap((each) => each.restsOn);
    const { known, types } = await this.known(caller, reach, { restsOn, papers });
    const dossier = nominations.flatMap((each) => each.dossier);
    return [
      ...ofNominees(nominations, (each) => brokenGrounds(each.restsOn, known)),
      ...brokenPapers(papers, dossier, types),
    ];
  }

  /** Ids of the records that are there, and in force, and the types of the documents by id. */
  private async known(
    caller: Caller,
    reach: Reach,
    { restsOn, papers }: { restsOn: readonly Ground[]; papers: readonly PaperGiven[] },
  ): Promise<{ known: Set<string | undefined>; types: Map<string, string> }> {
    const of = (asked: GroundType) => restsOn.flatMap(({ type, id }) => (type === asked ? [id] : []));
    const keys = (ids: readonly string[]) => [...new Set(ids)].map((id) => ({ communeId: reach.communeId, id }));
    const named = [...of('DOCUMENT'), ...papers.flatMap(({ document }) => document ?? [])];
    const results = await this.results.resultsById(caller, keys(of('RESULT')));
    const inForce = results.filter((row) => row && isInForce(row, caller.on));
    const submissions = await this.submissions.submissionsById(caller, keys(of('SUBMISSION')), keysAlone);
    const files = await this.files.filesById(caller, keys(of('FILE')));
    const documents = await this.documents.documentsById(caller, keys(named));
    const known = new Set<string | undefined>(
      [...inForce, ...submissions, ...files, ...documents].map((row) => row?.id),
    );
    const types = new Map(documents.flatMap((row) => (row ? [[row.id, row.type]] : [])));
    return { known, types };
  }

  /** The checklist of a new nomination, with the documents handed in. */
  async insertPapers({ communeId }: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    const rows = dossier.map((paper, index) => ({ ...paper, ordinal: index + 1, communeId, nominationId }));
    if (rows.length > 0) await this.database.manager.insert(NominationPaper, rows);
  }

  /** The checklist of a nomination, whole. */
  async replacePapers(reach: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    await this.database.manager.delete(NominationPaper, { communeId: reach.communeId, nominationId });
    await this.insertPapers(reach, nominationId, dossier);
  }

  /** Deletes the grounds and papers of a nomination that is dropped. */
  async clear({ communeId }: Reach, nominationId: string): Promise<void> {
    await this.database.manager.delete(NominationGround, { communeId, nominationId });
    await this.database.manager.delete(NominationPaper, { communeId, nominationId });
  }

  /** The documents handed in for the lines of a checklist. */
  async updatePapers({ communeId }: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    for (const { item, documentId } of dossier)
      await this.database.manager.update(NominationPaper, { communeId, nominationId, item }, { documentId });
  }

  /** Documents handed in alike for the checklists of several nominations, where a checklist has the line. */
  async handIn({ communeId }: Reach, nominations: string[], papers: readonly PaperGiven[]): Promise<void> {
    for (const { item, document: documentId } of papers)
      if (documentId !== undefined)
        await this.database.manager.update(
          NominationPaper,
          { communeId, nominationId: In(nominations), item },
          { documentId },
        );
  }

  /** The grounds of a nomination, whole. */
  async replaceGrounds({ communeId }: Reach, nominationId: string, restsOn: readonly Ground[]): Promise<void> {
    const { manager } = this.database;
    await manager.delete(NominationGround, { communeId, nominationId });
    const rows = restsOn.map(({ type, id }, index) => ({
      ...{ communeId, nominationId, ordinal: index + 1 },
      resultId: type === 'RESULT' ? id : null,
      submissionId: type === 'SUBMISSION' ? id : null,
      documentId: type === 'DOCUMENT' ? id : null,
      fileId: type === 'FILE' ? id : null,
    }));
    if (rows.length > 0) await manager.insert(NominationGround, rows);
  }
}

const isInForce = ({ approvedOn, supersededOn }: Result, on: string): boolean =>
  approvedOn <= on && (supersededOn === null || supersededOn > on);

/** The documents a form asks for in nominations of a type, none of them handed in. */
export const checklist = (form: AwardForm | undefined, type: NominationType): Paper[] =>
  (form?.dossier ?? [])
    .filter((line) => line.type === type)
    .map(({ item, name, documentType, required }) => ({ item, name, documentType, required, documentId: null }));

/** Documents handed in for lines that another checklist has, too, by item and type of document. */
export const handedIn = (dossier: readonly Paper[], checklist: readonly Paper[]): PaperGiven[] =>
  dossier
    .filter(({ item, documentType }) =>
      checklist.some((line) => line.item === item && line.documentType === documentType),
    )
    .map(({ item, documentId: document }) => ({ item, document }));
