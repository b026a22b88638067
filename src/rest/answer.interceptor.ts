import { Readable } from 'node:stream';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, tap, type Observable } from 'rxjs';
import type { Caller } from '../access/caller.js';
import { permissions } from '../access/permissions.js';
import { linesType, paperTypes, type Lines, type PaperType, type SheetType } from '../api/answer.js';
import { headersOfAct } from '../api/act-headers.js';
import { noteDisclosures } from '../api/disclosures.js';
import { expected } from '../api/found.js';
import { pageSize } from '../api/lists.js';
import { OPERATION, type OperationMetadata, type RootFieldMetadata } from '../api/operation.js';
import { callerOf, type Reply, type Request } from '../api/request.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { Refusal } from '../refusals.js';
import { DisclosuresService } from '../requests/disclosures.service.js';
import { isDryRun } from '../requests/act-headers.rules.js';
import { ResponseCache } from '../requests/response-cache.js';
import { WriteContextService } from '../requests/write-context.service.js';
import { sendBytes, wholeBytes, type Bytes } from './bytes.js';
import { sendJson, serialize } from './json-answer.js';
import { SheetAnswers } from './sheet-answers.js';
import { requestedFormat, sheetFormat, takeLocal, type Format } from './sheet-format.js';
import { refuseUnaskedBody, refuseUnknownParameters } from './unknown-parameters.js';

interface Paged {
  next: string | null;
}

/** One request of an operation over REST. `run` calls the endpoint. */
interface Call extends OperationMetadata {
  caller: Caller;
  request: Request;
  reply: Reply;
  format: Format;
  run: () => Promise<unknown>;
}

