import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { storedOf } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { isAny, isOwn, refersTo, where, type Condition } from '../database/where.js';
import type { IndicatorsNamed } from '../indicators/indicators-named.js';
import { isJournaledSince } from '../journal/since.queries.js';
import { Result } from './result.entity.js';

/** Neighbours of rows `x`. $1 is the commune. PostgreSQL leaves out a join that no column is read from. */
const neighbours = `
  left join commune c on c.id = $1
  left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
  left join plan p on p.commune_id = $1 and p.id = i.plan_id
  left join unit u on u.commune_id = $1 and u.id = x.unit_id`;

const columns = selectList<Result>(Result, 'x', {
  always: ['indicatorId', 'submissionId'],
  computed: { planId: 'i.plan_id', commune: 'c.key', plan: 'p.key', indicatorCode: 'i.code', unitCode: 'u.code' },
});

/** The results that fulfil a condition, in the order of the document. */
const inDocument = (condition: string) => `${neighbours} where ${condition} order by i.sort_order, i.code`;

/** Columns that a later line changes. */
const thenKnown: Readonly<Record<string, string>> = {
  version: 'k.version',
  supersededOn: 'case when k.version > 1 then y.superseded_on end as superseded_on',
};

/** Results as they were known at a journal position: what came later is not there, what ended later has not ended. */
const knownAt = (upTo: string) => `
  (select ${storedOf(Result)
    .map(({ member, name }) => thenKnown[member] ?? `y.${name}`)
    .join(', ')}
   from result y cross join lateral (
     select max(c.version) as version from change c
     where c.commune_id = y.commune_id and c.type = 'result' and c.record_id = y.id::text and c.position <= ${upTo}) k
   where k.version is not null)`;

/** `parameter`: where the position stands, if one is asked. */
const asKnown = (position: number | undefined, parameter: string) =>
  position === undefined
    ? { name: '', table: 'result', values: [] }
    : { name: '.at', table: knownAt(`${parameter}::int`), values: [position] };

const inForceOn = (on: string) =>
  `(x.superseded_on is null or x.superseded_on > ${on}::date) and x.approved_on <= ${on}::date`;

const isNamed = (named: IndicatorsNamed | undefined): Condition => [
  named?.codes,
  JSON.stringify(named?.identifiers),
  (codes, identifiers) => `x.indicator_id = any (array(
    select i.id from indicator i
    where i.commune_id = $1 and (i.code = any (${codes}) or exists (
      select from jsonb_array_elements(${identifiers}::jsonb) as n (one)
      where i.identifiers @> jsonb_build_array(n.one)))))`,
];

export interface ResultFilter {
  id?: string;
  plans?: readonly string[];
  indicators?: readonly string[];
  units?: readonly string[];
  periods?: readonly string[];
  /** Indicators by code or by an identifier of another system. */
  named?: IndicatorsNamed;
  /** Position of the journal: those that it has a line of from there on. */
  since?: number;
  approvedFrom?: string;
  asOf?: string;
  at?: number;
  after: readonly [string] | null;
  limit: number;
}

@Injectable()
export class ResultsQueries {
  constructor(private readonly database: Database) {}

  /** Results in the order of their approval. */
  results(
    { communeId, sees, units: own }: Reach,
    { id, plans, indicators, named, units, periods, since, approvedFrom, asOf, at, after, limit }: ResultFilter,
    members?: Projection,
  ): Promise<Result[]> {
    const known = asKnown(at, '$4');
    const asked = where([communeId, sees, limit, ...known.values], {
      own: isOwn('x', own),
      id: [id, (one) => `x.id = ${one}`],
      asOf: [id === undefined ? asOf : undefined, inForceOn],
      plans: [
        plans,
        (keys) =>
          `x.indicator_id = any (array(
             select i.id from indicator i join plan p on p.commune_id = i.commune_id and p.id = i.plan_id
             where i.commune_id = $1 and p.key = any (${keys})))`,
      ],
      indicators: refersTo('x.indicator_id', 'indicator.code', indicators),
      named: isNamed(named),
      since: isJournaledSince('result', 'x', since),
      units: refersTo('x.unit_id', 'unit.code', units),
      periods: isAny('x.period', periods),
      approvedFrom: [approvedFrom, (day) => `x.approved_on >= ${day}::date`],
      after: [after?.[0], (last) => `x.id > ${last}`],
    });
    const now = id === undefined && asOf === undefined;
    const { shape, text } = columns(members);
    return this.database.rows(
      `results.results${known.name}${now ? '.now' : ''}${asked.name}${shape}`,
      `select ${text}
       from (
         select x.* from ${known.table} x
         where x.commune_id = $1 and x.audience >= $2::audience${now ? ' and x.superseded_on is null' : ''}${asked.text}
         order by x.id limit $3) x ${neighbours}
       order by x.id`,
      asked.values,
    );
  }

  /** The same page of the results of each indicator. */
  resultsOf(
    of: readonly { reach: Reach; id: string }[],
    { units, periods, asOf, at, after, limit }: ResultFilter,
    members?: Projection,
  ): Promise<Result[]> {
    const known = asKnown(at, '$5');
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, sees, units: own }, indicators) => {
      const asked = where([communeId, sees, indicators, limit, ...known.values], {
        own: isOwn('x', own),
        asOf: [asOf, inForceOn],
        units: refersTo('x.unit_id', 'unit.code', units),
        periods: isAny('x.period', periods),
        after: [after?.[0], (last) => `x.id > ${last}`],
      });
      return this.database.rows(
        `results.resultsOf${known.name}${asked.name}${shape}`,
        `select ${text}
         from unnest($3::uuid[]) as r (indicator_id)
         cross join lateral (
           select x.* from ${known.table} x
           where x.commune_id = $1 and x.indicator_id = r.indicator_id and x.audience >= $2::audience
             ${asOf === undefined ? 'and x.superseded_on is null' : ''}${asked.text}
           order by x.id limit $4) x ${neighbours}
         order by x.id`,
        asked.values,
      );
    });
  }

  /** The results of reports, those no longer in force, too. */
  resultsOfSubmissions(of: readonly { reach: Reach; id: string }[], members?: Projection): Promise<Result[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, sees, units }, submissions) => {
      const asked = where([communeId, sees, submissions], { own: isOwn('x', units) });
      return this.database.rows(
        `results.resultsOfSubmissions${asked.name}${shape}`,
        `select ${text} from result x ${inDocument(`
           x.commune_id = $1 and x.audience >= $2::audience and x.submission_id = any ($3)${asked.text}`)}`,
        asked.values,
      );
    });
  }

  /** Results by id, in force or not. */
  resultsById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Result>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees, units }, ids) => {
      const own = where([communeId, sees, ids], { own: isOwn('x', units) });
      return this.database.rows(
        `results.resultsById${own.name}${shape}`,
        `select ${text} from result x ${neighbours}
         where x.commune_id = $1 and x.audience >= $2::audience and x.id = any ($3)${own.text}`,
        own.values,
      );
    });
  }

  /** Results of one commune by id, in the order of their indicators. */
  resultsInDocumentOrder({ communeId, sees, units }: Reach, ids: readonly string[]): Promise<Result[]> {
    const own = where([communeId, sees, ids], { own: isOwn('x', units) });
    return this.database.rows(
      `results.resultsInDocumentOrder${own.name}`,
      `select ${columns().text} from result x ${inDocument(`
         x.commune_id = $1 and x.audience >= $2::audience and x.id = any ($3)${own.text}`)}`,
      own.values,
    );
  }
}
