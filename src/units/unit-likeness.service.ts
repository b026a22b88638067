import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { IdentifierGiven } from '../communes/identifier.inputs.js';
import { citizens } from '../communes/identifier.rules.js';
import { fold } from '../database/text.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse } from '../refusals.js';
import { askedBack, othersNumbers, type NumberHolder, type UnitPlaced } from './unit-likeness.rules.js';
import type { UnitConfirmation } from './unit.inputs.js';
import { UnitTermsQueries } from './unit-terms.queries.js';

/** Units that could be taken for each other: by their names under one unit, or by one citizen's number. */
@Injectable()
export class UnitLikenessService {
  constructor(
    private readonly terms: UnitTermsQueries,
    private readonly records: RecordsService,
  ) {}

  /**
   * Asks back the names of units that look, from a day on, like another of their kind below the same unit; confirmed
   * by ALIKE they pass. Part of a write that names or places them. Refusal: ASKED_BACK.
   */
  async askBack(
    { communeId }: Reach,
    placed: readonly UnitPlaced[],
    { pointer, from, confirm }: { pointer: string; from: string; confirm?: readonly UnitConfirmation[] },
  ): Promise<void> {
    const names = { folded: [...new Set(placed.map(({ name }) => fold(name)))], from };
    const asked = askedBack(placed, await this.terms.foundAs(communeId, names), pointer);
    this.records.refuseOrAsk({ asked, confirm });
  }

  /** Units that have one of the citizens' numbers among these codes, each with that number. */
  async holdersOf(communeId: number, identifiers: readonly IdentifierGiven[]): Promise<NumberHolder[]> {
    const values = identifiers.flatMap(({ system, value }) => (system === citizens ? [value] : []));
    return values.length === 0 ? [] : this.terms.holdersOf(communeId, { system: citizens, values });
  }

  /** Refuses a citizen's number that another unit has. Part of a write that holds the lock. Refusal: RULE. */
  async refuseOthersNumber(
    caller: Caller,
    { communeId }: Reach,
    { id, identifiers }: { id: string; identifiers: readonly IdentifierGiven[] },
  ): Promise<void> {
    const holders = await this.holdersOf(communeId, identifiers);
    refuse(
      othersNumbers(
        caller,
        holders.filter((each) => each.id !== id),
        identifiers,
      ),
    );
  }
}
