import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { count, day, dayOfYear, figure, oneOf, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { frequency, season, type Frequency } from './indicator.entity.js';
import type { Season } from './period.js';
import { thresholdCodes, type ThresholdCode } from './threshold.rules.js';

export const dueIns = ['CALENDAR', 'WORKING'] as const;
export type DueIn = (typeof dueIns)[number];
export const dueIn = oneOf(
  'DueIn',
  dueIns,
  'Days that a due day is counted in. CALENDAR: every day. WORKING: neither Saturdays, Sundays nor holidays, but the ' +
    'Saturdays that are worked.',
);

const dueDays = count(-366, 366);

@ObjectType({ description: 'The due day of reports for the periods of one frequency, in place of that of the plan.' })
export class DueOfFrequency {
  @Shown(frequency, 'Frequency of the periods.')
  frequency: Frequency;

  @Shown(dueDays, 'Days after the end of a period, before it if negative; null: none of its reports is ever late.', {
    nullable: true,
  })
  dueDays: number | null;

  @Shown(dueIn, 'Days that these are counted in.')
  dueIn: DueIn;
}

@ObjectType({ description: 'The days of a season in a plan; one that ends before it begins ends a year later.' })
export class SeasonDays {
  @Shown(season, 'Season of the farming year.')
  season: Season;

  @Shown(dayOfYear, 'First day: "05-25".')
  from: string;

  @Shown(dayOfYear, 'Last day: "09-30"; "02-29" is the last of February in every year.')
  to: string;
}

export const thresholdCode = oneOf(
  'CheckThresholdCode',
  thresholdCodes,
  'Checks that a threshold is set for. JUMP_PERIOD, JUMP_YEAR: change against the period and the year before. ' +
    'FAR_OVER: share of the target. UNITS_SUM: difference from the sum of the units.',
);

@ObjectType({ description: 'A threshold of a check, in place of the usual one.' })
export class CheckThreshold {
  @Shown(thresholdCode, 'Code of the check that has the threshold.')
  code: ThresholdCode;

  @Shown(figure, 'Threshold, percent, not negative.')
  value: string;
}

/** How a plan is reported: due days, seasons, thresholds. Part of the plan. */
@ObjectType({ description: 'How a plan is reported on.' })
export class PlanSettings {
  @Shown(
    dueDays,
    'Days after the end of a period on which its reports are due, before it if negative; null: no report is ever late.',
    { nullable: true },
  )
  dueDays: number | null;

  @Shown(dueIn, 'Days that these are counted in.')
  dueIn: DueIn;

  @Shown(record(() => DueOfFrequency), 'Due days of periods by their frequency; those above for those left out.', {
    list: true,
    atMost: lengths.usual,
  })
  dueByFrequency: DueOfFrequency[];

  @Shown(record(() => SeasonDays), 'Days of its seasons; the usual ones for those left out.', {
    list: true,
    atMost: lengths.usual,
  })
  seasons: SeasonDays[];

  @Shown(record(() => CheckThreshold), 'Thresholds of checks; the usual ones for those left out.', {
    list: true,
    atMost: lengths.usual,
  })
  thresholds: CheckThreshold[];

  @Shown(day, 'Last day of registering for the emulation of its year (đăng ký thi đua); null: none is set.', {
    nullable: true,
  })
  registerBy: string | null;
}
