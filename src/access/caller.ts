import { Refusal, type RefusalCode } from '../refusals.js';
import {
  audiences,
  permissions,
  scopeOf,
  audienceOf,
  type Audience,
  type OperationId,
  type Permission,
  type Role,
} from './permissions.js';

/** What one may see of one commune. Only an `Actor` makes one, and every read asks for one. */
export interface Reach {
  readonly commune: number;
  /** The narrowest audience whose records are shown. */
  readonly sees: Audience;
  readonly key: string;
  /** The only units whose reports, results, targets and acknowledgements are shown; null: all. The same in every reach of a caller. */
  readonly units: readonly string[] | null;
}

/** A commune known to the request: in reach, or (`ended`) once supervised by the caller. */
export interface Place {
  id: number;
  key: string;
  /** `appointment`: through an appointment there; `supervision`: through a superior's; `public`: by its address alone. */
  through: 'appointment' | 'supervision' | 'public' | 'ended';
  /** Of an ended supervision: who supervises now, and the communes that carry this one on. */
  successors?: readonly string[];
}

export interface Appointed {
  id: string;
  role: Role;
  communeId: number;
  /** Of a delegation: the only operations it allows, and how it is signed (KT. for the head, TL. by order). */
  acts: readonly string[] | null;
  capacity: 'KT' | 'TL' | null;
  unitCode: string | null;
  /** Path of that unit today: the appointment holds for it and all below. Null: the whole commune. */
  unitPath: string | null;
  superiorKey: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface Identity {
  /** Null for a caller without a key. */
  id: string | null;
  communeId: number;
  key: string;
  name: string;
  kind: 'PERSON' | 'SYSTEM' | 'PUBLIC' | 'OPERATOR';
  appointments: readonly Appointed[];
  scopes: readonly string[];
  keyPrefix: string | null;
  keyExpiresAt: string | null;
  /** The unit the key is bound to, and the ids of the units below it; null: none. */
  keyUnit: KeyUnit | null;
  places: readonly Place[];
  /** What the journals of these places and of the registry have come to, in one hash; absent where nobody asked. */
  heads?: string;
}

export interface KeyUnit {
  code: string;
  path: string;
  units: readonly string[];
}

/** The circumstances of a request: the legal date `on`, the instant `at`, the language of its answers. Nothing else reads a clock. */
export interface Circumstances {
  on: string;
  at: Date;
  language: 'vi' | 'en';
  requestId: string;
  /** Of an act: the key it happens once under, the document it rests on, the unit it is done for. */
  idempotencyKey?: string;
  legalReference?: string;
  onBehalfOf?: string;
}

/** Who acts, with all that the request knows of them. */
export class Caller implements Identity, Circumstances {
  declare readonly id: string | null;
  declare readonly communeId: number;
  declare readonly key: string;
  declare readonly name: string;
  declare readonly kind: Identity['kind'];
  declare readonly appointments: readonly Appointed[];
  declare readonly scopes: readonly string[];
  declare readonly keyPrefix: string | null;
  declare readonly keyExpiresAt: string | null;
  declare readonly keyUnit: KeyUnit | null;
  declare readonly places: readonly Place[];
  declare readonly heads?: string;
  declare readonly on: string;
  declare readonly at: Date;
  declare readonly language: 'vi' | 'en';
  declare readonly requestId: string;
  declare readonly idempotencyKey?: string;
  declare readonly legalReference?: string;
  declare readonly onBehalfOf?: string;

  constructor(identity: Identity, circumstances: Circumstances) {
    Object.assign(this, identity, circumstances);
  }

  /** The same caller in the circumstances of one act. */
  acting(circumstances: Partial<Circumstances>): Caller {
    return new Caller(this, { ...this, ...circumstances });
  }

  /** The roles held in a commune, whatever the unit. */
  rolesOf(commune: string): Role[] {
    return this.appointmentsIn(this.in(commune).commune).map(({ role }) => role);
  }

  /** The communes whose rows the database lets through. */
  get communeIds(): number[] {
    return this.places.filter(({ through }) => through !== 'ended').map(({ id }) => id);
  }

  /** The units a bound key is shown reports, results, targets and acknowledgements of; null: all. */
  get unitIds(): readonly string[] | null {
    return this.keyUnit?.units ?? null;
  }

  /** The reach in one commune; NOT_FOUND when it is none of the caller's. */
  in(key: string): Reach {
    return this.reach(this.places.find((place) => place.key === key));
  }

  inCommune(id: number): Reach {
    return this.reach(this.places.find((place) => place.id === id));
  }

  /** Every commune in reach. */
  everywhere(): Reach[] {
    return this.places.filter(({ through }) => through !== 'ended').map((place) => this.reach(place));
  }

