import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import type { Sharer } from '../money/amount.rules.js';
import { AmountsService, type Priceable, type PricedAward } from '../money/amounts.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Award } from './award.entity.js';
import { AwardsService } from './awards.service.js';

/** Columns of an award that are its money. */
export type Money = Pick<Award, 'raw' | 'payable' | 'amountBasis' | 'amountReason' | 'payingAwardId'>;

const moneyOf = ({ category: _, here: __, ...money }: PricedAward): Money => money;

/** Money of awards as the signing decides it, and as it follows later acts. Part of the write of another act. */
@Injectable()
export class AwardAmountsService {
  constructor(
    private readonly database: Database,
    private readonly awards: AwardsService,
    private readonly amounts: AmountsService,
    private readonly records: RecordsService,
  ) {}

  /** Money of new awards on a day, beside each other and those their nominees have, in the order given. */
  async ofNew(
    caller: Caller,
    reach: Reach,
    { on, nominations }: { on: string; nominations: readonly (NominationRow & { awardId: string })[] },
  ): Promise<Money[]> {
    const priced = await this.amounts.amountsOn(caller, reach, { day: on, asked: nominations });
    const news = nominations.flatMap(({ awardId, ...nomination }, place): Sharer[] => {
      const { payable, category } = priced[place] as PricedAward;
      return payable === null || category === undefined
        ? []
        : [{ ...nomination, id: awardId, category, grantedOn: on, full: payable, paid: null }];
    });
    const others = await this.amounts.withMoney(
      reach,
      news.map(({ unitId }) => unitId),
    );
    const shares = await this.amounts.shares(caller, [...news, ...others]);
    return nominations.map(({ awardId }, place) => ({
      ...moneyOf(priced[place] as PricedAward),
      ...shares.get(awardId),
    }));
  }

  /** Money of awards of a decision whose day is another one, each as if it stood alone; `settle` follows. */
  async ofDay(caller: Caller, reach: Reach, dated: { day: string; asked: readonly Priceable[] }): Promise<Money[]> {
    return (await this.amounts.amountsOn(caller, reach, dated)).map(moneyOf);
  }

  /** An act on an award, then `settle` of its recipient's; answers the award as it stands then. */
  settling(caller: Caller, commune: string, act: () => Promise<Award>): Promise<Award> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      const { id, unitId } = await act();
      await this.settle(caller, reach, { unitIds: [unitId] });
      return this.awards.award(caller, commune, id);
    });
  }

  /** Gives the awards of units what each pays by now, beside the others of its achievement. */
  async settle(
    caller: Caller,
    reach: Reach,
    { unitIds, reason }: { unitIds: readonly string[]; reason?: string },
  ): Promise<void> {
    const standing = await this.amounts.withMoney(reach, unitIds);
    const shares = await this.amounts.shares(caller, standing);
    const changed = standing.filter(({ id, payable, amountReason, payingAwardId }) => {
      const share = shares.get(id);
      if (share?.payable !== payable) return share !== undefined;
      return share.amountReason !== amountReason || share.payingAwardId !== payingAwardId;
    });
    const before = await this.awards.awardsForUpdate(
      caller,
      reach,
      changed.map(({ id }) => id),
    );
    for (const award of before) {
      const read = () => this.awards.award(caller, reach.key, award.id);
      const kind = 'award.repriced' as const;
      await this.records.change<Award>(
        caller,
        { entity: Award, before: award, kind, reason, read },
        { ...shares.get(award.id) },
      );
    }
  }
}
