import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { selectList } from '../api/select-list.js';
import type { Projection } from '../database/projection.js';
import { byIds, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { where } from '../database/where.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import type { MeasureGiven } from './scheme-codes.rules.js';
import { Scheme } from './scheme.entity.js';
import type { SchemeRules } from './scheme-rules.js';
import { byCode } from './subject.rules.js';

const columns = selectList<Scheme>(Scheme, 's', {
  always: ['code'],
  computed: { plan: '(select p.key from plan p where p.commune_id = $1 and p.id = s.plan_id)' },
});

/** A scheme of a plan, on a day. */
interface SchemeOnDay {
  planId: string;
  code: string;
  on: string;
}

@Injectable()
export class SchemesQueries {
  constructor(private readonly database: Database) {}

  /** Newest revision that the caller sees of each scheme of a plan, by code. */
  schemes(
    { communeId, sees }: Reach,
    { planId, after, limit }: { planId: string; after: readonly [string] | null; limit: number },
    members?: Projection,
  ): Promise<Scheme[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, planId, limit], { after: [after?.[0], (code) => `s.code > ${code}`] });
    return this.database.rows(
      `schemes.schemes${asked.name}${shape}`,
      `select ${text} from (
         select distinct on (s.code) s.* from scheme s
         where s.commune_id = $1 and s.plan_id = $3 and s.audience >= $2::audience${asked.text}
         order by s.code, s.revision desc limit $4) s
       order by s.code`,
      asked.values,
    );
  }

  /** A revision of a scheme; without its number the newest that the caller sees. */
  scheme(
    { communeId, sees }: Reach,
    { plan, code, revision }: { plan: string; code: string; revision?: number },
    members?: Projection,
  ): Promise<Scheme | undefined> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, plan, code], {
      revision: [revision, (one) => `s.revision = ${one}`],
    });
    return this.database.row(
      `schemes.scheme${asked.name}${shape}`,
      `select ${text} from plan p join scheme s on s.commune_id = $1 and s.plan_id = p.id
       where p.commune_id = $1 and p.key = $3 and s.code = $4 and s.audience >= $2::audience${asked.text}
       order by s.revision desc limit 1`,
      asked.values,
    );
  }

  /** Revisions by id. */
  schemesById(asked: readonly { reach: Reach; id: string }[], members?: Projection): Promise<InAskedOrder<Scheme>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `schemes.schemesById${shape}`,
        `select ${text} from scheme s where s.commune_id = $1 and s.audience >= $2::audience and s.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** The revision of a scheme that is in force on a day. */
  async inForce(reach: Reach, asked: SchemeOnDay): Promise<Scheme | undefined> {
    const [scheme] = await this.inForceEach(reach, [asked]);
    return scheme;
  }

  /** The revision of each scheme that is in force on a day, in the order asked. */
  async inForceEach({ communeId }: Reach, asked: readonly SchemeOnDay[]): Promise<(Scheme | undefined)[]> {
    const rows = await this.database.rows<Scheme & { place: number }>(
      'schemes.inForceEach',
      `select a.place::int, ${columns().text}
       from unnest($2::uuid[], $3::text[], $4::date[]) with ordinality a (plan_id, code, day, place)
       cross join lateral (
         select * from scheme r
         where r.commune_id = $1 and r.plan_id = a.plan_id and r.code = a.code and r.state = 'ADOPTED'
           and r.valid_from <= a.day
         order by r.revision desc limit 1) s`,
      [communeId, asked.map(({ planId }) => planId), asked.map(({ code }) => code), asked.map(({ on }) => on)],
    );
    const byPlace = new Map(rows.map(({ place, ...scheme }) => [place, scheme]));
    return asked.map((_, index) => byPlace.get(index + 1));
  }

  /** Revisions of schemes of a plan, by code; `of`: their numbers by code. */
  revisions(
    { communeId, sees }: Reach,
    { planId, of }: { planId: string; of: ReadonlyMap<string, number> },
    members?: Projection,
  ): Promise<Scheme[]> {
    const { shape, text } = columns(members);
    return this.database.rows(
      `schemes.revisions${shape}`,
      `select ${text} from scheme s
       where s.commune_id = $1 and s.audience >= $2::audience and s.plan_id = $3
         and (s.code, s.revision) in (select * from unnest($4::text[], $5::int[]))
       order by s.code`,
      [communeId, sees, planId, [...of.keys()], [...of.values()]],
    );
  }

  /** Rules of a revision, whoever asks. */
  async rules({ communeId }: Reach, id: string): Promise<SchemeRules> {
    const row = await this.database.row<{ rules: SchemeRules }>(
      'schemes.rules',
      'select s.rules from scheme s where s.commune_id = $1 and s.id = $2',
      [communeId, id],
    );
    return expected(row, `The scheme ${id} is gone.`).rules;
  }

  /** Measures of the indicators of a plan, by code. */
  async measures({ communeId }: Reach, planId: string): Promise<ReadonlyMap<string, MeasureGiven>> {
    const rows = await this.database.rows<MeasureGiven & { code: string }>(
      'schemes.measures',
      `select i.code, i.measure_unit as unit, i.factor::text from indicator i
       where i.commune_id = $1 and i.plan_id = $2 order by i.code`,
      [communeId, planId],
    );
    return new Map(rows.map(({ code, ...measure }) => [code, measure]));
  }

  /** Units that a scheme names, by code. */
  async units(
    { communeId }: Reach,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, { id: string; kind: UnitKind }>> {
    const rows = await this.database.rows<{ code: string; id: string; kind: UnitKind }>(
      'schemes.units',
      'select u.code, u.id, u.kind from unit u where u.commune_id = $1 and u.code = any ($2) order by u.code',
      [communeId, codes],
    );
    return byCode(rows);
  }
}
