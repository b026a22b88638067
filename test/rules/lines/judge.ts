import type { Indicator } from '../../../src/indicators/indicator.entity.js';
import { periodOf, spanOf, type Years } from '../../../src/indicators/period.js';
import type { AssignedTarget, Reporter } from '../../../src/periods/owed.rules.js';
import type { ApprovedFigure, Facts } from '../../../src/progress/facts.js';
import { progressOf, type Rows } from '../../../src/progress/progress.rules.js';
import { brokenEntry } from '../../../src/submissions/entry.rules.js';
import { usualScope } from '../../../src/submissions/scope.rules.js';
import type { Judged, Outcome, Stated } from './line.js';

const blank = {
  id: 'indicator',
  communeId: 1,
  planId: 'plan',
  plan: 'plan',
  code: 'line',
  basis: 'LEVEL',
  targetText: null,
  upperTarget: null,
  beyond: null,
  grades: [],
  outOf: null,
  parts: [],
  endsAt100: false,
  derived: false,
  derivation: null,
  awardForm: null,
  counted: true,
  baseline: null,
  printedChange: null,
  frequency: 'YEARLY',
  reported: 'IN_PERIOD',
  overTime: 'AT_END',
  overUnits: 'SUM',
  overYears: 'AT_END',
  seasons: [],
  reportedBy: null,
  identifiers: [],
  expectedShare: [],
  responsibleUnitId: 'unit-0',
  needsClarification: false,
  clarification: null,
  continues: null,
  appliesFrom: null,
  retiredOn: null,
  notPrinted: [],
  evidenceRequired: false,
} as const;

/** The indicator that a statement is, with its question and readings. */
export function indicatorOf({ readings, question, reported: _period, ...stated }: Stated): Indicator {
  const { comparator = 'AT_LEAST', target = null, upperTarget = null } = stated;
  const complete = (readings ?? []).map((reading, place) => ({
    code: 'ABC'.charAt(place),
    basis: null,
    overYears: null,
    comparator,
    target,
    upperTarget,
    beyond: null,
    needsBaseline: false,
    ...reading,
  }));
  return {
    ...blank,
    ...stated,
    needsClarification: question !== undefined,
    clarification: question === undefined ? null : { question, readings: complete },
  } as unknown as Indicator;
}

const unit = (place: number): Reporter => ({
  id: `unit-${place}`,
  code: `unit-${place}`,
  kind: 'HAMLET',
  path: place === 0 ? 'xa' : `xa/unit-${place}`,
});

/** One figure of one unit: "8/16" with its total. */
interface Figured {
  unitId: string;
  period: string;
  value: string;
  outOf: string | null;
}

/** Figures of a key: "8; 9" of two units, "8, 9 ×4" of five years, else of the period that is reported. */
export function figuresOf(said: string, plan: Years, reported: string): Figured[] {
  const figure = (text: string, unitId: string, period: string): Figured => {
    const [value = '', outOf = null] = text.split('/');
    return { unitId, period, value, outOf };
  };
  const ofUnits = said.split('; ');
  if (ofUnits.length > 1) return ofUnits.map((text, place) => figure(text, `unit-${place + 1}`, reported));
  const ofYears = said.split(', ').flatMap((text) => {
    const [value = '', times = '1'] = text.split(' ×');
    return Array<string>(Number(times)).fill(value);
  });
  return ofYears.length === 1
    ? [figure(said, 'unit-0', reported)]
    : ofYears.map((text, place) => figure(text, 'unit-0', String(plan.year + place)));
}

/** Where figures are reported and asked for, and the targets beside that of the indicator. */
export interface Asked {
  plan: Years;
  reported: string;
  asked: string;
  targets?: readonly AssignedTarget[];
}

/** Progress of an indicator by these figures, after the end of the period. */
export function progress(given: Indicator, said: string, { plan, reported, asked, targets = [] }: Asked): Rows {
  const figures = figuresOf(said, plan, reported);
  const ofUnits = said.includes('; ');
  const indicator = { ...given, responsibleUnitId: ofUnits ? null : 'unit-0' };
  const facts: Facts = {
    plan: { untilYear: null, ...plan, key: periodOf(plan), communeId: 1 },
    seasons: {},
    indicators: [indicator],
    targetsOf: (id) => targets.filter(({ indicatorId }) => indicatorId === id),
    resultsOf: () =>
      figures.map((each, place): ApprovedFigure => ({
        ...each,
        id: `${place}`,
        scope: usualScope(indicator, each.unitId),
      })),
    nothingOf: () => [],
    reporters: Array.from({ length: 8 }, (_, place) => unit(place)),
    launch: { acknowledged: 0, expected: 0 },
  };
  const asOf = `${Number(spanOf(asked).to.slice(0, 4)) + 1}-01-15`;
  return progressOf(facts, { period: asked, asOf })[0]!;
}

const unsaid = { nothingToReport: null, note: null, evidenceIds: [] };

/** Points of a figure that no report takes. */
const refused = (indicator: Indicator, said: string, { plan, reported }: Asked) =>
  figuresOf(said, plan, reported).flatMap(({ unitId, period, value: figure, outOf }) => {
    const of = said.includes('; ') ? { ...indicator, responsibleUnitId: null } : indicator;
    const entry = { indicatorCode: of.code, scope: usualScope(of, unitId), reported: figure, outOf, ...unsaid };
    return brokenEntry(entry, { indicator: of, of: { unitId, period } }, '');
  });

/** Verdict of a figure, or that of each reading of an open question. */
export function outcome(indicator: Indicator, said: string, asked: Asked): Outcome | readonly Outcome[] {
  const [point] = refused(indicator, said, asked);
  if (point) return point.code;
  const { state, reason, readings } = progress(indicator, said, asked).commune;
  if (readings.length > 0) return readings.map((reading) => reading.state);
  return reason === 'NO_BASELINE' ? reason : state;
}

/** The verdicts of all figures of a table, as the rules have them. */
export const outcomes = (indicator: Indicator, judged: Judged, asked: Asked): Judged =>
  Object.fromEntries(Object.keys(judged).map((said) => [said, outcome(indicator, said, asked)]));
