import { permissions, scopes as everyScope, type OperationId, type Permission } from '../access/permissions.js';
import type { Role } from '../access/roles.js';
import { dayBefore, vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';

interface Appointing {
  role: Role;
  unit?: string;
  validFrom: string;
  validTo?: string;
}

/**
 * Points against an appointment in a commune: only the operator appoints a superior's system, a reporter has a unit,
 * the last day is not before the first.
 */
export function brokenAppointment({ role, unit, validFrom, validTo }: Appointing): Point[] {
  return points(
    role === 'SUPERIOR' && point('/role', 'OPERATORS', "A superior's system is appointed by the operator."),
    role === 'REPORTER' && unit === undefined && point('/unit', 'UNIT_MISSING', 'A reporter reports for a unit.'),
    backwards(validFrom, validTo),
  );
}

/** Points for a last day before the first. */
export const backwards = (validFrom: string, validTo: string | null | undefined): Point[] =>
  points(
    validTo != null &&
      validTo < validFrom &&
      point('/validTo', 'TOO_EARLY', {
        en: `${validTo} lies before ${validFrom}.`,
        vi: `Ngày cuối ${vietnameseDate(validTo)} trước ngày đầu ${vietnameseDate(validFrom)}.`,
      }),
  );

/** Point for a last day before the one that lets an appointment hold on no day. */
export const beforeBegun = (validFrom: string, validTo: string | null): Point[] =>
  points(
    validTo !== null &&
      validTo < dayBefore(validFrom) &&
      point('/validTo', 'TOO_EARLY', {
        en: `It begins on ${validFrom}; recorded by mistake, it ends on ${dayBefore(validFrom)}.`,
        vi:
          `Phân công bắt đầu ngày ${vietnameseDate(validFrom)}; nếu ghi nhầm, ` +
          `hãy ghi ngày cuối là ${vietnameseDate(dayBefore(validFrom))}.`,
      }),
  );

/** Points for a last day after that of the unit of an appointment. */
export const beyondUnit = (
  unit: { code: string; validTo: string | null } | null | undefined,
  validTo: string | null,
): Point[] =>
  points(
    unit?.validTo != null &&
      (validTo === null || validTo > unit.validTo) &&
      point('/validTo', 'NOT_VALID', {
        en: `"${unit.code}" ends on ${unit.validTo}.`,
        vi: `Đơn vị "${unit.code}" kết thúc ngày ${vietnameseDate(unit.validTo)}; hãy chọn ngày không muộn hơn.`,
      }),
  );

/** Point against taking back the last day of what has none. */
export const takesNoEndBack = (before: string | null, validTo: string | null): Point[] =>
  points(
    before === null &&
      validTo === null &&
      point('/validTo', 'NOTHING_CHANGED', {
        en: 'It has no last day that could be taken back.',
        vi: 'Chưa có ngày cuối nào để bỏ.',
      }),
  );

/** Points against the acts of a delegation: every act of the role but delegating itself may be delegated. */
export function brokenDelegation(role: Role, acts: readonly string[]): Point[] {
  const may = (act: string) => {
    const { who, access }: Permission = permissions[act as OperationId] ?? { who: [], access: 'read' };
    return (
      access === 'write' && who !== 'PUBLIC' && who.includes(role) && act !== 'delegate' && act !== 'endDelegation'
    );
  };
  if (acts.length === 0) return [point('/acts', 'EMPTY_DELEGATION', 'Say which acts it allows.')];
  return acts.flatMap((act, index) =>
    points(
      !may(act) &&
        point(`/acts/${index}`, 'NOT_TO_DELEGATE', {
          en: `"${act}" cannot be delegated.`,
          vi: `Việc "${act}" không ủy quyền được.`,
        }),
    ),
  );
}

/** Points for scopes that do not exist. */
export const strangeScopes = (scopes: readonly string[]): Point[] =>
  scopes.flatMap((scope, index) =>
    points(
      !everyScope.includes(scope) &&
        point(`/scopes/${index}`, 'UNKNOWN', {
          en: `There is no scope "${scope}".`,
          vi: `Không có phạm vi "${scope}"; xem các phạm vi ở /docs/rights.`,
        }),
    ),
  );
