import { Refusal } from '../refusals.js';

/** Key (or identity) and appointments that the rights of a writer rest on, as of a day. */
export interface Power {
  readonly communeId: number;
  readonly keyId: string;
  readonly appointments: readonly string[];
  readonly on: string;
  /** Key, identity, appointment (by id), unit or actor (by key) whose power the write takes away, or gives. */
  readonly over?: Readonly<{ id?: string; unit?: string; actor?: string }>;
}

const holdAll = `
  select pg_advisory_xact_lock(place) from (
    select power_lock(actor_id) as place from api_key where commune_id = $1 and id in ($2, $3)
    union
    select power_lock(actor_id) from identity where commune_id = $1 and id in ($2, $3)
    union
    select power_lock(actor_id) from appointment
    where commune_id = $1 and (id = $3 or unit_id = (select id from unit where commune_id = $1 and code = $4))
    union
    select power_lock(id) from unit where commune_id = $1 and code = $4
    union
    select power_lock(id) from actor where commune_id = $1 and key = $5
    order by place) actors`;

/** First row of a named statement. */
type Row = (name: string, text: string, values: readonly unknown[]) => Promise<{ held?: boolean } | undefined>;

/**
 * Holds power until the end of the write: who takes it away waits, and the next write is refused. Refusal:
 * UNAUTHENTICATED when it has ended. A write over the power of others holds all of them alone, in one order: of two
 * that revoke each other one wins. With a unit it holds the appointments to come there, too.
 */
export async function holdPower({ communeId, keyId, appointments, on, over }: Power, row: Row): Promise<void> {
  if (over !== undefined) await row('power.holdAll', holdAll, [communeId, keyId, over.id, over.unit, over.actor]);
  const values = [communeId, keyId, appointments, on];
  const answer = await row('power.holdPower', 'select hold_power($1, $2, $3, $4) as held', values);
  if (!answer?.held) throw new Refusal('UNAUTHENTICATED');
}
