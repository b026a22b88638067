import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import { groups } from '../database/batch.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { orRefusal, Refusal, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitAdditionsService, type AddedUnit } from '../units/unit-additions.service.js';
import { UnitAmendmentsService } from '../units/unit-amendments.service.js';
import { UnitMovesService } from '../units/unit-moves.service.js';
import { Unit } from '../units/unit.entity.js';
import type { AddUnit } from '../units/unit.inputs.js';
import { UnitsQueries, type UnitRow as UnitThere } from '../units/units.queries.js';
import type { ImportUnits } from './import.inputs.js';
import {
  onceEach,
  outcomeOf,
  rejected,
  type ImportAt,
  type Importer,
  type RowOutcome,
  type RowRead,
} from './importer.js';
import { UnitsMeantService, type Meant } from './units-meant.service.js';
import { byLevel, changesOf, type UnitChanges } from './unit-row.rules.js';
import { unitColumns, ImportedUnit } from './unit-row.js';

type At = ImportAt<ImportUnits>;

/** Units as they are imported: in few statements, where their rows want the same. */
@Injectable()
export class UnitImporter implements Importer<ImportedUnit, ImportUnits> {
  readonly columns = unitColumns;
  readonly row = ImportedUnit;

  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly meant: UnitsMeantService,
    private readonly additions: UnitAdditionsService,
    private readonly amendments: UnitAmendmentsService,
    private readonly acts: UnitActsService,
    private readonly moves: UnitMovesService,
    private readonly records: RecordsService,
    private readonly several: SeveralRecordsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedUnit>[]): Promise<readonly RowOutcome[]> {
    await this.queries.lock(caller.reachIn(at.commune));
    const meant = eachOnce(rows, await this.meant.of(caller, at, rows));
    const added = await this.added(
      caller,
      at,
      meant.flatMap((each) => ('added' in each ? [each.added] : [])),
    );
    const changed = await this.changed(caller, at, meant.filter(isOfThere));
    return meant.map((each, index) => {
      if (each instanceof Refusal) return rejected(rows[index]?.row.code ?? null, each);
      if (isOfThere(each)) return expected(changed.get(each.there.code), `${each.there.code} was not judged.`);
      return outcomeOf('CREATED', each.added.code, expected(added.get(each.added), 'A unit was not judged.'));
    });
  }

  /** Adds units, those above others first; each, or its refusal. */
  private async added(
    caller: Caller,
    { commune }: At,
    asked: readonly AddUnit[],
  ): Promise<Map<AddUnit, Unit | Refusal>> {
    const found = new Map<AddUnit, Unit | Refusal>();
    const { levels, circular } = byLevel(asked);
    for (const unit of circular) found.set(unit, circle(unit.code));
    for (const level of levels) {
      const added = await this.additions.addEach(caller, { commune, by: 'importUnits' }, level);
      const units = added.flatMap((each) => (each instanceof Refusal ? [] : [each]));
      level.forEach((unit, index) => {
        const each = expected(added[index], `${unit.code} was not judged.`);
        found.set(unit, each instanceof Refusal ? each : each.unit);
      });
      for (const isConfirmed of [false, true])
        await this.database.attempt(() =>
          this.journal(
            caller,
            units.filter((each) => each.isConfirmed === isConfirmed),
          ),
        );
    }
    return found;
  }

  /** Journals units that were added; that they are meant, where they are. */
  private async journal(caller: Caller, added: readonly AddedUnit[]): Promise<void> {
    if (added[0]?.isConfirmed) this.records.refuseOrConfirm({ points: [], asked: [], confirmed: ['ALIKE'] });
    await this.several.journalNew(
      caller,
      { entity: Unit, kind: 'unit.added' },
      added.map(({ unit }) => unit),
    );
  }

  /**
   * Changes units as their rows say; an outcome for each, by its code. Those that are only amended, or only moved below
   * the same unit, in few statements; the others act by act.
   */
  private async changed(caller: Caller, at: At, rows: readonly OfThere[]): Promise<Map<string, RowOutcome>> {
    const { commune, given } = at;
    const outcomes = new Map<string, RowOutcome>();
    const changes: Changed[] = [];
    for (const { there, row } of rows) {
      const { code } = there;
      const change = changesOf(there, row);
      if (change instanceof Refusal) outcomes.set(code, rejected(code, change));
      else if (!change) outcomes.set(code, outcomeOf('UNCHANGED', code, there));
      else changes.push({ ...change, there });
    }
    const done = ({ there: { code } }: Changed, unit: { id: string } | Refusal) =>
      outcomes.set(code, outcomeOf('UPDATED', code, unit));
    const amended = changes.filter(({ parent }) => parent === undefined);
    const asked = amended.map(({ there: { code }, amended: to }) => ({ ...to, code }));
    const units = await this.amendments.amendEach(caller, { commune, confirm: given.confirm }, asked);
    amended.forEach((each, index) => done(each, expected(units[index], `${each.there.code} was not judged.`)));
    const moved = changes.filter((each) => each.parent !== undefined && !each.amended);
    for (const group of groups(moved, ({ parent }) => [parent ?? '']))
      if (await this.areMoved(caller, commune, group)) group.forEach((each) => done(each, each.there));
      else for (const each of group) done(each, await this.changedAlone(caller, at, each));
    const both = changes.filter((each) => each.parent !== undefined && each.amended);
    for (const each of both) done(each, await this.changedAlone(caller, at, each));
    return outcomes;
  }

  /** Moves units below the same unit; gives whether it did: none is moved where one may not be, or is asked back. */
  private async areMoved(caller: Caller, commune: string, [first, ...more]: [Changed, ...Changed[]]): Promise<boolean> {
    const { parent } = first;
    const units = [first, ...more].map(({ there: { code } }) => code);
    if (more.length === 0) return false;
    const move = () => this.database.attempt(() => this.moves.moveUnits(caller, commune, { units, parent }));
    return !((await orRefusal(move)) instanceof Refusal);
  }

  /** Changes a unit as its row says; what a refused act has done is undone. */
  private changedAlone(
    caller: Caller,
    { commune, given: { confirm } }: At,
    { there, amended, parent }: Changed,
  ): Promise<Unit | Refusal> {
    const { code } = there;
    const act = async () => {
      // An earlier row may have moved it with the unit above.
      const now = await this.queries.unit(caller.reachIn(commune), { code, on: caller.on });
      let unit: Unit = now ?? there;
      const at = () => ({ commune, unit: code, expectedVersion: unit.version });
      if (amended) unit = await this.acts.amendUnit(caller, at(), { ...amended, confirm });
      if (parent !== undefined) unit = await this.moves.moveUnit(caller, at(), { parent, confirm });
      return unit;
    };
    return orRefusal(() => this.database.attempt(act));
  }
}

/** A row of a unit that is there, and what it changes. */
type OfThere = Extract<Meant, { there: UnitThere }>;
type Changed = UnitChanges & Pick<OfThere, 'there'>;

const isOfThere = (meant: Meant): meant is OfThere => 'there' in meant;

const circle = (code: string) =>
  wrong('/parent', 'BELOW_ITSELF', {
    en: `"${code}" would stand below itself.`,
    vi: `"${code}" không thể nằm dưới chính nó.`,
  });

/** Meanings of rows, each unit once: a later row of the same unit is refused. */
function eachOnce(rows: readonly RowRead<ImportedUnit>[], meant: readonly Meant[]): Meant[] {
  const again = onceEach();
  return meant.map((each, index) => {
    if (each instanceof Refusal) return each;
    const { code } = 'there' in each ? each.there : each.added;
    return again(code, rows[index]?.number ?? 0) ?? each;
  });
}
