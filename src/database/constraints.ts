import { point, points, type Point } from '../points.js';
import { recordWords, type RecordWord } from '../state-words.data.js';
import { Refusal, stillReferredTo, type RefusalCode } from '../refusals.js';

/** Refusals by the constraint that a caller can violate. A violation of any other constraint is a fault. */
const byConstraint: Readonly<Record<string, RefusalCode>> = {
  commune_key_key: 'CODE_TAKEN',
  superior_key_key: 'CODE_TAKEN',
  actor_key_key: 'CODE_TAKEN',
  unit_code_key: 'CODE_TAKEN',
  taken_word_one_kind: 'CODE_TAKEN',
  plan_key_key: 'CODE_TAKEN',
  indicator_code_key: 'CODE_TAKEN',
  supervision_once: 'TERM_OVERLAPS',
  unit_term_no_overlap: 'TERM_OVERLAPS',
  acknowledgement_unit_key: 'ALREADY_ACKNOWLEDGED',
  target_place_key: 'BUSY',
  holiday_day_key: 'BUSY',
  fund_year_key: 'BUSY',
  commune_rounding_day_key: 'BUSY',
  plan_period_place_key: 'BUSY',
  plan_period_pkey: 'BUSY',
  submission_place_key: 'ALREADY_REPORTED',
  score_sheet_place_key: 'BUSY',
  nomination_live: 'ALREADY_NOMINATED',
  matter_once: 'ALREADY_BEFORE_MEETING',
  decision_item_once: 'ALREADY_IN_DECISION',
  document_number_key: 'NUMBER_TAKEN',
  council_member_once: 'TERM_OVERLAPS',
  council_member_actor_once: 'TERM_OVERLAPS',
  identity_subject_key: 'IDENTITY_LINKED',
  identity_client_key: 'IDENTITY_LINKED',
  indicator_unit_fkey: 'STILL_REFERRED_TO',
};

/** Refusals by SQLSTATE, its class, or system error of a connection: neither the request nor the code is at fault. */
const byErrorCode: Readonly<Record<string, RefusalCode>> = {
  '40001': 'BUSY',
  '40P01': 'BUSY',
  '55P03': 'BUSY',
  '25P03': 'UNAVAILABLE',
  '58030': 'UNAVAILABLE',
  // Classes: connection exception, insufficient resources, operator intervention.
  '08': 'UNAVAILABLE',
  '53': 'UNAVAILABLE',
  '57': 'UNAVAILABLE',
  ECONNREFUSED: 'UNAVAILABLE',
  ECONNRESET: 'UNAVAILABLE',
  EPIPE: 'UNAVAILABLE',
  ETIMEDOUT: 'UNAVAILABLE',
  EHOSTUNREACH: 'UNAVAILABLE',
  ENETUNREACH: 'UNAVAILABLE',
  ENOTFOUND: 'UNAVAILABLE',
  EAI_AGAIN: 'UNAVAILABLE',
};

/** Points that name what the server lacks, by SQLSTATE. */
const lacks: Readonly<Record<string, Point>> = {
  '53100': point('', 'DISK_FULL', 'The disk of the database is full; tell its operator.'),
  '53200': point('', 'MEMORY_FULL', 'The database is short of memory; try again later.'),
  '53300': point('', 'CONNECTIONS_FULL', 'The database has no connection left; try again later.'),
};

/** Message of a foreign key that holds a row back; of a row that refers to nothing the message begins otherwise. */
const heldBack = /^update or delete on table/;

/** Messages of a lost connection. ENOENT is judged by its message, because a missing file has the same code. */
const connectionLost = new RegExp(
  [
    '^connect ENOENT',
    '^Connection terminated',
    '^timeout exceeded when trying to connect',
    '^Client has encountered a connection error',
    '^Client was closed',
  ].join('|'),
);

/** Record that a table holds, or parts of: of `nomination_ground` the nomination. */
function recordOf(table = ''): { type: RecordWord } | undefined {
  const type = recordTables[table] ?? table.replace(/_.*/, '');
  return type in recordWords ? { type: type as RecordWord } : undefined;
}

/** Types of records whose table has another name. */
const recordTables: Readonly<Record<string, RecordWord>> = {
  matter: 'meeting',
  attendance: 'meeting',
  recusal: 'meeting',
  fact: 'fact',
  registration: 'registration',
  council_member: 'member',
  score_sheet: 'sheet',
  plan_period: 'period',
};

/** Refusal for an error of the database; undefined where the error is a fault. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint, table } = { ...(error as { driverError?: object }).driverError, ...error } as {
    code?: string;
    constraint?: string;
    table?: string;
  };
  const refusal =
    (constraint && byConstraint[constraint]) ||
    (code === '23503' && heldBack.test(error.message) && 'STILL_REFERRED_TO') ||
    (code && (byErrorCode[code] ?? byErrorCode[code.slice(0, 2)])) ||
    (connectionLost.test(error.message) && 'UNAVAILABLE');
  if (refusal === 'STILL_REFERRED_TO') return stillReferredTo(recordOf(table));
  // A constraint names no other record.
  const unnamed = { vi: { number: 'này' }, en: { number: 'given' } };
  return refusal ? new Refusal(refusal, {}, points(lacks[code ?? '']), unnamed) : undefined;
}
