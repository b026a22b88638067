import { ActorsQueries } from './actors/actors.queries.js';
import type { ApiKey } from './actors/api-key.entity.js';
import { KeyActsService } from './actors/key-acts.service.js';
import { KeysService } from './actors/keys.service.js';
import { found } from './api/found.js';
import { Database } from './database/database.js';
import { asOperator } from './operator.js';
import { readArgument, texts } from './operator-arguments.js';

/** Keys of a commune, or of the superiors' systems (`registry`), the newest first; no secrets. */
export function listKeys(commune: string): Promise<string[]> {
  return asOperator(async (app, caller) => {
    const keys: ApiKey[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await app.get(KeysService).keys(caller, commune, { first: 500, after });
      keys.push(...items);
      if (!next) break;
      after = next;
    }
    const instant = (at: Date | null = null) => at?.toISOString() ?? '-';
    return keys.map(({ id, prefix, actorKey, state, scopes, ...key }) =>
      [id, prefix, actorKey, state, instant(key.expiresAt), instant(key.lastUsedAt), scopes.join(',')].join('\t'),
    );
  });
}

/** Confirms, revokes or rotates the key with this id or prefix; gives the secret of a new key. */
export function actOnKey(
  act: 'confirm' | 'revoke' | 'rotate',
  key: string,
  { reason, overlapMinutes }: { reason?: string; overlapMinutes?: number } = {},
): Promise<string | undefined> {
  const why = readArgument('--reason', reason, texts.reason) ?? '';
  return asOperator(async (app, caller) => {
    const acts = app.get(KeyActsService);
    const queries = app.get(ActorsQueries);
    const { commune, id, version } = await app.get(Database).read(caller, async () => {
      const [only, other] = await queries.placesOfKeys(caller.communeIds, key);
      if (!only || other) throw new Error(`${other ? 'Several keys begin with' : 'There is no key'} "${key}".`);
      const reach = caller.reachById(only.communeId);
      return { commune: reach.key, ...found(await queries.key(reach, only.id, caller)) };
    });
    const at = { commune, id, expectedVersion: version };
    if (act === 'confirm') await acts.confirmKey(caller, at);
    else if (act === 'revoke') await acts.revokeKey(caller, at, { reason: why });
    else return (await acts.rotateKey(caller, at, { overlapMinutes })).key ?? undefined;
    return undefined;
  });
}
