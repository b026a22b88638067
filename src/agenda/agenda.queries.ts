import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { JournaledType } from '../api/kinds.js';
import type { RoadStep } from '../catalogue/award-form.view.js';
import { Database } from '../database/database.js';
import { isOwn, isWithin, where } from '../database/where.js';
import type { NominationState } from '../nominations/nomination.workflow.js';
import type { SubmissionState } from '../submissions/submission.workflow.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { termOn } from '../units/units.queries.js';

/** Most records of one type that the agenda takes, the oldest first. */
const mostRecords = 500;

/** Table of a record type, and SQL of what names and dates a row `x`. */
interface Place {
  table: string;
  type: JournaledType;
  plan?: string;
  period?: string;
  /** Unit of the record, which limits who sees it. */
  unit?: string;
  due?: string;
  /** Rounds by whose calendar it is due. */
  rounds?: string;
  /** Acts that a workflow allows again and that are done. */
  done?: string;
  where?: string;
}

const submission: Place = {
  table: 'submission',
  type: 'submission',
  plan: 'x.plan_id',
  period: 'x.period',
  unit: 'x.unit_id',
};

const places = {
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
} as const satisfies Record<string, Place>;

export type WaitingPlace = keyof typeof places;

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

/** A nomination that waits. */
export interface WaitingNomination {
  id: string;
  roundId: string;
  formCode: string;
  formName: string;
  unitCode: string;
  unitKind: UnitKind;
  state: NominationState;
  steps: RoadStep[];
  isFree: boolean;
  since: string | null;
}

/** A report of a unit for a period. */
export interface ReportRow {
  id: string;
  planId: string;
  period: string;
  unitId: string;
  state: SubmissionState;
  estimate: boolean | null;
}

/** A unit and its place on a day. */
export interface UnitPlace {
  id: string;
  code: string;
  kind: UnitKind;
  path: string;
}

/** SQL of the legal date of the last change of a record. */
const changedOn = (type: JournaledType, id: string) => `(
  select c.on_date from change c where c.commune_id = $1 and c.type = '${type}' and c.record_id = ${id}::text
  order by c.position desc, c.item desc limit 1)`;

/** Records that wait for somebody, read from the tables that hold them. */
@Injectable()
export class AgendaQueries {
  constructor(private readonly database: Database) {}

  /** Records in some states, the oldest first. */
  waiting(
    { communeId, sees, units, draftsAt }: Reach,
    { at, states }: { at: WaitingPlace; states: readonly string[] },
  ): Promise<WaitingRow[]> {
    const place: Place = places[at];
    const { table, type, plan = 'null', period = 'null', unit = 'null' } = place;
    const isOfUnits = place.unit !== undefined;
    const asked = where([communeId, sees, states], {
      own: isOwn('x', isOfUnits ? units : null),
      within: isWithin('x', isOfUnits ? draftsAt : null),
    });
    return this.database.rows(
      `agenda.waiting.${at}${asked.name}`,
      `select x.id, p.key as plan, ${period} as period, u.id as "unitId", u.code as "unitCode", u.kind as "unitKind",
         ${place.due ?? 'null::date'} as "dueOn", ${place.rounds ?? "'{}'::uuid[]"} as rounds,
         ${place.done ?? "'{}'::text[]"} as done, ${changedOn(type, 'x.id')} as since
       from ${table} x
       left join plan p on p.commune_id = $1 and p.id = ${plan}
       left join unit u on u.commune_id = $1 and u.id = ${unit}
       where x.commune_id = $1 and x.audience >= $2::audience and x.state = any ($3)
         ${place.where ?? ''}${asked.text}
       order by x.id limit ${mostRecords}`,
      asked.values,
    );
  }

  /** Nominations in some states, the oldest first. `isFree`: neither before a meeting nor in a drafted decision. */
  nominations(
    { communeId, sees, units, draftsAt }: Reach,
    { states, limit }: { states: readonly NominationState[]; limit: number },
  ): Promise<WaitingNomination[]> {
    const asked = where([communeId, sees, states, limit], {
      own: isOwn('n', units),
      within: isWithin('n', draftsAt),
    });
    return this.database.rows(
      `agenda.nominations${asked.name}`,
      `select n.id, n.round_id as "roundId", n.form_code as "formCode", n.form_name as "formName",
         u.code as "unitCode", u.kind as "unitKind", n.state, n.steps, ${changedOn('nomination', 'n.id')} as since,
         not exists (
           select from matter m join meeting g on g.commune_id = $1 and g.id = m.meeting_id and g.state = 'CONVENED'
           where m.commune_id = $1 and m.nomination_id = n.id)
         and not exists (
           select from decision_item i where i.commune_id = $1 and i.nomination_id = n.id) as "isFree"
       from nomination n join unit u on u.commune_id = $1 and u.id = n.unit_id
       where n.commune_id = $1 and n.audience >= $2::audience and n.state = any ($3)${asked.text}
       order by n.id limit $4`,
      asked.values,
    );
  }

  /** Reports of units on plans that are not withdrawn or superseded. */
  reports(
    { communeId }: Reach,
    { plans, units }: { plans: readonly string[]; units: readonly string[] },
  ): Promise<ReportRow[]> {
    return this.database.rows(
      'agenda.reports',
      `select id, plan_id as "planId", period, unit_id as "unitId", state, estimate from submission
       where commune_id = $1 and plan_id = any ($2) and unit_id = any ($3)
         and state not in ('WITHDRAWN', 'SUPERSEDED')`,
      [communeId, plans, units],
    );
  }

  /** Units of the collective kinds that are there on a day, each at its place, by code. */
  collectives({ communeId, units }: Reach, on: string): Promise<UnitPlace[]> {
    const own = where([communeId, on], { own: [units, (each) => `u.id = any (${each})`] });
    return this.database.rows(
      `agenda.collectives${own.name}`,
      `select u.id, u.code, u.kind, t.path from unit u cross join lateral ${termOn('$1', 'u.id', '$2::date')} t
       where u.commune_id = $1 and u.kind in ('DEPARTMENT', 'ORGANISATION', 'HAMLET')
         and $2::date between u.valid_from and coalesce(u.valid_to, 'infinity')${own.text}
       order by u.code`,
      own.values,
    );
  }

  /** Units that are registered for the emulation of years. */
  registered({ communeId }: Reach, years: readonly string[]): Promise<{ unitId: string; period: string }[]> {
    return this.database.rows(
      'agenda.registered',
      `select distinct unit_id as "unitId", period from registration
       where commune_id = $1 and period = any ($2) and state = 'REGISTERED'`,
      [communeId, years],
    );
  }
}
