import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { usualScopes } from '../access/permissions.js';
import { expected, found } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { wrongState } from '../api/workflow.js';
import { Database } from '../database/database.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { point, points } from '../points.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { AmendKey, IssueKey, KeyAt, RevokeKey, RotateKey } from './actor.inputs.js';
import { strangeScopes } from './actor.rules.js';
import { ActorsQueries } from './actors.queries.js';
import { ApiKey } from './api-key.entity.js';
import { keyWorkflow, type KeyAct } from './key.workflow.js';

/** The members of a new key that its maker decides. */
type NewKey = Pick<ApiKey, 'actorId' | 'actorKey' | 'unitId' | 'scopes' | 'expiresAt' | 'confirmed'>;

/**
 * API keys: 256 random bits, told once and stored as their hash. They are the whole commune's to issue and to revoke. A
 * key of a deciding role that no operator made works when a second person has confirmed it.
 */
@Injectable()
export class KeyActsService {
  private readonly recordType: RecordType<ApiKey, KeyAt, typeof keyWorkflow> = {
    entity: ApiKey,
    workflow: keyWorkflow,
    lock: (reach, { id }) => this.queries.lockKey(reach, id),
    read: async (caller, { commune, id }) => found(await this.queries.key(caller.reachIn(commune), id, caller)),
    readAfter: async (caller, { commune, id }) =>
      lasting(found(await this.queries.key(caller.reachIn(commune), id, caller))),
    pathOf: () => wholeCommune,
    states: 'key',
    stateOf: ({ state = 'ACTIVE' }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ActorsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * Makes a key. Refusals: FORBIDDEN; SCOPE_MISSING for personal:read from who does not have it; RULE for a scope, unit
   * or actor that does not exist, a unit in which the actor has no right, or an end that has passed.
   */
  issueKey(
    caller: Caller,
    commune: string,
    { actor: holder, scopes = [...usualScopes], unit, expiresAt }: IssueKey,
  ): Promise<ApiKey> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      caller.demandFor('issueKey', commune, wholeCommune);
      demandOwnScopes(caller, scopes);
      const known = await this.queries.actor(reach, holder);
      const broken = points(
        strangeScopes(scopes),
        !known &&
          point('/actor', 'UNKNOWN', { en: `There is no actor "${holder}".`, vi: `Không có người dùng "${holder}".` }),
        expiresAt !== undefined &&
          new Date(expiresAt) <= caller.at &&
          point('/expiresAt', 'TOO_EARLY', {
            en: `${expiresAt} has passed.`,
            vi: `Thời điểm ${expiresAt} đã qua; hãy chọn thời điểm sau này.`,
          }),
      );
      if (broken.length > 0 || !known) throw new Refusal('RULE', {}, broken);
      const named =
        unit === undefined ? null : await this.units.unitNamed(caller, { commune, unit, on: caller.on }, '/unit');
      if (named && !(await this.queries.reaches(reach, known.id, { path: named.pathToday, on: caller.on })))
        throw wrong('/unit', 'NO_RIGHT_THERE', {
          en: `"${holder}" has no appointment for "${named.code}": the key would do nothing. Appoint first.`,
          vi: `"${holder}" không có phân công ở "${named.code}" nên khóa không dùng được; hãy phân công trước.`,
        });
      const unitId = named?.id ?? null;
      return this.add(caller, commune, {
        actorId: known.id,
        actorKey: known.key,
        unitId,
        scopes: [...new Set(scopes)].sort(),
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
        confirmed: caller.kind === 'OPERATOR',
      });
    });
  }

  /**
   * Confirms a key, so that it works for a deciding role. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE for one that was
   * confirmed or has ended; FOUR_EYES for who made it, and for its own actor.
   */
  confirmKey(caller: Caller, at: AtVersion<KeyAt>): Promise<ApiKey> {
    return this.act(caller, { act: 'confirmKey', at }, ({ confirmed, actorId, issuedById, version }) => {
      if (confirmed) throw wrongState({ of: 'key', state: 'CONFIRMED', version });
      if (caller.id !== null && (caller.id === actorId || caller.id === issuedById)) throw new Refusal('FOUR_EYES');
      return { confirmed: true };
    });
  }

  /**
   * Makes a key in the place of another, which stays active for a while; what was confirmed stays so. Refusals:
   * NOT_FOUND; FORBIDDEN; STALE; STATE for one that has ended; SCOPE_MISSING as for `issueKey`.
   */
  rotateKey(caller: Caller, at: AtVersion<KeyAt>, { overlapMinutes = 60 }: RotateKey): Promise<ApiKey> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller.over({ id: at.id }), reach.communeId, async () => {
      // Another version than this one is refused by the act.
      const before = found(await this.queries.key(reach, at.id, caller));
      const end = new Date(caller.at.getTime() + overlapMinutes * 60_000);
      await this.records.act(caller, { type: this.recordType, act: 'rotateKey', at }, ({ scopes, expiresAt }) => {
        demandOwnScopes(caller, scopes);
        return { expiresAt: expiresAt === null || expiresAt > end ? end : expiresAt };
      });
      return this.add(caller, at.commune, before);
    });
  }

  /**
   * Takes scopes from a key. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE for one that has ended; RULE for a scope that
   * the key does not have, or NOTHING_CHANGED.
   */
  amendKey(caller: Caller, at: AtVersion<KeyAt>, { scopes: given, reason }: AmendKey): Promise<ApiKey> {
    return this.act(caller, { act: 'amendKey', at, reason }, ({ scopes: before }) => {
      const scopes = before.filter((scope) => given.includes(scope));
      const added = given.filter((scope) => !before.includes(scope));
      refuse(
        added.map((scope) =>
          point('/scopes', 'SCOPE_ADDED', {
            en: `The key does not have "${scope}".`,
            vi: `Khóa không có phạm vi "${scope}"; khóa chỉ được bớt phạm vi, muốn thêm thì cấp khóa mới.`,
          }),
        ),
      );
      if (scopes.length === before.length)
        throw wrong('/scopes', 'NOTHING_CHANGED', { en: 'Leave a scope out.', vi: 'Hãy bỏ ít nhất một phạm vi.' });
      return { scopes };
    });
  }

  /** Ends a key at once. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE for one that has ended. */
  revokeKey(caller: Caller, at: AtVersion<KeyAt>, { reason }: RevokeKey): Promise<ApiKey> {
    return this.act(caller, { act: 'revokeKey', at, reason }, () => ({ revokedAt: caller.at }));
  }

  /** An act on a key; answers the key as it then stands. */
  private act(
    caller: Caller,
    { act, at, reason }: { act: KeyAct; at: AtVersion<KeyAt>; reason?: string },
    decide: (before: ApiKey) => Partial<ApiKey>,
  ): Promise<ApiKey> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller.over({ id: at.id }), reach.communeId, async () => {
      await this.records.act(caller, { type: this.recordType, act, at, reason }, decide);
      return this.keyNow(caller, reach, at.id);
    });
  }

  private async keyNow(caller: Caller, reach: Reach, id: string): Promise<ApiKey> {
    return expected(await this.queries.key(reach, id, caller), `The key ${id} was changed and is not there.`);
  }

  private async add(caller: Caller, commune: string, given: NewKey): Promise<ApiKey> {
    const reach = caller.reachIn(commune);
    const secret = `thd_${randomBytes(32).toString('base64url')}`;
    const addition = { commune, entity: ApiKey, kind: 'key.issued' } as const;
    const { actorId, actorKey, unitId, scopes, expiresAt, confirmed } = given;
    const { id } = await this.records.add(caller, addition, async ({ communeId }) => {
      const row: ApiKey = {
        ...{ communeId, id: v7(), version: 1, actorId, actorKey, unitId, scopes, expiresAt, confirmed },
        issuedById: caller.id,
        prefix: secret.slice(0, 10),
        hash: createHash('sha256').update(secret).digest(),
        revokedAt: null,
        lastUsedAt: null,
      };
      await this.database.manager.insert(ApiKey, row);
      return lasting(row);
    });
    return withSecret(await this.keyNow(caller, reach, id), secret);
  }
}

/** Refuses to hand on `personal:read` to who does not have it. Refusal: SCOPE_MISSING. */
function demandOwnScopes(caller: Caller, scopes: readonly string[]): void {
  if (scopes.includes('personal:read')) caller.demandPersonal();
}

/** A key without its last use and its state, which are no changes to journal. */
const lasting = ({ lastUsedAt: _, state: __, ...key }: ApiKey): ApiKey => key as ApiKey;

/** The record with its secret: only for this answer, not for what is stored of the answer. */
const withSecret = (record: ApiKey, key: string): ApiKey =>
  Object.defineProperty(record, 'key', { value: key, enumerable: false }) as ApiKey;
