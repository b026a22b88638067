import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import type { Audience } from '../access/permissions.js';
import { found } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { fold, likeFolded } from '../database/text.js';
import { JournalService } from '../journal/journal.service.js';
import { limits } from '../limits/limits.js';
import { Refusal, wrong } from '../refusals.js';
import { Document } from './document.entity.js';
import type { ListDocuments, RecordDocument } from './document.inputs.js';
import { DocumentsQueries } from './documents.queries.js';
import type { File } from './file.entity.js';
import { FilesService } from './files.service.js';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly queries: DocumentsQueries,
    private readonly files: FilesService,
    private readonly journal: JournalService,
  ) {}

  /** The documents of a commune, newest first. */
  documents(caller: Caller, commune: string, { type, year, search, ...page }: ListDocuments): Promise<Page<Document>> {
    return this.database.read(caller, async () => {
      const after = keysAfter(page.after, ['int', 'uuid']) as readonly [number, string] | null;
      const first = firstOf(page);
      const rows = await this.queries.documents(caller.in(commune), {
        types: type,
        year,
        like: likeFolded(search),
        after,
        limit: first + 1,
      });
      return pageOf(rows, first, (document) => [document.year, document.id]);
    });
  }

  document(caller: Caller, commune: string, id: string): Promise<Document> {
    return this.database.read(caller, async () =>
      found((await this.queries.documentsById([{ reach: caller.in(commune), id }]))[0]),
    );
  }

  /** Documents by id, in the order asked; undefined where there is nothing to see. */
  documentsById(
    caller: Caller,
    asked: readonly { communeId: number; id: string }[],
  ): Promise<(Document | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.documentsById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** The id of a document that something is said to rest on; null: none. Refusal: RULE at `pointer` when there is none such. */
  async documentNamed(
    caller: Caller,
    commune: string,
    id: string | undefined,
    pointer: string,
  ): Promise<string | null> {
    if (id === undefined) return null;
    const [document] = await this.queries.documentsById([{ reach: caller.in(commune), id }]);
    if (!document) throw wrong(pointer, 'UNKNOWN', `There is no document ${id}.`);
    return id;
  }

  recordDocument(caller: Caller, commune: string, input: RecordDocument): Promise<Document> {
    const communeId = caller.in(commune).commune;
    return this.database.write(caller, communeId, () => this.keep(caller, written(communeId, input)));
  }

  /**
   * Records a document together with its signed file, both seen by those it was signed for. Part of another write.
   * Refusal: RULE for a file that is not there, was erased, or is another document's.
   */
  async recordSigned(
    caller: Caller,
    communeId: number,
    input: RecordDocument,
    { fileId, audience }: { fileId: string; audience: Audience },
  ): Promise<{ document: Document; file: File }> {
    const document = written(communeId, input);
    const file = await this.files.fileToAttach(caller, communeId, fileId);
    await this.keep(caller, { ...document, fileIds: [file.id], audience });
    return { document, file: await this.files.attach(caller, file, document.id, audience) };
  }

  private async keep(caller: Caller, row: Document): Promise<Document> {
    await this.database.manager.insert(Document, row);
    this.journal.record({
      caller,
      commune: row.communeId,
      kind: 'document.recorded',
      view: Document,
      record: row,
      seen: { before: null, after: row.audience },
    });
    return row;
  }

  /** The document a file is about to be attached to. Refusals: IF_MATCH_REQUIRED; FORBIDDEN; RULE for one that is not there, or full; STALE. Part of another write. */
  async documentToAttachTo(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number | undefined,
  ): Promise<Document> {
    caller.demand('recordDocument', commune);
    if (expectedVersion === undefined) throw new Refusal('IF_MATCH_REQUIRED');
    const [document] = await this.queries.documentsById([{ reach: caller.in(commune), id }]);
    if (!document) throw wrong('/document', 'UNKNOWN', 'There is no such document.');
    if (document.version !== expectedVersion) throw new Refusal('STALE', { current: document.version });
    if (document.fileIds.length >= limits.documentFiles)
      throw wrong('/document', 'TOO_MANY_FILES', `A document has at most ${limits.documentFiles} files.`);
    return document;
  }

  /** The file now names the document; this raises the document's version and tells of it. */
  async attached(caller: Caller, before: Document, fileId: string): Promise<void> {
    const { communeId: commune, id, version, audience } = before;
    await this.database.change(Document, { commune, id, version }, {});
    const record = { ...before, fileIds: [...before.fileIds, fileId], version: version + 1 };
    this.journal.record({
      caller,
      commune,
      kind: 'document.amended',
      view: Document,
      record,
      seen: { before: audience, after: audience },
    });
  }

  /** Lets a document, with its files, be seen by more people, because what it states was issued. Part of another write. */
  async publish(caller: Caller, communeId: number, id: string, audience: Audience): Promise<void> {
    const reach = caller.inCommune(communeId);
    const before = found((await this.queries.documentsById([{ reach, id }]))[0]);
    if (before.audience === audience) return;
    await this.database.change(Document, { commune: communeId, id, version: before.version }, { audience });
    const after = { ...before, audience, version: before.version + 1 };
    this.journal.record({
      caller,
      commune: communeId,
      kind: 'document.published',
      view: Document,
      record: after,
      seen: { before: before.audience, after: audience },
    });
    await this.files.publish(caller, communeId, before.fileIds, audience);
  }
}

/** A new document, as it is given; what is left out is blank. */
function written(
  communeId: number,
  { signer: { name = null, title = null, capacity = null } = {}, ...input }: RecordDocument,
): Document {
  const blank = {
    number: null,
    symbol: null,
    series: null,
    issuedOn: null,
    place: null,
    recipients: [],
    bases: [],
    refersTo: [],
  };
  return {
    ...blank,
    ...input,
    signer: { name, title, capacity },
    signerName: name,
    signerTitle: title,
    signerCapacity: capacity,
    folded: fold(`${input.title} ${input.symbol ?? ''}`),
    fileIds: [],
    communeId,
    id: v7(),
    audience: 'INSIDE',
    version: 1,
  };
}