  /** Refuses an operation in a commune: unknown caller, missing scope, or no appointment there that allows it. `commune` null: anywhere. */
  demand(operation: OperationId, commune: string | null): void {
    const { who, area }: Permission = permissions[operation];
    const scope = scopeOf(operation);
    if (this.kind === 'OPERATOR') return;
    if (this.kind === 'PUBLIC') {
      if (who !== 'PUBLIC') throw new Refusal('UNAUTHENTICATED');
      return;
    }
    const ended = this.places.find(({ key, through }) => key === commune && through === 'ended');
    if (ended && area === 'feed') throw new Refusal('SUPERVISION_ENDED', { successors: ended.successors });
    const held = commune === null ? this.appointments : this.appointmentsIn(this.in(commune).commune);
    if (who !== 'PUBLIC' && !held.some((each) => allows(each, operation)))
      throw new Refusal('FORBIDDEN', { operation });
    if (!this.scopes.includes(scope)) throw new Refusal('SCOPE_MISSING', { scope });
  }

  /**
   * Refuses an operation on something of one unit: the appointment that allows it must hold there. What is the commune's
   * own has the path "", and needs an appointment for the whole commune.
   */
  demandFor(operation: OperationId, commune: string, path: string): void {
    this.demand(operation, commune);
    if (this.kind !== 'OPERATOR' && this.rolesAt(operation, commune, path).length === 0)
      throw new Refusal('FORBIDDEN', { operation });
  }

  /**
   * Refuses what a unit says of itself (`demandFor`), unless a reporter of it says so, or the clerk on its behalf.
   * Refusals: FORBIDDEN, SCOPE_MISSING; ON_BEHALF_MISSING.
   */
  demandSaying(operation: OperationId, commune: string, { code, path }: { code: string; path: string }): void {
    this.demandFor(operation, commune, path);
    const own = this.rolesAt(operation, commune, path).includes('REPORTER');
    if (!own && this.kind !== 'OPERATOR' && this.onBehalfOf !== code)
      throw new Refusal('ON_BEHALF_MISSING', { unit: code });
  }

  /** The code of the refusal `demandFor` would give, if any; without a path, that of `demand`. */
  refusalFor(operation: OperationId, commune: string, path?: string): RefusalCode | undefined {
    return refusalCodeOf(() =>
      path === undefined ? this.demand(operation, commune) : this.demandFor(operation, commune, path),
    );
  }

  /** The roles by which an operation is allowed on something of one unit. */
  rolesAt(operation: OperationId, commune: string, path: string): Role[] {
    const { commune: id } = this.in(commune);
    if (this.keyUnit && !isWithin(path, this.keyUnit.path)) return [];
    const holds = (each: Appointed) =>
      each.communeId === id &&
      allows(each, operation) &&
      (each.unitPath === null ? each.role !== 'REPORTER' : isWithin(path, each.unitPath));
    return this.appointments.filter(holds).map(({ role }) => role);
  }

  /** How one signs what an operation decides: null in one's own office, KT. or TL. by a delegation. */
  signsAs(operation: OperationId, commune: string): Appointed['capacity'] {
    const held = this.appointmentsIn(this.in(commune).commune).filter((each) => allows(each, operation));
    return held.some(({ acts }) => acts === null) ? null : (held[0]?.capacity ?? null);
  }

  get readsPersonal(): boolean {
    return this.kind === 'OPERATOR' || this.scopes.includes('personal:read');
  }

  private reach(place: Place | undefined): Reach {
    if (!place || place.through === 'ended') throw new Refusal('NOT_FOUND');
    return { commune: place.id, key: place.key, sees: this.sees(place), units: this.unitIds };
  }

  private appointmentsIn(commune: number): readonly Appointed[] {
    const place = this.places.find(({ id }) => id === commune);
    return this.appointments.filter(
      (each) => each.communeId === commune || (each.role === 'SUPERIOR' && place?.through === 'supervision'),
    );
  }

  private sees({ id }: Place): Audience {
    if (this.kind === 'OPERATOR') return 'INSIDE';
    const seen = this.appointmentsIn(id).map(({ role }) => audiences.indexOf(audienceOf[role]));
    return audiences[Math.min(...seen, audiences.indexOf('PUBLIC'))] ?? 'PUBLIC';
  }
}

/** Path of a record that no unit has for itself: the right to act on it is held for the whole commune. */
export const wholeCommune = '';

const isWithin = (path: string, above: string) => path === above || path.startsWith(`${above}/`);

/** Whether an appointment allows an operation, wherever it holds: by its role, and of a delegation only what it names. */
function allows({ role, acts }: Appointed, operation: OperationId): boolean {
  const { who }: Permission = permissions[operation];
  return (
    who !== 'PUBLIC' &&
    who.includes(role) &&
    (acts === null || acts.includes(operation) || permissions[operation].access === 'read')
  );
}

/** The code of the refusal a demand gives, if any. */
export function refusalCodeOf(demand: () => void): RefusalCode | undefined {
  try {
    demand();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
