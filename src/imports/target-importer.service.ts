import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Asked, AskedAs } from '../api/asked.js';
import { line } from '../api/text-shapes.js';
import { Database } from '../database/database.js';
import { periodOf } from '../indicators/period.js';
import { PlansService } from '../indicators/plans.service.js';
import { TargetActsService } from '../indicators/target-acts.service.js';
import { SetTarget, TargetAt } from '../indicators/target.inputs.js';
import { TargetsService } from '../indicators/targets.service.js';
import { orRefusal, Refusal } from '../refusals.js';
import type { SheetColumn } from '../sheets/column.js';
import type { ImportTargets } from './import.inputs.js';
import { rowTwice, type Importer, type RowOutcome, type RowRead } from './importer.js';
import { NamesService } from './names.service.js';
import { indicatorHeadings, periodHeadings, unitHeadings } from './row-headings.data.js';

/** A row of a table of targets. */
export class TargetRow {
  @Asked(line(500), 'Code or name of the indicator.') indicatorCode: string;
  @Asked(line(200), 'Code or name of the unit.') unitCode: string;
  @AskedAs(TargetAt, { optional: true }) period?: string;
  @AskedAs(SetTarget) value: string;
}

export const targetColumns: readonly SheetColumn<keyof TargetRow>[] = [
  { member: 'indicatorCode', headings: indicatorHeadings, required: true },
  { member: 'unitCode', headings: unitHeadings, required: true },
  { member: 'period', headings: periodHeadings },
  {
    member: 'value',
    headings: ['Mức giao', 'Giá trị', 'Chỉ tiêu giao', 'Kế hoạch giao'],
    reading: 'FIGURE',
    required: true,
  },
];

interface At {
  commune: string;
  given: ImportTargets;
}

/** Targets as they are imported: each is set by its act. */
@Injectable()
export class TargetImporter implements Importer<TargetRow, ImportTargets> {
  readonly row = TargetRow;
  readonly columns = targetColumns;

  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
    private readonly plans: PlansService,
    private readonly targets: TargetsService,
    private readonly acts: TargetActsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<TargetRow>[]): Promise<readonly RowOutcome[]> {
    const { commune, given } = at;
    const { plan, reason, confirm } = given;
    const indicatorOf = await this.names.indicatorsNamed(caller, { commune, plan, pointer: '/indicatorCode' });
    const texts = rows.map(({ row }) => row.unitCode);
    const unitOf = await this.names.unitsNamed(caller, { commune, pointer: '/unitCode' }, texts);
    const there = await this.there(caller, at);
    const whole = periodOf(await this.plans.planToReport(caller, commune, plan));
    const done = new Map<string, number>();
    const outcomes: RowOutcome[] = [];
    for (const { number, row } of rows) {
      const [indicator, unit] = [indicatorOf(row.indicatorCode), unitOf(row.unitCode)];
      const period = row.period ?? given.period ?? whole;
      const refusal = [indicator, unit].find((each) => each instanceof Refusal);
      const [code, of] = [(indicator as { code: string }).code, (unit as { code: string }).code];
      const key = `${code} ${of} ${period}`;
      const earlier = done.get(key);
      done.set(key, number);
      if (refusal || earlier !== undefined) {
        outcomes.push({ outcome: 'REJECTED', code: null, refusal: (refusal as Refusal) ?? rowTwice(earlier ?? 0) });
        continue;
      }
      const known = there.get(key);
      if (known?.value === row.value) {
        outcomes.push({ outcome: 'UNCHANGED', code: key, recordId: known.id });
        continue;
      }
      const place = { commune, plan, code, unit: of, period, expectedVersion: known?.version ?? 0 };
      const set = await orRefusal(() =>
        this.database.attempt(() => this.acts.setTarget(caller, place, { value: row.value, reason, confirm })),
      );
      outcomes.push(
        set instanceof Refusal
          ? { outcome: 'REJECTED', code: key, refusal: set }
          : { outcome: known ? 'UPDATED' : 'CREATED', code: key, recordId: set.id },
      );
    }
    return outcomes;
  }

  /** Targets of the plan by indicator, unit and period. */
  private async there(caller: Caller, { commune, given: { plan } }: At) {
    const there = new Map<string, { id: string; version: number; value: string }>();
    let after: string | undefined;
    do {
      const page = await this.targets.targets(caller, { commune, plan }, { first: 500, after });
      for (const each of page.items) there.set(`${each.indicatorCode} ${each.unitCode} ${each.period}`, each);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return there;
  }
}
