import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { askedRows, askedValues, inAskedOrder, type InAskedOrder } from '../database/batch.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { isOwn, where } from '../database/where.js';
import { Result } from './result.entity.js';

const columns = `
  ${columnsOf(Result, 'x')}, i.plan_id as "planId", p.key as plan, i.code as "indicatorCode", u.code as "unitCode"`;

/** Finds the rows before the joins: a planner without statistics would join whole communes with each other first. */
const rowsFirst = 'offset 0';

const joinedUnit = 'join unit u on u.commune_id = x.commune_id and u.id = x.unit_id';
const joinedPlan = 'join plan p on p.commune_id = i.commune_id and p.id = i.plan_id';
const joined = `join indicator i on i.commune_id = x.commune_id and i.id = x.indicator_id ${joinedPlan} ${joinedUnit}`;

/** Results as they were known at a journal position: what came later is not there, what ended later has not ended. */
const knownAt = (at: string) => `
  (select y.commune_id, y.id, k.version, y.indicator_id, y.unit_id, y.period, y.value, y.out_of, y.submission_id,
     y.supersedes_id, y.approved_on,
     case when k.version > 1 then y.superseded_on end as superseded_on, y.audience
   from result y cross join lateral (
     select max(c.version) as version from change c
     where c.commune_id = y.commune_id and c.type = 'result' and c.record_id = y.id::text and c.position <= ${at}) k
   where k.version is not null)`;

/** `parameter`: where the position stands, if one is asked. */
const asKnown = (at: number | undefined, parameter: string) =>
  at === undefined
    ? { name: '', table: 'result', values: [] }
    : { name: '.at', table: knownAt(`${parameter}::int`), values: [at] };

const inForceOn = (on: string) =>
  `(x.superseded_on is null or x.superseded_on > ${on}::date) and x.approved_on <= ${on}::date`;
const codesOf = (table: string, commune: string, codes: string) =>
  `array(select id from ${table} where commune_id = ${commune} and code = any (${codes}))`;

