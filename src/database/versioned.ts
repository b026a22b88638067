import { In, type EntityManager, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Refusal } from '../refusals.js';

/** Place of a record, and the version on which its change was decided. */
export interface Versioned {
  communeId: number;
  id: string;
  version: number;
}

/** Updates a record that has the version, and raises it by one. Refusal: STALE, with the current version. */
export async function raise<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => Entity,
  { at, set }: { at: Versioned; set: QueryDeepPartialEntity<Entity> },
): Promise<void> {
  const { affected } = await manager
    .createQueryBuilder()
    .update(entity)
    .set({ ...set, version: () => 'version + 1' })
    .where('commune_id = :communeId and id = :id and version = :version', at)
    .execute();
  if (affected === 1) return;
  const now = await manager
    .createQueryBuilder(entity, 'now')
    .select('now.version', 'version')
    .where('commune_id = :communeId and id = :id', at)
    .getRawOne<{ version: number }>();
  throw new Refusal('STALE', { current: now?.version });
}

/** Updates records of a commune that are held, and raises the version of each by one. */
export async function raiseAll<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => Entity,
  { held, set }: { held: readonly Omit<Versioned, 'version'>[]; set: QueryDeepPartialEntity<Entity> },
): Promise<void> {
  const [first] = held;
  if (!first) return;
  const { communeId } = first;
  const at = { communeId, id: In(held.map(({ id }) => id)) };
  await manager.update<ObjectLiteral>(entity, at, { ...set, version: () => 'version + 1' });
}