/** REST: runs an operation in one scope, then sends its answer. GraphQL: notes the disclosures of a root field. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly writeContexts: WriteContextService,
    private readonly disclosures: DisclosuresService,
    private readonly cache: ResponseCache,
    private readonly sheets: SheetAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const metadata = this.reflector.get<OperationMetadata | undefined>(OPERATION, context.getHandler());
    if (!metadata) return next.handle();
    if (context.getType<'http' | 'graphql'>() !== 'http') return this.rootField(context, next);
    const request = context.switchToHttp().getRequest<Request>();
    const reply = context.switchToHttp().getResponse<Reply>();
    const { caller } = request;
    if (!caller) throw new Error(`${metadata.operation} was reached without a caller.`);
    const format = metadata.answer.bytes ? 'json' : requestedFormat(request.headers.accept, metadata.answer);
    const call: Call = { ...metadata, caller, request, reply, format, run: () => lastValueFrom(next.handle()) };
    return from(
      permissions[metadata.operation].access === 'write' ? this.act(context, call) : this.read(context, call),
    );
  }

  /** Root field of GraphQL. `GraphqlExecution` stores the disclosures when the whole document is answered. */
  private rootField(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const field = this.reflector.get<RootFieldMetadata>(OPERATION, context.getHandler());
    const caller = callerOf(context);
    return next.handle().pipe(tap((value) => caller && noteDisclosures(caller, field, [value])));
  }

  private async read(context: ExecutionContext, call: Call): Promise<unknown> {
    const { operation, answer, caller, request, reply, format, run } = call;
    const isLocal = answer.sheet ? takeLocal(request, format) : false;
    refuseUnknownParameters(context, request.query as object);
    if (format !== 'json' && answer.paper) {
      const value = await this.database.scope(caller, run);
      await this.disclose(call, value);
      const { name, bytes } = await answer.paper(value as never, format as PaperType);
      return sendBytes(
        wholeBytes(bytes, { of: value as object, name, mediaType: paperTypes[format as PaperType] }),
        request,
        reply,
      );
    }
    if (format === 'lines') return this.stream(call);
    if (format !== 'json' && answer.table) {
      const value = await this.database.scope(caller, run);
      await this.disclose(call, value);
      return this.sheets.sendTable(sheetFormat(request, format as SheetType, isLocal), value, call);
    }
    if (format !== 'json') {
      const rows = await this.database.scope(caller, () => this.sheets.rows(call));
      await this.disclosures.storeDisclosures(caller);
      return this.sheets.send(sheetFormat(request, format as SheetType, isLocal), rows, call);
    }
    if (answer.bytes) {
      const bytes = (await this.database.scope(caller, run)) as Bytes;
      await this.disclose(call, bytes.of);
      return sendBytes(bytes, request, reply);
    }
    // The cache opens the scope and stores the disclosures that the answer notes.
    const json = await this.cache.answer(caller, `${operation} ${request.url}`, async () => {
      const value = await run();
      const shown = answer.many ? (value as Page<object>).items : [value];
      noteDisclosures(caller, { operation, type: answer.type }, shown);
      return serialize(answer, value);
    });
    return sendJson(json, request, reply);
  }

  /**
   * All pages as one stream of lines. A page is read when the connection has taken the one before, each in a scope of
   * its own; a refusal of the first is a problem as ever, and a later fault cuts the stream before its last line.
   */
  private async stream(call: Call): Promise<Readable> {
    const { answer, caller, request, reply, run } = call;
    const { textsOf, end } = expected(answer.lines, `${call.operation} has no lines.`) as Lines<Paged>;
    const query = Object.assign(request.query as Record<string, unknown>, { first: String(pageSize.feed) });
    const read = async () => {
      const page = (await this.database.scope(caller, run)) as Paged;
      await this.disclose(call, page);
      return page;
    };
    let page = await read();
    const lines = async function* (): AsyncGenerator<Buffer, void> {
      for (let count = 0; ; page = await read()) {
        const texts = textsOf(page);
        count += texts.length;
        if (texts.length > 0) yield Buffer.from(`${texts.join('\n')}\n`);
        if (page.next === null) return yield Buffer.from(`${JSON.stringify(end(page, count))}\n`);
        query.after = page.next;
      }
    };
    void reply.header('content-type', linesType);
    return Readable.from(request.method === 'HEAD' ? [] : lines(), { objectMode: false, highWaterMark: 1 });
  }

  private async act(context: ExecutionContext, call: Call): Promise<unknown> {
    const { operation, answer, caller, request, reply, format, run } = call;
    // `validate` belongs to every act, so no input class of an act declares it.
    const { validate, ...query } = request.query as Record<string, unknown>;
    request.query = query;
    refuseUnknownParameters(context, query);
    if (!answer.upload) refuseUnaskedBody(context, request.body);
    const dryRun = isDryRun(validate);
    if (dryRun && answer.upload === 'STORED') throw new Refusal('NOT_VALIDATABLE');
    const act = {
      operation,
      path: request.params as Record<string, string>,
      // Read when the write begins: the form of an upload is parsed inside `run`.
      get body() {
        return bodyOf(request);
      },
    };
    const writeContext = this.writeContexts.contextOf(caller, act, {
      dryRun,
      failedPrecondition: () => request.failedPrecondition,
    });
    const value = await this.database.scope(caller, run, writeContext);
    await this.disclose(call, value);
    void reply.headers(headersOfAct(writeContext));
    if (format !== 'json') return this.sheets.sendTable(sheetFormat(request, format as SheetType, false), value, call);
    if (dryRun) void reply.status(200);
    else if (answer.created?.only?.(value as never) === false) void reply.status(200);
    else if (answer.created?.at)
      void reply.header('location', addressFrom(request.url, answer.created.at(value as never)));
    return sendJson(serialize(answer, value), request, reply);
  }

  /** Stores the disclosures of an answer before it is sent. */
  private async disclose({ caller, operation, answer }: Call, shown: unknown): Promise<void> {
    noteDisclosures(caller, { operation, type: answer.type }, [shown]);
    await this.disclosures.storeDisclosures(caller);
  }
}

/** Body of an act as idempotency compares it: a file counts by its name and hash. */
const bodyOf = ({ body, uploaded }: Request): unknown =>
  uploaded ? { ...uploaded.fields, file: { name: uploaded.name, sha256: uploaded.sha256 } } : (body ?? null);

/** Path of `nuoc-sach`, `.` or `../launch` relative to the request's address. */
function addressFrom(requested: string, relative: string): string {
  const { pathname, origin } = new URL(requested, 'http://localhost');
  return new URL(relative, `${origin}${pathname}/`).pathname.replace(/\/$/, '');
}
