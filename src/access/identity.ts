import type { Power } from '../database/power.js';
import type { Capacity, Role } from './roles.js';

/** Commune that a request may be about: in reach, or (`ended`) formerly supervised by the caller. */
export interface CommuneOfRequest {
  id: number;
  key: string;
  /**
   * `appointment`: through an appointment in the commune; `supervision`: through an appointment at a superior;
   * `public`: only by its address.
   */
  through: 'appointment' | 'supervision' | 'public' | 'ended';
  /** For an ended supervision: the bodies that supervise now, and the communes that succeed this one. */
  successors?: readonly string[];
  /** Last day of an ended supervision. */
  lastDay?: string | null;
}

export interface HeldAppointment {
  id: string;
  role: Role;
  communeId: number;
  /** For a delegation: the only operations it allows, and how the delegate signs (KT., TL., TUQ., Q.). */
  acts: readonly string[] | null;
  capacity: Capacity | null;
  unitCode: string | null;
  /** The unit's path today: the appointment is valid in its subtree. Null: the whole commune. */
  unitPath: string | null;
  /** Paths of the closed units that the unit succeeds: the appointment is valid in their subtrees, too. */
  predecessorPaths: readonly string[];
  superiorKey: string | null;
  validFrom: string;
  validTo: string | null;
}

/** The next appointment of an actor who has none today, and the key of its commune. */
export interface LaterAppointment extends Pick<HeldAppointment, 'role' | 'validFrom'> {
  commune: string;
}

/** Actor behind the key of a request, with all rights. */
export interface Identity {
  /** Id of the actor; null for a caller without a key. */
  id: string | null;
  communeId: number;
  /** Key of the actor, as callers name it. */
  actorKey: string;
  name: string;
  kind: 'PERSON' | 'SYSTEM' | 'PUBLIC' | 'OPERATOR';
  appointments: readonly HeldAppointment[];
  scopes: readonly string[];
  /** Id of the key used; null without one. */
  keyId: string | null;
  /** Key and appointments that the rights rest on; null: no key, as for the public and the operator. */
  power: Power | null;
  keyPrefix: string | null;
  keyExpiresAt: string | null;
  /** Unit of a bound key, with the ids of its subtree; null: the key is not bound. */
  keyUnit: KeyUnit | null;
  communes: readonly CommuneOfRequest[];
  later?: LaterAppointment;
  /** Hash of the journal heads of these communes and of the registry; absent when not requested. */
  headsHash?: string;
}

export interface KeyUnit {
  code: string;
  path: string;
  /** Paths of the closed units that the unit succeeds. */
  predecessorPaths: readonly string[];
  units: readonly string[];
}

/** Circumstances of a request: legal date `on`, instant `at`, language of the answer. No other code reads a clock. */
export interface Circumstances {
  on: string;
  at: Date;
  language: 'vi' | 'en';
  requestId: string;
  /** For an act: idempotency key, document that the act refers to, code of the unit acted for. */
  idempotencyKey?: string;
  legalReference?: string;
  onBehalfOf?: string;
}

/** Credential of a request: its header `Authorization`, or the key in the address of a calendar. */
export interface Credential {
  authorization?: string;
  /** Calendar programs send no header. Such a key has the scope of the calendar alone: addresses are passed on. */
  keyInAddress?: string;
}

/** Key or access token of a credential; undefined: it has none. */
export const keyIn = ({ authorization, keyInAddress }: Credential): string | undefined =>
  /^Bearer +([\x21-\x7e]{1,8192})$/i.exec(authorization ?? `Bearer ${keyInAddress ?? ''}`)?.[1];
