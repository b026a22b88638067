import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { scopes as everyScope, type Role } from '../access/permissions.js';
import { found } from '../api/found.js';
import { CommunesQueries } from '../communes/communes.queries.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { ActorEntity, ApiKey, Appointment } from './actor.entity.js';
import type { Me } from './me.view.js';

export interface Appoint {
  actorId: string;
  role: Role;
  /** Code of the unit; left out, the whole commune. */
  unit?: string;
  /** Key of the superior, of the role SUPERIOR. */
  superior?: string;
  validFrom: string;
  validTo?: string;
}

const first = { before: null, after: 'INSIDE' } as const;

/** Actors, appointments and keys. What belongs to a superior lies in commune 0. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly communes: CommunesQueries,
    private readonly units: UnitsService,
  ) {}

  /** Who the caller is. */
  me(actor: Actor): Me {
    const { id, key, name, kind, appointments, scopes, keyPrefix, keyExpiresAt } = actor;
    if (id === null || keyPrefix === null) throw new Refusal('UNAUTHENTICATED');
    const communes = actor.places.flatMap((place) => (place.through === 'ended' ? [] : [{ key: place.key, through: place.through === 'supervision' ? ('SUPERVISION' as const) : ('APPOINTMENT' as const) }]));
    return { id, key, name, kind, appointments, scopes, communes, keyPrefix, keyExpiresAt };
  }

  /** Refusal: CODE_TAKEN. */
  addActor(actor: Actor, commune: string, input: Pick<ActorEntity, 'key' | 'name' | 'kind'>): Promise<ActorEntity> {
    const communeId = actor.in(commune).commune;
    return this.database.write(actor, communeId, async () => {
      const added: ActorEntity = { ...input, communeId, id: v7(), version: 1 };
      await this.database.manager.insert(ActorEntity, added);
      this.journal.record({ actor, commune: communeId, kind: 'actor.added', view: ActorEntity, record: added, seen: first });
      return added;
    });
  }

  /** Refusals: NOT_FOUND for a unit or superior that is not there. */
  appoint(actor: Actor, commune: string, { actorId, role, unit, superior, validFrom, validTo }: Appoint): Promise<Appointment> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const appointment: Appointment = {
        communeId: reach.commune,
        id: v7(),
        version: 1,
        actorId,
        role,
        unitId: unit === undefined ? null : (await this.units.unitNamed(actor, commune, unit, '/unit', validFrom)).id,
        superiorId: superior === undefined ? null : found(await this.communes.superiorByKey(superior)).id,
        documentId: null,
        validFrom,
        validTo: validTo ?? null,
      };
      await this.database.manager.insert(Appointment, appointment);
      this.journal.record({ actor, commune: reach.commune, kind: 'appointment.begun', view: Appointment, record: appointment, seen: first });
      return appointment;
    });
  }

  /** Issues a key: 256 random bits, told once and kept as their hash. Refusal: RULE for a scope that does not exist. */
  issueKey(actor: Actor, commune: string, input: { actorId: string; scopes: readonly string[]; expiresAt?: Date }): Promise<{ key: string; record: ApiKey }> {
    const strange = input.scopes.filter((scope) => !everyScope.includes(scope));
    if (strange.length > 0) throw new Refusal('RULE', {}, strange.map((scope) => ({ pointer: '/scopes', code: 'UNKNOWN', detail: `There is no scope "${scope}".` })));
    const communeId = actor.in(commune).commune;
    return this.database.write(actor, communeId, async () => {
      const key = `thd_${randomBytes(32).toString('base64url')}`;
      const record: ApiKey = {
        communeId,
        id: v7(),
        version: 1,
        actorId: input.actorId,
        prefix: key.slice(0, 10),
        hash: createHash('sha256').update(key).digest(),
        scopes: [...input.scopes],
        expiresAt: input.expiresAt ?? null,
        revokedAt: null,
        lastUsedAt: null,
      };
      await this.database.manager.insert(ApiKey, record);
      this.journal.record({ actor, commune: communeId, kind: 'key.issued', view: ApiKey, record, seen: first });
      return { key, record };
    });
  }

  /** The actor of a commune (0 for a superior's) by key. */
  actorByKey(actor: Actor, commune: string, key: string): Promise<ActorEntity> {
    const communeId = actor.in(commune).commune;
    return this.database.write(actor, communeId, async () => found((await this.database.manager.findOneBy(ActorEntity, { communeId, key })) ?? undefined));
  }
}
