import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { eachCommune } from '../database/batch.js';
import { Database } from '../database/database.js';
import { isOwn, where } from '../database/where.js';
import type { Honour, HonourKind } from './honour.view.js';

/** A line with its place in the record, and the unit that was asked for. */
export type HonourRow = Omit<Honour, 'level' | 'sector'> & { place: string; ofUnit: string; recordId: string };

/** Columns of a line, each with its type. */
const members = {
  kind: 'text',
  place: 'text',
  recordId: 'uuid',
  unitId: 'uuid',
  year: 'int',
  on: 'text',
  until: 'date',
  period: 'text',
  code: 'text',
  name: 'text',
  numberText: 'text',
  issuer: 'text',
  citation: 'text',
  ruleSet: 'text',
  block: 'text',
  rank: 'int',
  revokedOn: 'date',
} as const;

/** Source of the lines of some kinds: rows `x` with the SQL of the members that they have. */
interface Source {
  rows: string;
  columns: Partial<Record<keyof typeof members, string>> & Record<'kind' | 'place', string>;
}

/** $1 is the commune, $2 the narrowest audience of awards that is visible, $3 that of standings. */
const award: Source = {
  rows: 'award x where x.commune_id = $1 and x.audience >= $2::audience',
  columns: {
    kind: `'AWARD'`,
    place: 'x.granted_on',
    year: 'left(x.granted_on, 4)::int',
    on: 'x.granted_on',
    period: 'x.period',
    code: 'x.form_code',
    name: 'x.form_name',
    numberText: 'x.number_text',
    issuer: 'x.issuer',
    citation: `case when $2::audience < 'PUBLIC' then x.citation end`,
    ruleSet: 'x.rule_set',
    revokedOn: 'x.revoked_on',
  },
};

/** Rows of each table, in the publication in force. */
const standing: Source = {
  rows: `standing x where x.commune_id = $1 and x.audience >= $3::audience and not exists (
    select from publication n
    where n.commune_id = $1 and n.plan_id = x.plan_id and n.scheme = x.scheme and n.period = x.period
      and n.number > x.number)`,
  columns: {
    kind: `'STANDING'`,
    place: 'x.published_on::text',
    year: 'left(x.period, 4)::int',
    on: 'x.published_on::text',
    period: 'x.period',
    code: 'x.class',
    name: 'x.class_name',
    block: 'x.block_name',
    rank: 'x.rank',
  },
};

/** A rating stands at the end of its year. */
const rating: Source = {
  rows: `fact x where x.commune_id = $1 and x.kind = 'RATING'`,
  columns: {
    kind: `'RATING'`,
    place: `x.period || '-12-31'`,
    year: 'x.period::int',
    period: 'x.period',
    code: 'x.value',
    name: 'x.title',
    issuer: 'x.issuer',
  },
};

const duty: Source = {
  rows: `fact x where x.commune_id = $1 and x.kind = 'SERVICE'`,
  columns: {
    kind: `'DUTY'`,
    place: 'x.valid_from::text',
    year: 'extract(year from x.valid_from)::int',
    on: 'x.valid_from::text',
    until: 'x.valid_to',
    code: 'x.value',
    name: 'x.title',
    issuer: 'x.issuer',
  },
};

/** The first lines of one source that fulfil conditions on `x`. $5 is their number, $6 the kinds that are asked for. */
const linesOf = ({ rows, columns }: Source, conditions: string): string => {
  const sql: Partial<Record<string, string>> = { ...columns, recordId: 'x.id', unitId: 'x.unit_id' };
  const list = Object.entries(members).map(([name, type]) => {
    const column = `(${sql[name] ?? 'null'})::${type}`;
    return `${column}${type === 'text' ? ' collate "C"' : ''} as "${name}"`;
  });
  return `(
    select ${list.join(', ')} from ${rows} and ${columns.kind} = any ($6::text[])${conditions}
    order by ${columns.place}, x.id limit $5)`;
};

/** The form of an award as its own rule set has it, or that of the day of the grant, or else the first that has it. */
const form = `
  left join lateral (
    select f.category, s.months, s.verified, coalesce(f.rule_set = l."ruleSet", false)
      or rpad(l."on", 10, '-01') between r.valid_from::text and coalesce(r.valid_to::text, '9') as "inForce"
    from catalogue.award_form f join catalogue.rule_set r on r.code = f.rule_set
    left join catalogue.salary_rise s on s.rule_set = f.rule_set and s.form = f.code
    where l.kind = 'AWARD' and f.code = l.code
    order by f.rule_set is not distinct from l."ruleSet" desc, "inForce" desc, r.valid_from limit 1) f on true`;

export interface HonourFilter {
  /** Kinds that are asked for, of those that may be seen in a reach. */
  kindsIn(reach: Reach): readonly HonourKind[];
  /** Day for which the closed units that these succeed are taken with them; absent: they are not. */
  predecessorsOn?: string;
  after: readonly [string, string] | null;
  limit: number;
}

/** The record of a unit is read from awards, standings and facts together: nothing of it is stored. */
@Injectable()
export class HonoursQueries {
  constructor(private readonly database: Database) {}

  /** The lines of each unit, the oldest first; the same page of each. */
  honoursOf(
    of: readonly { reach: Reach; id: string }[],
    { kindsIn, predecessorsOn, after, limit }: HonourFilter,
  ): Promise<HonourRow[]> {
    return eachCommune(of, (reach, units) => {
      const { communeId, awardsAs, sees, units: own } = reach;
      const fixed = [communeId, awardsAs, sees, units, limit, kindsIn(reach)];
      const alone = predecessorsOn === undefined ? ' and x.unit_id = e.id' : '';
      const asked = ({ columns: { place } }: Source, of: { units: Reach['units'] }) =>
        where(fixed, {
          withPredecessors: [
            predecessorsOn,
            (day) => `x.unit_id in (select with_predecessors($1, e.id, ${day}::date))`,
          ],
          after: [...(after ?? [null]), (last, id) => `(${place}, x.id) > (${last}::text, ${id}::uuid)`],
          own: isOwn('x', of.units),
        });
      // Facts are for a bound key of its own units alone; of awards and published standings it sees all.
      const parts = [
        ...[award, standing].map((source) => ({ source, filter: asked(source, { units: null }) })),
        ...[rating, duty].map((source) => ({ source, filter: asked(source, { units: own }) })),
      ];
      const { name, values } = asked(duty, { units: own });
      const lines = parts.map(({ source, filter }) => linesOf(source, `${alone}${filter.text}`));
      return this.database.rows(
        `honours.honoursOf${name}`,
        `select $1::int as "communeId", e.id as "ofUnit", l.kind, l.place, l."recordId", l."unitId", l.year, l."on",
           l.until, l.period, f.category, l.code, l.name, l."numberText", l.issuer, l.citation,
           case when f."inForce" then f.months end as "monthsEarlier",
           case when f."inForce" then f.verified end as "monthsVerified",
           l.block, l.rank, l."revokedOn", u.code as "unitCode", u.kind as "unitKind",
           case when l.kind = 'AWARD' then l."recordId" end as "awardId",
           case when l.kind = 'STANDING' then l."recordId" end as "standingId",
           case when l.kind in ('RATING', 'DUTY') then l."recordId" end as "factId"
         from unnest($4::uuid[]) as e (id)
         cross join lateral (
           select * from (${lines.join(' union all ')}) l order by l.place, l."recordId" limit $5) l
         join unit u on u.commune_id = $1 and u.id = l."unitId"${form}
         order by l.place, l."recordId"`,
        values,
      );
    });
  }
}
