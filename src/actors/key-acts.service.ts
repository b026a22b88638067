import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { point, points } from '../points.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { IssueKey, KeyAt, RevokeKey, RotateKey } from './actor.inputs.js';
import { strangeScopes } from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';
import { ApiKey } from './api-key.entity.js';
import { keyWorkflow, stateOf, type KeyAct } from './key.workflow.js';

/** The members of a new key that its maker decides. */
type NewKey = Pick<ApiKey, 'actorId' | 'actorKey' | 'unitId' | 'scopes' | 'expiresAt'>;

/**
 * API keys: 256 random bits, told once and stored as their hash. They are the whole commune's to issue and to revoke.
 */
@Injectable()
export class KeyActsService {
  private readonly record: RecordType<ApiKey, KeyAt, KeyAct> = {
    view: ApiKey,
    workflow: keyWorkflow,
    lock: (reach, { id }) => this.queries.lockKey(reach, id),
    read: async (caller, { commune, id }) => unused(found(await this.queries.key(caller.in(commune), id))),
    pathOf: () => wholeCommune,
    stateOf: (key, { at }) => stateOf(key, at),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Makes a key. Refusals: FORBIDDEN; RULE for a scope, unit or actor that does not exist, or an end that has passed.
   */
  issueKey(caller: Caller, commune: string, { actor: holder, scopes, unit, expiresAt }: IssueKey): Promise<ApiKey> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      caller.demandFor('issueKey', commune, wholeCommune);
      const known = await this.queries.actor(reach, holder);
      const broken = points(
        strangeScopes(scopes),
        !known && point('/actor', 'UNKNOWN', `There is no actor "${holder}".`),
        expiresAt !== undefined &&
          new Date(expiresAt) <= caller.at &&
          point('/expiresAt', 'TOO_EARLY', `${expiresAt} has passed.`),
      );
      if (broken.length > 0 || !known) throw new Refusal('RULE', {}, broken);
      const unitId = unit === undefined ? null : (await this.units.unitNamed(caller, { commune, unit }, '/unit')).id;
      return this.add(caller, commune, {
        actorId: known.id,
        actorKey: known.key,
        unitId,
        scopes: [...new Set(scopes)].sort(),
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      });
    });
  }

  /**
   * Makes a key in the place of another, which stays active for a while. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE
   * unless it is active.
   */
  rotateKey(caller: Caller, at: AtVersion<KeyAt>, { overlapMinutes = 60 }: RotateKey): Promise<ApiKey> {
    const reach = caller.in(at.commune);
    return this.database.write(caller, reach.commune, async () => {
      // Another version than this one is refused by the act.
      const before = found(await this.queries.key(reach, at.id));
      const end = new Date(caller.at.getTime() + overlapMinutes * 60_000);
      await this.records.act(caller, { type: this.record, act: 'rotateKey', at }, ({ expiresAt }) => ({
        expiresAt: expiresAt === null || expiresAt > end ? end : expiresAt,
      }));
      return this.add(caller, at.commune, before);
    });
  }

  /** Ends a key at once. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE unless it is active. */
  revokeKey(caller: Caller, at: AtVersion<KeyAt>, { reason }: RevokeKey): Promise<ApiKey> {
    const reach = caller.in(at.commune);
    return this.database.write(caller, reach.commune, async () => {
      const step = { type: this.record, act: 'revokeKey', at, reason } as const;
      await this.records.act(caller, step, () => ({ revokedAt: caller.at }));
      return expected(await this.queries.key(reach, at.id), `The key ${at.id} was revoked and is not there.`);
    });
  }

  private async add(caller: Caller, commune: string, given: NewKey): Promise<ApiKey> {
    const { actorId, actorKey, unitId, scopes, expiresAt } = given;
    const secret = `thd_${randomBytes(32).toString('base64url')}`;
    const addition = { commune, view: ApiKey, kind: 'key.issued' } as const;
    const record = await this.records.add(caller, addition, async ({ commune: communeId }) => {
      const row: ApiKey = {
        ...{ communeId, id: v7(), version: 1, actorId, actorKey, unitId, scopes, expiresAt },
        prefix: secret.slice(0, 10),
        hash: createHash('sha256').update(secret).digest(),
        revokedAt: null,
        lastUsedAt: null,
      };
      await this.database.manager.insert(ApiKey, row);
      return unused(row);
    });
    return withSecret({ ...record, lastUsedAt: null }, secret);
  }
}

/** A key without its last use, which is no change to journal. */
const unused = ({ lastUsedAt: _, ...key }: ApiKey): ApiKey => key as ApiKey;

/** The record with its secret: for this answer alone, not for what is stored of the answer. */
const withSecret = ({ hash: _, ...record }: ApiKey, key: string): ApiKey =>
  Object.defineProperty(record, 'key', { value: key, enumerable: false }) as ApiKey;
