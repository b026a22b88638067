import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { paged } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import type { PaperKind } from '../catalogue/paper-kind.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { FilesService } from '../documents/files.service.js';
import { RecordsService } from '../journal/records.service.js';
import { point, type Point } from '../points.js';
import { refuse, Refusal } from '../refusals.js';
import { PaperTemplate } from './paper-template.entity.js';
import type { ListPaperTemplates, PaperTemplateAt, SetPaperTemplate } from './paper-template.inputs.js';
import { PaperTemplatesQueries } from './paper-templates.queries.js';
import { fieldsOf } from './template-file.js';
import { brokenForm, brokenTemplate } from './template.rules.js';

const byKind = { types: ['text'], keysOf: ({ kind }: PaperTemplate) => [kind] } as const;

/** Bytes of the DOCX of a template, at most. */
const mostBytes = 2_000_000;

/** Templates of papers, as a commune sets them. */
@Injectable()
export class PaperTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly queries: PaperTemplatesQueries,
    private readonly files: FilesService,
    private readonly records: RecordsService,
  ) {}

  /** The templates that a commune has set, by paper. */
  paperTemplates(
    caller: Caller,
    commune: string,
    page: ListPaperTemplates,
    members?: Projection,
  ): Promise<Page<PaperTemplate>> {
    return this.database.read(caller, () =>
      paged(page, byKind, (slice) => this.queries.paperTemplates(caller.reachIn(commune), slice, members)),
    );
  }

  /** The template of a paper; undefined where the commune has set none. Part of another read. */
  async templateOf(reach: Reach, kind: PaperKind): Promise<PaperTemplate | undefined> {
    return (await this.queries.paperTemplates(reach, { kind, after: null, limit: 1 }))[0];
  }

  /** The DOCX of a paper's template; undefined where the commune has none of its own. Part of another read. */
  docxOf(reach: Reach, kind: PaperKind): Promise<Buffer | undefined> {
    return this.queries.bytes(reach, kind);
  }

  /**
   * Sets the template of a paper, whole; version 0: none is set yet. Refusals: FORBIDDEN; STALE; RULE for a file that
   * is none of the caller's or no DOCX, for fields that are unknown or missing, each by its name, for what a word
   * processor would run, and for the size of a form.
   */
  setPaperTemplate(
    caller: Caller,
    { commune, kind, expectedVersion }: AtVersion<PaperTemplateAt>,
    { file = null, width = null, height = null, rightBy = 0, downBy = 0 }: SetPaperTemplate,
  ): Promise<PaperTemplate> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      caller.demandOffice('setPaperTemplate', commune);
      const before = await this.templateOf(reach, kind);
      const current = before?.version ?? 0;
      if (expectedVersion !== current) throw new Refusal('STALE', { current });
      refuse([
        ...brokenForm(kind, { width, height, rightBy, downBy }),
        ...(await this.brokenFile(caller, reach, { kind, file })),
      ]);
      const set = { fileId: file, width, height, rightBy, downBy };
      const read = async () => expected(await this.templateOf(reach, kind), 'A template that was set is not there.');
      const change = { entity: PaperTemplate, kind: 'template.set' as const };
      if (before) return this.records.change<PaperTemplate>(caller, { ...change, before, read }, set);
      return this.records.add(caller, { commune, ...change }, async () => {
        const { communeId } = reach;
        await this.database.manager.insert(PaperTemplate, { ...set, kind, communeId, id: v7(), version: 1 });
        return read();
      });
    });
  }

  private async brokenFile(
    caller: Caller,
    reach: Reach,
    { kind, file: id }: { kind: PaperKind; file: string | null },
  ): Promise<Point[]> {
    if (id === null) return [];
    const { size } = await this.files.fileToAttach(caller, reach.communeId, id);
    if (size > mostBytes) return [point('/file', 'TEMPLATE_TOO_LARGE', 'A template has at most 2 MB.')];
    return brokenTemplate(kind, fieldsOf(await this.queries.bytesOf(reach, id)));
  }
}
