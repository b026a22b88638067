import { GraphQLError } from 'graphql';
import Negotiator from 'negotiator';
import { refusalOfConstraint } from '../database/constraints.js';
import { isDay, vietnameseDate } from '../day.js';
import { queryInVietnamese } from './query-sentences.js';
import { pointsInVietnamese } from '../points.data.js';
import type { AnyPointCode, Point } from '../points.js';
import { refusals } from '../refusals.data.js';
import { Refusal, type RefusalCode } from '../refusals.js';

const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Problem of RFC 9457: body in REST, `extensions` in GraphQL. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: RefusalCode;
  detail: string;
  errors: readonly Point<AnyPointCode>[];
  requestId: string;
  details?: Readonly<Record<string, unknown>>;
}

/** Challenge of an answer (RFC 6750), where a credential is missing, not valid, or lacks a scope. */
export function challengeOf(
  { status, code, details }: Pick<Problem, 'status' | 'details'> & Partial<Pick<Problem, 'code'>>,
  authorization: string | undefined,
): string | undefined {
  if (code === 'SCOPE_MISSING') return `Bearer error="insufficient_scope", scope="${String(details?.scope)}"`;
  if (status !== 401) return undefined;
  return authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
}

/** Codes for errors that Fastify throws, by HTTP status. */
const byStatus: Readonly<Record<number, RefusalCode>> = {
  400: 'MALFORMED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'TIMED_OUT',
  413: 'TOO_LARGE',
  // No record has so long a name.
  414: 'NOT_FOUND',
  415: 'UNSUPPORTED_TYPE',
  503: 'UNAVAILABLE',
};

const inVietnamese: Readonly<Partial<Record<AnyPointCode, string>>> = pointsInVietnamese;

/** Translates an error into a problem; no other code does. A fault shows nothing but the request id. */
export function explain(error: unknown, language: Language, requestId: string): Problem {
  const refusal = meaning(error);
  const [status, vi, en] = refusals[refusal.code];
  const values: Readonly<Record<string, unknown>> = { ...refusal.details, ...refusal.words[language] };
  const said = (value: unknown): string =>
    language === 'vi' && typeof value === 'string' && isDay(value) ? vietnameseDate(value) : String(value ?? '');
  const detail = (language === 'vi' ? vi : en).replace(/\{(\w+)\}/g, (_, name: string) => said(values[name]));
  return {
    type: `/v1/refusals/${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    detail,
    errors: alikeOnce(
      refusal.points
        .map(({ vi, ...point }) => ({
          ...point,
          detail: (language === 'vi' && (vi ?? inVietnamese[point.code])) || point.detail,
        }))
        .filter(saidFirst),
      language,
    ),
    requestId,
    ...(Object.keys(refusal.details).length > 0 && { details: refusal.details }),
  };
}

/** Points that say the same of many places, more than this, are told once, with the first place and their number. */
const mostAlike = 50;

function alikeOnce(all: readonly Point<AnyPointCode>[], language: Language): readonly Point<AnyPointCode>[] {
  if (all.length <= mostAlike) return all;
  const places = new Map<string, Point<AnyPointCode>[]>();
  const said = ({ code, detail }: Point<AnyPointCode>) => `${code} ${detail}`;
  for (const point of all) {
    const alike = places.get(said(point)) ?? [];
    places.set(said(point), alike);
    alike.push(point);
  }
  return [...places.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length <= mostAlike) return alike;
    const number = alike.length.toLocaleString(language);
    const counted = language === 'vi' ? `(${number} dòng như nhau)` : `(${number} alike)`;
    return { ...first, detail: `${first.detail} ${counted}` };
  });
}

/** Whether a point says what none before it says of the same place. */
const saidFirst = ({ pointer, detail }: Point<AnyPointCode>, index: number, all: readonly Point<AnyPointCode>[]) =>
  all.findIndex((each) => each.pointer === pointer && each.detail === detail) === index;

/** The refusal that an error means to callers. */
export function meaning(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError) {
    if (error.originalError && !(error.originalError instanceof GraphQLError)) return meaning(error.originalError);
    // An error of graphql-js: about the document or its variables; with a path, about a value of our resolvers.
    // It quotes a wrong value, however long.
    const [message, quoted] = [error.message.slice(0, 500), error.message.slice(0, 5_000)];
    const vi = queryInVietnamese(quoted, error.locations?.[0])?.slice(0, 500) ?? message;
    return error.path ? new Refusal('FAULT') : new Refusal('QUERY_REFUSED', { message }, [], { vi: { message: vi } });
  }
  const known = refusalOfConstraint(error);
  if (known) return known;
  const status =
    (error as { statusCode?: unknown; status?: unknown } | undefined)?.statusCode ??
    (error as { status?: unknown } | undefined)?.status;
  return new Refusal((typeof status === 'number' && byStatus[status]) || 'FAULT');
}

export const isFault = (error: unknown): boolean => meaning(error).status >= 500;

/** The language that `Accept-Language` prefers (RFC 9110, 12.5.4); Vietnamese where neither is asked for. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language([...languages]) === 'en' ? 'en' : 'vi';
