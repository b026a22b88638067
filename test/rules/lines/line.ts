import type { Indicator } from '../../../src/indicators/indicator.entity.js';
import type {
  Beyond,
  Measure,
  MeasureUnit,
  PrintedChange,
  Reading,
} from '../../../src/indicators/indicator-members.view.js';
import type { Season, Years } from '../../../src/indicators/period.js';
import type { PointCode } from '../../../src/points.js';
import type { ProgressState } from '../../../src/progress/state.rules.js';

/** State of a figure; NO_BASELINE instead of NO_FIGURE where that is the reason; a point where no report takes it. */
export type Outcome = ProgressState | 'NO_BASELINE' | PointCode;

/**
 * Verdicts by hand. Key: a figure "8" or "8/16", figures of several years "8, 9 ×4", of several units "8; 9". Value:
 * the verdict, or that of each reading.
 */
export type Judged = Readonly<Record<string, Outcome | readonly Outcome[]>>;

/** An indicator of a line in the words of the model, and what is checked about it. */
export interface Stated extends Partial<
  Omit<Indicator, 'measure' | 'parts' | 'clarification' | 'reported' | 'seasons'>
> {
  name: string;
  measure: Measure;
  seasons?: readonly Season[];
  /** Target, or result of a line without one, in the display unit. */
  shows?: string;
  judged: Judged;
  /** The question of an ambiguous line, and the readings that differ from the statement. */
  question?: string;
  readings?: readonly (Partial<Reading> & { text: string })[];
  /** Verdicts once the baseline or the target is known that the line does not print. */
  knowing?: Partial<Pick<Indicator, 'baseline' | 'target'>> & { judged: Judged };
  /** Change printed beside the result of a line without target; with the baseline it comes to the result. */
  change?: PrintedChange;
  /** Period that results are reported for, and period that is asked for, where it is not the plan's. */
  reported?: string;
  asked?: string;
  /** Target of a shorter period. */
  milestone?: { period: string; target: string; judged: Judged };
  /** Names and figures of its parts; their sum and the finding about it. */
  parts?: readonly (readonly [name: string, figure: string])[];
  partsSum?: string;
  finding?: 'PARTS' | 'PARTS_ROUNDED';
  /** Units with target, result and percent of it; the sum of the targets. */
  units?: readonly (readonly [name: string, target: string, result?: string, percent?: string])[];
  unitsSum?: string;
  /** Result of the line, and its percent of the target: computed, and printed where that differs. */
  result?: string;
  percent?: string;
  percentPrinted?: string;
}

/** A line of a plan or a report as printed. */
export interface Line {
  printed: string;
  plan?: Years;
  states: readonly Stated[];
}

const measured = (unit: MeasureUnit, displayUnit: string, scale = 0, factor: string | null = null): Measure => ({
  unit,
  displayUnit,
  scale,
  factor,
});
export const percent = measured('PERCENT', '%', 0, '100');
export const percentOf = (what: string) => measured('PERCENT', `% ${what}`, 0, '100');
export const hectare = measured('HECTARE', 'ha');
export const tonne = measured('TONNE', 'tấn');
export const household = measured('HOUSEHOLD', 'hộ');
export const head = measured('HEAD', 'con');
export const persons = (displayUnit: string) => measured('PERSON', displayUnit);
export const areas = (displayUnit: string) => measured('AREA', displayUnit);
export const number = (displayUnit: string) => measured('NUMBER', displayUnit);
export const title = measured('STATE', 'danh hiệu');
export const money = (displayUnit: string, scale: number) => measured('VND', displayUnit, scale);
export const scaled = (measure: Measure, displayUnit: string, scale: number): Measure => ({
  ...measure,
  displayUnit,
  scale,
});
export const ratio = (displayUnit: string, factor = '1', scale = 0) => measured('RATIO', displayUnit, scale, factor);
/** Tạ of a hectare; stored as tonnes of a hectare. */
export const yields = ratio('tạ/ha', '1', -1);

type Promise = Pick<Indicator, 'comparator' | 'direction' | 'target'>;
export const atLeast = (target: string | null): Promise => ({ comparator: 'AT_LEAST', direction: 'UP', target });
export const above = (target: string): Promise => ({ comparator: 'ABOVE', direction: 'UP', target });
export const atMost = (target: string | null): Promise => ({ comparator: 'AT_MOST', direction: 'DOWN', target });
export const below = (target: string): Promise => ({ comparator: 'BELOW', direction: 'DOWN', target });
export const exactly = (target: string, direction: Indicator['direction']): Promise => ({
  comparator: 'EQUAL',
  direction,
  target,
});
export const between = (
  [target, upperTarget]: readonly [string, string],
  direction: Indicator['direction'] = 'UP',
  beyond: Beyond = 'EXCEEDED',
) => ({ comparator: 'BETWEEN', direction, target, upperTarget, beyond }) as const;
export const achieve = { comparator: 'ACHIEVE', direction: 'UP', target: null } as const;
/** Statistic, or a share of a structure whose direction no one states. */
export const unjudged = (target: string | null = null): Promise => ({ comparator: 'NONE', direction: 'HOLD', target });

export const share = { endsAt100: true } as const;
export const structure = { ...unjudged(), ...share, measure: percent } as const;
export const change = { basis: 'CHANGE' } as const;
export const growth = { basis: 'GROWTH' } as const;
export const eachYear = { overYears: 'EACH' } as const;
export const meanOfYears = { overYears: 'MEAN' } as const;
export const flow = { overTime: 'SUM' } as const;
export const season = (of: Season, reported: string) =>
  ({ frequency: 'SEASONAL', seasons: [of], overTime: 'SUM', reported }) as const;
