import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { AwardForm, NominationType } from '../catalogue/award-form.view.js';
import { Database } from '../database/database.js';
import type { Point } from '../points.js';
import { NominationGround, NominationPaper } from './nomination.entity.js';
import type { Ground, Paper } from './nomination-members.view.js';
import type { PaperGiven } from './nomination.inputs.js';
import { brokenGrounds, brokenPapers } from './nomination.rules.js';
import { NominationsQueries } from './nominations.queries.js';

/** The grounds and the papers of nominations. Part of the write of an act on the nomination. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly database: Database,
    private readonly queries: NominationsQueries,
  ) {}

  /** Points for grounds and papers that are not there, and for papers that no line of the checklist asks for. */
  async broken(
    caller: Caller,
    reach: Reach,
    { restsOn, papers, dossier }: { restsOn: Ground[]; papers: PaperGiven[]; dossier: Paper[] },
  ): Promise<Point[]> {
    const documents = papers.flatMap(({ document }): Ground[] =>
      document ? [{ type: 'DOCUMENT', id: document }] : [],
    );
    const known = await this.queries.grounds(reach, [...restsOn, ...documents], caller.on);
    return [...brokenGrounds(restsOn, known), ...brokenPapers(papers, dossier, known)];
  }

  /** The checklist of a new nomination, with the documents handed in. */
  async insertPapers({ commune: communeId }: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    const rows = dossier.map((paper, index) => ({ ...paper, ordinal: index + 1, communeId, nominationId }));
    if (rows.length > 0) await this.database.manager.insert(NominationPaper, rows);
  }

  /** The documents handed in for the lines of a checklist. */
  async updatePapers({ commune: communeId }: Reach, nominationId: string, dossier: readonly Paper[]): Promise<void> {
    for (const { item, documentId } of dossier)
      await this.database.manager.update(NominationPaper, { communeId, nominationId, item }, { documentId });
  }

  /** The grounds of a nomination, whole. */
  async replaceGrounds({ commune: communeId }: Reach, nominationId: string, restsOn: readonly Ground[]): Promise<void> {
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

/** The documents a form asks for in nominations of a type, none of them handed in. */
export const checklist = (form: AwardForm | undefined, type: NominationType): Paper[] =>
  (form?.dossier ?? [])
    .filter((line) => line.type === type)
    .map(({ item, name, documentType, required }) => ({ item, name, documentType, required, documentId: null }));
