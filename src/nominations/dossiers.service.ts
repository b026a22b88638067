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
import { brokenGrounds, brokenPapers, type NominationFacts } from './nomination.rules.js';
import type { NominationRow } from './nominations.queries.js';
import type { Round } from './round.entity.js';
import { ofNominees } from './several.rules.js';

/** A form by two rule sets. */
type FormsOf = Pick<NominationFacts, 'form' | 'formNow'>;

/** Grounds and papers of a nomination, with its checklist. */
interface Given {
  restsOn: readonly Ground[];
  papers: readonly PaperGiven[];
  dossier: readonly Paper[];
}

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
  async formsOf(caller: Caller, code: string, round: Pick<Round, 'ruleSet'>): Promise<FormsOf> {
    return (await this.formsNamed(caller, [code], round))(code);
  }

  /** As `formsOf`, of several codes. */
  async formsNamed(
    caller: Caller,
    codes: readonly string[],
    { ruleSet }: Pick<Round, 'ruleSet'>,
  ): Promise<(code: string) => FormsOf> {
    const named = [...new Set(codes)];
    const then = await this.catalogue.formsNamed(caller, named, { ruleSet });
    const now = await this.catalogue.formsNamed(caller, named, { on: caller.on });
    return (code) => ({ form: then.get(code), formNow: now.get(code) });
  }

  /** Points for grounds and papers that are not there, and for papers that no line of the checklist asks for. */
  async broken(caller: Caller, reach: Reach, given: Given): Promise<Point[]> {
    return (await this.brokenEach(caller, reach, [given])).flat();
  }

  /** As `broken`, the points of each of several. */
  async brokenEach(caller: Caller, reach: Reach, given: readonly Given[]): Promise<Point[][]> {
    const restsOn = given.flatMap((each) => each.restsOn);
    const { known, types } = await this.known(caller, reach, {
      restsOn,
      papers: given.flatMap(({ papers }) => papers),
    });
    return given.map((each) => [
      ...brokenGrounds(each.restsOn, known),
      ...brokenPapers(each.papers, each.dossier, types),
    ]);
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

  /** The checklists and the grounds of new nominations. */
  async insertDossiers({ communeId }: Reach, dossiers: readonly NewDossier[]): Promise<void> {
    await this.database.insert(
      NominationPaper,
      dossiers.flatMap(({ id, dossier }) => papersOf({ communeId, nominationId: id }, dossier)),
    );
    await this.database.insert(
      NominationGround,
      dossiers.flatMap(({ id, restsOn }) => groundsOf({ communeId, nominationId: id }, restsOn)),
    );
  }

  /** The checklist of a nomination, whole. */
  async replacePapers(reach: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    const of = { communeId: reach.communeId, nominationId };
    await this.database.manager.delete(NominationPaper, of);
    await this.database.insert(NominationPaper, papersOf(of, dossier));
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
    const of = { communeId, nominationId };
    await this.database.manager.delete(NominationGround, of);
    await this.database.insert(NominationGround, groundsOf(of, restsOn));
  }
}

/** Grounds of a new nomination, and its checklist with the documents handed in. */
interface NewDossier {
  id: string;
  restsOn: readonly Ground[];
  dossier: readonly Paper[];
}

type OfNomination = Pick<NominationPaper, 'communeId' | 'nominationId'>;

const papersOf = (of: OfNomination, dossier: readonly Paper[]): NominationPaper[] =>
  dossier.map((paper, index) => ({ ...paper, ...of, ordinal: index + 1 }));

const groundsOf = (of: OfNomination, restsOn: readonly Ground[]): NominationGround[] =>
  restsOn.map(({ type, id }, index) => ({
    ...of,
    ordinal: index + 1,
    resultId: type === 'RESULT' ? id : null,
    submissionId: type === 'SUBMISSION' ? id : null,
    documentId: type === 'DOCUMENT' ? id : null,
    fileId: type === 'FILE' ? id : null,
  }));

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
