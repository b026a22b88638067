import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { JournaledType } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { isOwn, isWithin, where } from '../database/where.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

/** Most records of one type that the agenda takes, the oldest first. */
export const mostRecords = 500;

/** Table of a record type, and SQL of what names and dates a row `x`. */
interface SourceTable {
  table: string;
  type: JournaledType;
  plan?: string;
  period?: string;
  /** Unit of the record, which limits who sees it. */
  unit?: string;
  due?: string;
  /** Audience of all rows, where the table has no column for it. */
  audience?: string;
  /** Rounds by whose calendar it is due. */
  rounds?: string;
  /** Acts that a workflow allows again and that are done. */
  done?: string;
  where?: string;
}

const submission: SourceTable = {
  table: 'submission',
  type: 'submission',
  plan: 'x.plan_id',
  period: 'x.period',
  unit: 'x.unit_id',
};

const sources = {
  plan: { table: 'plan', type: 'plan', plan: 'x.id' },
  submission,
  finding: {
    ...submission,
    where: `and exists (
      select from jsonb_array_elements(x.findings) f
      where f ->> 'severity' = 'WARNING' and f ->> 'explanation' is null)`,
  },
  sheet: {
    table: 'score_sheet',
    type: 'sheet',
    plan: 'x.plan_id',
    period: 'x.period',
    unit: 'x.unit_id',
    due: 'x.due_on',
  },
  scheme: { table: 'scheme', type: 'scheme', plan: 'x.plan_id' },
  standings: { table: 'publication', type: 'standings', plan: 'x.plan_id', period: 'x.period' },
  meeting: {
    table: 'meeting',
    type: 'meeting',
    due: 'x.held_on',
    done: `array_remove(array[
      case when x.attended_on is not null then 'recordAttendance' end,
      case when not exists (
        select from matter m where m.commune_id = $1 and m.meeting_id = x.id and m.recorded_on is null)
      then 'recordTallies' end], null)`,
  },
  decision: {
    table: 'decision',
    type: 'decision',
    rounds: `array(
      select distinct n.round_id from decision_item i
      join nomination n on n.commune_id = $1 and n.id = i.nomination_id
      where i.commune_id = $1 and i.decision_id = x.id)`,
  },
  consultation: { table: 'consultation', type: 'consultation', period: 'x.period' },
  objection: {
    table: 'objection',
    type: 'objection',
    audience: `'INSIDE'::audience`,
    unit: 'x.unit_id',
    due: '(select c.last_day from consultation c where c.commune_id = $1 and c.id = x.consultation_id)',
    done: `case when x.state = 'ANSWERED' then array['answerObjection'] else '{}'::text[] end`,
  },
  complaint: {
    table: 'complaint',
    type: 'complaint',
    audience: `'INSIDE'::audience`,
    unit: 'x.unit_id',
    due: 'x.settle_by',
    done: `case when x.state = 'SETTLED' then array['settleComplaint'] else '{}'::text[] end`,
  },
  remark: {
    table: 'remark',
    type: 'remark',
    unit: 'x.unit_id',
    done: `case when x.state = 'ANSWERED' then array['answerRemark'] else '{}'::text[] end`,
  },
} as const satisfies Record<string, SourceTable>;

export type WaitingSource = keyof typeof sources;

/** A record that waits for an act. */
export interface WaitingRow {
  id: string;
  plan: string | null;
  period: string | null;
  unitId: string | null;
  unitCode: string | null;
  unitKind: UnitKind | null;
  since: string | null;
  dueOn: string | null;
  rounds: string[];
  done: string[];
}

/** SQL of the legal date of the last change of a record. */
export const changedOn = (type: JournaledType, id: string) => `(
  select c.on_date from change c where c.commune_id = $1 and c.type = '${type}' and c.record_id = ${id}::text
  order by c.position desc, c.item desc limit 1)`;

/** Records that wait for an act, read from the tables that hold them. */
@Injectable()
export class WaitingQueries {
  constructor(private readonly database: Database) {}

  /** Records in some states, the oldest first. */
  waiting(
    { communeId, sees, units, draftsAt }: Reach,
    { at, states }: { at: WaitingSource; states: readonly string[] },
  ): Promise<WaitingRow[]> {
    const place: SourceTable = sources[at];
    const { table, type, plan = 'null', period = 'null', unit = 'null' } = place;
    const isOfUnits = place.unit !== undefined;
    const asked = where([communeId, sees, states], {
      own: isOwn('x', isOfUnits ? units : null),
      within: isWithin('x', isOfUnits ? draftsAt : null),
    });
    return this.database.rows(
      `waiting.waiting.${at}${asked.name}`,
      `select x.id, p.key as plan, ${period} as period, u.id as "unitId", u.code as "unitCode", u.kind as "unitKind",
         ${place.due ?? 'null::date'} as "dueOn", ${place.rounds ?? "'{}'::uuid[]"} as rounds,
         ${place.done ?? "'{}'::text[]"} as done, ${changedOn(type, 'x.id')} as since
       from ${table} x
       left join plan p on p.commune_id = $1 and p.id = ${plan}
       left join unit u on u.commune_id = $1 and u.id = ${unit}
       where x.commune_id = $1 and ${place.audience ?? 'x.audience'} >= $2::audience and x.state = any ($3)
         ${place.where ?? ''}${asked.text}
       order by x.id limit ${mostRecords}`,
      asked.values,
    );
  }
}
