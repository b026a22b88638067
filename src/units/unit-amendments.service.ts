import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { eachInTurn } from '../database/in-turn.js';
import { fold } from '../database/text.js';
import { audienceOf, RecordsService } from '../journal/records.service.js';
import { points, type Point } from '../points.js';
import { isSound, Refusal, refusalOf, refusalWith } from '../refusals.js';
import { alike, lookingLike, NumbersHeld, othersNumbers } from './unit-likeness.rules.js';
import { UnitLikenessService } from './unit-likeness.service.js';
import { Unit } from './unit.entity.js';
import type { AmendUnit, UnitConfirmation } from './unit.inputs.js';
import { brokenIdentifiers, kept, notValidOn, validOn } from './unit.rules.js';
import { UnitStepsService } from './unit-steps.service.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitsQueries, type UnitRow, type UnitThen } from './units.queries.js';

/** Changes of the unit of a code, from today on. */
export interface UnitAmended extends Pick<AmendUnit, 'name' | 'kindText' | 'identifiers'> {
  code: string;
}

/** A unit, and what it is to be. */
interface Found {
  unit: UnitThen;
  to: UnitAmended;
}

/** A unit that is amended. `isConfirmed`: though its name looks like one beside it, which is journaled with it. */
type Amendment = Found & { isConfirmed: boolean };

/** Many units as they are amended, in few statements. Part of a write. */
@Injectable()
export class UnitAmendmentsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly steps: UnitStepsService,
    private readonly likeness: UnitLikenessService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Amends units from today on; gives in the order asked each one, or its refusal: those of `amendUnit`. A name is held
   * against the names that all of them have afterwards.
   */
  async amendEach(
    caller: Caller,
    { commune, confirm = [] }: { commune: string; confirm?: readonly UnitConfirmation[] },
    asked: readonly UnitAmended[],
  ): Promise<(Unit | Refusal)[]> {
    const reach = caller.reachIn(commune);
    await this.queries.lock(reach);
    const found = await this.found(caller, commune, asked);
    const judged = await this.judged(caller, { ...reach, confirm }, found);
    const amended = new Map<string, Unit>();
    for (const isConfirmed of [false, true])
      await this.database.attempt(async () => {
        if (isConfirmed) this.records.refuseOrConfirm({ points: [], asked: [], confirmed: ['ALIKE'] });
        const some = judged.filter(isSound).filter((each) => each.isConfirmed === isConfirmed);
        for (const unit of await this.amend(caller, reach, some)) amended.set(unit.id, unit);
      });
    return judged.map((each) =>
      isSound(each) ? expected(amended.get(each.unit.id), `${each.to.code} was not amended.`) : each,
    );
  }

  /** The units that may be amended, each with what it is to be, or the refusal. */
  private async found(caller: Caller, commune: string, asked: readonly UnitAmended[]): Promise<(Found | Refusal)[]> {
    const { on } = caller;
    const codes = asked.map(({ code }) => code);
    const there = await this.queries.unitsNamed(caller.reachIn(commune), codes, { on, today: on });
    const byCode = new Map(there.map((unit) => [unit.code, unit]));
    return asked.map((to) => {
      const unit = expected(byCode.get(to.code), `The unit ${to.code} was to be amended and is not there.`);
      const denied = refusalOf(() => caller.demandFor('amendUnit', commune, unit.pathToday));
      return denied ?? (validOn(unit, on) ? { unit, to } : notValidOn(to.code, on, '/from'));
    });
  }

  /** The amendments, or the refusal of each that breaks a rule or is asked back. */
  private async judged(
    caller: Caller,
    { communeId, confirm }: Reach & { confirm: readonly UnitConfirmation[] },
    found: readonly (Found | Refusal)[],
  ): Promise<(Amendment | Refusal)[]> {
    const sound = found.filter(isSound);
    const named = sound.flatMap(({ unit, to: { name } }) => (name === undefined ? [] : [{ ...unit, name }]));
    const renamed = new Set(named.map(({ id }) => id));
    const folded = [...new Set(named.map(({ name }) => fold(name)))];
    const others = folded.length === 0 ? [] : await this.terms.foundAs(communeId, { folded, from: caller.on });
    const alikeTo = lookingLike([...others.filter(({ id }) => !renamed.has(id)), ...named]);
    const numbers = sound.flatMap(({ to: { identifiers = [] } }) => identifiers);
    const held = new NumbersHeld(await this.likeness.holdersOf(communeId, numbers));
    return found.map((each) => {
      if (each instanceof Refusal) return each;
      const { unit, to } = each;
      const { name, identifiers } = to;
      const own = brokenIdentifiers(unit.kind, identifiers ?? []);
      const broken = own.length > 0 ? own : othersNumbers(caller, held.byOthers(unit, identifiers), identifiers ?? []);
      const asked: Point[] = name === undefined ? [] : points(alike({ name }, alikeTo({ ...unit, name })[0], '/name'));
      const isConfirmed = asked.length > 0 && confirm.includes('ALIKE');
      const refusal = refusalWith(broken, isConfirmed ? [] : asked);
      if (refusal) return refusal;
      if (identifiers) held.give(unit, identifiers);
      return { ...each, isConfirmed };
    });
  }

  /** Writes and journals amendments; gives the units as they are then. */
  private async amend(caller: Caller, reach: Reach, amendments: readonly Amendment[]): Promise<UnitRow[]> {
    if (amendments.length === 0) return [];
    const { communeId } = reach;
    const ids = amendments.map(({ unit: { id } }) => id);
    await hold(this.database, Unit, { communeId, ids });
    await this.steps.renameEach(
      amendments.flatMap(({ unit, to: { name } }) => (name === undefined ? [] : [{ unit, name }])),
      caller.on,
    );
    await this.queries.amendEach(
      communeId,
      amendments.map(({ unit, to: { kindText = unit.kindText, identifiers } }) => ({
        ...{ id: unit.id, kindText },
        identifiers: identifiers ? kept(identifiers) : unit.identifiers,
      })),
    );
    const asked = ids.map((id) => ({ reach, id }));
    const rows = (await this.queries.unitsById(asked, caller.on)).map((row) =>
      expected(row, 'A unit that was amended is not there.'),
    );
    await eachInTurn(rows, (some) => {
      for (const row of some)
        this.records.journalAll(caller, { entity: Unit, kind: 'unit.amended', seenBefore: audienceOf(row) }, [row]);
    });
    return rows;
  }
}
