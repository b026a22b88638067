import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import type { UploadFile } from './document.inputs.js';
import { DocumentsService } from './documents.service.js';
import { typeOf, type Looked } from './file-type.js';
import { File, FileChunk } from './file.entity.js';
import { brokenName, chunkSize, fits } from './file.rules.js';

/** A file that has come whole. */
export interface Came {
  name: string;
  sha256: string;
  bytes: Looked;
}

@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Keeps a file that has come whole, and attaches it to a document of the given version. Refusals: INVALID for its name;
   * FILE_EMPTY; FILE_TYPE_REFUSED; FILE_AMBIGUOUS; FILE_NAME_MISMATCH; and those of `documentToAttachTo`.
   */
  async uploadFile(
    caller: Caller,
    commune: string,
    { personal = false, document }: Omit<UploadFile, 'file'>,
    { name, sha256, bytes }: Came,
    expectedVersion?: number,
  ): Promise<File> {
    const points = brokenName(name);
    if (points.length > 0) throw new Refusal('INVALID', {}, points);
    const mediaType = await typeOf(bytes);
    if (!fits(name, mediaType)) throw new Refusal('FILE_NAME_MISMATCH', { mediaType });
    const communeId = caller.in(commune).commune;
    return this.database.write(caller, communeId, async () => {
      const above =
        document === undefined
          ? undefined
          : await this.documents.documentToAttachTo(caller, commune, document, expectedVersion);
      const audience = above?.audience ?? 'INSIDE';
      const file: File = {
        communeId,
        id: v7(),
        version: 1,
        name,
        mediaType,
        size: bytes.size,
        sha256,
        personal,
        documentId: above?.id ?? null,
        uploadedBy: caller.id,
        audience,
      };
      await this.database.manager.insert(File, file);
      for (let at = 0; at < bytes.size; at += chunkSize) {
        await this.database.manager.insert(FileChunk, {
          communeId,
          fileId: file.id,
          ordinal: at / chunkSize,
          bytes: await bytes.read(at, chunkSize),
        });
      }
      this.journal.record({
        caller,
        commune: communeId,
        kind: 'file.uploaded',
        view: File,
        record: file,
        seen: { before: null, after: audience },
      });
      if (above) await this.documents.attached(caller, above, file.id);
      return file;
    });
  }
}
