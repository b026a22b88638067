import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Asked, AskedAs } from '../api/asked.js';
import { allOf } from '../api/lists.js';
import { line } from '../api/text-shapes.js';
import { Database } from '../database/database.js';
import { periodOf } from '../indicators/period.js';
import { PlansService } from '../indicators/plans.service.js';
import { TargetActsService } from '../indicators/target-acts.service.js';
import { SetTarget, TargetAt } from '../indicators/target.inputs.js';
import type { Target } from '../indicators/target.entity.js';
import { TargetsService } from '../indicators/targets.service.js';
import { orRefusal, Refusal } from '../refusals.js';
import type { SheetColumn } from '../sheets/column.js';
import type { ImportTargets } from './import.inputs.js';
import {
  onceEach,
  outcomeOf,
  rejected,
  type ImportAt,
  type Importer,
  type RowOutcome,
  type RowRead,
} from './importer.js';
import { inBaseUnit } from './value-unit.rules.js';
import { NamesService } from './names.service.js';
import { indicatorHeadings, periodHeadings, unitHeadings } from './row-headings.data.js';

/** A row of a table of targets. */
export class ImportedTarget {
  @Asked(line(500), 'Code or name of the indicator.') indicatorCode: string;
  @Asked(line(200), 'Code or name of the unit.') unitCode: string;
  @AskedAs(TargetAt, { optional: true }) period?: string;
  @AskedAs(SetTarget) value: string;
  @Asked(line(100), 'Unit of measurement of the value; left out, the base unit.', { optional: true })
  valueUnit?: string;
}

export const targetColumns: readonly SheetColumn<keyof ImportedTarget>[] = [
  { member: 'indicatorCode', headings: indicatorHeadings, required: true },
  { member: 'unitCode', headings: unitHeadings, required: true },
  { member: 'period', headings: periodHeadings, reading: 'PERIOD' },
  {
    member: 'value',
    headings: ['Mức giao', 'Giá trị', 'Chỉ tiêu giao', 'Kế hoạch giao'],
    reading: 'FIGURE',
    required: true,
  },
  { member: 'valueUnit', headings: ['Đơn vị tính của mức giao', 'ĐVT của mức giao'] },
];

type At = ImportAt<ImportTargets>;

/** Targets as they are imported: each is set by its act. */
@Injectable()
export class TargetImporter implements Importer<ImportedTarget, ImportTargets> {
  readonly row = ImportedTarget;
  readonly columns = targetColumns;
  // A table has the base unit, as exports have it, whatever unit stands beside for readers; a matrix is of an office.
  readonly matrix = { across: 'unitCode', value: 'value', headings: { valueUnit: ['Đơn vị tính', 'ĐVT'] } } as const;

  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
    private readonly plans: PlansService,
    private readonly targets: TargetsService,
    private readonly acts: TargetActsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedTarget>[]): Promise<readonly RowOutcome[]> {
    const { commune, given } = at;
    const { plan, reason, confirm } = given;
    const indicatorOf = await this.names.indicatorsNamed(caller, { commune, plan, pointer: '/indicatorCode' });
    const texts = rows.map(({ row }) => row.unitCode);
    const unitOf = await this.names.unitsNamed(caller, { commune, pointer: '/unitCode' }, texts);
    const there = await this.there(caller, at);
    const whole = periodOf(await this.plans.planToReport(caller, commune, plan));
    const again = onceEach();
    const keep = async ({ number, row }: RowRead<ImportedTarget>): Promise<RowOutcome> => {
      const { period = given.period ?? whole, valueUnit } = row;
      const [indicator, unit] = [indicatorOf(row.indicatorCode), unitOf(row.unitCode)];
      if (indicator instanceof Refusal) return rejected(null, indicator);
      if (unit instanceof Refusal) return rejected(null, unit);
      const key = keyOf({ indicatorCode: indicator.code, unitCode: unit.code, period });
      const twice = again(key, number);
      if (twice) return rejected(null, twice);
      const value = inBaseUnit(indicator, row.value, valueUnit);
      if (value instanceof Refusal) return rejected(key, value);
      const note = { column: 'value', raw: `${row.value} ${valueUnit}`, value, reading: 'UNIT' } as const;
      const notes = value === row.value ? [] : [note];
      const known = there.get(key);
      if (known?.value === value) return { ...outcomeOf('UNCHANGED', key, known), notes };
      const place = { commune, plan, code: indicator.code, unit: unit.code, period };
      const set = () =>
        this.acts.setTarget(caller, { ...place, expectedVersion: known?.version ?? 0 }, { value, reason, confirm });
      const kept = await orRefusal(() => this.database.attempt(set));
      return { ...outcomeOf(known ? 'UPDATED' : 'CREATED', key, kept), notes };
    };
    const outcomes: RowOutcome[] = [];
    for (const row of rows) outcomes.push(await keep(row));
    return outcomes;
  }

  /** Targets of the plan by indicator, unit and period. */
  private async there(caller: Caller, { commune, given: { plan } }: At): Promise<Map<string, Target>> {
    const targets = await allOf((page) => this.targets.targets(caller, { commune, plan }, page));
    return new Map(targets.map((target) => [keyOf(target), target]));
  }
}

const keyOf = ({ indicatorCode, unitCode, period }: Pick<Target, 'indicatorCode' | 'unitCode' | 'period'>): string =>
  `${indicatorCode} ${unitCode} ${period}`;
