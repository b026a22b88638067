import type { Power } from '../database/power.js';
import type { UnitPlaces } from '../database/where.js';
import type { Writer } from '../database/writer.js';
import { Refusal, refusalOf, type RefusalCode } from '../refusals.js';
import type {
  Circumstances,
  CommuneOfRequest,
  HeldAppointment,
  Identity,
  KeyUnit,
  LaterAppointment,
} from './identity.js';
import { allows, draftsAt, forbidden, isWithinAny, pathsOf, unitsAllowed, wayOfSigning } from './held.rules.js';
import { permissions, scopeOf, usualScopes, type OperationId, type Permission } from './permissions.js';
import { audiences, audienceOf, type Audience, type Role } from './roles.js';

/** Visibility of one commune for a caller. Only a `Caller` makes a reach, and every query takes one. */
export interface Reach {
  /** Id of the commune, as rows have it in `commune_id`. */
  readonly communeId: number;
  /** Narrowest audience whose records are visible. */
  readonly sees: Audience;
  /** The same for awards: an observer is told no more of them than the public. */
  readonly awardsAs: Audience;
  /** Key of the commune, as callers name it. */
  readonly key: string;
  /**
   * Units whose reports, results, targets, acknowledgements and nominations are visible, with the evidence of these, in
   * every reach of a caller; null: all.
   */
  readonly units: readonly string[] | null;
  /** Places of the units whose drafts, and what they were returned, are visible; null: all. */
  readonly draftsAt: UnitPlaces | null;
  /** The caller, who sees their own uploads; null: without a key. */
  readonly actorId: string | null;
}

/** Caller of a request: identity, rights and circumstances. All authorization goes through its `demand…` methods. */
export class Caller implements Identity, Circumstances {
  declare readonly id: string | null;
  declare readonly communeId: number;
  declare readonly actorKey: string;
  declare readonly name: string;
  declare readonly kind: Identity['kind'];
  declare readonly appointments: readonly HeldAppointment[];
  declare readonly scopes: readonly string[];
  declare readonly keyId: string | null;
  declare readonly power: Power | null;
  declare readonly keyPrefix: string | null;
  declare readonly keyExpiresAt: string | null;
  declare readonly keyUnit: KeyUnit | null;
  declare readonly communes: readonly CommuneOfRequest[];
  declare readonly later?: LaterAppointment;
  declare readonly headsHash?: string;
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

  /** Copy of the caller with the circumstances of one act. */
  acting(circumstances: Partial<Circumstances>): Caller {
    return new Caller(this, { ...this, ...circumstances });
  }

  /** The caller by a key of the same reach that is bound to no unit: for figures of the whole commune. */
  unbound(): Caller {
    return Object.assign(new Caller(this, this), { keyUnit: null });
  }

  /** The caller by a key of the usual scopes: for the calendar, whose key has no other scope. */
  withUsualScopes(): Caller {
    return Object.assign(new Caller(this, this), { scopes: usualScopes });
  }

  /** The caller as the writer of an act that takes power away, or gives it, by a key, an appointment or a unit. */
  over(over: Power['over']): Writer {
    const { communeIds, unitIds, supervisedIds, power } = this;
    return { communeIds, unitIds, supervisedIds, power: power && { ...power, over } };
  }

  /** Roles of the caller in a commune, whatever the unit. */
  rolesOf(commune: string): Role[] {
    return this.appointmentsIn(this.reachIn(commune).communeId).map(({ role }) => role);
  }

  /** Communes whose rows row-level security admits. */
  get communeIds(): number[] {
    return this.communes.filter(({ through }) => through !== 'ended').map(({ id }) => id);
  }

  /** Communes in which the caller acts as a superior, or has acted. */
  get supervisedIds(): number[] {
    return this.communes.filter(({ through }) => through === 'supervision' || through === 'ended').map(({ id }) => id);
  }

  /** Keys of the superiors in whose name the caller may do this, where they supervise. */
  superiorKeys(operation: OperationId): string[] {
    return this.appointments.flatMap((each) => (allows(each, operation) ? (each.superiorKey ?? []) : []));
  }

  /** Units that limit a bound key (see `Reach.units`); null: all. */
  get unitIds(): readonly string[] | null {
    return this.keyUnit?.units ?? null;
  }

  /** Reach in a commune, by its key. Refusal: NOT_FOUND outside the reach. */
  reachIn(key: string): Reach {
    return this.reachOf(this.communes.find((commune) => commune.key === key));
  }

  /** Reach in a commune, by its id. Refusal: NOT_FOUND outside the reach. */
  reachById(id: number): Reach {
    return this.reachOf(this.communes.find((commune) => commune.id === id));
  }

  /** Reaches in all communes. */
  everywhere(): Reach[] {
    return this.communes.filter(({ through }) => through !== 'ended').map((commune) => this.reachOf(commune));
  }

  /**
   * Demands the right to an operation in a commune; `commune` null: anywhere. Refusals: UNAUTHENTICATED without a key;
   * FORBIDDEN without an appointment that allows it; SCOPE_MISSING; SUPERVISION_ENDED for the feed but its snapshot.
   */
  demand(operation: OperationId, commune: string | null): void {
    const { who, area }: Permission = permissions[operation];
    const scope = scopeOf(operation);
    if (this.kind === 'OPERATOR') return;
    if (this.kind === 'PUBLIC') {
      if (who !== 'PUBLIC') throw new Refusal('UNAUTHENTICATED');
      return;
    }
    const ended = this.communes.find(({ key, through }) => key === commune && through === 'ended');
    const past = operation === 'snapshot' ? ended : undefined;
    if (ended && area === 'feed' && !past) throw new Refusal('SUPERVISION_ENDED', { successors: ended.successors });
    if (this.later && (commune === null ? who !== 'PUBLIC' : commune === this.later.commune))
      throw forbidden(operation, { later: this.later });
    const id = commune === null ? null : (past?.id ?? this.reachIn(commune).communeId);
    const held = id === null ? this.appointments : this.appointmentsIn(id);
    if (who !== 'PUBLIC' && !held.some((each) => allows(each, operation))) throw forbidden(operation);
    if (!this.scopes.includes(scope)) throw new Refusal('SCOPE_MISSING', { scope });
  }

