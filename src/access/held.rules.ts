import type { UnitPlaces } from '../database/where.js';
import { vietnameseDate } from '../day.js';
import { point, points } from '../points.js';
import { Refusal } from '../refusals.js';
import type { Word } from '../word.js';
import type { HeldAppointment, KeyUnit, LaterAppointment } from './identity.js';
import { permissions, type OperationId, type Permission } from './permissions.js';
import { rolesInWords, roleWords } from './role-words.data.js';

/** Whether a path is at or below any of these. */
export const isWithinAny = (path: string, paths: readonly string[]) =>
  paths.some((above) => path === above || path.startsWith(`${above}/`));

/** Paths at which an appointment is valid: those of its unit, and of the closed units that the unit succeeds. */
export const pathsOf = ({ unitPath, predecessorPaths }: HeldAppointment): string[] =>
  unitPath === null ? [] : [unitPath, ...predecessorPaths];

/**
 * Whether an appointment allows an operation, whatever the unit: by its role; a delegation allows reads and the acts it
 * names.
 */
export function allows({ role, acts }: HeldAppointment, operation: OperationId): boolean {
  const { who }: Permission = permissions[operation];
  return (
    who !== 'PUBLIC' &&
    who.includes(role) &&
    (acts === null || acts.includes(operation) || permissions[operation].access === 'read')
  );
}

/**
 * Way of signing by appointments that allow it: in the office itself; by a delegation, with its capacity; or as the
 * clerk, who records what others have signed.
 */
export function wayOfSigning(held: readonly HeldAppointment[]) {
  const office = held.find(({ acts, role }) => acts === null && role !== 'CLERK');
  const delegation = held.find(({ acts }) => acts !== null);
  if (office || held.length === 0) return { way: 'OFFICE', appointment: office?.id ?? null, capacity: null } as const;
  if (delegation) return { way: 'DELEGATION', appointment: delegation.id, capacity: delegation.capacity } as const;
  return { way: 'RECORD', appointment: null, capacity: null } as const;
}

/** Codes of the units for which appointments allow an operation, by a key that may be bound to one. */
export function unitsAllowed(held: readonly HeldAppointment[], operation: OperationId, key: KeyUnit | null): string[] {
  const codes = held
    .filter((each) => allows(each, operation))
    .flatMap(({ unitPath, unitCode }) => {
      if (key === null || (unitPath !== null && isWithinAny(unitPath, [key.path]))) return unitCode ?? [];
      return unitPath === null || isWithinAny(key.path, [unitPath]) ? key.code : [];
    });
  return [...new Set(codes)].sort();
}

/** Roles that may, as people say them, by operation. */
export const whoMay = Object.fromEntries(
  Object.entries(permissions).map(([operation, { who }]) => [operation, rolesInWords(who)]),
) as Readonly<Record<OperationId, Word>>;

/** Refusal of an operation that no appointment of the caller allows: who may, and from when the caller will. */
export function forbidden(
  operation: OperationId,
  {
    who = whoMay[operation],
    units = [],
    later,
  }: { who?: Word; units?: readonly string[]; later?: LaterAppointment } = {},
): Refusal {
  const day = later?.validFrom ?? '';
  return new Refusal(
    'FORBIDDEN',
    { operation, ...(units.length > 0 && { units }) },
    points(
      units.length > 0 &&
        point('', 'FOR_UNITS', {
          en: `You may do this for ${units.join(', ')}, with the units below.`,
          vi: `Bạn được làm việc này cho ${units.join(', ')} và các đơn vị trực thuộc.`,
        }),
    ),
    {
      vi: {
        who: who.vi,
        later: later && `; phân công ${roleWords[later.role].vi} của bạn bắt đầu từ ngày ${vietnameseDate(day)}`,
      },
      en: { who: who.en, later: later && `; your appointment as ${roleWords[later.role].en} begins on ${day}` },
    },
  );
}

/** Places of the own units of who only reports, and of the closed units that these succeed; null: of others, too. */
export function draftsAt(held: readonly HeldAppointment[], on: string): UnitPlaces | null {
  if (held.length === 0 || held.some(({ role }) => role !== 'REPORTER')) return null;
  return {
    paths: held.flatMap(({ unitPath }) => unitPath ?? []),
    predecessorPaths: held.flatMap(({ predecessorPaths }) => predecessorPaths),
    on,
  };
}
