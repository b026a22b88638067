import {
  permissions,
  scopes as everyScope,
  type OperationId,
  type Permission,
  type Role,
} from '../access/permissions.js';
import type { Point } from '../refusals.js';

interface Appointing {
  role: Role;
  unit?: string;
  validFrom: string;
  validTo?: string;
}

/** What is wrong with an appointment in a commune: a superior's is the operator's to make, a reporter has a unit, no day runs backwards. */
export function brokenAppointment({ role, unit, validFrom, validTo }: Appointing): Point[] {
  return [
    ...(role === 'SUPERIOR'
      ? [{ pointer: '/role', code: 'OPERATORS', detail: "A superior's system is appointed by the operator." }]
      : []),
    ...(role === 'REPORTER' && unit === undefined
      ? [{ pointer: '/unit', code: 'UNIT_MISSING', detail: 'A reporter reports for a unit.' }]
      : []),
    ...backwards(validFrom, validTo),
  ];
}

/** Points for a last day before the first. */
export const backwards = (validFrom: string, validTo: string | null | undefined): Point[] =>
  validTo != null && validTo < validFrom
    ? [{ pointer: '/validTo', code: 'TOO_EARLY', detail: `${validTo} lies before ${validFrom}.` }]
    : [];

/** What the holder of a role may let somebody else do: every act of the role but delegating itself. */
export function brokenDelegation(role: Role, acts: readonly string[]): Point[] {
  const may = (act: string) => {
    const { who, access }: Permission = permissions[act as OperationId] ?? { who: [], access: 'read' };
    return (
      access === 'write' && who !== 'PUBLIC' && who.includes(role) && act !== 'delegate' && act !== 'endDelegation'
    );
  };
  if (acts.length === 0) return [{ pointer: '/acts', code: 'EMPTY_DELEGATION', detail: 'Say which acts it allows.' }];
  return acts.flatMap((act, place) =>
    may(act) ? [] : [{ pointer: `/acts/${place}`, code: 'NOT_TO_DELEGATE', detail: `"${act}" cannot be delegated.` }],
  );
}

/** Points for scopes that do not exist. */
export const strangeScopes = (scopes: readonly string[]): Point[] =>
  scopes.flatMap((scope, place) =>
    everyScope.includes(scope)
      ? []
      : [{ pointer: `/scopes/${place}`, code: 'UNKNOWN', detail: `There is no scope "${scope}".` }],
  );
