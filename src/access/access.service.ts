import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusals.js';
import { AccessQueries } from './access.queries.js';
import { Caller, type Identity, type Place } from './caller.js';
import { Clock } from './clock.js';

export interface PresentedCredential {
  authorization: string | undefined;
  /** The communes the request names. */
  communes: readonly string[];
  /** Whether it may touch others, too. */
  everywhere: boolean;
  language: 'vi' | 'en';
  requestId: string;
  /** Whether it is asked what the journals have come to. */
  heads?: boolean;
}

const publicIdentity: Omit<Identity, 'places'> = {
  id: null,
  communeId: 0,
  key: 'public',
  name: 'public',
  kind: 'PUBLIC',
  appointments: [],
  scopes: [],
  keyPrefix: null,
  keyExpiresAt: null,
  keyUnit: null,
};

/** Turns what a request presents into the actor it acts as. */
@Injectable()
export class AccessService {
  constructor(
    private readonly queries: AccessQueries,
    private readonly clock: Clock,
  ) {}

  /** Refusal: UNAUTHENTICATED for a credential that is not, or no longer, valid. No credential at all is the public. */
  async identify({
    authorization,
    communes,
    everywhere,
    language,
    requestId,
    heads = false,
  }: PresentedCredential): Promise<Caller> {
    const { on, at } = this.clock.now();
    const circumstances = { on, at, language, requestId };
    // Not yet checked, and PostgreSQL cannot even be asked for some texts.
    const named = communes.filter((key) => /^[\w.-]{1,100}$/.test(key));
    if (authorization === undefined) {
      const places = named.length > 0 ? await this.queries.places(named) : [];
      return new Caller({ ...publicIdentity, places }, circumstances);
    }
    const key = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
    const credential =
      key === undefined
        ? null
        : heads
          ? await this.queries.credentialWithHeads(key, on, at, everywhere ? null : named)
          : await this.queries.credential(key, on, at);
    if (!credential) throw new Refusal('UNAUTHENTICATED');
    // To know when a key was used last is not worth a failed answer.
    const { used, keyId, ...identity } = credential;
    if (!used) await this.queries.recordUse(credential, at).catch(() => undefined);
    // The database lets through no more than the request names.
    const places: readonly Place[] = everywhere
      ? credential.places
      : credential.places.filter((place) => named.includes(place.key));
    return new Caller({ ...identity, places }, circumstances);
  }

  /** What the journals of a caller's places have come to, as the snapshot under way sees them. */
  heads({ places }: Caller): Promise<string | undefined> {
    return this.queries.heads(places.map(({ id }) => id));
  }

  /** Whoever holds the owner's connection: sees and does everything, through the same services. */
  operator(places: readonly Omit<Place, 'through'>[]): Caller {
    const { on, at } = this.clock.now();
    const identity: Identity = {
      ...publicIdentity,
      key: 'operator',
      name: 'operator',
      kind: 'OPERATOR',
      places: places.map((place) => ({ ...place, through: 'appointment' })),
    };
    return new Caller(identity, { on, at, language: 'en', requestId: 'cli' });
  }
}
