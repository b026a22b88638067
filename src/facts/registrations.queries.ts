import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { byIds, eachCommune, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { isOwn, refersTo, where, type Condition } from '../database/where.js';
import { Registration } from './registration.entity.js';

/** Neighbours of rows `r`. $1 is the commune. */
const neighbours = 'join unit u on u.commune_id = $1 and u.id = r.unit_id';

const columns = selectList<Registration>(Registration, 'r', {
  always: ['unitId'],
  computed: { unitCode: 'u.code' },
});

export interface RegistrationFilter {
  units?: readonly string[];
  period?: string;
  form?: string;
  state?: string;
  after: readonly [string] | null;
  limit: number;
}

const filtered = ({ period, form, state }: Pick<RegistrationFilter, 'period' | 'form' | 'state'>) => ({
  period: [period, (one: string) => `r.period = ${one}`] as Condition,
  form: [form, (one: string) => `${one} = any (r.forms)`] as Condition,
  state: [state, (one: string) => `r.state = ${one}`] as Condition,
});

@Injectable()
export class RegistrationsQueries {
  constructor(private readonly database: Database) {}

  /** Registrations, the newest first. */
  registrations(
    { communeId, units: own }: Reach,
    { units, after, limit, ...filter }: RegistrationFilter,
    members?: Projection,
  ): Promise<Registration[]> {
    const { shape, text } = columns(members);
    const asked = where([communeId, limit], {
      units: refersTo('r.unit_id', 'unit.code', units),
      ...filtered(filter),
      own: isOwn('r', own),
      after: [...(after ?? [null]), (id) => `r.id < ${id}::uuid`],
    });
    return this.database.rows(
      `registrations.registrations${asked.name}${shape}`,
      `select ${text} from registration r ${neighbours}
       where r.commune_id = $1${asked.text} order by r.id desc limit $2`,
      asked.values,
    );
  }

  /** The registrations of each unit, the newest first; the same page of each. */
  registrationsOf(
    of: readonly { reach: Reach; id: string }[],
    { after, limit, ...filter }: Omit<RegistrationFilter, 'units'>,
    members?: Projection,
  ): Promise<Registration[]> {
    const { shape, text } = columns(members);
    return eachCommune(of, ({ communeId, units: own }, units) => {
      const asked = where([communeId, units, limit], {
        ...filtered(filter),
        own: isOwn('r', own),
        after: [...(after ?? [null]), (id) => `r.id < ${id}::uuid`],
      });
      return this.database.rows(
        `registrations.registrationsOf${asked.name}${shape}`,
        `select ${text} from unnest($2::uuid[]) as e (unit_id)
         cross join lateral (
           select r.* from registration r where r.commune_id = $1 and r.unit_id = e.unit_id${asked.text}
           order by r.id desc limit $3) r ${neighbours}
         order by r.id desc`,
        asked.values,
      );
    });
  }

  /** Registrations by id. */
  registrationsById(
    asked: readonly { reach: Reach; id: string }[],
    members?: Projection,
  ): Promise<InAskedOrder<Registration>> {
    const { shape, text } = columns(members);
    return byIds(asked, ({ communeId, units: own }, ids) => {
      const found = where([communeId, ids], { own: isOwn('r', own) });
      return this.database.rows(
        `registrations.registrationsById${found.name}${shape}`,
        `select ${text} from registration r ${neighbours} where r.commune_id = $1 and r.id = any ($2)${found.text}`,
        found.values,
      );
    });
  }

  /** A registration of a unit for a year that stands, for one of these forms or, of none, for none. */
  standing(
    { communeId }: Reach,
    { unitId, period, forms }: Pick<Registration, 'unitId' | 'period' | 'forms'>,
  ): Promise<Pick<Registration, 'id' | 'version'> | undefined> {
    return this.database.row(
      'registrations.standing',
      `select id, version from registration
       where commune_id = $1 and unit_id = $2 and period = $3 and state = 'REGISTERED'
         and (forms && $4::text[] or (forms = '{}' and $4::text[] = '{}')) order by id limit 1`,
      [communeId, unitId, period, forms],
    );
  }

  /** Locks a registration until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Registration, { communeId, ids: [id] });
  }
}
