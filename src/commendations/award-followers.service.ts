import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { DocumentTiesService, type DocumentChange } from '../documents/document-ties.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, wrong } from '../refusals.js';
import { AwardPapersService } from './award-papers.service.js';
import { Award } from './award.entity.js';
import { brokenRecord, printedNumber, reprinted } from './award.rules.js';
import { AwardsService, tellsApart } from './awards.service.js';
import { DecisionsQueries } from './decisions.queries.js';

/** Awards as they follow papers that were recorded otherwise than they are. */
@Injectable()
export class AwardFollowersService implements OnModuleInit {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly awards: AwardsService,
    private readonly papers: AwardPapersService,
    private readonly ties: DocumentTiesService,
    private readonly records: RecordsService,
  ) {}

  /** Documents are of an earlier room, which may not ask this one. */
  onModuleInit(): void {
    this.ties.following.push((caller, change) => this.followDocument(caller, change));
  }

  /** Gives an award, held by this write, what its paper says; a version of its own even if only its page shows it. */
  async follow(
    caller: Caller,
    before: Award,
    { set, reason, kind = 'award.corrected' }: { set: Partial<Award>; reason?: string; kind?: Kind },
  ): Promise<void> {
    const { key } = caller.reachById(before.communeId);
    const read = () => this.awards.award(caller, key, before.id);
    await this.records.change<Award>(caller, { entity: Award, before, kind, reason, read }, set);
  }

  /**
   * Awards that were recorded by hand say what their document says; those that it corrects get a version where their
   * page shows another number. Refusals: RULE without a reason, or for a day that an award cannot have;
   * ALREADY_RECORDED.
   */
  private async followDocument(caller: Caller, { before, after, reason }: DocumentChange): Promise<void> {
    const reach = caller.reachById(before.communeId);
    const renumbered = printedNumber(before) !== printedNumber(after);
    const shown = await this.queries.awardsShowing(reach, before.id);
    for (const award of await this.awards.awardsForUpdate(caller, reach, shown)) {
      const byHand = award.documentId === before.id;
      const set = byHand ? reprinted(award, { before, after }) : {};
      if (byHand ? Object.keys(set).length === 0 : !renumbered) continue;
      if (reason === undefined)
        throw wrong('/reason', 'REASON_REQUIRED', {
          en: 'An award follows the document: it is amended with a reason.',
          vi: 'Khen thưởng sẽ đổi theo văn bản này: phải nêu lý do.',
        });
      const now = { ...award, ...set };
      const corrected = await this.papers.corrections(caller, [now]);
      const broken = brokenRecord(now, { today: caller.on, corrected });
      refuse(broken.map((point) => ({ ...point, pointer: '/issuedOn' })));
      if (byHand && tellsApart(award, now)) await this.awards.refuseRecorded(reach, now);
      await this.follow(caller, award, { set, reason, kind: byHand ? 'award.amended' : 'award.corrected' });
    }
  }
}

type Kind = 'award.amended' | 'award.corrected';
