import { AsyncLocalStorage } from 'node:async_hooks';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.js';
import type { Projection } from '../database/projection.js';
import { point } from '../points.js';
import { Refusal, type RefusalCode } from '../refusals.js';
import { ifMatch, ifMatchOrNone } from './act-headers.js';
import { sentTag } from './entity-tag.rules.js';
import { OPERATION, type OperationMetadata } from './operation.js';
import type { Language } from './problem.js';
import type { TemporaryFile } from './temporary-file.js';

/** Uploaded file on disk, with the fields of its form. */
export interface UploadOnDisk {
  /** Name from the sender, as NFC; not yet validated. */
  name: string;
  sha256: string;
  bytes: TemporaryFile;
  fields: Readonly<Record<string, string>>;
}

/** Refusal in the answer to a request. `operation` is absent when the request reached none. */
export interface RequestRefusal {
  code: RefusalCode;
  operation?: string;
}

export interface Request extends FastifyRequest {
  caller?: Caller;
  uploaded?: UploadOnDisk;
  /** Failed precondition (If-Match). It is thrown inside the write, because a replay comes first. */
  failedPrecondition?: Refusal;
  /** Requests of the quota that this one takes besides itself, for work that its answer does not show. */
  cost?: number;
  /** Root fields of a GraphQL document, each once. */
  operations?: readonly string[];
  /** Refusals in the answer, in their order. */
  refusals?: RequestRefusal[];
}
export type Reply = FastifyReply;

/** Current request and its language, for errors that arrive without a request. */
export const requestContext = new AsyncLocalStorage<{ request: FastifyRequest; language: Language }>();

/** Context of every resolver. */
export interface GraphqlContext {
  req: Request;
  caller?: Caller;
}

export function callerOf(context: ExecutionContext): Caller | undefined {
  return context.getType<'http' | 'graphql'>() === 'http'
    ? context.switchToHttp().getRequest<Request>().caller
    : GqlExecutionContext.create(context).getContext<GraphqlContext>().caller;
}

/** Parameter: the caller of the request. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));

/** Parameter of a read: the members of its records that the answer needs: in REST all that are shown. */
export const Needed = createParamDecorator((_: unknown, context: ExecutionContext): Projection | undefined =>
  context.getType<'http' | 'graphql'>() === 'http'
    ? (Reflect.getMetadata(OPERATION, context.getHandler()) as OperationMetadata).members
    : GqlExecutionContext.create(context).getInfo<{ projection?: Projection }>().projection,
);

/** Version in If-Match; NaN, which no record has, after setting `failedPrecondition`. */
function expectedVersion(_: unknown, context: ExecutionContext): number {
  const request = context.switchToHttp().getRequest<Request>();
  const given = request.headers['if-match'];
  const version = Number(/^"([1-9]\d{0,8})"$/.exec(sentTag(given ?? ''))?.[1]);
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

/** Parameter: the version the change is based on, from `If-Match: "3"` (or `W/"3"`). GraphQL has `expectedVersion`. */
export const IfMatch = createParamDecorator(expectedVersion, [documentHeaders(ifMatch)]);

/** Parameter of a create that may also change another record: the version of that record, or undefined. */
export const IfMatchWhere = (description: string): ParameterDecorator =>
  createParamDecorator(
    (unused: unknown, context: ExecutionContext) =>
      context.switchToHttp().getRequest<Request>().headers['if-match'] === undefined
        ? undefined
        : expectedVersion(unused, context),
    [documentHeaders({ ...ifMatch, required: false, description })],
  )();

/** Parameter of a PUT: `If-Match: "3"` to change the record, or `If-None-Match: *` to make it (version 0). */
export const IfMatchOrNone = createParamDecorator(
  (unused: unknown, context: ExecutionContext) => {
    const { 'if-match': match, 'if-none-match': none } = context.switchToHttp().getRequest<Request>().headers;
    return match === undefined && none?.trim() === '*' ? 0 : expectedVersion(unused, context);
  },
  [documentHeaders(...ifMatchOrNone)],
);

/** Whether a request is a probe or a scrape of metrics. These are exempt from rate limit and load shedding. */
export const isMonitoring = ({ url }: FastifyRequest): boolean => url.startsWith('/health/') || url === '/metrics';
