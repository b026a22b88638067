import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { InAskedOrder } from '../database/batch.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { hold } from '../database/hold.js';
import { likeFolded } from '../database/text.js';
import type { RecordType } from '../journal/record-type.js';
import { refuse, wrong } from '../refusals.js';
import { Document } from './document.entity.js';
import type { DocumentAt, ListDocuments } from './document.inputs.js';
import { documentWorkflow, stateOf } from './document.workflow.js';
import { DocumentsQueries } from './documents.queries.js';
import { standardType } from './type.rules.js';
import { brokenQuality, type Naming } from './quality.rules.js';

const newestYearFirst = { types: ['int', 'uuid'], keysOf: ({ year, id }: Document) => [year, id] } as const;

/** Documents as they are read. */
@Injectable()
export class DocumentsService {
  readonly recordType: RecordType<Document, DocumentAt, typeof documentWorkflow> = {
    entity: Document,
    workflow: documentWorkflow,
    lock: ({ communeId }, { id }) => hold(this.database, Document, { communeId, ids: [id] }),
    read: (caller, { commune, id }) => this.document(caller, commune, id),
    pathOf: () => wholeCommune,
    states: 'document',
    stateOf,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: DocumentsQueries,
  ) {}

  /** The documents of a commune, newest first. */
  documents(
    caller: Caller,
    commune: string,
    { type, year, search, ...page }: ListDocuments,
    members?: Projection,
  ): Promise<Page<Document>> {
    const types = type?.flatMap((each) => [each, standardType(each)]);
    const filter = { types, year, like: likeFolded(search) };
    return this.database.read(caller, () =>
      paged(page, newestYearFirst, (slice) =>
        this.queries.documents(caller.reachIn(commune), { ...filter, ...slice }, members),
      ),
    );
  }

  /** One document. Refusal: NOT_FOUND. */
  async document(caller: Caller, commune: string, id: string, members?: Projection): Promise<Document> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.documentsById(caller, asked, members));
  }

  /** Documents by id. */
  documentsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Document>> {
    return this.database.read(caller, () => this.queries.documentsById(withReach(caller, asked), members));
  }

  /**
   * The document that an act rests on; null: none. Part of that write. Refusal: RULE at `pointer` when there is none
   * such, and for what `brokenQuality` finds.
   */
  async documentNamed(reach: Reach, id: string | undefined, naming: Naming): Promise<Document | null> {
    if (id === undefined) return null;
    const [document] = await this.queries.documentsById([{ reach, id }]);
    if (!document)
      throw wrong(naming.pointer, 'UNKNOWN', { en: `There is no document ${id}.`, vi: `Không có văn bản ${id}.` });
    refuse(brokenQuality(document, naming));
    return document;
  }

  /** The id of `documentNamed`. */
  async idNamed(reach: Reach, id: string | undefined, naming: Naming): Promise<string | null> {
    return (await this.documentNamed(reach, id, naming))?.id ?? null;
  }
}
