import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, Refusal } from '../refusals.js';
import { AmountsService } from './amounts.service.js';
import { Fund } from './fund.entity.js';
import type { FundAt, FundConfirmation, SetFund } from './fund.inputs.js';
import { FundQueries, type Spent } from './fund.queries.js';
import { beyondFund, brokenRate, inGroups, isShort, leftOf, sumOf, type FundMoney } from './fund.rules.js';

/** Funds of a commune, one a year (quỹ thi đua, khen thưởng). */
@Injectable()
export class FundsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FundQueries,
    private readonly amounts: AmountsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  /** The fund of a year, where it is set, and the money of its awards. Part of another read. */
  async standing(reach: Reach, year: number): Promise<{ fund: Fund | null; spent: Spent }> {
    const fund = (await this.queries.fund(reach, year)) ?? null;
    return { fund, spent: await this.queries.spent(reach, year) };
  }

  /**
   * Sets what the fund of a year is made of; version 0: nothing is set for it yet. Refusals: FORBIDDEN; STALE; RULE for
   * the share or an unknown document; ASKED_BACK where the awards of the year cost more.
   */
  setFund(
    caller: Caller,
    { commune, year, expectedVersion }: AtVersion<FundAt>,
    { document, contributions = '0', otherSpending = '0', confirm, ...given }: SetFund,
  ): Promise<Fund> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      await this.amounts.lock(reach);
      caller.demandOffice('setFund', commune);
      const before = await this.queries.fund(reach, year);
      const current = before?.version ?? 0;
      if (expectedVersion !== current) throw new Refusal('STALE', { current });
      refuse(brokenRate(given));
      const documentId = await this.documents.idNamed(reach, document, { quality: 'FUND', pointer: '/document' });
      const set = { ...given, contributions, otherSpending, documentId: documentId ?? null };
      await this.askBack(reach, { ...set, year }, confirm);
      const read = async () => expected(await this.queries.fund(reach, year), 'A fund that was set is not there.');
      const kind = 'fund.set' as const;
      if (before) return this.records.change<Fund>(caller, { entity: Fund, before, kind, read }, set);
      return this.records.add(caller, { commune, entity: Fund, kind }, async () => {
        await this.database.manager.insert(Fund, { ...set, year, communeId: reach.communeId, id: v7(), version: 1 });
        return read();
      });
    });
  }

  /**
   * Asks back whether awards that a decision of a year gives are meant, where its fund does not have their money. Part
   * of that write, behind the awards and the lock of the money. Refusal: ASKED_BACK.
   */
  async demandMeant(
    reach: Reach,
    { year, confirm }: { year: number; confirm?: readonly FundConfirmation[] },
  ): Promise<void> {
    const fund = await this.queries.fund(reach, year);
    if (fund) await this.askBack(reach, fund, confirm);
  }

  /**
   * Refuses a payment that the fund of a year does not have. Part of that write, behind the lock of the money. Refusal:
   * FUND_EXCEEDED.
   */
  async demandPayable(reach: Reach, { year, amount }: { year: number; amount: string }): Promise<void> {
    const fund = await this.queries.fund(reach, year);
    if (!fund) return;
    const { paid, recovered } = await this.queries.spent(reach, year);
    const left = leftOf(fund, sumOf([paid, `-${recovered}`]));
    if (!isShort(sumOf([left, `-${amount}`]))) return;
    const words = (language: 'vi' | 'en') => ({ left: inGroups(left, language), amount: inGroups(amount, language) });
    throw new Refusal('FUND_EXCEEDED', { year, left, amount }, [], { vi: words('vi'), en: words('en') });
  }

  private async askBack(reach: Reach, fund: FundMoney, confirm?: readonly FundConfirmation[]): Promise<void> {
    const { committed } = await this.queries.spent(reach, fund.year);
    this.records.refuseOrAsk({ asked: beyondFund(fund, committed), confirm });
  }
}
