import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { Audience } from '../access/roles.js';
import { expected, firstOrNotFound, found, withReach, type RecordKey } from '../api/found.js';
import type { InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { RecordsService } from '../journal/records.service.js';
import { Refusal, wrong } from '../refusals.js';
import type { Bytes } from '../rest/bytes.js';
import { File } from './file.entity.js';
import { isErased, stretches } from './file.rules.js';
import { FilesQueries } from './files.queries.js';

/** A personal file is for those who read personal values, and for whom it came from. */
const mayDownload = (caller: Caller, { personal, uploadedBy }: File) =>
  !personal || caller.readsPersonal || (uploadedBy !== null && uploadedBy === caller.id);

/** Files as they are read, published and attached. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly queries: FilesQueries,
    private readonly records: RecordsService,
  ) {}

  /** Files by id. */
  filesById(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<File>> {
    return this.database.read(caller, () => this.queries.filesById(withReach(caller, asked)));
  }

  /** Those of these files that there are, none of them erased. Part of a write that names them. */
  async filesNamed(reach: Reach, ids: readonly string[]): Promise<Set<string>> {
    const files = await this.queries.filesById(ids.map((id) => ({ reach, id })));
    return new Set(files.flatMap((file) => (file && !isErased(file) ? [file.id] : [])));
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
    const reach = caller.reachIn(commune);
    const file = firstOrNotFound(await this.filesById(caller, [{ communeId: reach.communeId, id }]));
    if (!mayDownload(caller, file)) throw new Refusal('SCOPE_MISSING', { scope: 'personal:read' });
    if (isErased(file)) throw new Refusal('ERASED');
    const { name, mediaType, size, sha256 } = file;
    return {
      of: file,
      name,
      mediaType,
      size,
      etag: `"${sha256}"`,
      between: (start, end) => this.between(caller, { commune, id }, stretches(start, end)),
    };
  }

  /**
   * Lets files be seen by a wider audience, because what they prove was approved or issued; never by a narrower one.
   * Part of another write.
   */
  async publish(
    caller: Caller,
    communeId: number,
    { ids, audience }: { ids: readonly string[]; audience: Audience },
  ): Promise<void> {
    await hold(this.database, File, { communeId, ids });
    const asked = [...new Set(ids)].sort().map((id) => ({ communeId, id }));
    for (const file of await this.filesById(caller, asked)) {
      const before = expected(file, 'A file to be published is not there.');
      await this.records.publish(caller, { entity: File, before, kind: 'file.published' }, audience);
    }
  }

  /**
   * A file about to be attached to a document. Part of that write. Refusal: RULE at `/file` for one that is not
   * there, was erased, or is another document's.
   */
  async fileToAttach(caller: Caller, communeId: number, id: string): Promise<File> {
    const [file] = await this.filesById(caller, [{ communeId, id }]);
    if (!file || isErased(file))
      throw wrong('/file', 'UNKNOWN', { en: `There is no file ${id}.`, vi: `Không có tệp ${id}.` });
    if (file.documentId !== null) throw wrong('/file', 'FILE_ATTACHED', 'This file belongs to a document already.');
    return file;
  }

  /** Attaches a file to a document, for its audience. Part of another write. Refusal: STALE. */
  attach(caller: Caller, before: File, document: { documentId: string; audience: Audience }): Promise<File> {
    return this.records.change(caller, { entity: File, before, kind: 'file.attached' }, document);
  }

  /**
   * Each row in a read of its own: a slow client would hold a snapshot for as long as it reads, and bytes need none,
   * for they never change.
   */
  private async *between(
    caller: Caller,
    { commune, id }: { commune: string; id: string },
    rows: ReturnType<typeof stretches>,
  ): AsyncGenerator<Buffer> {
    for (const { ordinal, from, to } of rows) {
      const bytes = await this.database.scope(caller, () => this.queries.chunk(caller.reachIn(commune), id, ordinal));
      yield found(bytes).subarray(from, to);
    }
  }
}
