import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { found, firstOrNotFound } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { likeFolded } from '../database/text.js';
import { Refusal } from '../refusals.js';
import { TakenWord } from './taken-word.entity.js';
import type { Unit } from './unit.entity.js';
import type { ListUnits } from './unit.inputs.js';
import { validOn } from './unit.rules.js';
import { UnitsQueries, type UnitRow } from './units.queries.js';

@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
  ) {}

  /** The units valid on a day, in Vietnamese order of names, people by given name. */
  async units(caller: Caller, commune: string, list: ListUnits): Promise<Page<Unit>> {
    return firstOrNotFound(await this.unitsOf(caller, [caller.in(commune)], list));
  }

  /** The same page of several communes, in the order asked. */
  unitsOf(
    caller: Caller,
    reaches: readonly Reach[],
    { kind, parent, asOf, search, identifier, ...page }: ListUnits,
  ): Promise<Page<Unit>[]> {
    return this.database.read(caller, async () => {
      const after = keysAfter(page.after, ['text', 'text']) as readonly [string, string] | null;
      const first = firstOf(page);
      const filter = {
        on: asOf ?? caller.on,
        kinds: kind,
        parent,
        like: likeFolded(search),
        identifier: identifierOf(identifier),
        after,
        limit: first + 1,
      };
      const rows = await this.queries.units(reaches, filter);
      return reaches.map(({ commune }) =>
        pageOf(
          rows.filter(({ communeId }) => communeId === commune),
          first,
          (unit) => [unit.sortName, unit.code],
        ),
      );
    });
  }

  /** One unit as it was on a day; a closed one as it was last. */
  unit(caller: Caller, commune: string, code: string, asOf: string = caller.on): Promise<Unit> {
    return this.database.read(caller, async () => found(await this.queries.unit(caller.in(commune), code, asOf)));
  }

  /** Units by id, today; undefined where there is nothing to see. */
  unitsById(caller: Caller, asked: readonly { communeId: number; id: string }[]): Promise<(Unit | undefined)[]> {
    return this.database.read(caller, () =>
      this.queries.unitsById(
        asked.map(({ communeId, id }) => ({ reach: caller.inCommune(communeId), id })),
        caller.on,
      ),
    );
  }

  /** The unit of a code that is valid today. Refusal: RULE at a pointer of the input. */
  async unitNamed(
    caller: Caller,
    commune: string,
    code: string,
    pointer: string,
    on: string = caller.on,
  ): Promise<UnitRow> {
    const unit = await this.queries.unit(caller.in(commune), code, on);
    if (!unit || !validOn(unit, on))
      throw new Refusal('RULE', {}, [{ pointer, code: 'NOT_VALID', detail: `There is no unit "${code}" on ${on}.` }]);
    return unit;
  }

  /** The unit of a code as it was on a day, valid then or not; undefined where there was none to see. Part of another module's read or write. */
  unitCalled(caller: Caller, commune: string, code: string, on: string = caller.on): Promise<UnitRow | undefined> {
    return this.queries.unit(caller.in(commune), code, on);
  }

  /** Whether some unit of the commune has, or had, this code. */
  async hasCode(caller: Caller, commune: string, code: string): Promise<boolean> {
    return (await this.queries.unit(caller.in(commune), code, '9999-12-31')) !== undefined;
  }

  /** Holds the commune's units for this write: none comes, changes or ends until it is over. Before all other locks, as those who change units do. */
  hold(reach: Reach): Promise<void> {
    return this.queries.lock(reach);
  }

  /** Takes a word for a movement: no unit gets it as its code any more. Refusal: CODE_TAKEN when one has it. */
  async takeWord(caller: Caller, commune: string, word: string, planId: string): Promise<void> {
    await this.database.manager.insert(TakenWord, {
      communeId: caller.in(commune).commune,
      holderId: planId,
      word,
      takenBy: 'MOVEMENT',
    });
  }
}

/** `gso:18307` is a system and its code. */
function identifierOf(text: string | undefined): { system: string; value: string } | undefined {
  if (text === undefined) return undefined;
  const [system = '', ...rest] = text.split(':');
  return { system, value: rest.join(':') };
}
