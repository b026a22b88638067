import type { IncomingHttpHeaders } from 'node:http';
import { validate } from 'uuid';
import { mayBackdate, mayActOnBehalf, type Role } from '../access/permissions.js';
import { codePattern } from '../api/code.js';
import { isDay } from '../day.js';
import { point } from '../points.js';
import { Refusal } from '../refusals.js';

/** What the headers of an act say, whichever door it comes through. */
export interface ActHeaders {
  /** The date in law of the act; the day itself when not given. */
  on: string;
  idempotencyKey?: string;
  /** Id of the document an earlier date or a stand-in rests on. */
  legalReference?: string;
  /** Code of the unit acted for. */
  onBehalfOf?: string;
}

const matching = (pattern: RegExp) => (text: string) => pattern.test(text);
const unitCode = matching(codePattern);
/** A quote at the beginning is one of a pair around the key. */
const visible = matching(/^(?:"[\x21\x23-\x7e]{1,255}"|[\x21\x23-\x7e][\x21-\x7e]{0,254})$/);

/**
 * Reads the headers of an act. `today` is the legal date without them; `roles` are the caller's in the commune.
 * Refusals: INVALID for a header that does not read; LEGAL_DATE_AHEAD; BACKDATE_FORBIDDEN; STAND_IN_FORBIDDEN; LEGAL_REFERENCE_MISSING.
 */
export function readActHeaders(headers: IncomingHttpHeaders, today: string, roles: readonly Role[]): ActHeaders {
  const on = header(headers, 'legal-date', isDay) ?? today;
  const legalReference = header(headers, 'legal-reference', validate);
  const onBehalfOf = header(headers, 'on-behalf-of', unitCode);
  const idempotencyKey = header(headers, 'idempotency-key', visible)?.replace(/^"(.+)"$/, '$1');
  if (on > today) throw new Refusal('LEGAL_DATE_AHEAD', { today });
  if (on < today && !roles.some((role) => mayBackdate.includes(role))) throw new Refusal('BACKDATE_FORBIDDEN');
  if (onBehalfOf !== undefined && !roles.some((role) => mayActOnBehalf.includes(role)))
    throw new Refusal('STAND_IN_FORBIDDEN');
  if ((on < today || onBehalfOf !== undefined) && legalReference === undefined)
    throw new Refusal('LEGAL_REFERENCE_MISSING');
  return { on, idempotencyKey, legalReference, onBehalfOf };
}

function header(headers: IncomingHttpHeaders, name: string, reads: (text: string) => boolean): string | undefined {
  const given = headers[name];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && reads(given)) return given;
  throw new Refusal('INVALID', {}, [point(`/headers/${name}`, 'header', `The header ${name} is malformed.`)]);
}

/** Whether an act is only rehearsed: `?validate=only`. Any other value is refused. */
export function isDryRun(validate: unknown): boolean {
  if (validate === undefined || validate === 'only') return validate === 'only';
  throw new Refusal('INVALID', {}, [point('/validate', 'only', 'The only value of validate is "only".')]);
}
