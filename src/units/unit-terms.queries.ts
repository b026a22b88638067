import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { byIds } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { UnitTerm } from './unit.entity.js';
import type { NumberHolder, UnitFound } from './unit-likeness.rules.js';

/** A term of a unit, with the name it is to have. */
type TermNamed = Pick<UnitTerm, 'unitId' | 'validFrom' | 'name' | 'sortName' | 'folded'>;

/** The names and places of units over time, as a correction of their days reads them. */
@Injectable()
export class UnitTermsQueries {
  constructor(private readonly database: Database) {}

  /** The terms of units, whoever may see these, the earliest first. */
  termsOf({ communeId }: Pick<Reach, 'communeId'>, unitIds: readonly string[]): Promise<UnitTerm[]> {
    return this.database.rows(
      'unit-terms.termsOf',
      `select t.commune_id as "communeId", t.unit_id as "unitId", t.valid_from as "validFrom", t.valid_to as "validTo",
         t.name, t.sort_name as "sortName", t.folded, t.parent_id as "parentId", t.path
       from unit_term t where t.commune_id = $1 and t.unit_id = any ($2) order by t.valid_from`,
      [communeId, unitIds],
    );
  }

  /** Whether a unit below, or one that it succeeds, goes on after a day; the latter ends on it at the earliest. */
  async outlived(asked: readonly { reach: Reach; id: string }[], day: string): Promise<boolean[]> {
    const found = await byIds(asked, ({ communeId }, ids) =>
      this.database.rows<{ communeId: number; id: string }>(
        'unit-terms.outlived',
        `select $1::int as "communeId", u.id from unnest($2::uuid[]) as u (id)
         where exists (
             select from unit_term t
             where t.commune_id = $1 and t.parent_id = u.id and coalesce(t.valid_to, 'infinity') > $3)
           or exists (
             select from unit_lineage l join unit o on o.commune_id = $1 and o.id = l.predecessor_id
             where l.commune_id = $1 and l.successor_id = u.id and o.valid_to >= $3)`,
        [communeId, ids, day],
      ),
    );
    return found.map((each) => each !== undefined);
  }

  /** Codes of the units that stand directly below one on some day outside its new days, whoever may see them. */
  async belowOutside(
    { communeId }: Reach,
    { id, validFrom, validTo }: { id: string; validFrom: string; validTo: string | null },
  ): Promise<string[]> {
    const rows = await this.database.rows<{ code: string }>(
      'unit-terms.belowOutside',
      `select distinct u.code
       from unit_term t join unit u on u.commune_id = t.commune_id and u.id = t.unit_id
       where t.commune_id = $1 and t.parent_id = $2
         and (t.valid_from < $3 or coalesce(t.valid_to, 'infinity') > coalesce($4::date, 'infinity'))
       order by u.code`,
      [communeId, id, validFrom, validTo],
    );
    return rows.map(({ code }) => code);
  }

  /** Names, paths and first days of the terms of a unit that begin after a day, the earliest first. */
  laterTerms(
    { communeId, id }: { communeId: number; id: string },
    day: string,
  ): Promise<Pick<UnitTerm, 'name' | 'path' | 'validFrom'>[]> {
    return this.database.rows(
      'unit-terms.laterTerms',
      `select t.name, t.path, t.valid_from as "validFrom" from unit_term t
       where t.commune_id = $1 and t.unit_id = $2 and t.valid_from > $3 order by t.valid_from`,
      [communeId, id, day],
    );
  }

  /** Drops the terms of a unit that begin after a day. Part of a write that ends the unit. */
  async dropLaterTerms({ communeId, id }: { communeId: number; id: string }, day: string): Promise<void> {
    await this.database.rows(
      'unit-terms.dropLaterTerms',
      'delete from unit_term t where t.commune_id = $1 and t.unit_id = $2 and t.valid_from > $3',
      [communeId, id, day],
    );
  }

  /** Units that are found by one of these names on some day from a day on, whoever may see them. */
  foundAs(communeId: number, { folded, from }: { folded: readonly string[]; from: string }): Promise<UnitFound[]> {
    return this.database.rows(
      'unit-terms.foundAs',
      `select u.id, u.code, u.kind, t.name, t.parent_id as "parentId"
       from unit_term t join unit u on u.commune_id = $1 and u.id = t.unit_id
       where t.commune_id = $1 and t.folded = any ($2) and coalesce(t.valid_to, 'infinity') >= $3 order by u.code`,
      [communeId, folded, from],
    );
  }

