import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusals.js';
import { AccessQueries } from './access.queries.js';
import { AccessTokens, isToken } from './access-tokens.js';
import { Caller } from './caller.js';
import { keyIn, type CommuneOfRequest, type Credential, type Identity } from './identity.js';
import { Clock } from './clock.js';
import { scopeOf } from './permissions.js';

export interface PresentedCredential extends Credential {
  /** Keys of the communes that the request names. */
  communes: readonly string[];
  /** Whether the request may also touch other communes. */
  everywhere: boolean;
  language: 'vi' | 'en';
  requestId: string;
  /** Whether the caller carries `headsHash`, which the response cache needs. */
  withHeadsHash?: boolean;
}

const publicIdentity: Omit<Identity, 'communes'> = {
  id: null,
  communeId: 0,
  actorKey: 'public',
  name: 'public',
  kind: 'PUBLIC',
  appointments: [],
  scopes: [],
  keyId: null,
  power: null,
  keyPrefix: null,
  keyExpiresAt: null,
  keyUnit: null,
};

/** Authentication: the caller behind the credential of a request. */
@Injectable()
export class AccessService {
  constructor(
    private readonly queries: AccessQueries,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * Caller of a request; without a credential the public. Refusals: UNAUTHENTICATED for an invalid or expired key or
   * token, and for a key in an address that may do more than the calendar; KEY_PENDING for a key or identity of a
   * deciding role that nobody has confirmed; UNAVAILABLE while the keys of the provider of tokens cannot be had.
   */
  async identify({
    authorization,
    keyInAddress,
    communes: asked,
    everywhere,
    language,
    requestId,
    withHeadsHash = false,
  }: PresentedCredential): Promise<Caller> {
    const now = this.clock.now();
    const circumstances = { ...now, language, requestId };
    // The keys are not validated yet, and PostgreSQL refuses some texts.
    const named = asked.filter((key) => /^[\w.-]{1,100}$/.test(key));
    if (authorization === undefined && keyInAddress === undefined) {
      const communes = named.length > 0 ? await this.queries.communes(named) : [];
      return new Caller({ ...publicIdentity, communes }, circumstances);
    }
    const key = keyIn({ authorization, keyInAddress });
    const presented = key !== undefined && isToken(key) ? await this.tokens.verify(key, now.at) : key;
    const credential =
      presented === undefined
        ? null
        : withHeadsHash
          ? await this.queries.credentialWithHeadsHash(presented, now, everywhere ? null : named)
          : await this.queries.credential(presented, now);
    if (!credential) throw new Refusal('UNAUTHENTICATED');
    if ('pending' in credential) throw new Refusal('KEY_PENDING');
    if (authorization === undefined && credential.scopes.some((scope) => scope !== scopeOf('agendaCalendar')))
      throw new Refusal('UNAUTHENTICATED');
    // Recording the last use is not worth a failed answer.
    const { used, key: actorKey, places, ...identity } = credential;
    if (!used) await this.queries.recordUse(credential, now.at).catch(() => undefined);
    // Row-level security then admits the named communes only.
    const communes = everywhere ? places : places.filter((place) => named.includes(place.key));
    const { communeId, appointments } = identity;
    const power = { communeId, keyId: credential.keyId, appointments: appointments.map(({ id }) => id), on: now.on };
    const later = appointments.length === 0 ? await this.queries.laterAppointment(credential, now.on) : undefined;
    return new Caller({ ...identity, actorKey, power, communes, later }, circumstances);
  }

  /**
   * Caller with the rights that an actor has now, as far as the scopes go: the program does for it what it asked for
   * before. It writes nothing. Refusal: UNAUTHENTICATED when the actor is gone.
   */
  async actor(which: { communeId: number; id: string }, scopes: readonly string[]): Promise<Caller> {
    const now = this.clock.now();
    const credential = await this.queries.actor(which, scopes, now);
    if (!credential) throw new Refusal('UNAUTHENTICATED');
    const { used: _, key: actorKey, places: communes, ...identity } = credential;
    const circumstances = { ...now, language: 'en', requestId: 'program' } as const;
    return new Caller({ ...identity, actorKey, communes, power: null }, circumstances);
  }

  /** Hash of the journal heads of the caller's communes, in the current snapshot. */
  headsHash({ communes }: Caller): Promise<string | undefined> {
    return this.queries.headsHash(communes.map(({ id }) => id));
  }

  /** Caller for the command line, which connects as the owner of the database: every right, the same services. */
  operator(communes: readonly Omit<CommuneOfRequest, 'through'>[]): Caller {
    const { on, at } = this.clock.now();
    const identity: Identity = {
      ...publicIdentity,
      actorKey: 'operator',
      name: 'operator',
      kind: 'OPERATOR',
      communes: communes.map((commune) => ({ ...commune, through: 'appointment' })),
    };
    return new Caller(identity, { on, at, language: 'en', requestId: 'cli' });
  }
}
