import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected, firstOrNotFound } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { stillReferredTo } from '../refusals.js';
import { Document, DocumentPerson } from './document.entity.js';
import type { DocumentAt, FileAt, RemoveDocument, RemoveFile } from './document.inputs.js';
import { fileWorkflow, stateOf } from './document.workflow.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import { File, FileChunk } from './file.entity.js';
import { FilesService } from './files.service.js';

/** Documents and files that were recorded by mistake, as they are taken out. */
@Injectable()
export class DocumentRemovalsService {
  private readonly fileType: RecordType<File, FileAt, typeof fileWorkflow> = {
    entity: File,
    workflow: fileWorkflow,
    lock: ({ communeId }, { id }) => hold(this.database, File, { communeId, ids: [id] }),
    read: async (caller, { commune, id }) =>
      firstOrNotFound(await this.files.filesById(caller, [{ communeId: caller.reachIn(commune).communeId, id }])),
    pathOf: () => wholeCommune,
    states: 'file',
    stateOf,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: DocumentsQueries,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /**
   * Takes a document out, with its files. Refusals: FORBIDDEN; STALE; STATE of what was issued or signed;
   * STILL_REFERRED_TO with the record that rests on it or on a file of it.
   */
  removeDocument(caller: Caller, at: AtVersion<DocumentAt>, { reason }: RemoveDocument): Promise<Document> {
    const step = { type: this.documents.recordType, act: 'removeDocument', at, reason } as const;
    return this.removals.act(caller, step, (document) => this.clear(caller, document, reason));
  }

  /**
   * Takes a file out, with its bytes. Refusals: FORBIDDEN; STALE; STATE of what was issued or signed;
   * STILL_REFERRED_TO with the record that rests on it, or on its document as minutes.
   */
  removeFile(caller: Caller, at: AtVersion<FileAt>, { reason }: RemoveFile): Promise<File> {
    const reach = caller.reachIn(at.commune);
    return this.removals.act(caller, { type: this.fileType, act: 'removeFile', at, reason }, async (file) => {
      const { communeId, id: fileId, documentId } = file;
      await this.demandUnused(reach, { documents: [], files: [fileId] });
      if (documentId !== null) await this.detach(caller, reach, { documentId, fileId, reason });
      await this.database.manager.delete(FileChunk, { communeId, fileId });
    });
  }

  /** Takes out the document of a record that is dropped, with its files. Part of that write. */
  async takeOut(caller: Caller, { communeId }: Reach, { id, reason }: { id: string; reason?: string }): Promise<void> {
    await hold(this.database, Document, { communeId, ids: [id] });
    const [document] = await this.documents.documentsById(caller, [{ communeId, id }]);
    const before = expected(document, 'The document of a record is not there.');
    await this.clear(caller, before, reason);
    await this.removals.takeOut(caller, { entity: Document, before, kind: 'document.removed', reason });
  }

  /** Takes the files of a document out, and the names of those whom it names. */
  private async clear(
    caller: Caller,
    { communeId, id: documentId, fileIds }: Document,
    reason?: string,
  ): Promise<void> {
    await hold(this.database, File, { communeId, ids: fileIds });
    await this.demandUnused(caller.reachById(communeId), { documents: [documentId], files: fileIds });
    for (const file of await this.files.filesById(
      caller,
      fileIds.map((id) => ({ communeId, id })),
    )) {
      const before = expected(file, 'A file of a document is not there.');
      await this.database.manager.delete(FileChunk, { communeId, fileId: before.id });
      await this.removals.takeOut(caller, { entity: File, before, kind: 'file.removed', reason });
    }
    await this.database.manager.delete(DocumentPerson, { communeId, documentId });
  }

  private async demandUnused(reach: Reach, of: Parameters<DocumentsQueries['restingOn']>[1]): Promise<void> {
    const record = await this.queries.restingOn(reach, of);
    if (record) throw stillReferredTo(record);
  }

  /** A document with one file less is another record: it gets a version and a line of its own. */
  private async detach(
    caller: Caller,
    reach: Reach,
    { documentId, fileId, reason }: { documentId: string; fileId: string; reason?: string },
  ): Promise<void> {
    const { communeId } = reach;
    await hold(this.database, Document, { communeId, ids: [documentId] });
    const carrier = await this.queries.carrier(reach, documentId);
    if (carrier) throw stillReferredTo(carrier);
    const [document] = await this.documents.documentsById(caller, [{ communeId, id: documentId }]);
    const before = expected(document, 'The document of a file is not there.');
    const fileIds = before.fileIds.filter((id) => id !== fileId);
    const read = async () => ({ ...before, fileIds, version: before.version + 1 });
    await this.records.change(caller, { entity: Document, before, kind: 'document.amended', reason, read }, {});
  }
}
