import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  ApiSecurity,
  getSchemaPath,
} from '@nestjs/swagger';
import { permissions, scopeOf, type OperationId, type Permission } from '../access/permissions.js';
import type { Answer } from './answer.js';
import { shownOf } from './shown.js';

const textHeader = (description: string) => ({ description, schema: { type: 'string' } });
const etagHeader = {
  ETag: textHeader('Version of the record, such as "3"; for a list with an ETag, a hash of its content.'),
};
const linkHeader = { Link: textHeader('Address of the next page: <…>; rel="next". Absent on the last page.') };
const locationHeader = { Location: textHeader('Address of the new record, or of the record that shows it.') };
const replayedHeader = {
  'Idempotency-Replayed': textHeader(
    '"true": a replay of the answer stored under the Idempotency-Key; nothing was done again.',
  ),
};
const dryRunHeader = { Validate: textHeader('"only": a dry run; everything was checked, nothing stored.') };
const bytesHeaders = {
  ETag: textHeader('SHA-256 of the bytes, which never change.'),
  'Content-Disposition': textHeader('"attachment", with the name of the file.'),
  'Accept-Ranges': textHeader('"bytes": ranges of bytes can be requested.'),
};
const contentRangeHeader = {
  'Content-Range': textHeader('Range in this answer and size of the file: "bytes 0-1023/4096".'),
};

const rangeHeaders = [
  {
    name: 'Range',
    required: false,
    description:
      'One range of bytes: "bytes=0-1023", "bytes=1024-", "bytes=-1024". 416 for a range after the end; several ' +
      'ranges are answered with the whole file.',
  },
  {
    name: 'If-Range',
    required: false,
    description: 'ETag of the part already downloaded; the answer is the whole file when the ETag is another.',
  },
] as const;
const ifNoneMatch = {
  name: 'If-None-Match',
  required: false,
  description: 'ETags of answers the caller has; 304 while one of them is current.',
};

/** Headers of every act. GraphQL takes the same headers on a request with exactly one mutation. */
const actHeaders = [
  {
    name: 'Idempotency-Key',
    required: false,
    schema: { type: 'string', maxLength: 257 },
    description:
      'Idempotency key, 1–255 visible ASCII characters, quotes optional. The same act under the same key is done ' +
      'once; a repeat within seven days is a replay. 422 KEY_REUSED for another act, 409 KEY_IN_FLIGHT while the ' +
      'first request is running.',
  },
  {
    name: 'Legal-Date',
    required: false,
    schema: { type: 'string', format: 'date' },
    description:
      'Date of the act in law, in Asia/Ho_Chi_Minh; today when left out, never later. An earlier date needs a role ' +
      'that may backdate (CLERK, ACCOUNTANT, ADMINISTRATOR) and a Legal-Reference.',
  },
  {
    name: 'Legal-Reference',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: 'Id of the document that supports an earlier Legal-Date or an act with On-Behalf-Of.',
  },
  {
    name: 'On-Behalf-Of',
    required: false,
    schema: { type: 'string', maxLength: 100 },
    description: 'Code of the unit the clerk acts for; the Legal-Reference is the sheet signed by that unit.',
  },
] as const;
const validate = {
  name: 'validate',
  required: false,
  enum: ['only'],
  description: '"only": a dry run; everything is checked, nothing is stored.',
};

const pageOf = (items: object) => ({
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last page.' },
  },
});

/** OpenAPI of a REST operation: name, summary, answers, headers and the scope of the key. */
export function openApiOf(operation: OperationId, answer: Answer): MethodDecorator {
  const { does, who, access }: Permission = permissions[operation];
  const writes = access === 'write';
  const hasEtag = answer.etagOfContent ?? (!answer.many && shownOf(answer.type).some(({ name }) => name === 'version'));
  return applyDecorators(
    ApiOperation({ operationId: operation, summary: does }),
    ApiExtraModels(answer.type),
    ...(answer.bytes ? bytesAnswered(answer.bytes, does) : recordAnswered(answer, { does, writes, hasEtag })),
    ...(writes ? actHeaders.map((header) => ApiHeader(header)) : []),
    ...(writes && !answer.upload ? [ApiQuery(validate)] : []),
    ...(hasEtag && !writes
      ? [ApiHeader(ifNoneMatch), ApiResponse({ status: 304, description: 'An ETag of If-None-Match is current.' })]
      : []),
    ...(who === 'PUBLIC' ? [] : [ApiSecurity('key', [scopeOf(operation)])]),
  );
}

function recordAnswered(
  { type, many, created, upload }: Answer,
  { does, writes, hasEtag }: { does: string; writes: boolean; hasEtag: boolean },
): MethodDecorator[] {
  const record = { $ref: getSchemaPath(type) };
  const etag = hasEtag && etagHeader;
  const headers = { ...etag, ...(many && linkHeader), ...(writes && replayedHeader) };
  if (!created) {
    const schema = many ? pageOf(record) : record;
    return [answered(200, does, { headers: { ...headers, ...(writes && dryRunHeader) }, schema })];
  }
  const dryRun = created.only
    ? 'The changed record; with ?validate=only, the answer the act would give.'
    : 'Dry run (?validate=only): the answer the act would give.';
  return [
    answered(201, does, { headers: { ...headers, ...(created.at && locationHeader) }, schema: record }),
    ...(upload ? [] : [answered(200, dryRun, { headers: { ...etag, ...dryRunHeader }, schema: record })]),
  ];
}

function bytesAnswered(mediaTypes: readonly string[], does: string): MethodDecorator[] {
  const content = Object.fromEntries(
    mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
  );
  return [
    answered(200, does, { headers: bytesHeaders, content }),
    answered(206, 'The requested range.', { headers: { ...bytesHeaders, ...contentRangeHeader }, content }),
    ...rangeHeaders.map((header) => ApiHeader(header)),
  ];
}

const answered = (status: number, description: string, rest: object) =>
  ApiResponse({ status, description, ...rest } as never);
