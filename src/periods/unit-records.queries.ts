import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import type { Years } from '../indicators/period.js';
import type { PlanSettings } from '../indicators/plan-settings.view.js';
import type { Resting } from '../units/unit-correction.rules.js';

/** Record that rests on a unit: about a period, the years of a plan, or days; `to` null: it goes on. */
export interface UnitRecord {
  unitId: string;
  type: Resting['type'];
  period: string | null;
  years: Years | null;
  from: string | null;
  to: string | null;
  settings: PlanSettings | null;
}

const none = { period: 'null', years: 'null', from: 'null', to: 'null', settings: 'null', where: 'true' };
const yearsOf = (plan: string) => `jsonb_build_object('year', ${plan}.year, 'untilYear', ${plan}.until_year)`;
const planOf = (row: string) => `join plan p on p.commune_id = $1 and p.id = ${row}.plan_id`;
const ofPlan = { years: yearsOf('p') };
const ofMeeting = 'join meeting m on m.commune_id = $1 and m.id = r.meeting_id';
const byMember = ' join council_member c on c.commune_id = $1 and c.id = r.member_id';
const took = `m.state <> 'CANCELLED'`;
const on = (day: string) => ({ from: day, to: day });

/**
 * Tables whose rows `r` rest on a unit for a time, by the column that names it, or names a record (`joined`) that does
 * (`unit`); not what is withdrawn or cancelled.
 */
export const resting: readonly (Partial<typeof none> & {
  type: Resting['type'];
  column: string;
  joined?: string;
  unit?: string;
})[] = [
  // It gives no right before its unit is there; one that is over by then was somebody's.
  { type: 'appointment', column: 'appointment.unit_id', from: `'-infinity'::date`, to: 'r.valid_to' },
  { type: 'plan', column: 'plan.unit_id', years: yearsOf('r') },
  { type: 'indicator', column: 'indicator.responsible_unit_id', joined: planOf('r'), ...ofPlan },
  {
    ...{ type: 'target', column: 'target.unit_id', period: 'r.period', settings: 'p.settings' },
    joined: `join indicator i on i.commune_id = $1 and i.id = r.indicator_id ${planOf('i')}`,
  },
  { type: 'acknowledgement', column: 'acknowledgement.unit_id', ...on('r.held_on') },
  {
    ...{ type: 'submission', column: 'submission.unit_id', period: 'r.period', settings: 'p.settings' },
    ...{ joined: planOf('r'), where: `r.state <> 'WITHDRAWN'` },
  },
  {
    ...{ type: 'sheet', column: 'score_sheet.unit_id', period: 'r.period', settings: 'p.settings' },
    joined: planOf('r'),
  },
  {
    ...{ type: 'nomination', column: 'nomination.unit_id', where: `r.state <> 'WITHDRAWN'` },
    ...{ period: 'case when r.deed_on is null then r.period end', ...on('r.deed_on') },
  },
  {
    ...{ type: 'standing', column: 'standing.unit_id', ...on('t.members_on') },
    joined: 'join publication t on t.commune_id = $1 and t.id = r.publication_id',
  },
  { type: 'member', column: 'council_member.council_id', from: 'r.valid_from', to: 'r.valid_to' },
  { type: 'member', column: 'council_member.person_id', from: 'r.valid_from', to: 'r.valid_to' },
  { type: 'meeting', column: 'meeting.council_id', ...on('r.held_on'), where: `r.state <> 'CANCELLED'` },
  { type: 'meeting', column: 'attendance.replaced_by', joined: ofMeeting, ...on('m.held_on'), where: took },
  // A member who was absent, and handed in nothing, had no part in it.
  {
    ...{ type: 'meeting', column: 'attendance.member_id', unit: 'c.person_id', joined: ofMeeting + byMember },
    ...{ ...on('m.held_on'), where: `${took} and (r.presence <> 'ABSENT' or r.opinion_on is not null)` },
  },
  // A recusal is declared on some day until its meeting.
  {
    ...{ type: 'meeting', column: 'recusal.member_id', unit: 'c.person_id', joined: ofMeeting + byMember },
    ...{ from: `'-infinity'::date`, to: 'm.held_on', where: `${took} and r.stands and r.ground = 'DECLARED'` },
  },
];

const rows = resting.map((given) => {
  const { type, column, unit, joined = '', period, years, from, to, settings, where } = { ...none, ...given };
  const [table, name] = column.split('.');
  const named = unit ?? `r.${name}`;
  return `select distinct ${named} as unit, '${type}' as type, ${period}::text as period, ${years}::jsonb as years,
            ${from}::date as first, ${to}::date as last, ${settings}::jsonb as settings
          from ${table} r ${joined} where r.commune_id = $1 and ${named} = any ($2) and ${where}`;
});

@Injectable()
export class UnitRecordsQueries {
  constructor(private readonly database: Database) {}

  /** The records that rest on units, of each unit each time of a type once. */
  recordsOf({ communeId }: Reach, unitIds: readonly string[]): Promise<UnitRecord[]> {
    return this.database.rows(
      'unit-records.recordsOf',
      `select unit as "unitId", type, period, years, settings,
         nullif(first, '-infinity')::text as "from", last::text as "to"
       from (${rows.join(' union all ')}) resting`,
      [communeId, unitIds],
    );
  }
}
