import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { fold } from '../database/text.js';
import { RecordsService } from '../journal/records.service.js';
import { limits } from '../limits/limits.js';
import { Refusal, wrong } from '../refusals.js';
import { Document } from './document.entity.js';
import type { RecordDocument } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';
import type { File } from './file.entity.js';
import { FilesService } from './files.service.js';

/** Documents as they are recorded, published, and get their files. */
@Injectable()
export class DocumentActsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
    private readonly records: RecordsService,
  ) {}

  /** Records a document without its file. Refusals: FORBIDDEN; CODE_TAKEN. */
  async recordDocument(caller: Caller, commune: string, input: RecordDocument): Promise<Document> {
    caller.demandFor('recordDocument', commune, wholeCommune);
    return this.recordWith(caller, commune, input);
  }

  /** Records the document that another record rests on. Part of that write, whose right the caller has shown. */
  recordWith(caller: Caller, commune: string, input: RecordDocument): Promise<Document> {
    return this.insert(caller, newDocument(caller.in(commune).commune, input));
  }

  /**
   * Records a document together with its signed file, both for the audience it was signed for. Part of another write.
   * Refusal: RULE for a file that is not there, was erased, or is another document's.
   */
  async recordSigned(
    caller: Caller,
    input: RecordDocument,
    { commune, fileId, audience }: { commune: string; fileId: string; audience: Audience },
  ): Promise<{ document: Document; file: File }> {
    const { commune: communeId } = caller.in(commune);
    const file = await this.files.fileToAttach(caller, communeId, fileId);
    const document = await this.insert(caller, { ...newDocument(communeId, input), fileIds: [file.id], audience });
    return { document, file: await this.files.attach(caller, file, { documentId: document.id, audience }) };
  }

  /**
   * The document a file is about to be attached to. Part of that write. Refusals: FORBIDDEN; IF_MATCH_REQUIRED; RULE
   * for one that is not there, or full, or states something issued or signed while no reason is given; STALE.
   */
  async documentToAttachTo(
    caller: Caller,
    { commune, expectedVersion }: { commune: string; expectedVersion?: number },
    { id, reason }: { id: string; reason?: string },
  ): Promise<Document> {
    caller.demandFor('recordDocument', commune, wholeCommune);
    if (expectedVersion === undefined) throw new Refusal('IF_MATCH_REQUIRED');
    const [document] = await this.documents.documentsById(caller, [{ communeId: caller.in(commune).commune, id }]);
    if (!document) throw wrong('/document', 'UNKNOWN', 'There is no such document.');
    if (document.version !== expectedVersion) throw new Refusal('STALE', { current: document.version });
    if (document.audience !== 'INSIDE' && reason === undefined)
      throw wrong('/reason', 'REASON_REQUIRED', 'A document of what is issued or signed takes a file with a reason.');
    if (document.fileIds.length >= limits.documentFiles)
      throw wrong('/document', 'TOO_MANY_FILES', `A document has at most ${limits.documentFiles} files.`);
    return document;
  }

  /** Raises the version of a document that has one file more. Part of the write that attaches it. Refusal: STALE. */
  async addFile(
    caller: Caller,
    before: Document,
    { fileId, reason }: { fileId: string; reason?: string },
  ): Promise<void> {
    const record = { ...before, fileIds: [...before.fileIds, fileId], version: before.version + 1 };
    const change = { view: Document, before, kind: 'document.amended', reason, read: async () => record } as const;
    await this.records.change(caller, change, {});
  }

  /**
   * Lets a document, with its files, be seen by a wider audience, because what it states was issued; never by a
   * narrower one. Part of another write.
   */
  async publish(
    caller: Caller,
    communeId: number,
    { id, audience }: { id: string; audience: Audience },
  ): Promise<void> {
    const [document] = await this.documents.documentsById(caller, [{ communeId, id }]);
    const before = expected(document, 'A document to be published is not there.');
    await this.records.publish(caller, { view: Document, before, kind: 'document.published' }, audience);
    await this.files.publish(caller, communeId, { ids: before.fileIds, audience });
  }

  private insert(caller: Caller, document: Document): Promise<Document> {
    const { key: commune } = caller.inCommune(document.communeId);
    return this.records.add(caller, { commune, view: Document, kind: 'document.recorded' }, async () => {
      await this.database.manager.insert(Document, document);
      return document;
    });
  }
}

/** A new document; a member that is not given is blank. */
function newDocument(
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
