import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Projection } from '../database/projection.js';
import { isAny, isOwn, isWithin, refersTo, where } from '../database/where.js';
import { Objection } from './objection.entity.js';
import type { ObjectionState } from './objection.workflow.js';

const columns = selectList<Objection>(Objection, 'o', {
  always: ['unitId', 'objectorId'],
  computed: {
    unitCode: 'u.code',
    unitKind: 'u.kind',
    objectorCode: '(select w.code from unit w where w.commune_id = $1 and w.id = o.objector_id)',
  },
});
const nominee = 'join unit u on u.commune_id = $1 and u.id = o.unit_id';

export interface ObjectionFilter {
  consultations?: readonly string[];
  units?: readonly string[];
  state?: ObjectionState;
  after: readonly [string] | null;
  limit: number;
}

/** Objections to nominees of the units that a key is bound to, and at the places of a reporter. */
const ownOf = ({ units, draftsAt }: Reach) => ({ own: isOwn('o', units), within: isWithin('o', draftsAt) });

@Injectable()
export class ObjectionsQueries {
  constructor(private readonly database: Database) {}

  /** Objections, the newest first. */
  objections(
    reach: Reach,
    { consultations, units, state, after, limit }: ObjectionFilter,
    members?: Projection,
  ): Promise<Objection[]> {
    const { shape, text } = columns(members);
    const asked = where([reach.communeId, limit], {
      consultations: isAny('o.consultation_id', consultations),
      units: refersTo('o.unit_id', 'unit.code', units),
      state: [state, (one) => `o.state = ${one}`],
      ...ownOf(reach),
      after: [after?.[0], (id) => `o.id < ${id}`],
    });
    return this.database.rows(
      `objections.objections${asked.name}${shape}`,
      `select ${text} from objection o ${nominee}
       where o.commune_id = $1${asked.text} order by o.id desc limit $2`,
      asked.values,
    );
  }

  /** The objections in each consultation, the newest first; the same page of each. */
  objectionsOf(
    of: readonly { reach: Reach; id: string }[],
    { state, after, limit }: Pick<ObjectionFilter, 'state' | 'after' | 'limit'>,
    members?: Projection,
  ): Promise<Objection[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, (reach, ids) => {
      const asked = where([reach.communeId, ids, limit], {
        state: [state, (one) => `o.state = ${one}`],
        ...ownOf(reach),
        after: [after?.[0], (id) => `o.id < ${id}`],
      });
      return this.database.rows(
        `objections.objectionsOf${asked.name}${shape}`,
        `select ${text} from unnest($2::uuid[]) as r (id)
         cross join lateral (
           select o.* from objection o where o.commune_id = $1 and o.consultation_id = r.id${asked.text}
           order by o.id desc limit $3) o ${nominee}
         order by o.id desc`,
        asked.values,
      );
    });
  }

  /** Objections by id. */
  objectionsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Objection>> {
    const { shape, text } = columns(members);
    return byIds(asked, (reach, ids) => {
      const found = where([reach.communeId, ids], ownOf(reach));
      return this.database.rows(
        `objections.objectionsById${found.name}${shape}`,
        `select ${text} from objection o ${nominee} where o.commune_id = $1 and o.id = any ($2)${found.text}`,
        found.values,
      );
    });
  }

  /** All objections in consultations, as far as they hinder their closing. */
  hindering(
    asked: readonly { reach: Reach; id: string }[],
  ): Promise<Pick<Objection, 'id' | 'consultationId' | 'nominationId' | 'unitCode' | 'state' | 'upheld'>[]> {
    return eachCommune(asked, ({ communeId }, ids) =>
      this.database.rows(
        'objections.hindering',
        `select o.id, o.consultation_id as "consultationId", o.nomination_id as "nominationId", u.code as "unitCode",
           o.state, o.upheld
         from objection o ${nominee}
         where o.commune_id = $1 and o.consultation_id = any ($2) and (o.state = 'RAISED' or o.upheld) order by o.id`,
        [communeId, ids],
      ),
    );
  }

  /** Locks the consultation of an objection until the transaction ends: it is not closed meanwhile. */
  async lock({ communeId }: Reach, id: string): Promise<void> {
    await this.database.rows(
      'objections.lock',
      `select from consultation c where c.commune_id = $1 and c.id = (
         select consultation_id from objection where commune_id = $1 and id = $2) for update`,
      [communeId, id],
    );
  }
}
