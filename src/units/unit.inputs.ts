import { AsOfDay } from '../api/as-of-day.js';
import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, oneOf, record } from '../api/shapes.js';
import { compared, line } from '../api/text-shapes.js';
import { IdentifierGiven } from '../communes/identifier.inputs.js';
import type { UnitKind } from './unit-kind.rules.js';
import { mostMoved } from './unit-move.rules.js';
import { Unit, unitKind } from './unit.entity.js';

const confirmation = oneOf(
  'UnitConfirmation',
  ['ALIKE'],
  'Word on what was asked back (ASKED_BACK): it is meant. ALIKE: the unit is another than the one that looks like it.',
);
export type UnitConfirmation = 'ALIKE';

/** Names a unit. */
@Parameters()
export class UnitAt {
  @Asked(code, 'Code of the unit.')
  unit: string;
}

/** Filters units. */
@Parameters()
export class ListUnits extends Paging {
  @Asked(unitKind, 'Only these kinds.', { optional: true, list: true })
  kind?: UnitKind[];

  @Asked(code, 'Only units directly below this one.', { optional: true })
  parent?: string;

  @AsOfDay('Day for which the units are shown; today when left out.')
  asOf?: string;

  @Asked(compared(100), 'Words of the name or the code; case and diacritics do not matter.', { optional: true })
  search?: string;

  @Asked(
    compared(80),
    'Only the unit with this code of another system, "<system>:<code>"; "cccd" only with personal:read.',
    {
      optional: true,
    },
  )
  identifier?: string;
}

/** A unit as it is to be added. Households and people are seen inside the commune only, until something names them. */
@InputBody('A unit as it is to be added.')
export class AddUnit {
  @AskedAs(Unit) code: string;
  @AskedAs(Unit) kind: UnitKind;
  @AskedAs(Unit, { clearable: true }) kindText?: string | null;

  @Asked(line(200), 'Name of the unit; of a person, their full name.')
  name: string;

  @Asked(code, 'Code of the unit above.', { optional: true })
  parent?: string;

  @Asked(day, 'First day; may lie ahead.')
  validFrom: string;

  @Asked(record(() => IdentifierGiven), 'Codes of other systems.', { optional: true, list: true })
  identifiers?: IdentifierGiven[];

  @AskedAs(Unit, { optional: true }) invented?: boolean;

  @Asked(confirmation, 'Codes of what was asked back (ASKED_BACK) and is meant.', { optional: true, list: true })
  confirm?: UnitConfirmation[];
}

@InputBody('Changes of a unit: absent keeps, null clears, lists whole.')
export class AmendUnit {
  @Amends(AddUnit, { description: 'Name, from the day `from` on.' }) name?: string;

  @Asked(day, 'First day of the new name; today when left out, may lie ahead.', { optional: true })
  from?: string;

  @Amends(AddUnit) kindText?: string | null;
  @Amends(AddUnit) identifiers?: IdentifierGiven[];

  @Asked(code, 'Codes of the units that succeed it, where it has ended.', { optional: true, list: true })
  successors?: string[];

  @Amends(AddUnit) confirm?: UnitConfirmation[];

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('A move of a unit, with all units below it, from a day on.')
export class MoveUnit {
  @Asked(code, 'Code of the unit above; null: none.', { clearable: true })
  parent?: string | null;

  @Asked(day, 'First day there; today when left out, may lie ahead.', { optional: true })
  from?: string;

  @Amends(AddUnit) confirm?: UnitConfirmation[];

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('A move of several units, each with all units below it, from a day on.')
export class MoveUnits {
  @Asked(code, 'Codes of the units; left out: all directly below `below`.', {
    optional: true,
    list: true,
    atMost: mostMoved,
  })
  units?: string[];

  @Asked(code, 'Code of the unit whose units all move, those directly below it; instead of `units`.', {
    optional: true,
  })
  below?: string;

  @AskedAs(MoveUnit, { clearable: true }) parent?: string | null;
  @AskedAs(MoveUnit, { optional: true }) from?: string;
  @Amends(AddUnit) confirm?: UnitConfirmation[];

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The first or last day of a unit that was entered wrongly, set right: absent keeps.')
export class CorrectUnit {
  @Amends(AddUnit, { description: 'First day.' }) validFrom?: string;

  @AskedAs(Unit, {
    optional: true,
    clearable: true,
    description: 'Last day; null: it was closed by mistake and goes on.',
  })
  validTo?: string | null;

  @Reason()
  reason: string;
}

@InputBody('The end of a unit. Its records stay; its appointments and memberships end with it.')
export class CloseUnit {
  @Asked(day, 'Last day; today when left out, may lie ahead.', { optional: true })
  lastDay?: string;

  @Asked(code, 'Codes of the units that succeed it: one after a merger, several after a split.', {
    optional: true,
    list: true,
  })
  successors?: string[];

  @Reason()
  reason: string;
}
