import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import { RecordsService } from '../journal/records.service.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { orRefusal, Refusal, wrong } from '../refusals.js';
import { UnitActsService } from '../units/unit-acts.service.js';
import { UnitAdditionsService, type Added } from '../units/unit-additions.service.js';
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
import { byLevel, changesOf } from './unit-row.rules.js';
import { unitColumns, UnitRow } from './unit-row.js';

type At = ImportAt<ImportUnits>;

/** Units as they are imported: new ones in few statements, the changed ones act by act. */
@Injectable()
export class UnitImporter implements Importer<UnitRow, ImportUnits> {
  readonly columns = unitColumns;
  readonly row = UnitRow;

  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly meant: UnitsMeantService,
    private readonly additions: UnitAdditionsService,
    private readonly acts: UnitActsService,
    private readonly moves: UnitMovesService,
    private readonly records: RecordsService,
    private readonly several: SeveralRecordsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<UnitRow>[]): Promise<readonly RowOutcome[]> {
    await this.queries.lock(caller.in(at.commune));
    const meant = eachOnce(rows, await this.meant.of(caller, at, rows));
    const added = await this.added(
      caller,
      at,
      meant.flatMap((each) => ('added' in each ? [each.added] : [])),
    );
    const outcomes: RowOutcome[] = [];
    for (const [index, each] of meant.entries()) {
      const code = rows[index]?.row.code ?? null;
      if (each instanceof Refusal) outcomes.push(rejected(code, each));
      else if ('there' in each) outcomes.push(await this.changed(caller, at, each));
      else
        outcomes.push(outcomeOf('CREATED', each.added.code, expected(added.get(each.added), 'A unit was not judged.')));
    }
    return outcomes;
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
      for (const isMeant of [false, true])
        await this.database.attempt(() =>
          this.journal(
            caller,
            units.filter((each) => each.isMeant === isMeant),
          ),
        );
    }
    return found;
  }

  /** Journals units that were added; that they are meant, where they are. */
  private async journal(caller: Caller, added: readonly Added[]): Promise<void> {
    if (added[0]?.isMeant) this.records.refuseOrConfirm({ points: [], asked: [], meant: ['ALIKE'] });
    await this.several.journalNew(
      caller,
      { entity: Unit, kind: 'unit.added' },
      added.map(({ unit }) => unit),
    );
  }

  /** Changes a unit as its row says; what a refused act has done is undone. */
  private async changed(
    caller: Caller,
    { commune, given: { confirm } }: At,
    { there, row }: { there: UnitThere; row: UnitRow },
  ): Promise<RowOutcome> {
    const { code } = there;
    const changes = changesOf(there, row);
    if (changes instanceof Refusal) return rejected(code, changes);
    if (!changes) return outcomeOf('UNCHANGED', code, there);
    const { amended, parent } = changes;
    const act = async () => {
      // An earlier row may have moved it with the unit above.
      const now = await this.queries.unit(caller.in(commune), { code, on: caller.on });
      let unit: Unit = now ?? there;
      const at = () => ({ commune, unit: code, expectedVersion: unit.version });
      if (amended) unit = await this.acts.amendUnit(caller, at(), { ...amended, confirm });
      if (parent !== undefined) unit = await this.moves.moveUnit(caller, at(), { parent, confirm });
      return unit;
    };
    return outcomeOf('UPDATED', code, await orRefusal(() => this.database.attempt(act)));
  }
}

const circle = (code: string) =>
  wrong('/parent', 'BELOW_ITSELF', {
    en: `"${code}" would stand below itself.`,
    vi: `"${code}" không thể nằm dưới chính nó.`,
  });

/** Meanings of rows, each unit once: a later row of the same unit is refused. */
function eachOnce(rows: readonly RowRead<UnitRow>[], meant: readonly Meant[]): Meant[] {
  const again = onceEach();
  return meant.map((each, index) => {
    if (each instanceof Refusal) return each;
    const { code } = 'there' in each ? each.there : each.added;
    return again(code, rows[index]?.number ?? 0) ?? each;
  });
}
