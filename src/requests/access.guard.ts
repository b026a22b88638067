import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessService } from '../access/access.service.js';
import { OPEN } from '../access/open.js';
import type { Caller } from '../access/caller.js';
import { permissions, type OperationId } from '../access/permissions.js';
import { communeNamed } from '../api/commune-named.js';
import { OPERATION, type OperationMetadata } from '../api/operation.js';
import { languageOf } from '../api/problem.js';
import { callerOf, type Request } from '../api/request.js';
import { readActHeaders } from './act-headers.rules.js';
import { ResponseCache } from './response-cache.js';

/**
 * Authentication and authorization of every request. REST is authenticated here, GraphQL by `GraphqlExecution`. A
 * handler that is neither an operation nor `@Open()` is refused.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    private readonly cache: ResponseCache,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean | undefined>(OPEN, context.getHandler())) return true;
    const metadata = this.reflector.get<OperationMetadata | undefined>(OPERATION, context.getHandler());
    if (!metadata) throw new Error(`${context.getClass().name}.${context.getHandler().name} is no operation.`);
    const { operation } = metadata;
    const request =
      context.getType<'http' | 'graphql'>() === 'http' ? context.switchToHttp().getRequest<Request>() : undefined;
    const commune = communeNamed(operation, request ? (request.params as object) : context.getArgByIndex<object>(1));
    if (request) request.caller = await this.identify(request, operation, commune);
    const caller = callerOf(context);
    if (!caller) throw new Error('A resolver was reached without a caller.');
    caller.demand(operation, commune);
    if (request && commune !== null && permissions[operation].access === 'write')
      request.caller = caller.acting(
        readActHeaders(request.headers, { operation, today: caller.on, roles: caller.rolesOf(commune) }),
      );
    return true;
  }

  private identify({ headers, query, id }: Request, operation: OperationId, commune: string | null): Promise<Caller> {
    return this.access.identify({
      authorization: headers.authorization,
      keyInAddress: operation === 'agendaCalendar' ? keyOf(query as { key?: unknown }) : undefined,
      communes: commune === null ? [] : [commune],
      everywhere: commune === null,
      language: languageOf(headers['accept-language']),
      requestId: id,
      withHeadsHash: this.cache.isCacheable([operation]),
    });
  }
}

/** Key of the address of a calendar. */
const keyOf = ({ key }: { key?: unknown }): string | undefined => (typeof key === 'string' ? key : undefined);
