import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { pagedAcross, pagedWhole, pageSize, sliceOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { indicatorsNamed, nameOf } from '../indicators/indicators-named.js';
import { Refusal } from '../refusals.js';
import { point } from '../points.js';
import { CompletenessService } from '../progress/completeness.service.js';
import type { Completeness } from '../progress/completeness.view.js';
import type { Progress } from '../progress/progress.view.js';
import { ProgressService } from '../progress/progress.service.js';
import { mostWithoutIndicator, type ListCompletenessOfAll, type ListProgressOfAll } from './across.inputs.js';
import { AcrossService, reachesListed } from './across.service.js';
import type { ProgressOfAll } from './progress-of-all.view.js';
import { together, type Measured } from './together.rules.js';

const byRow = {
  types: ['int', 'text', 'text'],
  keysOf: ({ progress, indicator }: ProgressOfAll) => [progress?.sortOrder ?? 0, indicator, progress?.unitCode ?? ''],
} as const;
const byIndicator = {
  types: ['text', 'text'],
  keysOf: (row: ProgressOfAll) => [row.indicator, row.commune ?? ''],
} as const;
const byUnit = { types: ['text'], keysOf: ({ unitCode }: Completeness) => [unitCode ?? ''] } as const;

/** A row of a commune with how its indicator is measured. */
interface Row {
  shown: ProgressOfAll;
  overUnits: string;
}

/** Progress and completeness of all communes in reach, computed commune by commune. */
@Injectable()
export class ProgressOfAllService {
  constructor(
    private readonly database: Database,
    private readonly across: AcrossService,
    private readonly progress: ProgressService,
    private readonly completeness: CompletenessService,
  ) {}

  /**
   * Progress of the plan of a key in all communes in reach, by commune, then in the order of its document; with
   * `aggregate` by indicator, of all communes together where they measure it alike. Refusals: INVALID for a page that
   * is too long without an indicator, and for an aggregate without one; RULE for a day ahead.
   */
  progressOfAll(caller: Caller, list: ListProgressOfAll): Promise<Page<ProgressOfAll>> {
    const { indicator, aggregate = false, first } = list;
    if (aggregate && !indicator) throw missing('indicator');
    const page = { first: indicator ? first : boundedFirst(first), after: list.after };
    return this.database.read(caller, async () => {
      const reaches = await this.across.changed(reachesListed(caller, 'progress', list), list);
      if (aggregate) return pagedWhole(page, byIndicator, await this.aggregated(caller, reaches, list));
      return pagedAcross(reaches, { ...page, order: byRow }, async (reach, slice) => {
        const [rows = []] = await this.rowsOf(caller, [reach], list);
        return sliceOf(
          rows.map((row) => row.shown),
          byRow,
          slice,
        );
      });
    });
  }

  /** Completeness of the plan of a key in all communes in reach. Refusals: INVALID; RULE for a day ahead. */
  completenessOfAll(
    caller: Caller,
    { plan, period, asOf, units = false, ...list }: ListCompletenessOfAll,
  ): Promise<Page<Completeness>> {
    const page = { first: boundedFirst(list.first), after: list.after };
    return this.database.read(caller, async () => {
      const reaches = await this.across.changed(reachesListed(caller, 'completeness', list), list);
      return pagedAcross(reaches, { ...page, order: byUnit }, async (reach, slice) => {
        const at = { commune: reach.key, plan };
        const rows = await this.completeness.rowsOf(caller, at, { period, asOf });
        const shown = rows.filter(({ unitId }) => units || unitId === null);
        return sliceOf(
          shown.map((row) => ({ ...row, commune: reach.key })),
          byUnit,
          slice,
        );
      });
    });
  }

  /** Rows of each commune. */
  private async rowsOf(
    caller: Caller,
    reaches: readonly Reach[],
    { plan: key, indicator, units, period, asOf }: ListProgressOfAll,
  ): Promise<Row[][]> {
    const named = indicator && indicatorsNamed(indicator);
    const communeIds = reaches.map(({ communeId }) => communeId);
    const ofCommunes = await this.progress.progressOfCommunes(caller, { communeIds, key }, { units, period, asOf });
    return reaches.map((reach, index) =>
      (ofCommunes[index] ?? []).flatMap(({ indicator: of, rows }) => {
        const name = named ? nameOf(of, named) : of.code;
        if (name === undefined) return [];
        return rows.map((row) => ({ overUnits: of.overUnits, shown: rowOf(row, { name, of, commune: reach.key }) }));
      }),
    );
  }

  private async aggregated(
    caller: Caller,
    reaches: readonly Reach[],
    list: ListProgressOfAll,
  ): Promise<ProgressOfAll[]> {
    const rows = (await this.rowsOf(caller, reaches, { ...list, units: false })).flat();
    const names = [...new Set(list.indicator)].sort();
    return names.flatMap((name) =>
      aggregatedOf(
        name,
        rows.filter(({ shown }) => shown.indicator === name),
        reaches,
      ),
    );
  }
}

const rowOf = (
  progress: Progress,
  {
    name,
    of,
    commune,
  }: { name: string; of: Pick<Measured, 'measure'> & { basis: ProgressOfAll['basis'] }; commune: string },
): ProgressOfAll => ({
  communeId: progress.communeId,
  commune,
  indicator: name,
  measure: of.measure,
  basis: of.basis,
  cumulative: progress.cumulative,
  communes: progress.cumulative ? [commune] : [],
  without: progress.cumulative ? [] : [commune],
  progress,
});

/** One row of all communes together, or the row of each where they are not measured alike. */
function aggregatedOf(name: string, rows: readonly Row[], reaches: readonly Reach[]): ProgressOfAll[] {
  const [first] = rows;
  const measured = rows.flatMap(({ shown: { measure, basis, cumulative }, overUnits }) =>
    measure && basis && cumulative ? [{ measure, basis, overUnits, figure: cumulative }] : [],
  );
  const figure = together(measured);
  if (first && measured.length > 0 && !figure) return rows.map(({ shown }) => shown);
  const communes = rows.flatMap(({ shown }) => shown.communes);
  return [
    {
      communeId: first?.shown.communeId ?? 0,
      commune: null,
      indicator: name,
      measure: first?.shown.measure ?? null,
      basis: first?.shown.basis ?? null,
      cumulative: figure ?? null,
      communes,
      without: reaches.map(({ key }) => key).filter((key) => !communes.includes(key)),
      progress: null,
    },
  ];
}

function boundedFirst(first = mostWithoutIndicator): number {
  if (first <= mostWithoutIndicator) return first;
  throw new Refusal('INVALID', {}, [
    point('/first', 'max', {
      en: `A page has at most ${mostWithoutIndicator} items unless an indicator is named, and ${pageSize.most} then.`,
      vi: `Một trang có tối đa ${mostWithoutIndicator} mục khi không nêu chỉ tiêu, ${pageSize.most} mục khi có nêu.`,
    }),
  ]);
}

const missing = (name: string) =>
  new Refusal('INVALID', {}, [
    point(`/${name}`, 'isDefined', {
      en: 'Name the indicators that are to be aggregated.',
      vi: 'Hãy nêu chỉ tiêu cần tổng hợp.',
    }),
  ]);
