import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { HolidaysService } from '../periods/holidays.service.js';
import { mayBeGranted } from './nomination.workflow.js';
import type { NominationRow } from './nominations.queries.js';

/** Days by which the law asks for decisions. Part of other modules' writes. */
@Injectable()
export class DecisionDaysService {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly holidays: HolidaysService,
  ) {}

  /**
   * The day by which a nomination that comes to a state today is to be decided; null: a step stands before the
   * decision, or the law names no day.
   */
  async decideBy(
    caller: Caller,
    reach: Reach,
    { state, steps, ...of }: Pick<NominationRow, 'state' | 'steps' | 'ruleSet' | 'formCode'>,
  ): Promise<string | null> {
    if (!mayBeGranted(state, steps)) return null;
    const limit = await this.catalogue.timeLimit(caller, of, 'DECISION');
    return limit ? this.holidays.dayAfter(reach, caller.on, limit) : null;
  }
}
