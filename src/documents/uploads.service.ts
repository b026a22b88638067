import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal } from '../refusals.js';
import { DocumentActsService } from './document-acts.service.js';
import type { UploadFile } from './document.inputs.js';
import { typeOf } from './file-type.js';
import type { Looked } from './looked.js';
import { File, FileChunk } from './file.entity.js';
import { FilesQueries } from './files.queries.js';
import { brokenName, chunkSize, extensionOf, fits } from './file.rules.js';

/** A file that has arrived whole. */
export interface ArrivedFile {
  name: string;
  sha256: string;
  bytes: Looked;
}

/** Files as they are uploaded. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentActsService,
    private readonly queries: FilesQueries,
    private readonly records: RecordsService,
  ) {}

  /**
   * Stores a file that has arrived whole, and attaches it to a document of the given version; tells of files with the
   * same bytes. Refusals: INVALID for its name; FILE_EMPTY; FILE_LOCKED; FILE_TYPE_REFUSED; FILE_AMBIGUOUS;
   * FILE_NAME_MISMATCH; and those of `documentToAttachTo`.
   */
  async uploadFile(
    caller: Caller,
    { commune, expectedVersion }: { commune: string; expectedVersion?: number },
    {
      personal = false,
      reason,
      document: documentId,
      file: { name, sha256, bytes },
    }: Omit<UploadFile, 'file'> & { file: ArrivedFile },
  ): Promise<File> {
    const broken = brokenName(name);
    if (broken.length > 0) throw new Refusal('INVALID', {}, broken);
    const mediaType = await typeOf(bytes);
    if (!fits(name, mediaType))
      throw new Refusal('FILE_NAME_MISMATCH', { mediaType, extension: extensionOf(mediaType) });
    const { communeId } = caller.reachIn(commune);
    return this.database.write(caller, communeId, async () => {
      const sameAs = await this.queries.withBytes(caller.reachIn(commune), sha256);
      const document =
        documentId === undefined
          ? undefined
          : await this.documents.documentToAttachTo(caller, { commune, expectedVersion }, { id: documentId, reason });
      const addition = { commune, entity: File, kind: 'file.uploaded', reason } as const;
      const uploaded = await this.records.add(caller, addition, async () => {
        const file: File = {
          communeId,
          id: v7(),
          version: 1,
          name,
          mediaType,
          size: bytes.size,
          sha256,
          personal,
          documentId: document?.id ?? null,
          uploadedBy: caller.id,
          audience: document?.audience ?? 'INSIDE',
        };
        await this.database.manager.insert(File, file);
        await this.insertChunks(file, bytes);
        return file;
      });
      if (document) await this.documents.addFile(caller, document, { fileId: uploaded.id, reason });
      return sameAs.length > 0 ? { ...uploaded, sameAs } : uploaded;
    });
  }

  private async insertChunks({ communeId, id: fileId }: File, bytes: Looked): Promise<void> {
    for (let offset = 0; offset < bytes.size; offset += chunkSize) {
      const chunk = { communeId, fileId, ordinal: offset / chunkSize, bytes: await bytes.read(offset, chunkSize) };
      await this.database.manager.insert(FileChunk, chunk);
    }
  }
}
