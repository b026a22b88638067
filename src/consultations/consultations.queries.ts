import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isAny, where } from '../database/where.js';
import { Consultation } from './consultation.entity.js';
import type { ConsultationState } from './consultation.workflow.js';
import { Listing } from './listing.entity.js';

const columns = selectList<Consultation>(Consultation, 'c', {});

const listingColumns = selectList<Listing>(Listing, 'l', {
  always: ['unitId'],
  computed: { unitCode: 'u.code', unitKind: 'u.kind' },
});
const nominee = 'join unit u on u.commune_id = $1 and u.id = l.unit_id';

export interface ConsultationFilter {
  rounds?: readonly string[];
  forms?: readonly string[];
  states?: readonly ConsultationState[];
  after: readonly [string] | null;
  limit: number;
}

/** Rows `c` of a record: of a round, or those that a nomination was listed in. */
const consultationsIn = {
  round: 'c.round_id = r.id',
  nomination: `c.id in (
    select l.consultation_id from listing l where l.commune_id = $1 and l.nomination_id = r.id)`,
} as const;
export type ConsultationParent = keyof typeof consultationsIn;

@Injectable()
export class ConsultationsQueries {
  constructor(private readonly database: Database) {}

  /** Consultations, the newest first. */
  consultations(
    { communeId, sees }: Reach,
    { rounds, forms, states, after, limit }: ConsultationFilter,
    members?: Projection,
  ): Promise<Consultation[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, sees, limit], {
      rounds: isAny('c.round_id', rounds),
      forms: isAny('c.form_code', forms),
      states: isAny('c.state', states),
      after: [after?.[0], (id) => `c.id < ${id}`],
    });
    return this.database.rows(
      `consultations.consultations${asked.name}${shape}`,
      `select ${text} from consultation c
       where c.commune_id = $1 and c.audience >= $2::audience${asked.text} order by c.id desc limit $3`,
      asked.values,
    );
  }

  /** The same page of each round, or of each nomination. `of` is the id of the record. */
  consultationsOf(
    parent: ConsultationParent,
    records: readonly { reach: Reach; id: string }[],
    { states, after, limit }: Pick<ConsultationFilter, 'states' | 'after' | 'limit'>,
    members?: Projection,
  ): Promise<(Consultation & { of: string })[]> {
    const { shape, text } = columns(members);
    return eachCommune(records, ({ communeId, sees }, ids) => {
      const asked = where([communeId, sees, ids, limit], {
        states: isAny('c.state', states),
        after: [after?.[0], (id) => `c.id < ${id}`],
      });
      return this.database.rows(
        `consultations.consultationsOf.${parent}${asked.name}${shape}`,
        `select r.id as of, ${text} from unnest($3::uuid[]) as r (id)
         cross join lateral (
           select c.* from consultation c
           where c.commune_id = $1 and c.audience >= $2::audience and ${consultationsIn[parent]}${asked.text}
           order by c.id desc limit $4) c
         order by c.id desc`,
        asked.values,
      );
    });
  }

  /** Consultations by id. */
  consultationsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Consultation>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        `consultations.consultationsById${shape}`,
        `select ${text} from consultation c
         where c.commune_id = $1 and c.audience >= $2::audience and c.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Nominees of each consultation, in the order of their codes as the list was hung; the same page of each. */
  listingsOf(
    of: readonly { reach: Reach; id: string }[],
    { after, limit }: { after: readonly [string] | null; limit: number },
    members?: Projection,
  ): Promise<Listing[]> {
    const { shape, text } = listingColumns(members);
    return eachCommune(of, ({ communeId, sees }, ids) => {
      const asked = where([communeId, sees, ids, limit], { after: [after?.[0], (id) => `l.id > ${id}`] });
      return this.database.rows(
        `consultations.listingsOf${asked.name}${shape}`,
        `select ${text} from unnest($3::uuid[]) as r (id)
         cross join lateral (
           select l.* from listing l
           where l.commune_id = $1 and l.audience >= $2::audience and l.consultation_id = r.id${asked.text}
           order by l.id limit $4) l ${nominee}
         order by l.id`,
        asked.values,
      );
    });
  }

  /** Nominees on lists, by id. */
  listingsById(asked: readonly { reach: Reach; id: string }[]): Promise<InAskedOrder<Listing>> {
    const { text } = listingColumns();
    return byIds(asked, ({ communeId, sees }, ids) =>
      this.database.rows(
        'consultations.listingsById',
        `select ${text} from listing l ${nominee}
         where l.commune_id = $1 and l.audience >= $2::audience and l.id = any ($3)`,
        [communeId, sees, ids],
      ),
    );
  }

  /** Ids of the nominations on a list. */
  async nominationsOn({ communeId }: Reach, consultationId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      'consultations.nominationsOn',
      'select nomination_id as id from listing where commune_id = $1 and consultation_id = $2 order by id',
      [communeId, consultationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Latest day of a closed meeting on nominations; null: none was held. */
  async metOn({ communeId }: Reach, nominations: readonly string[]): Promise<string | null> {
    const row = await this.database.row<{ day: string | null }>(
      'consultations.metOn',
      `select max(m.held_on) as day from matter b
       join meeting m on m.commune_id = b.commune_id and m.id = b.meeting_id and m.state = 'CLOSED'
       where b.commune_id = $1 and b.nomination_id = any ($2)`,
      [communeId, nominations],
    );
    return row?.day ?? null;
  }

  /** Locks a consultation until the transaction ends: objections to it wait for its closing. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Consultation, { communeId, ids: [id] });
  }
}
