import type { IncomingHttpHeaders } from 'node:http';
import { validate } from 'uuid';
import { mayBackdate, permissions, type OperationId, type Permission } from '../access/permissions.js';
import { rolesInWords } from '../access/role-words.data.js';
import { backdating, mayActOnBehalf, type Role } from '../access/roles.js';
import { actHeaders } from '../api/act-headers.js';
import { codePattern } from '../api/code.js';
import { isDay } from '../day.js';
import { point } from '../points.js';
import { Refusal } from '../refusals.js';
import { word, type Word } from '../word.js';

/** Headers of an act as they are read, in REST and GraphQL. */
export interface ActHeaders {
  /** Legal date of the act; today without the header. */
  on: string;
  idempotencyKey?: string;
  /** Id of the document that supports an earlier date or an act on behalf of a unit. */
  legalReference?: string;
  /** Code of the unit acted for. */
  onBehalfOf?: string;
}

const matching = (pattern: RegExp) => (text: string) => pattern.test(text);
const unitCode = matching(codePattern);
/** Key in visible ASCII characters; an opening quote needs its closing one. */
const visible = matching(/^(?:"[\x21\x23-\x7e]{1,255}"|[\x21\x23-\x7e][\x21-\x7e]{0,254})$/);

/**
 * Headers of an act. `today` is the legal date without a header; `roles` are those of the caller in the commune, who
 * has the right to the operation.
 * Refusals: INVALID for a malformed header; LEGAL_DATE_AHEAD; BACKDATE_FORBIDDEN; STAND_IN_FORBIDDEN;
 * LEGAL_REFERENCE_MISSING.
 */
export function readActHeaders(
  headers: IncomingHttpHeaders,
  { operation, today, roles }: { operation: OperationId; today: string; roles: readonly Role[] },
): ActHeaders {
  const on = header(headers, actHeaders.on, isDay) ?? today;
  const legalReference = header(headers, actHeaders.legalReference, validate)?.toLowerCase();
  const onBehalfOf = header(headers, actHeaders.onBehalfOf, unitCode);
  const idempotencyKey = header(headers, actHeaders.idempotencyKey, visible)?.replace(/^"(.+)"$/, '$1');
  if (on > today) throw new Refusal('LEGAL_DATE_AHEAD', { today });
  if (on < today && !mayBackdate(operation, roles))
    throw new Refusal('BACKDATE_FORBIDDEN', {}, [], saying(backdatersOf(operation)));
  if (onBehalfOf !== undefined && !roles.some((role) => mayActOnBehalf.includes(role)))
    throw new Refusal('STAND_IN_FORBIDDEN', {}, [], saying(rolesInWords(mayActOnBehalf)));
  if ((on < today || onBehalfOf !== undefined) && legalReference === undefined)
    throw new Refusal('LEGAL_REFERENCE_MISSING');
  return { on, idempotencyKey, legalReference, onBehalfOf } satisfies Record<keyof typeof actHeaders, unknown>;
}

const saying = ({ vi, en }: Word) => ({ vi: { who: vi }, en: { who: en } });

/** Roles that may give an act an earlier legal date, as people say them. */
function backdatersOf(operation: OperationId): Word {
  const { who }: Permission = permissions[operation];
  const some = backdating.filter((role) => who.includes(role));
  return some.length > 0 ? rolesInWords(some) : word('không vai trò nào', 'nobody');
}

/** Whether a request has a header of an act. */
export const hasActHeader = (headers: IncomingHttpHeaders): boolean =>
  Object.values(actHeaders).some(({ name }) => headers[name.toLowerCase()] !== undefined);

function header(
  headers: IncomingHttpHeaders,
  { name: documented }: { name: string },
  reads: (text: string) => boolean,
): string | undefined {
  const name = documented.toLowerCase();
  const given = headers[name];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && reads(given)) return given;
  throw new Refusal('INVALID', {}, [
    point(`/headers/${name}`, 'header', {
      en: `The header ${name} is malformed.`,
      vi: `Header ${name} không đúng dạng.`,
    }),
  ]);
}

/** Whether an act is a dry run: `?validate=only`. Refusal: INVALID for any other value. */
export function isDryRun(validate: unknown): boolean {
  if (validate === undefined || validate === 'only') return validate === 'only';
  throw new Refusal('INVALID', {}, [point('/validate', 'only', 'The only value of validate is "only".')]);
}
