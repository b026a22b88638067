import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { columnsOf } from '../database/columns.js';
import type { Projection } from '../database/projection.js';
import { Database } from '../database/database.js';
import { where } from '../database/where.js';
import { Commune } from './commune.entity.js';
import { Superior, Supervision } from './superior.entity.js';

/** Keys of the communes on the other side of mergers and splits. */
const lineage = (side: 'predecessor' | 'successor', self: 'predecessor' | 'successor') => `array(
  select o.key from commune_lineage l join commune o on o.id = l.${side}_id
  where l.${self}_id = c.id order by o.key)`;

const columns = selectList<CommuneRow>(Commune, 'c', {
  always: ['key'],
  computed: {
    communeId: 'c.id',
    predecessors: lineage('predecessor', 'successor'),
    successors: lineage('successor', 'predecessor'),
  },
});

const supervision = `
  ${columnsOf(Supervision, 's')}, p.key as "superiorKey", c.key as "communeKey", b.key as "subordinateKey"
  from supervision s join superior p on p.id = s.superior_id
  left join commune c on c.id = s.commune_id left join superior b on b.id = s.subordinate_id`;

/** A commune as a parent of records. */
interface CommuneRow extends Commune {
  communeId: number;
}

/** The registry belongs to no commune; its reads are cut to the reach by hand. */
@Injectable()
export class CommunesQueries {
  constructor(private readonly database: Database) {}

  communes(
    reaches: readonly Reach[],
    { after, limit }: { after: readonly [string] | null; limit: number },
    members?: Projection,
  ): Promise<Commune[]> {
    const { shape, text } = columns(members);
    const asked = where([reaches.map(({ communeId }) => communeId), limit], {
      after: [after?.[0], (key) => `c.key > ${key}`],
    });
    return this.database.rows(
      `communes.communes${asked.name}${shape}`,
      `select ${text} from commune c where c.id = any ($1)${asked.text} order by c.key limit $2`,
      asked.values,
    );
  }

  commune(reach: Reach, members?: Projection): Promise<Commune | undefined> {
    const { shape, text } = columns(members);
    return this.database.row(`communes.commune${shape}`, `select ${text} from commune c where c.id = $1`, [
      reach.communeId,
    ]);
  }

  /** The supervisors of a commune on a day, nearest first. */
  superiors(reach: Reach, on: string): Promise<Superior[]> {
    return this.database.rows(
      'communes.superiors',
      `with recursive above (superior_id, distance) as (
         select superior_id, 1 from supervision
         where commune_id = $1 and $2::date between valid_from and coalesce(valid_to, 'infinity')
         union
         select s.superior_id, a.distance + 1 from above a join supervision s on s.subordinate_id = a.superior_id
         where $2::date between s.valid_from and coalesce(s.valid_to, 'infinity') and a.distance < 10
       )
       select ${columnsOf(Superior, 'p')}
       from (select superior_id, min(distance) as distance from above group by superior_id) a
       join superior p on p.id = a.superior_id
       order by a.distance, p.key`,
      [reach.communeId, on],
    );
  }

  /** Every supervision that ever reached a commune, oldest first. */
  supervisions(reach: Reach): Promise<Supervision[]> {
    return this.database.rows(
      'communes.supervisions',
      `with recursive over (id, superior_id) as (
         select id, superior_id from supervision where commune_id = $1
         union
         select s.id, s.superior_id from over o join supervision s on s.subordinate_id = o.superior_id
       )
       select ${supervision} where s.id in (select id from over) order by s.valid_from, s.id`,
      [reach.communeId],
    );
  }

  supervision(id: string): Promise<Supervision | undefined> {
    return this.database.row('communes.supervision', `select ${supervision} where s.id = $1`, [id]);
  }

  /** The supervision under way of a commune or of another superior, locked for this transaction. */
  supervisionForUpdate({
    superiorId,
    communeId,
    subordinateId,
  }: Pick<Supervision, 'superiorId' | 'communeId' | 'subordinateId'>): Promise<Pick<Supervision, 'id'> | undefined> {
    return this.database.row(
      'communes.supervisionForUpdate',
      `select id from supervision
       where superior_id = $1 and commune_id is not distinct from $2::int
         and subordinate_id is not distinct from $3::uuid
         and valid_to is null for update`,
      [superiorId, communeId, subordinateId],
    );
  }

  /** Supervision of a body by another on some day of a span; null: it goes on. */
  supervisionOverlapping(
    { superiorId, communeId, subordinateId }: Pick<Supervision, 'superiorId' | 'communeId' | 'subordinateId'>,
    { validFrom, validTo }: Pick<Supervision, 'validFrom' | 'validTo'>,
  ): Promise<Pick<Supervision, 'id' | 'validFrom' | 'validTo'> | undefined> {
    return this.database.row(
      'communes.supervisionOverlapping',
      `select id, valid_from as "validFrom", valid_to as "validTo" from supervision
       where superior_id = $1 and commune_id is not distinct from $2::int
         and subordinate_id is not distinct from $3::uuid
         and valid_from <= coalesce($5::date, 'infinity') and coalesce(valid_to, 'infinity') >= $4::date
       order by valid_from limit 1`,
      [superiorId, communeId, subordinateId, validFrom, validTo],
    );
  }

  superiorByKey(key: string): Promise<{ id: string } | undefined> {
    return this.database.row('communes.superiorByKey', 'select id from superior where key = $1', [key]);
  }

  /** Every commune and the registry itself: for the operator. */
  everywhere(): Promise<{ id: number; key: string }[]> {
    return this.database.rows('communes.everywhere', 'select id, key from commune order by id');
  }

  /** The next commune's id; until the end of the transaction only this one has it. */
  async nextId(): Promise<number> {
    await this.database.rows('communes.nextId.lock', 'select from commune where id = 0 for update');
    const row = await this.database.row<{ id: number }>('communes.nextId', 'select max(id) + 1 as id from commune');
    return row?.id ?? 1;
  }

  /** Whether one superior stands above another, or is the same, on any day. */
  async isAbove(above: string, below: string): Promise<boolean> {
    const row = await this.database.row<{ above: boolean }>(
      'communes.isAbove',
      `with recursive over (id) as (
         select $2::uuid
         union
         select s.superior_id from over o join supervision s on s.subordinate_id = o.id
       )
       select exists (select from over where id = $1) as above`,
      [above, below],
    );
    return row?.above ?? false;
  }
}
