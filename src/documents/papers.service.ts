import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import type { Point } from '../points.js';
import { CommunesService } from '../communes/communes.service.js';
import { DocumentsQueries } from './documents.queries.js';
import { DocumentsService } from './documents.service.js';
import type { Document } from './document.entity.js';
import { brokenPaper, type Judged, type Paper, type Pointers } from './paper.rules.js';
import { brokenUses } from './quality.rules.js';
import type { Signing } from './signer.rules.js';

/** Papers as they are judged, whichever act takes one. */
@Injectable()
export class PapersService {
  constructor(
    private readonly queries: DocumentsQueries,
    private readonly documents: DocumentsService,
    private readonly communes: CommunesService,
  ) {}

  /** Points against a paper (see `brokenPaper`) as an act of the caller leaves it. */
  async broken(
    caller: Caller,
    commune: string,
    { paper, at, ...judged }: { paper: Paper; at: Pointers } & Pick<Judged, 'ends' | 'before'>,
  ): Promise<Point[]> {
    const facts = { on: caller.on, commune: await this.communes.commune(caller, commune) };
    return brokenPaper(paper, { ...facts, ...judged }, at);
  }

  /** Points against a change of a document by what rests on it: see `brokenUses`. */
  async brokenUses(caller: Caller, before: Document, after: Document): Promise<Point[]> {
    return brokenUses(
      before,
      after,
      await this.queries.restingInQuality(caller.reachById(before.communeId), before.id),
    );
  }

  /**
   * Way in which a caller signs, and the document that it rests on: the one that is named, else that of the
   * delegation or appointment. Part of the write that ends on the paper. Refusal: RULE at `/authority`.
   */
  async signing(
    caller: Caller,
    commune: string,
    { act, authority }: { act: OperationId; authority?: string },
  ): Promise<Signing> {
    const reach = caller.reachIn(commune);
    const by = caller.signsAs(act, commune);
    const named = await this.documents.idNamed(reach, authority, {
      ...{ quality: 'AUTHORITY', pointer: '/authority', until: caller.on },
    });
    const { appointment } = by;
    return {
      ...by,
      authority: named ?? (appointment === null ? null : await this.queries.documentOfAppointment(reach, appointment)),
    };
  }
}
