import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, tap, type Observable } from 'rxjs';
import type { Caller } from '../access/caller.js';
import { permissions } from '../access/permissions.js';
import type { Answer } from '../api/answer.js';
import { recordDisclosures } from '../api/disclosures.js';
import { OPERATION, type OperationMetadata, type RootFieldMetadata } from '../api/operation.js';
import { callerOf, type Reply, type Request } from '../api/request.js';
import { serializerOf } from '../api/shown.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { point, pointerStep } from '../points.js';
import { Refusal } from '../refusals.js';
import { AccessesService } from '../requests/accesses.service.js';
import { isDryRun } from '../requests/act-headers.rules.js';
import { WriteContextService, type ActContext } from '../requests/write-context.service.js';
import { ResponseCache, type CacheableAnswer } from '../requests/response-cache.js';
import { answerBytes, type Bytes } from './bytes.js';
import { readsQuery } from './nest-internals.js';
import { csvOf, requestedSheet, sheetTypes, tableOf, xlsxOf, type SheetType } from './sheet.js';

/** REST's way out: one scope around the operation, then only what is shown, with ETag, 304 and the link to the next page. On both doors it notes whose personal values an operation gives. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly writers = new Map<Answer, (value: unknown) => string>();

  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly writeContexts: WriteContextService,
    private readonly accesses: AccessesService,
    private readonly cache: ResponseCache,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const metadata = this.reflector.get<OperationMetadata | undefined>(OPERATION, context.getHandler());
    const http = context.getType<'http' | 'graphql'>() === 'http';
    if (!metadata) return next.handle();
    if (!http) return this.root(context, next);
    const request = context.switchToHttp().getRequest<Request>();
    const reply = context.switchToHttp().getResponse<Reply>();
    const { caller } = request;
    if (!caller) throw new Error(`${metadata.operation} was reached without a caller.`);
    const { validate, ...query } = request.query as Record<string, unknown>;
    const acts = permissions[metadata.operation].access === 'write';
    // It is said of any act, so no act's own parameters name it.
    if (acts) request.query = query;
    // Where a class reads the query string, it refuses what it does not know.
    if (!readsQuery(context)) refuseStrangers(request.query as object);
    const dryRun = acts && isDryRun(validate);
    if (dryRun && metadata.answer.upload) throw new Refusal('NOT_VALIDATABLE');
    const asking = {
      operation: metadata.operation,
      path: request.params as object,
      // A file is read when the caller was found to have the right.
      get body() {
        return bodyOf(request);
      },
    };
    const writeContext = acts
      ? this.writeContexts.contextOf(caller, asking, { dryRun, failedPrecondition: () => request.failedPrecondition })
      : undefined;
    const sheet = metadata.answer.sheet ? requestedSheet(request.headers.accept) : undefined;
    if (sheet) {
      const items = this.database.scope(caller, () => whole(next, request));
      return from(this.told(caller, metadata, items).then((rows) => answerSheet(sheet, metadata, rows, reply)));
    }
    if (!acts && !metadata.answer.bytes) {
      const form = async () => {
        const value = await lastValueFrom(next.handle());
        this.note(caller, metadata, value);
        return this.form(metadata.answer, value);
      };
      return from(
        this.cache
          .answer(caller, `${metadata.operation} ${request.url}`, form)
          .then((formed) => send(metadata.answer, formed, request, reply)),
      );
    }
    const answered = this.database.scope<unknown>(caller, () => lastValueFrom(next.handle()), writeContext);
    return from(
      this.told(caller, metadata, answered).then((value) =>
        metadata.answer.bytes
          ? bytesAnswered(value as Bytes, request, reply)
          : this.done(metadata.answer, value, request, reply, writeContext),
      ),
    );
  }

  /** A root field of GraphQL; what is noted is kept when the whole document was answered. */
  private root(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { operation, type } = this.reflector.get<RootFieldMetadata>(OPERATION, context.getHandler());
    const caller = callerOf(context);
    return next.handle().pipe(tap((value) => caller && recordDisclosures(caller, operation, type, value)));
  }

  /** What was answered, once it is written down whose personal values it holds. */
  private async told<T>(caller: Caller, metadata: OperationMetadata, answered: Promise<T>): Promise<T> {
    const value = await answered;
    this.note(caller, metadata, value);
    await this.accesses.recordAccesses(caller);
    return value;
  }

  private note(caller: Caller, { operation, answer }: OperationMetadata, value: unknown): void {
    recordDisclosures(
      caller,
      operation,
      answer.type,
      answer.bytes ? (value as Bytes).of : answer.many && !Array.isArray(value) ? (value as Page<object>).items : value,
    );
  }

  /** What an act has done. */
  private done(
    answer: Answer,
    value: unknown,
    request: Request,
    reply: Reply,
    context?: ActContext,
  ): Buffer | undefined {
    if (context?.replayed) void reply.header('idempotency-replayed', 'true');
    if (context?.dryRun) void reply.status(200).header('validate', 'only');
    else if (answer.created && !(answer.created.only?.(value as never) ?? true)) void reply.status(200);
    else if (answer.created?.at)
      void reply.header('location', addressFrom(request.url, answer.created.at(value as never)));
    return send(answer, this.form(answer, value), request, reply);
  }

  private form(answer: Answer, value: unknown): Written {
    // Not of Node's common slab, of which each answer that is remembered would hold 8 kB.
    const body = Buffer.from(utf8.encode(this.writer(answer)(value)).buffer);
    return {
      body,
      length: body.length,
      tag: etag(answer, value, body),
      timeDependent: answer.timeDependent?.(value as never) ?? false,
      next: answer.many ? (value as Page<unknown>).next : null,
    };
  }

  private writer(answer: Answer): (value: unknown) => string {
    const known = this.writers.get(answer) ?? serializerOf(answer.type, answer.many ?? false);
    this.writers.set(answer, known);
    return known;
  }
}

