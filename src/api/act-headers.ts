import { onPaper } from '../access/permissions.js';
import { backdating } from '../access/roles.js';

/**
 * Headers that every act takes, by the circumstance each one gives. OpenAPI documents them, `readActHeaders` reads
 * them. GraphQL takes the same headers on a request with exactly one mutation.
 */
export const actHeaders = {
  idempotencyKey: {
    name: 'Idempotency-Key',
    required: false,
    schema: { type: 'string', maxLength: 257 },
    description:
      'Idempotency key, 1–255 visible ASCII characters, quotes optional. The same act under the same key is done ' +
      'once; a repeat within seven days is a replay. 422 KEY_REUSED for another act, 409 KEY_IN_FLIGHT while the ' +
      'first request is running.',
  },
  on: {
    name: 'Legal-Date',
    required: false,
    schema: { type: 'string', format: 'date' },
    description:
      'Date of the act in law, in Asia/Ho_Chi_Minh; today when left out, never later. An earlier date needs a role ' +
      `that may backdate (${backdating.join(', ')}), or an act that ends on a paper (${onPaper.join(', ')}), and a ` +
      'Legal-Reference.',
  },
  legalReference: {
    name: 'Legal-Reference',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: 'Id of the document that supports an earlier Legal-Date or an act with On-Behalf-Of.',
  },
  onBehalfOf: {
    name: 'On-Behalf-Of',
    required: false,
    schema: { type: 'string', maxLength: 100 },
    description: 'Code of the unit the clerk acts for; the Legal-Reference is the sheet signed by that unit.',
  },
} as const;

/** Query parameter of a dry run, in REST and GraphQL. */
export const dryRunParameter = {
  name: 'validate',
  required: false,
  enum: ['only'],
  description: '"only": a dry run; everything is checked, nothing is stored.',
};

/** Header of an act on a version of a record. GraphQL has the argument `expectedVersion` instead. */
export const ifMatch = {
  name: 'If-Match',
  required: true,
  description:
    'ETag of the record the change is based on. 412 STALE when the record has changed since; 428 IF_MATCH_REQUIRED ' +
    'without this header.',
};

/** Headers of a PUT, which changes a record or makes it. */
export const ifMatchOrNone = [
  {
    ...ifMatch,
    required: false,
    description:
      'ETag of the record to change. 412 STALE when the record has changed since; 428 IF_MATCH_REQUIRED without this ' +
      'header and without If-None-Match.',
  },
  {
    name: 'If-None-Match',
    required: false,
    schema: { type: 'string', pattern: '^\\*$' },
    description: '"*": make the record. 412 STALE when it exists already.',
  },
] as const;

/** Headers that the answer to an act carries: as a replay, as a dry run. */
export const actAnswerHeaders = {
  replayed: {
    name: 'Idempotency-Replayed',
    value: 'true',
    description: '"true": a replay of the answer stored under the Idempotency-Key; nothing was done again.',
  },
  dryRun: {
    name: 'Validate',
    value: 'only',
    description: '"only": a dry run; everything was checked, nothing stored.',
  },
} as const;

/** Headers of the answer to one act, by name. */
export const headersOfAct = (act: Readonly<Record<keyof typeof actAnswerHeaders, boolean>>): Record<string, string> =>
  Object.fromEntries(
    (['replayed', 'dryRun'] as const)
      .filter((each) => act[each])
      .map((each) => [actAnswerHeaders[each].name.toLowerCase(), actAnswerHeaders[each].value]),
  );
