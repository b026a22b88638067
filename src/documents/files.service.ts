import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { audiences, type Audience } from '../access/permissions.js';
import { found } from '../api/found.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal, wrong } from '../refusals.js';
import type { Bytes } from '../rest/bytes.js';
import { File } from './file.entity.js';
import { isErased, stretches } from './file.rules.js';
import { FilesQueries } from './files.queries.js';

/** A personal file is for those who read personal values, and for whom it came from. */
const mayDownload = (caller: Caller, { personal, uploadedBy }: File) =>
  !personal || caller.readsPersonal || (uploadedBy !== null && uploadedBy === caller.id);

@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly queries: FilesQueries,
    private readonly journal: JournalService,
  ) {}

  /** Files by id, in the order asked; undefined where there is nothing to see. */
  filesById(caller: Caller, asked: readonly { communeId: number; id: string }[]): Promise<(File | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.filesById(asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id }))),
    );
  }

  /** Several files of each who asks, without the personal ones that the caller may not download. */
  async readable(caller: Caller, asked: readonly { communeId: number; ids: readonly string[] }[]): Promise<File[][]> {
    const named = new Map(asked.flatMap(({ communeId, ids }) => ids.map((id) => [id, { communeId, id }] as const)));
    const files = new Map(
      (await this.filesById(caller, [...named.values()])).flatMap((file) =>
        file && mayDownload(caller, file) ? [[file.id, file] as const] : [],
      ),
    );
    return asked.map(({ ids }) => ids.flatMap((id) => files.get(id) ?? []));
  }

  /** The bytes of a file. Refusals: NOT_FOUND; SCOPE_MISSING for a personal one, but to whom uploaded it; ERASED. */
  async downloadFile(caller: Caller, commune: string, id: string): Promise<Bytes> {
    const reach = caller.in(commune);
    const file = found((await this.filesById(caller, [{ communeId: reach.commune, id }]))[0]);
    if (!mayDownload(caller, file)) throw new Refusal('SCOPE_MISSING', { scope: 'personal:read' });
    if (isErased(file)) throw new Refusal('ERASED');
    const { name, mediaType, size, sha256 } = file;
    return {
      of: file,
      name,
      mediaType,
      size,
      etag: `"${sha256}"`,
      between: (start, end) => this.between(caller, commune, id, stretches(start, end)),
    };
  }

  /** Lets files be seen by more people, because what they prove was approved or issued; never by fewer. Part of another write. Refusal: NOT_FOUND. */
  async publish(caller: Caller, communeId: number, ids: readonly string[], audience: Audience): Promise<void> {
    // In one order: two that publish the same files would wait for each other.
    const files = await this.filesById(
      caller,
      [...new Set(ids)].sort().map((id) => ({ communeId, id })),
    );
    for (const before of files.map(found)) {
      if (audiences.indexOf(audience) <= audiences.indexOf(before.audience)) continue;
      await this.database.change(File, { commune: communeId, id: before.id, version: before.version }, { audience });
      const record = { ...before, audience, version: before.version + 1 };
      this.journal.record({
        caller,
        commune: communeId,
        kind: 'file.published',
        view: File,
        record,
        seen: { before: before.audience, after: audience },
      });
    }
  }

  /** A file that is to become a document's. Part of another write. Refusal: RULE at `/file` for one that is not there, was erased, or is another document's. */
  async fileToAttach(caller: Caller, communeId: number, id: string): Promise<File> {
    const [file] = await this.filesById(caller, [{ communeId, id }]);
    if (!file || isErased(file)) throw wrong('/file', 'UNKNOWN', `There is no file ${id}.`);
    if (file.documentId !== null) throw wrong('/file', 'FILE_ATTACHED', 'This file belongs to a document already.');
    return file;
  }

  /** Makes a file a document's, seen like it. Part of another write. */
  async attach(caller: Caller, before: File, documentId: string, audience: Audience): Promise<File> {
    const { communeId, id, version } = before;
    await this.database.change(File, { commune: communeId, id, version }, { documentId, audience });
    const record = { ...before, documentId, audience, version: version + 1 };
    this.journal.record({
      caller,
      commune: communeId,
      kind: 'file.attached',
      view: File,
      record,
      seen: { before: before.audience, after: audience },
    });
    return record;
  }

  /** Each row in a read of its own: a slow client would hold a snapshot for as long as it reads, and bytes need none, for they never change. */
  private async *between(
    caller: Caller,
    commune: string,
    id: string,
    rows: ReturnType<typeof stretches>,
  ): AsyncGenerator<Buffer> {
    for (const { ordinal, from, to } of rows) {
      const bytes = await this.database.scope(caller, () => this.queries.chunk(caller.in(commune), id, ordinal));
      yield found(bytes).subarray(from, to);
    }
  }
}
