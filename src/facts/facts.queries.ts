import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, refersTo, where, type Condition } from '../database/where.js';
import { Fact } from './fact.entity.js';
import { restrictedKinds, type FactKind } from '../catalogue/fact-words.data.js';
import type { StandingFact } from './fact.rules.js';

/** Neighbours of rows `f`. $1 is the commune. */
const neighbours = 'join unit u on u.commune_id = $1 and u.id = f.unit_id';

const columns = selectList<Fact>(Fact, 'f', {
  always: ['unitId', 'kind'],
  computed: { unitCode: 'u.code', unitKind: 'u.kind' },
});

/** Facts of health and discipline of persons are for who reads personal values. */
const shownTo = ({ readsPersonal }: { readsPersonal: boolean }): Condition => [
  readsPersonal ? null : [...restrictedKinds],
  (kinds) => `f.kind <> all (${kinds}) or exists (
    select from unit w where w.commune_id = $1 and w.id = f.unit_id and w.kind not in ('INDIVIDUAL', 'HOUSEHOLD'))`,
];

export interface FactFilter {
  units?: readonly string[];
  kinds?: readonly FactKind[];
  asOf?: string;
  year?: number;
  after: readonly [string] | null;
  limit: number;
}

const filtered = ({ kinds, asOf, year }: Pick<FactFilter, 'kinds' | 'asOf' | 'year'>) => ({
  kinds: isAny('f.kind', kinds),
  asOf: [
    asOf,
    (day: string) =>
      `coalesce(f.valid_from, '-infinity') <= ${day}::date and coalesce(f.valid_to, 'infinity') >= ${day}::date`,
  ] as Condition,
  year: [
    year,
    (one: string) => `case when f.period is not null then f.period = ${one}::int::text
      else coalesce(extract(year from f.valid_from), 0) <= ${one}::int
        and coalesce(extract(year from f.valid_to), 9999) >= ${one}::int end`,
  ] as Condition,
});

@Injectable()
export class FactsQueries {
  constructor(private readonly database: Database) {}

  /** Facts, the newest recorded first. */
  facts(
    { communeId, units: own }: Reach,
    { readsPersonal, units, after, limit, ...filter }: FactFilter & { readsPersonal: boolean },
    members?: Projection,
  ): Promise<Fact[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      units: refersTo('f.unit_id', 'unit.code', units),
      ...filtered(filter),
      personal: shownTo({ readsPersonal }),
      own: isOwn('f', own),
      after: [...(after ?? [null]), (id) => `f.id < ${id}::uuid`],
    });
    return this.database.rows(
      `facts.facts${asked.name}${shape}`,
      `select ${text} from fact f ${neighbours}
       where f.commune_id = $1${asked.text} order by f.id desc limit $2`,
      asked.values,
    );
  }

  /** The facts of each unit, the newest recorded first; the same page of each. */
  factsOf(
    of: readonly { reach: Reach; id: string }[],
    { readsPersonal, after, limit, ...filter }: Omit<FactFilter, 'units'> & { readsPersonal: boolean },
    members?: Projection,
  ): Promise<Fact[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, units: own }, units) => {
      const asked = where([communeId, units, limit], {
        ...filtered(filter),
        personal: shownTo({ readsPersonal }),
        own: isOwn('f', own),
        after: [...(after ?? [null]), (id) => `f.id < ${id}::uuid`],
      });
      return this.database.rows(
        `facts.factsOf${asked.name}${shape}`,
        `select ${text} from unnest($2::uuid[]) as r (unit_id)
         cross join lateral (
           select f.* from fact f where f.commune_id = $1 and f.unit_id = r.unit_id${asked.text}
           order by f.id desc limit $3) f ${neighbours}
         order by f.id desc`,
        asked.values,
      );
    });
  }

  /** Facts by id. */
  factsById(
    asked: readonly { reach: Reach; id: string }[],
    { readsPersonal }: { readsPersonal: boolean },
    members?: Projection,
  ): Promise<InAskedOrder<Fact>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, units: own }, ids) => {
      const found = where([communeId, ids], { personal: shownTo({ readsPersonal }), own: isOwn('f', own) });
      return this.database.rows(
        `facts.factsById${found.name}${shape}`,
        `select ${text} from fact f ${neighbours} where f.commune_id = $1 and f.id = any ($2)${found.text}`,
        found.values,
      );
    });
  }

  /** Facts of units of some kinds, as far as they tell whether one is recorded twice. */
  standing(
    { communeId }: Reach,
    { units, kinds }: { units: readonly string[]; kinds: readonly FactKind[] },
  ): Promise<StandingFact[]> {
    return this.database.rows(
      'facts.standing',
      `select id, version, unit_id as "unitId", kind, value, title, period,
         valid_from as "validFrom", valid_to as "validTo"
       from fact where commune_id = $1 and unit_id = any ($2) and kind = any ($3) order by id`,
      [communeId, units, kinds],
    );
  }

  /** Locks a fact until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Fact, { communeId, ids: [id] });
  }
}