export interface ResultFilter {
  id?: string;
  plans?: readonly string[];
  indicators?: readonly string[];
  units?: readonly string[];
  periods?: readonly string[];
  asOf?: string;
  at?: number;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class ResultsQueries {
  constructor(private readonly database: Database) {}

  /** Results in the order of their approval. The page is cut before anything is joined. */
  results(
    { commune, sees, units: own }: Reach,
    { id, plans, indicators, units, periods, asOf, at, after, limit }: ResultFilter,
  ): Promise<Result[]> {
    const known = asKnown(at, '$4');
    const asked = where(4 + known.values.length, {
      own: [own, (ids) => isOwn('x', ids)],
      id: [id, (one) => `x.id = ${one}`],
      asOf: [id === undefined ? asOf : undefined, inForceOn],
      plans: [
        plans,
        (keys) =>
          `x.indicator_id = any (array(
             select i.id from indicator i join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
             where i.commune_id = $1 and p.key = any (${keys})))`,
      ],
      indicators: [indicators, (codes) => `x.indicator_id = any (${codesOf('indicator', '$1', codes)})`],
      units: [units, (codes) => `x.unit_id = any (${codesOf('unit', '$1', codes)})`],
      periods: [periods, (each) => `x.period = any (${each})`],
      after: [after?.[0], (last) => `x.id > ${last}`],
    });
    const now = id === undefined && asOf === undefined;
    return this.database.rows(
      `results.results${known.name}${now ? '.now' : ''}${asked.name}`,
      `select ${columns}
       from (
         select x.* from ${known.table} x
         where x.commune_id = $1 and x.audience >= $2::audience${now ? ' and x.superseded_on is null' : ''}${asked.text}
         order by x.id limit $3) x ${joined}
       order by x.id`,
      [commune, sees, limit, ...known.values, ...asked.values],
    );
  }

  /** The same page of the results of each indicator. */
  resultsOf(
    of: readonly { reach: Reach; indicatorId: string }[],
    { units, periods, asOf, at, after, limit }: ResultFilter,
  ): Promise<Result[]> {
    const known = asKnown(at, '$5');
    const asked = where(5 + known.values.length, {
      own: [of[0]?.reach.units, (ids) => isOwn('x', ids)],
      asOf: [asOf, inForceOn],
      units: [units, (codes) => `x.unit_id = any (${codesOf('unit', 'r.commune_id', codes)})`],
      periods: [periods, (each) => `x.period = any (${each})`],
      after: [after?.[0], (last) => `x.id > ${last}`],
    });
    return this.database.rows(
      `results.resultsOf${known.name}${asked.name}`,
      `select ${columns}
       from unnest($1::int[], $2::audience[], $3::uuid[]) with ordinality as r (commune_id, sees, indicator_id, place)
       join indicator i on i.commune_id = r.commune_id and i.id = r.indicator_id ${joinedPlan}
       cross join lateral (
         select x.* from ${known.table} x
         where x.commune_id = r.commune_id and x.indicator_id = r.indicator_id and x.audience >= r.sees
           ${asOf === undefined ? 'and x.superseded_on is null' : ''}${asked.text}
         order by x.id limit $4) x ${joinedUnit}
       order by r.place, x.id`,
      [
        of.map(({ reach }) => reach.commune),
        of.map(({ reach }) => reach.sees),
        of.map(({ indicatorId }) => indicatorId),
        limit,
        ...known.values,
        ...asked.values,
      ],
    );
  }

  /** The results of reports, those no longer in force, too. */
  resultsOfSubmissions(of: readonly { reach: Reach; submissionId: string }[]): Promise<Result[]> {
    return this.database.rows(
      'results.resultsOfSubmissions',
      `select ${columns}
       from (
         select x.* from unnest($1::int[], $2::audience[], $3::uuid[]) as r (commune_id, sees, submission_id)
         join result x on x.commune_id = r.commune_id and x.submission_id = r.submission_id and x.audience >= r.sees
           and ${isOwn('x', '$4')} ${rowsFirst}) x ${joined}
       order by i.sort_order, i.code`,
      [
        of.map(({ reach }) => reach.commune),
        of.map(({ reach }) => reach.sees),
        of.map(({ submissionId }) => submissionId),
        of[0]?.reach.units ?? null,
      ],
    );
  }

  /** Holds an indicator for this transaction: its figures are derived one after the other. */
  async lock({ commune }: Reach, indicatorId: string): Promise<void> {
    await this.database.rows('results.lock', 'select from indicator where commune_id = $1 and id = $2 for update', [
      commune,
      indicatorId,
    ]);
  }

  /** Results in force for indicators, of one unit and period. */
  inForce(
    { commune, sees }: Reach,
    { indicatorIds, unitId, period }: { indicatorIds: readonly string[]; unitId: string; period: string },
  ): Promise<Result[]> {
    return this.database.rows(
      'results.inForce',
      `select ${columns} from result x ${joined}
       where x.commune_id = $1 and x.audience >= $2::audience and x.indicator_id = any ($3) and x.unit_id = $4
         and x.period = $5 and x.superseded_on is null
       order by i.sort_order, i.code`,
      [commune, sees, indicatorIds, unitId, period],
    );
  }

  /** Results by id, in force or not. */
  async resultsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<Result>> {
    const rows = await this.database.rows<Result>(
      'results.resultsById',
      `select ${columns}
       from (
         select x.* from ${askedRows}
         join result x on x.commune_id = r.commune_id and x.id = r.id and x.audience >= r.sees
           and ${isOwn('x', '$4')} ${rowsFirst}) x ${joined}`,
      [...askedValues(asked), asked[0]?.reach.units ?? null],
    );
    return inAskedOrder(asked, rows);
  }

  /** Results of one commune by id, in the order of their indicators. */
  resultsNamed({ commune, sees, units }: Reach, ids: readonly string[]): Promise<Result[]> {
    return this.database.rows(
      'results.resultsNamed',
      `select ${columns} from result x ${joined}
       where x.commune_id = $1 and x.audience >= $2::audience and ${isOwn('x', '$4')} and x.id = any ($3)
       order by i.sort_order, i.code`,
      [commune, sees, ids, units],
    );
  }
}
