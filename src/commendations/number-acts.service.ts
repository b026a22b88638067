import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Document } from '../documents/document.entity.js';
import type { DocumentAt } from '../documents/document.inputs.js';
import { brokenNumber, numberText } from '../documents/document.rules.js';
import { SignedPapersService } from '../documents/signed-papers.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { AwardFollowersService } from './award-followers.service.js';
import { AwardsService } from './awards.service.js';
import { Decision } from './decision.entity.js';
import type { FreeNumber } from './decision.inputs.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';

/** Numbers of papers that were recorded by mistake. */
@Injectable()
export class NumberActsService {
  constructor(
    private readonly database: Database,
    private readonly papers: SignedPapersService,
    private readonly queries: DecisionsQueries,
    private readonly decisions: DecisionsService,
    private readonly awards: AwardsService,
    private readonly followers: AwardFollowersService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Frees the number that a document has by mistake; the document gets the number of its paper, or none. A signed
   * decision follows its document, and its awards follow the decision. Refusals: NOT_FOUND; FORBIDDEN; STALE;
   * NUMBER_TAKEN; RULE for a document without a number, the same number, or a signed decision left without one.
   */
  freeNumber(
    caller: Caller,
    at: AtVersion<DocumentAt>,
    { reason, number, numberSuffix }: FreeNumber,
  ): Promise<Document> {
    const { communeId } = caller.reachIn(at.commune);
    return this.database.write(caller, communeId, async () => {
      const before = await this.papers.documentForUpdate(caller, communeId, at.id);
      caller.demandFor('freeNumber', at.commune, wholeCommune);
      if (before.version !== at.expectedVersion) throw new Refusal('STALE', { current: before.version });
      refuse(brokenNumber({ number, numberSuffix }));
      if (before.number === null || (before.number === number && before.numberSuffix === (numberSuffix ?? null)))
        throw wrong('/number', 'NOTHING_CHANGED', {
          en: 'The document has another number, or none, before and after.',
          vi: 'Văn bản phải có số khác với số hiện nay, hoặc không còn số.',
        });
      const decision = await this.queries.decisionOf(caller.reachIn(at.commune), at.id);
      if (decision !== undefined && number === undefined)
        throw wrong('/number', 'NUMBER_MISSING', {
          en: 'A signed decision has a number: say the one of its paper.',
          vi: 'Quyết định đã ký phải có số; hãy ghi số in trên giấy.',
        });
      const freed = await this.papers.complete(caller, before, { number: number ?? null, numberSuffix, reason });
      if (decision !== undefined) await this.renumber(caller, at.commune, { decision, document: freed, reason });
      return freed;
    });
  }

  /** Gives a signed decision, and the awards it gave or revoked, the number of its document. Part of that write. */
  private async renumber(
    caller: Caller,
    commune: string,
    { decision: id, document, reason }: { decision: string; document: Document; reason: string },
  ): Promise<void> {
    const reach = caller.reachIn(commune);
    await this.queries.lock(reach, id);
    const before = await this.decisions.decision(caller, commune, id);
    const { number, numberSuffix } = document;
    await this.records.change(
      caller,
      {
        ...{ entity: Decision, before, kind: 'decision.numbered', reason },
        read: () => this.decisions.decision(caller, commune, id),
      },
      { number, numberSuffix },
    );
    const printed = numberText({ number: number ?? 0, numberSuffix }, before.symbol);
    for (const award of await this.awards.awardsForUpdate(caller, reach, await this.queries.awardsOf(reach, id))) {
      const set = award.decisionId === id ? { numberText: printed } : {};
      await this.followers.follow(caller, award, { set, reason });
    }
  }
}