  /**
   * Demands the right to an operation on a record of one unit: an appointment that allows it must be valid at `path`. A
   * record of the whole commune has the path `wholeCommune`. Refusals: as `demand`.
   */
  demandFor(operation: OperationId, commune: string, path: string): void {
    this.demand(operation, commune);
    if (this.kind === 'OPERATOR' || this.rolesAt(operation, commune, path).length > 0) return;
    const units = unitsAllowed(this.appointmentsIn(this.reachIn(commune).communeId), operation, this.keyUnit);
    throw forbidden(operation, { units });
  }

  /** Demands the right to an act for the whole commune that an office may, whatever unit it is in: the accountant's. */
  demandOffice(operation: OperationId, commune: string): void {
    if (this.keyUnit) this.demandFor(operation, commune, wholeCommune);
    this.demand(operation, commune);
  }

  /**
   * Demands that a unit's own statement comes from a reporter of that unit, or from a clerk with On-Behalf-Of.
   * Refusals: as `demandFor`; ON_BEHALF_MISSING.
   */
  demandOwnStatement(operation: OperationId, commune: string, { code, path }: { code: string; path: string }): void {
    this.demandFor(operation, commune, path);
    const own = this.rolesAt(operation, commune, path).includes('REPORTER');
    if (!own && this.kind !== 'OPERATOR' && this.onBehalfOf !== code)
      throw new Refusal('ON_BEHALF_MISSING', { unit: code });
  }

  /** Code of the refusal that `demandFor` would throw, if any; without a path, that of `demand`. */
  refusalFor(operation: OperationId, commune: string, path?: string): RefusalCode | undefined {
    return refusalOf(() =>
      path === undefined ? this.demand(operation, commune) : this.demandFor(operation, commune, path),
    )?.code;
  }

  /** Roles that allow an operation on a record of one unit. */
  rolesAt(operation: OperationId, commune: string, path: string): Role[] {
    const { communeId: id } = this.reachIn(commune);
    if (this.keyUnit && !isWithinAny(path, [this.keyUnit.path, ...this.keyUnit.predecessorPaths])) return [];
    const holds = (each: HeldAppointment) =>
      allows(each, operation) && (each.unitPath === null ? each.role !== 'REPORTER' : isWithinAny(path, pathsOf(each)));
    return this.appointmentsIn(id)
      .filter(holds)
      .map(({ role }) => role);
  }

  /** Roles that allow an operation somewhere in a commune. */
  rolesFor(operation: OperationId, commune: string): Role[] {
    const held = this.appointmentsIn(this.reachIn(commune).communeId).filter((each) => allows(each, operation));
    return [...new Set(held.map(({ role }) => role))];
  }

  /** Whether the caller sees reports on their way of a unit. */
  seesReportsAt(commune: string, path: string): boolean {
    const { draftsAt } = this.reachIn(commune);
    return draftsAt === null || isWithinAny(path, [...draftsAt.paths, ...draftsAt.predecessorPaths]);
  }

  /** Way in which the caller signs. */
  signsAs(operation: OperationId, commune: string) {
    return wayOfSigning(this.appointmentsIn(this.reachIn(commune).communeId).filter((each) => allows(each, operation)));
  }

  get readsPersonal(): boolean {
    return this.kind === 'OPERATOR' || this.scopes.includes('personal:read');
  }

  /** Demands the scope of personal values, for a filter over what answers mask. Refusal: SCOPE_MISSING. */
  demandPersonal(): void {
    if (!this.readsPersonal) throw new Refusal('SCOPE_MISSING', { scope: 'personal:read' });
  }

  private reachOf(commune: CommuneOfRequest | undefined): Reach {
    if (!commune || commune.through === 'ended') throw new Refusal('NOT_FOUND');
    const { id: communeId, key } = commune;
    const { id: actorId, unitIds: units } = this;
    const sees = this.sees(commune);
    const held = this.appointmentsIn(communeId);
    const observes = held.length > 0 && held.every(({ role }) => role === 'OBSERVER');
    const awardsAs = observes ? 'PUBLIC' : sees;
    return { communeId, key, actorId, units, sees, awardsAs, draftsAt: draftsAt(held, this.on) };
  }

  private appointmentsIn(communeId: number): readonly HeldAppointment[] {
    const isAbove = this.supervisedIds.includes(communeId);
    return this.appointments.filter((each) => each.communeId === communeId || (each.role === 'SUPERIOR' && isAbove));
  }

  private sees({ id }: CommuneOfRequest): Audience {
    if (this.kind === 'OPERATOR') return 'INSIDE';
    const seen = this.appointmentsIn(id).map(({ role }) => audiences.indexOf(audienceOf[role]));
    return audiences[Math.min(...seen, audiences.indexOf('PUBLIC'))] ?? 'PUBLIC';
  }
}

/** Path of a record that belongs to no unit: only an appointment for the whole commune is valid there. */
export const wholeCommune = '';
