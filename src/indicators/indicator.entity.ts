import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, figureWritten, flag, id, oneOf, record } from '../api/shapes.js';
import { line, prose, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { seasons, type Season } from './period.js';
import {
  type MeasureUnit,
  type Comparator,
  comparator,
  Measure,
  Clarification,
  ExpectedShare,
  IndicatorIdentifier,
  PrintedChange,
  ReportedBy,
  basis,
  beyond,
  derivation,
  overYears,
  type Basis,
  type Beyond,
  type Derivation,
  type OverYears,
} from './indicator-members.view.js';

export const directions = ['UP', 'DOWN', 'HOLD'] as const;
export type Direction = (typeof directions)[number];

export const frequencies = ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY', 'SEASONAL'] as const;
export type Frequency = (typeof frequencies)[number];
export const reportings = ['IN_PERIOD', 'CUMULATIVE'] as const;
export type Reporting = (typeof reportings)[number];
export const overTimes = ['SUM', 'AT_END', 'MEAN', 'NONE'] as const;
export type OverTime = (typeof overTimes)[number];
export const overUnitsKinds = ['SUM', 'RATIO', 'MEAN', 'COMMUNE_ONLY'] as const;
export type OverUnits = (typeof overUnitsKinds)[number];

export const season = oneOf('Season', seasons, 'Season of a crop (vụ); mua: vụ mùa.');

export const direction = oneOf(
  'Direction',
  directions,
  'UP: more is better. DOWN: less is better. HOLD: a state to keep.',
);

export const frequency = oneOf('Frequency', frequencies, 'Frequency of reports.');
export const reported = oneOf(
  'Reported',
  reportings,
  "IN_PERIOD: the period's own figure. CUMULATIVE: since the beginning of the year.",
);
export const overTime = oneOf(
  'OverTime',
  overTimes,
  'Aggregation over periods: SUM of a flow, AT_END the last value of a stock, MEAN, or NONE.',
);
export const overUnits = oneOf(
  'OverUnits',
  overUnitsKinds,
  'Aggregation over units: SUM, RATIO (Σ value ÷ Σ outOf), MEAN (never of percentages), or COMMUNE_ONLY.',
);

const few = { list: true, atMost: lengths.usual } as const;

@Entity('indicator')
@ObjectType({
  description:
    'An indicator (chỉ tiêu) of a plan: how a promise is measured, and how much is promised for the commune.',
})
export class Indicator {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(code, 'Code within the plan: "econ.rice.area". Printed numbers repeat; codes do not.')
  code: string;

  @Stored(line(500), 'Name of the indicator, as the plan has it.')
  name: string;

  @Column('text') folded: string;

  @Stored(line(40), 'Path of the heading above the indicator.')
  sectionPath: string;

  @Stored(line(20), 'Label of its item as printed; several indicators may share it.', { nullable: true })
  printedLabel: string | null;

  @Stored(count(), 'Place in the document, ascending.')
  sortOrder: number;

  @Column('text') measureUnit: MeasureUnit;
  @Column('text') displayUnit: string;
  @Column('int') scale: number;
  @Column('numeric', { nullable: true }) factor: string | null;

  @Shown(record(() => Measure), 'Unit of measurement.')
  measure: Measure;

  @Stored(direction, 'Direction that is better.')
  direction: Direction;

  @Stored(comparator, 'Comparison of result and target.')
  comparator: Comparator;

  @Stored(basis, 'Promise: a level, or a change against the baseline.')
  basis: Basis;

  @Stored(
    figureWritten,
    'Target of the commune for the plan, in the base unit; null where the plan states none or none in figures.',
    { nullable: true },
  )
  target: string | null;

  @Stored(line(300), 'Grade or state to reach or keep, or where the target is stated, in words.', { nullable: true })
  targetText: string | null;

  @Stored(figureWritten, 'Upper end, of BETWEEN, in the base unit.', { nullable: true })
  upperTarget: string | null;

  @Stored(beyond, 'Verdict beyond the good end of BETWEEN; null for every other comparator.', { nullable: true })
  beyond: Beyond | null;

  @Stored(line(100), 'Grades from the worst to the best, of GRADE; empty: only targetText itself is known.', few)
  grades: string[];

  @Stored(figureWritten, 'The total the target is counted out of: 6 of "6/6".', { nullable: true })
  outOf: string | null;

  @Stored(prose(), 'The words of the plan.')
  rawText: string;

  @Column('uuid', { nullable: true }) partOfId: string | null;

  @Shown(code, 'Codes of its parts; `allotment` shows whether their targets add up to its own.', { list: true })
  parts: string[];

  @Stored(code, 'Code of the indicator of the same plan that includes it, and so never lies below it.', {
    nullable: true,
  })
  notAbove: string | null;

  @Stored(flag, 'Whether a ratio is a share, so that nothing lies beyond 100 percent.')
  endsAt100: boolean;

  @Stored(flag, 'Whether the indicator is computed from other records and never reported.')
  derived: boolean;

  @Stored(derivation, 'Computation of a derived indicator, done when it is read; null: it is reported.', {
    nullable: true,
  })
  derivation: Derivation | null;

  @Stored(code, 'Code of the award form whose awards of the year are counted, by AWARDS; null: by no other.', {
    nullable: true,
  })
  awardForm: string | null;

  @Stored(flag, 'Whether the indicator counts in "n of n indicators achieved".')
  counted: boolean;

  @Stored(figureWritten, 'Result of the year before, in the base unit; null: not known.', { nullable: true })
  baseline: string | null;

  @Stored(
    record(() => PrintedChange),
    'Change against the baseline that the plan prints beside the level; `allotment` shows whether they agree.',
    { nullable: true },
  )
  printedChange: PrintedChange | null;

  @Stored(frequency, 'Frequency of reports.')
  frequency: Frequency;

  @Stored(reported, "Whether a report gives the period's own figure or the one since the beginning of the year.")
  reported: Reporting;

  @Stored(overTime, 'Aggregation over periods.')
  overTime: OverTime;

  @Stored(overUnits, 'Aggregation over units.')
  overUnits: OverUnits;

  @Stored(overYears, 'Aggregation over the years of a plan of several.')
  overYears: OverYears;

  @Stored(season, 'Seasons of a SEASONAL indicator; empty: all that the plan names.', few)
  seasons: Season[];

  @Stored(record(() => ReportedBy), 'Units that report it; null: its responsible unit, and every unit with a target.', {
    nullable: true,
  })
  reportedBy: ReportedBy | null;

  @Stored(record(() => IndicatorIdentifier), 'Codes by which other systems know it.', few)
  identifiers: IndicatorIdentifier[];

  @Stored(record(() => ExpectedShare), 'Share of the target expected by the end of a period; empty: none stated.', few)
  expectedShare: ExpectedShare[];

  @Stored(id, 'Id of the unit that answers for it.', { nullable: true })
  responsibleUnitId: string | null;

  @Shown(code, 'Code of the unit that answers for it.', { nullable: true })
  responsibleUnitCode: string | null;

  @Stored(line(300), 'Assessor, where it is not the reporting unit.', { nullable: true })
  assessedBy: string | null;

  @Stored(flag, 'Whether a report needs evidence.')
  evidenceRequired: boolean;

  @Stored(flag, 'Whether the plan leaves open what is promised.')
  needsClarification: boolean;

  @Stored(record(() => Clarification), 'The open question and its readings.', { nullable: true })
  clarification: Clarification | null;

  @Column('uuid', { nullable: true }) continuesId: string | null;

  @Shown(text(201), 'Indicator of an earlier plan that this indicator continues, "<plan>/<code>".', { nullable: true })
  continues: string | null;

  @Stored(day, 'Day from which the indicator applies: earlier periods are not owed; null: from the beginning.', {
    nullable: true,
  })
  appliesFrom: string | null;

  @Stored(day, 'Day from which the indicator no longer applies.', { nullable: true })
  retiredOn: string | null;

  @Stored(line(40), 'Names of the members whose values the plan does not print.', few)
  notPrinted: string[];

  @AudienceColumn() audience: Audience;
}
