import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import type { RoadStep } from '../catalogue/award-form.view.js';
import { Database } from '../database/database.js';
import { isOwn, isWithin, where } from '../database/where.js';
import type { NominationState } from '../nominations/nomination.workflow.js';
import type { SubmissionState } from '../submissions/submission.workflow.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { termOn } from '../units/units.queries.js';
import { changedOn, mostRecords } from './waiting.queries.js';

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
  /** Neither on a list that hangs, nor before a meeting, nor in a drafted decision. */
  isFree: boolean;
  forwardedOn: string | null;
  forwardedTo: string | null;
  receivedBy: string | null;
  since: string | null;
}

/** Awards of a decision that wait to be paid or presented. */
export interface WaitingAwards {
  decisionId: string;
  signedOn: string;
  unpaid: number;
  unpresented: number;
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

/** Nominations, awards, reports and units of which the agenda tells. */
@Injectable()
export class AgendaQueries {
  constructor(private readonly database: Database) {}

  /** Nominations in some states, the oldest first. */
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
         n.forwarded_on as "forwardedOn", n.forwarded_to as "forwardedTo", n.received_by as "receivedBy",
         not exists (
           select from listing l
           join consultation c on c.commune_id = $1 and c.id = l.consultation_id and c.state = 'OPEN'
           where l.commune_id = $1 and l.nomination_id = n.id)
         and not exists (
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

  /** Signed decisions with awards in force that are not wholly paid, or not presented, the oldest first. */
  awards({ communeId, awardsAs }: Reach): Promise<WaitingAwards[]> {
    return this.database.rows(
      'agenda.awards',
      `select * from (
         select d.id as "decisionId", d.signed_on as "signedOn",
           (count(*) filter (where a.payable > coalesce(a.paid, 0)))::int as unpaid,
           (count(*) filter (where a.presented_on is null))::int as unpresented
         from decision d join award a on a.commune_id = $1 and a.decision_id = d.id and a.revoked_on is null
         where d.commune_id = $1 and a.audience >= $2::audience and d.state = 'SIGNED'
         group by d.id, d.signed_on) x
       where unpaid > 0 or unpresented > 0 order by "decisionId" limit ${mostRecords}`,
      [communeId, awardsAs],
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
