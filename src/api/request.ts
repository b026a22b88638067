import { AsyncLocalStorage } from 'node:async_hooks';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
import { point } from '../points.js';
import { Refusal, type RefusalCode } from '../refusals.js';
import type { Language } from './problem.js';
import type { TemporaryFile } from './temporary-file.js';

/** A file as it came, on disk, and what the form said beside it. */
export interface Uploaded {
  /** As the sender calls it, as NFC; not yet judged. */
  name: string;
  sha256: string;
  bytes: TemporaryFile;
  fields: Readonly<Record<string, string>>;
}

/** What was refused to a request. `operation` is absent where it came to none. */
export interface RequestRefusal {
  code: RefusalCode;
  operation?: string;
}

export interface Request extends FastifyRequest {
  caller?: Caller;
  uploaded?: Uploaded;
  /** Why the version the act was decided on is not known. It is refused inside the write, for a kept answer comes first. */
  failedPrecondition?: Refusal;
  /** The root fields of a GraphQL document, each once. */
  operations?: readonly string[];
  /** What was refused to it, in the order told. */
  refusals?: RequestRefusal[];
}
export type Reply = FastifyReply;

/** The request an error belongs to, and its caller's language, where no request is at hand. */
export const requestContext = new AsyncLocalStorage<{ request: FastifyRequest; language: Language }>();

/** The context Apollo hands to every resolver. */
export interface GraphqlContext {
  req: Request;
  caller?: Caller;
}

export function callerOf(context: ExecutionContext): Caller | undefined {
  return context.getType<'http' | 'graphql'>() === 'http'
    ? context.switchToHttp().getRequest<Request>().caller
    : GqlExecutionContext.create(context).getContext<GraphqlContext>().caller;
}

/** The actor of the request, on both doors. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));

/** NaN, which is no record's version, where the header does not tell one. */
function expectedVersion(_: unknown, context: ExecutionContext): number {
  const request = context.switchToHttp().getRequest<Request>();
  const given = request.headers['if-match'];
  const version = Number(/^(?:W\/)?"([1-9]\d{0,8})"$/.exec(given?.trim() ?? '')?.[1]);
  if (given === undefined) request.failedPrecondition = new Refusal('IF_MATCH_REQUIRED');
  else if (Number.isNaN(version))
    request.failedPrecondition = new Refusal('INVALID', {}, [
      point('/headers/if-match', 'version', 'If-Match must be an ETag of this record, such as "3".'),
    ]);
  return version;
}

const documentHeaders =
  (...headers: Parameters<typeof ApiHeader>[0][]) =>
  (target: object, key?: string | symbol): void => {
    for (const header of headers)
      ApiHeader(header)(
        target,
        key as string,
        Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor,
      );
  };
const ifMatch = {
  name: 'If-Match',
  required: true,
  description:
    'ETag of the record the change is based on. 412 STALE when the record has changed since; 428 IF_MATCH_REQUIRED ' +
    'without this header.',
};
const ifMatchOrNone = [
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

/** The version a change was decided on, from `If-Match: "3"` (or `W/"3"`). In GraphQL it is the argument `expectedVersion`. */
export const IfMatch = createParamDecorator(expectedVersion, [documentHeaders(ifMatch)]);

/** For a create that may change another record, too: the version of that one, or undefined. */
export const IfMatchWhere = (description: string): ParameterDecorator =>
  createParamDecorator(
    (unused: unknown, context: ExecutionContext) =>
      context.switchToHttp().getRequest<Request>().headers['if-match'] === undefined
        ? undefined
        : expectedVersion(unused, context),
    [documentHeaders({ ...ifMatch, required: false, description })],
  )();

/** For a PUT, which changes or makes: `If-Match: "3"`, or `If-None-Match: *` where there must be none yet, which is version 0. */
export const IfMatchOrNone = createParamDecorator(
  (unused: unknown, context: ExecutionContext) => {
    const { 'if-match': match, 'if-none-match': none } = context.switchToHttp().getRequest<Request>().headers;
    return match === undefined && none?.trim() === '*' ? 0 : expectedVersion(unused, context);
  },
  [documentHeaders(...ifMatchOrNone)],
);

/** Whether somebody asks how the program does: they are never kept waiting by what the others do. */
export const isMonitoring = ({ url }: FastifyRequest): boolean => url.startsWith('/health/') || url === '/metrics';
