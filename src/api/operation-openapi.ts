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
import { actAnswerHeaders, actHeaders, dryRunParameter } from './act-headers.js';
import { linesType, paperTypes, sheetTypes, type Answer } from './answer.js';
import { pageSize } from './lists.js';
import type { Class } from './shape.js';
import { localParameter } from './sheet-parameter.js';
import { shownOf } from './shown.js';

const textHeader = (description: string) => ({ description, schema: { type: 'string' } });
const answerHeader = ({ name, description }: { name: string; description: string }) => ({
  [name]: textHeader(description),
});
const etagHeader = {
  ETag: textHeader('Version of the record, such as "3"; for a list with an ETag, a hash of its content.'),
};
const linkHeader = { Link: textHeader('Address of the next page: <…>; rel="next". Absent on the last page.') };
const locationHeader = { Location: textHeader('Address of the new record, or of the record that shows it.') };
const replayedHeader = answerHeader(actAnswerHeaders.replayed);
const dryRunHeader = answerHeader(actAnswerHeaders.dryRun);
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

const pages = new Map<string, object>();

/** Schemas of pages of the records that lists answer, by name: "ResultPage". */
export const pageSchemas = (): Record<string, object> =>
  Object.fromEntries([...pages].sort(([one], [other]) => (one < other ? -1 : 1)));

/** Reference to the schema of a page, which has a name, so that generated clients have one type for it. */
function pageOf(record: Class): object {
  const name = `${record.name}Page`;
  pages.set(name, { description: `Page of a list of ${record.name}.`, ...pageSchema({ $ref: getSchemaPath(record) }) });
  return { $ref: getSchemaPath(name) };
}

const pageSchema = (items: object) => ({
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items, maxItems: pageSize.most },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last page.' },
  },
});

/** OpenAPI of a REST operation: name, summary, answers, headers and the scope of the key. */
export function openApiOf(operation: OperationId, answer: Answer): MethodDecorator {
  const { does, who, access, alike }: Permission = permissions[operation];
  const writes = access === 'write';
  const isVersioned = !answer.many && shownOf(answer.type).some(({ name }) => name === 'version');
  const hasEtag = answer.bytes !== undefined || (answer.etagOfContent ?? isVersioned);
  return applyDecorators(
    ApiOperation({ operationId: operation, summary: does }),
    ApiExtraModels(answer.type),
    ...(answer.bytes ? bytesAnswered(answer.bytes, does) : recordAnswered(answer, { does, writes, hasEtag })),
    ...(writes ? Object.values(actHeaders).map((header) => ApiHeader(header)) : []),
    ...(writes && answer.upload !== 'STORED' ? [ApiQuery(dryRunParameter)] : []),
    ...(answer.sheet ? [ApiQuery({ ...localParameter, enum: [...localParameter.enum] })] : []),
    ...(hasEtag && !writes
      ? [ApiHeader(ifNoneMatch), ApiResponse({ status: 304, description: 'An ETag of If-None-Match is current.' })]
      : []),
    // A key is not needed, and widens the answer.
    ...(who === 'PUBLIC' && !alike ? [ApiSecurity({})] : []),
    ...(alike ? [] : [ApiSecurity('key', [scopeOf(operation)])]),
  );
}

function recordAnswered(
  { type, many, sheet, table, paper, lines, created, upload }: Answer,
  { does, writes, hasEtag }: { does: string; writes: boolean; hasEtag: boolean },
): MethodDecorator[] {
  const record = { $ref: getSchemaPath(type) };
  const etag = hasEtag && etagHeader;
  const headers = { ...etag, ...(many && linkHeader), ...(writes && replayedHeader) };
  if (!created) {
    const content = {
      'application/json': { schema: many ? pageOf(type) : record },
      ...((sheet || table) && sheets),
      ...(paper && papers),
      ...(lines && { [linesType]: { schema: { type: 'string' } } }),
    };
    return [answered(200, does, { headers: { ...headers, ...(writes && dryRunHeader) }, content })];
  }
  const dryRun = created.only
    ? 'The changed record; with ?validate=only, the answer the act would give.'
    : 'Dry run (?validate=only): the answer the act would give.';
  return [
    answered(201, does, { headers: { ...headers, ...(created.at && locationHeader) }, schema: record }),
    ...(upload === 'STORED' ? [] : [answered(200, dryRun, { headers: { ...etag, ...dryRunHeader }, schema: record })]),
  ];
}

/** The whole list as CSV and XLSX. */
const sheets = {
  [sheetTypes.csv]: { schema: { type: 'string' } },
  [sheetTypes.xlsx]: { schema: { type: 'string', format: 'binary' } },
};

/** The paper as DOCX and PDF. */
const papers = Object.fromEntries(
  Object.values(paperTypes).map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
);

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
