import type { Database } from './database.js';

/** Holds records of a commune until the current write ends, always in the order of their ids. */
export async function hold(
  database: Database,
  entity: new () => object,
  { communeId, ids }: { communeId: number; ids: readonly string[] },
): Promise<void> {
  await database.manager
    .createQueryBuilder(entity, 'held')
    .select('held.id', 'id')
    .where('held.commune_id = :communeId and held.id = any (:ids)', { communeId, ids: [...new Set(ids)] })
    .orderBy('held.id')
    .setLock('pessimistic_write')
    .getRawMany();
}
