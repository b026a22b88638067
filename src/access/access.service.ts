import { Injectable } from '@nestjs/common';
import { Refusal } from '../refusals.js';
import { AccessQueries } from './access.queries.js';
import { Caller } from './caller.js';
import { keyIn, type Credential, type Identity, type Place } from './identity.js';
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

const publicIdentity: Omit<Identity, 'places'> = {
  id: null,
  communeId: 0,
  key: 'public',
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
    private readonly clock: Clock,
  ) {}

  /**
   * Caller of a request; without a credential the public. Refusals: UNAUTHENTICATED for an invalid or expired key, and
   * for one in an address that may do more than the calendar; KEY_PENDING for a key of a deciding role that nobody has
   * confirmed.
   */
  async identify({
    authorization,
    keyInAddress,
    communes,
    everywhere,
    language,
    requestId,
    withHeadsHash = false,
  }: PresentedCredential): Promise<Caller> {
    const now = this.clock.now();
    const circumstances = { ...now, language, requestId };
    // The keys are not validated yet, and PostgreSQL refuses some texts.
    const named = communes.filter((key) => /^[\w.-]{1,100}$/.test(key));
    if (authorization === undefined && keyInAddress === undefined) {
      const places = named.length > 0 ? await this.queries.places(named) : [];
      return new Caller({ ...publicIdentity, places }, circumstances);
    }
    const key = keyIn({ authorization, keyInAddress });
    const credential =
      key === undefined
        ? null
        : withHeadsHash
          ? await this.queries.credentialWithHeadsHash(key, now, everywhere ? null : named)
          : await this.queries.credential(key, now);
    if (!credential) throw new Refusal('UNAUTHENTICATED');
    if ('pending' in credential) throw new Refusal('KEY_PENDING');
    if (authorization === undefined && credential.scopes.some((scope) => scope !== scopeOf('agendaCalendar')))
      throw new Refusal('UNAUTHENTICATED');
    // Recording the last use is not worth a failed answer.
    const { used, ...identity } = credential;
    if (!used) await this.queries.recordUse(credential, now.at).catch(() => undefined);
    // Row-level security then admits the named communes only.
    const places: readonly Place[] = everywhere
      ? credential.places
      : credential.places.filter((place) => named.includes(place.key));
    const { communeId, appointments } = identity;
    const power = { communeId, keyId: credential.keyId, appointments: appointments.map(({ id }) => id), on: now.on };
    const later = appointments.length === 0 ? await this.queries.laterAppointment(credential, now.on) : undefined;
    return new Caller({ ...identity, power, places, later }, circumstances);
  }

  /** Hash of the journal heads of the caller's places, in the current snapshot. */
  headsHash({ places }: Caller): Promise<string | undefined> {
    return this.queries.headsHash(places.map(({ id }) => id));
  }

  /** Caller for the command line, which connects as the owner of the database: every right, the same services. */
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
