import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import { PlansService } from '../indicators/plans.service.js';
import type { PlanAt } from '../indicators/plan.inputs.js';
import type { SheetColumn } from '../sheets/column.js';
import { SubmissionOwedService } from '../submissions/submission-owed.service.js';
import type { Result } from '../submissions/result.entity.js';
import { ResultsService } from '../submissions/results.service.js';
import { UnitsService } from '../units/units.service.js';
import { entryColumns } from './entry-row.js';
import { factColumns } from './fact-row.js';
import type { ImportForm } from './import-form.view.js';
import { indicatorColumns } from './indicator-row.js';
import { NamesService } from './names.service.js';
import { nominationColumns } from './nomination-row.js';
import { periodBefore } from './period-before.rules.js';
import { targetColumns } from './target-importer.service.js';
import type { FormFor, ImportKind } from './template.inputs.js';
import { unitColumns } from './unit-row.js';
import { figureDisplayed } from './value-unit.rules.js';

const columnsOf: Readonly<Record<ImportKind, readonly SheetColumn[]>> = {
  units: unitColumns,
  indicators: indicatorColumns,
  targets: targetColumns,
  entries: entryColumns,
  facts: factColumns,
  nominations: nominationColumns,
};

const headingsOf = (columns: readonly SheetColumn[]): string[] => columns.map(({ headings: [heading] }) => heading);

/** Columns that a report's form has for its reader: no import knows them. */
const forReaders = ['Tên chỉ tiêu', 'Kỳ trước'] as const;

/** Forms to be filled in and imported. */
@Injectable()
export class ImportFormsService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlansService,
    private readonly names: NamesService,
    private readonly units: UnitsService,
    private readonly owed: SubmissionOwedService,
    private readonly results: ResultsService,
  ) {}

  /** Form of a kind of rows: its headings. */
  importTemplate(caller: Caller, { commune, kind }: CommuneAt & { kind: ImportKind }): ImportForm {
    caller.reachIn(commune);
    return { headings: headingsOf(columnsOf[kind]), rows: [] };
  }

  /**
   * Form of the report of a unit for a period: a row for each figure that it owes, or reported for the period before,
   * with that figure beside, both in the unit of measurement that the row names. Refusals: NOT_FOUND; RULE for a unit
   * that is not there.
   */
  submissionTemplate(caller: Caller, at: CommuneAt & PlanAt & FormFor): Promise<ImportForm> {
    const { commune, plan, unit: code, period } = at;
    return this.database.read(caller, async () => {
      const { id: planId, communeId } = await this.plans.plan(caller, commune, plan);
      const { id: unitId, kind: unitKind } = await this.units.unit(caller, { commune, unit: code });
      const of = { communeId, planId, period, unitId, unitCode: code, unitKind };
      const [owed = []] = await this.owed.owed(caller, [of]);
      const before = await this.before(caller, at);
      const rows: ImportForm['rows'][number][] = [];
      const indicators = new Map((await this.names.indicatorsOf(caller, at)).map((each) => [each.code, each]));
      for (const indicatorCode of new Set([...owed, ...before.keys()])) {
        const indicator = expected(indicators.get(indicatorCode), `${indicatorCode} is owed and not there.`);
        const { name, measure } = indicator;
        const cells: Partial<Record<string, string>> = {
          ...{ unitCode: code, indicatorCode, period },
          valueUnit: measure.displayUnit,
        };
        const known = entryColumns.map(({ member }) => cells[member] ?? '');
        rows.push({ cells: [...known, name, figureDisplayed(indicator, before.get(indicatorCode))] });
      }
      return { headings: [...headingsOf(entryColumns), ...forReaders], rows };
    });
  }

  /** Approved figures of the unit for the period before, by indicator. */
  private async before(
    caller: Caller,
    { commune, plan, unit, period }: CommuneAt & PlanAt & FormFor,
  ): Promise<Map<string, Result>> {
    const earlier = periodBefore(period);
    if (earlier === undefined) return new Map();
    const list = { plan: [plan], unit: [unit], period: [earlier], first: 500 };
    const { items } = await this.results.results(caller, commune, list);
    return new Map(items.map((result) => [result.indicatorCode, result]));
  }
}
