import type { Indicator } from '../indicators/indicator.entity.js';
import { hasBegun, isRetired } from '../indicators/applying.rules.js';
import { belongs, mayCross, spanOf, type Seasons, type Years } from '../indicators/period.js';
import { partsOf, type Part } from './calendar.rules.js';

/** A unit that reports or owes a report, at its place on the last day of the period. */
export interface Reporter {
  id: string;
  code: string;
  kind: string;
  path: string;
}

/** A target of a unit, or of the commune for a shorter period. */
export interface AssignedTarget {
  indicatorId: string;
  unitId: string;
  period: string;
  value: string;
}

type Answering = Pick<Indicator, 'reportedBy' | 'responsibleUnitId'>;

/**
 * Whether a unit owes reports of an indicator: it is named, by its code or its kind; where none is named, it answers
 * for the indicator or has a target of it (`targeted`: ids of the units that have one).
 */
export function owes(
  unit: Pick<Reporter, 'id' | 'code' | 'kind'>,
  { reportedBy, responsibleUnitId }: Answering,
  targeted: ReadonlySet<string>,
): boolean {
  if (reportedBy === null) return unit.id === responsibleUnitId || targeted.has(unit.id);
  return reportedBy.units.includes(unit.code) || (reportedBy.kinds as readonly string[]).includes(unit.kind);
}

/** Units that owe reports of an indicator. `besides`: units that reported all the same. */
export function owersOf(
  { reporters, targets }: { reporters: readonly Reporter[]; targets: readonly AssignedTarget[] },
  indicator: Answering & Pick<Indicator, 'id'>,
  besides: ReadonlySet<string> = new Set(),
): Reporter[] {
  const targeted = new Set(targets.flatMap(({ indicatorId, unitId }) => (indicatorId === indicator.id ? unitId : [])));
  return reporters.filter((unit) => besides.has(unit.id) || owes(unit, indicator, targeted));
}

/** An indicator as far as it tells who owes reports of it, and for which periods. */
export type Owing = Answering &
  Pick<Indicator, 'id' | 'code' | 'frequency' | 'seasons' | 'derived' | 'appliesFrom' | 'retiredOn'> & {
    /** Ids of units with a target of it. */
    targeted: readonly string[];
  };

/** An indicator in one of its periods: of a figure that is owed. */
export interface Figure<Each extends Owing = Owing> {
  indicator: Each;
  part: Part;
}

/** How the calendar of a plan runs: its years, and the days of its seasons. */
interface Calendar {
  plan: Years;
  seasons: Seasons;
}

/**
 * Figures that are reported for a period, in the order of the indicators: for every period of each indicator's own
 * frequency that lies within it. An indicator that is derived, not begun by the last day of its period or retired by
 * then, has none.
 */
export function figuresWithin<Each extends Owing>(
  indicators: readonly Each[],
  period: string,
  { plan, seasons }: Calendar,
): Figure<Each>[] {
  const whole = spanOf(period, seasons);
  const isWithin = (part: Part) =>
    part.period === period || belongs({ ...part, crosses: mayCross(part.period) }, whole);
  return indicators.flatMap((indicator) =>
    indicator.derived
      ? []
      : partsOf(indicator, plan, seasons)
          .filter((part) => isWithin(part) && hasBegun(indicator, part.to) && !isRetired(indicator, part.to))
          .map((part) => ({ indicator, part })),
  );
}

/** Indicators that are reported for exactly this period: see `figuresWithin`. */
export const reportedFor = <Each extends Owing>(
  indicators: readonly Each[],
  period: string,
  calendar: Calendar,
): Each[] =>
  figuresWithin(indicators, period, calendar).flatMap(({ indicator, part }) =>
    part.period === period ? indicator : [],
  );