  /** Units that have one of these codes of a system, each with that code, whoever may see them. */
  holdersOf(
    communeId: number,
    { system, values }: { system: string; values: readonly string[] },
  ): Promise<NumberHolder[]> {
    return this.database.rows(
      'unit-terms.holdersOf',
      `select u.id, u.code, i ->> 'value' as value
       from unit u cross join lateral jsonb_array_elements(u.identifiers) i
       where u.commune_id = $1 and u.identifiers @> any ($2::jsonb[])
         and i ->> 'system' = $3 and i ->> 'value' = any ($4)
       order by u.code`,
      [communeId, values.map((value) => JSON.stringify([{ system, value }])), system, values],
    );
  }

  /** Those of these words that are the code of a unit or the word of a movement. */
  async takenWords(communeId: number, words: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ word: string }>(
      'unit-terms.takenWords',
      'select w.word from taken_word w where w.commune_id = $1 and w.word = any ($2)',
      [communeId, words],
    );
    return new Set(rows.map(({ word }) => word));
  }

  /** The taken words that are one of these, or one with a number behind it: `nguyen-van-hung-2`. */
  async wordsLike(communeId: number, words: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ word: string }>(
      'unit-terms.wordsLike',
      `select w.word from taken_word w where w.commune_id = $1
         and (w.word = any ($2) or regexp_replace(w.word, '-[0-9]+$', '') = any ($2))`,
      [communeId, words],
    );
    return rows.map(({ word }) => word);
  }

  /** Ends the terms under way on a day the day before. Part of a write that begins others. */
  async endTerms(terms: readonly Pick<UnitTerm, 'communeId' | 'unitId'>[], day: string): Promise<void> {
    await this.database.rows(
      'unit-terms.endTerms',
      `update unit_term t set valid_to = $3::date - 1
       where t.commune_id = $1 and t.unit_id = any ($2)
         and t.valid_from < $3 and coalesce(t.valid_to, 'infinity') >= $3`,
      [terms[0]?.communeId, terms.map(({ unitId }) => unitId), day],
    );
  }

  /** Gives terms of units other names. Part of a write. */
  async renameTerms(communeId: number, terms: readonly TermNamed[]): Promise<void> {
    if (terms.length === 0) return;
    await this.database.rows(
      'unit-terms.renameTerms',
      `update unit_term t set name = n.name, sort_name = n."sortName", folded = n.folded
       from jsonb_to_recordset($2::jsonb)
         as n ("unitId" uuid, "validFrom" date, name text, "sortName" text, folded text)
       where t.commune_id = $1 and t.unit_id = n."unitId" and t.valid_from = n."validFrom"`,
      [communeId, JSON.stringify(terms)],
    );
  }

  /** Joins terms of units with those before that show the same. Part of a write that may have made such. */
  async joinTerms(communeId: number, unitIds: readonly string[]): Promise<void> {
    const gone = await this.database.rows<{ unitId: string }>(
      'unit-terms.joinTerms',
      `delete from unit_term t using unit_term p
       where t.commune_id = $1 and t.unit_id = any ($2) and p.commune_id = $1 and p.unit_id = t.unit_id
         and p.valid_to = t.valid_from - 1
         and (p.name, p.path) = (t.name, t.path) and p.parent_id is not distinct from t.parent_id
       returning t.unit_id as "unitId"`,
      [communeId, unitIds],
    );
    if (gone.length === 0) return;
    await this.database.rows(
      'unit-terms.joinTerms.lengthen',
      `update unit_term t set valid_to = coalesce((
         select min(n.valid_from) - 1 from unit_term n
         where n.commune_id = $1 and n.unit_id = t.unit_id and n.valid_from > t.valid_from), u.valid_to)
       from unit u where t.commune_id = $1 and t.unit_id = any ($2) and u.commune_id = $1 and u.id = t.unit_id`,
      [communeId, gone.map(({ unitId }) => unitId)],
    );
  }
}
