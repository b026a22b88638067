import type { Language } from '../api/problem.js';
import type { Award } from '../commendations/award.entity.js';
import type { Commune } from '../communes/commune.entity.js';
import { grouped } from '../database/batch.js';
import { hasBegun, isRetired } from '../indicators/applying.rules.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { Plan } from '../indicators/plan.entity.js';
import type { KindOfDay } from '../journal/change-counts.queries.js';
import type { Completeness } from '../progress/completeness.view.js';
import { isAchieved } from '../progress/completion.rules.js';
import type { Overview } from '../progress/progress.service.js';
import type { Progress } from '../progress/progress.view.js';
import type { StandingsOnBoard } from './standings-content.js';

/** Board that is asked for. */
export interface BoardAsked {
  commune: string;
  period?: string;
  date?: string;
  view?: 'wide';
  /** Language that the address names; else the browser's is taken. */
  lang?: Language;
  language: Language;
}

/** A plan in a period, as far as it was known on the day. */
export interface PlanOnBoard {
  plan: Plan;
  /** Years with a plan, the newest first. */
  years: readonly number[];
  period: string;
  /** Headings of the plan that have indicators, in order. */
  sections: readonly SectionOnBoard[];
  overview: Overview;
  /** Periods of the small lines: each from the beginning of the year to a later day. */
  along: readonly string[];
  completeness: Completeness;
  standings: StandingsOnBoard;
}

export interface BoardContent {
  asked: BoardAsked;
  commune: Commune;
  /** Legal date of the board, and today. */
  asOf: string;
  today: string;
  planned: PlanOnBoard | undefined;
  year: number;
  awards: readonly (Award & { ofForm: number })[];
  changed: readonly KindOfDay[];
}

/** An indicator beside its progress. */
export interface RowOnBoard {
  indicator: Indicator;
  progress: Progress;
  isPart: boolean;
  isRetired: boolean;
  isCounted: boolean;
}

/** A heading of the plan with its rows, and its n of N. */
export interface SectionOnBoard {
  title: string;
  rows: readonly RowOnBoard[];
  achieved: number;
  counted: number;
}

/** Indicators of a plan under its headings, as they stand on the last day of a period. */
export function sectionsOf(
  { sections }: Plan,
  indicators: readonly Indicator[],
  { overview, to }: { overview: Overview; to: string },
): SectionOnBoard[] {
  const progressOf = new Map(overview.rows.map((row) => [row.indicatorId, row]));
  const parts = new Set(indicators.flatMap((each) => each.parts));
  const under = grouped(indicators, ({ sectionPath }) => [sectionPath]);
  return sections.flatMap(({ path, title }) => {
    const rows = under(path).flatMap((indicator): RowOnBoard[] => {
      const progress = progressOf.get(indicator.id);
      if (!progress) return [];
      const retired = isRetired(indicator, to);
      return [
        {
          indicator,
          progress,
          isPart: parts.has(indicator.code),
          isRetired: retired,
          isCounted: indicator.counted && hasBegun(indicator, to) && !retired,
        },
      ];
    });
    const counted = rows.filter(({ isCounted }) => isCounted);
    const achieved = counted.filter(({ progress: { state, readings } }) =>
      isAchieved({ state, readings: readings.map((reading) => reading.state) }),
    );
    return rows.length === 0 ? [] : [{ title, rows, achieved: achieved.length, counted: counted.length }];
  });
}

/** Address of a board, with what is asked for otherwise. */
export function addressOf(asked: BoardAsked, otherwise: Partial<BoardAsked> = {}): string {
  const { commune, period, date, view, lang } = { ...asked, ...otherwise };
  const query = Object.entries({ period, date, view, lang }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `/communes/${encodeURIComponent(commune)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
