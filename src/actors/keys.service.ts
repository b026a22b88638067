import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller, Reach } from '../access/caller.js';
import { found } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { JournalService } from '../journal/journal.service.js';
import { point, points } from '../points.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { ApiKey } from './api-key.entity.js';
import type { IssueKey, ListKeys, RevokeKey, RotateKey } from './actor.inputs.js';
import { strangeScopes } from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';

/** What of a key is decided by whoever makes it. */
type Made = Pick<ApiKey, 'actorId' | 'actorKey' | 'unitId' | 'scopes' | 'expiresAt'>;

/** Keys: 256 random bits, told once and kept as their hash. */
@Injectable()
export class KeysService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /** The keys of a commune's actors, the newest first. */
  keys(caller: Caller, commune: string, { actor: holder, ...page }: ListKeys): Promise<Page<ApiKey>> {
    return this.database.read(caller, async () => {
      const [after = null] = (keysAfter(page.after, ['uuid']) ?? []) as readonly string[];
      const first = firstOf(page);
      const rows = await this.queries.keys(caller.in(commune), { actor: holder, after, limit: first + 1 });
      return pageOf(rows, first, ({ id }) => [id]);
    });
  }

  /** Makes a key. Refusals: FORBIDDEN, as keys are the whole commune's; RULE for a scope, unit or actor that does not exist, or an end that has passed. */
  issueKey(caller: Caller, commune: string, { actor: holder, scopes, unit, expiresAt }: IssueKey): Promise<ApiKey> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('issueKey', commune, '');
      const known = await this.queries.actor(reach, holder);
      const broken = points(
        strangeScopes(scopes),
        !known && point('/actor', 'UNKNOWN', `There is no actor "${holder}".`),
        expiresAt !== undefined &&
          new Date(expiresAt) <= caller.at &&
          point('/expiresAt', 'TOO_EARLY', `${expiresAt} has passed.`),
      );
      if (broken.length > 0 || !known) throw new Refusal('RULE', {}, broken);
      const unitId = unit === undefined ? null : (await this.units.unitNamed(caller, commune, unit, '/unit')).id;
      return this.make(caller, reach, {
        actorId: known.id,
        actorKey: known.key,
        unitId,
        scopes: [...new Set(scopes)].sort(),
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      });
    });
  }

  /** Makes a key in the place of another, which works on for a while. Refusals: FORBIDDEN as for `issueKey`; STALE; STATE when it works no more. */
  rotateKey(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { overlapMinutes = 60 }: RotateKey,
  ): Promise<ApiKey> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('rotateKey', commune, '');
      const end = new Date(caller.at.getTime() + overlapMinutes * 60_000);
      const before = await this.changed(
        caller,
        reach,
        { id, expectedVersion, kind: 'key.rotated' },
        ({ expiresAt }) => ({ expiresAt: expiresAt === null || expiresAt > end ? end : expiresAt }),
      );
      return this.make(caller, reach, before);
    });
  }

  /** Ends a key at once. Refusals: FORBIDDEN as for `issueKey`; STALE; STATE when it works no more. */
  revokeKey(
    caller: Caller,
    commune: string,
    id: string,
    expectedVersion: number,
    { reason }: RevokeKey,
  ): Promise<ApiKey> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('revokeKey', commune, '');
      await this.changed(caller, reach, { id, expectedVersion, kind: 'key.revoked', reason }, () => ({
        revokedAt: caller.at,
      }));
      return found(await this.queries.key(reach, id));
    });
  }

  /** Changes a key that works; gives it as it was. */
  private async changed(
    caller: Caller,
    reach: Reach,
    {
      id,
      expectedVersion,
      kind,
      reason,
    }: { id: string; expectedVersion: number; kind: `key.${string}`; reason?: string },
    set: (before: ApiKey) => Partial<ApiKey>,
  ): Promise<ApiKey> {
    await this.queries.lockKey(reach, id);
    const before = found(await this.queries.key(reach, id));
    if (before.version !== expectedVersion) throw new Refusal('STALE', { current: before.version });
    if (before.revokedAt !== null || (before.expiresAt !== null && before.expiresAt <= caller.at))
      throw new Refusal('STATE', { state: before.revokedAt ? 'REVOKED' : 'EXPIRED' });
    await this.database.change(ApiKey, { commune: reach.commune, id, version: before.version }, set(before));
    this.recorded(caller, kind, found(await this.queries.key(reach, id)), 'INSIDE', reason);
    return before;
  }

  private async make(
    caller: Caller,
    { commune: communeId }: Reach,
    { actorId, actorKey, unitId, scopes, expiresAt }: Made,
  ): Promise<ApiKey> {
    const key = `thd_${randomBytes(32).toString('base64url')}`;
    const hash = createHash('sha256').update(key).digest();
    const record: ApiKey = {
      communeId,
      id: v7(),
      version: 1,
      actorId,
      actorKey,
      unitId,
      prefix: key.slice(0, 10),
      hash,
      scopes,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    };
    await this.database.manager.insert(ApiKey, record);
    this.recorded(caller, 'key.issued', record, null);
    return toldOnce(record, key);
  }

  /** When it was used is no change. */
  private recorded(
    caller: Caller,
    kind: `key.${string}`,
    { lastUsedAt: _, ...record }: ApiKey,
    before: 'INSIDE' | null,
    reason?: string,
  ): void {
    this.journal.record({
      caller,
      commune: record.communeId,
      kind,
      view: ApiKey,
      record,
      seen: { before, after: 'INSIDE' },
      reason,
    });
  }
}

/** The record with its key: for this answer alone, not for what is kept of it. */
const toldOnce = ({ hash: _, ...record }: ApiKey, key: string): ApiKey =>
  Object.defineProperty(record, 'key', { value: key, enumerable: false }) as ApiKey;