const utf8 = new TextEncoder();

/** An answer as it is sent, with what its headers say of it. */
interface Written extends CacheableAnswer {
  body: Buffer;
  tag: string | undefined;
  timeDependent: boolean;
  next: string | null;
}

function send(
  answer: Answer,
  { body, tag, timeDependent, next }: Written,
  request: Request,
  reply: Reply,
): Buffer | undefined {
  if (tag) void reply.header('etag', tag);
  if (answer.many) linkNext(request, reply, next);
  if (tag && request.method === 'GET' && !timeDependent && matches(request.headers['if-none-match'], tag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return body;
}

/** A file counts by what it is, not by how it came. */
const bodyOf = ({ body, uploaded }: Request): unknown =>
  uploaded ? { ...uploaded.fields, file: { name: uploaded.name, sha256: uploaded.sha256 } } : (body ?? null);

function bytesAnswered(bytes: Bytes, request: Request, reply: Reply): unknown {
  void reply.header('etag', bytes.etag);
  if (!matches(request.headers['if-none-match'], bytes.etag)) return answerBytes(bytes, request, reply);
  void reply.status(304);
  return undefined;
}

/** Every page of a list, one after the other, in the one snapshot of the request. */
async function whole(next: CallHandler, request: Request): Promise<object[]> {
  const query = request.query as Record<string, unknown>;
  const items: object[] = [];
  Object.assign(query, { first: '500', after: undefined });
  for (;;) {
    if (query.after === undefined) delete query.after;
    const page = (await lastValueFrom(next.handle())) as Page<object>;
    items.push(...page.items);
    if (page.next === null) return items;
    query.after = page.next;
  }
}

async function answerSheet(
  sheet: SheetType,
  { operation, answer }: OperationMetadata,
  items: readonly object[],
  reply: Reply,
): Promise<string | Buffer> {
  const table = tableOf(answer.type, items);
  const body = sheet === 'csv' ? csvOf(table) : await xlsxOf(table);
  void reply.headers({
    'content-type': sheetTypes[sheet],
    'content-disposition': `attachment; filename="${operation}.${sheet}"`,
  });
  return body;
}

function etag(answer: Answer, value: unknown, body: Buffer): string | undefined {
  if (answer.etagOfContent) return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const { version } = value as { version?: unknown };
  return !answer.many && typeof version === 'number' ? `"${version}"` : undefined;
}

function refuseStrangers(query: object): void {
  const strangers = Object.keys(query);
  if (strangers.length > 0)
    throw new Refusal(
      'INVALID',
      {},
      strangers.map((name) => point(pointerStep(name), 'whitelistValidation', `property ${name} should not exist`)),
    );
}

/** `nuoc-sach`, `.` or `../launch`, seen from the address that was asked. */
function addressFrom(asked: string, at: string): string {
  const { pathname, origin } = new URL(asked, 'http://localhost');
  return new URL(at, `${origin}${pathname}/`).pathname.replace(/\/$/, '');
}

const matches = (given: string | undefined, tag: string) =>
  given !== undefined &&
  (given.trim() === '*' || given.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));

function linkNext(request: Request, reply: Reply, next: string | null): void {
  if (next === null) return;
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('after', next);
  void reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
}
