import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessService } from '../access/access.service.js';
import { OPEN } from '../access/open.js';
import { permissions } from '../access/permissions.js';
import { communeNamed } from '../api/commune-named.js';
import { OPERATION, type OperationMetadata } from '../api/operation.js';
import { languageOf } from '../api/problem.js';
import { callerOf, type Request } from '../api/request.js';
import { readActHeaders } from './act-headers.rules.js';
import { ResponseCache } from './response-cache.js';

/** Asks of every request on both doors: who is it, and may they? What is neither an operation nor marked open is closed. */
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
    const http = context.getType<'http' | 'graphql'>() === 'http';
    const commune = communeNamed(
      metadata.operation,
      http ? (context.switchToHttp().getRequest<Request>().params as object) : context.getArgByIndex<object>(1),
    );
    if (http) {
      const request = context.switchToHttp().getRequest<Request>();
      const { authorization, 'accept-language': languages } = request.headers;
      request.caller = await this.access.identify({
        authorization,
        communes: commune === null ? [] : [commune],
        everywhere: commune === null,
        language: languageOf(languages),
        requestId: request.id,
        heads: this.cache.isCacheable([metadata.operation]),
      });
    }
    const caller = callerOf(context);
    if (!caller) throw new Error('A resolver was reached without a caller.');
    caller.demand(metadata.operation, commune);
    if (http && commune !== null && permissions[metadata.operation].access === 'write') {
      const request = context.switchToHttp().getRequest<Request>();
      request.caller = caller.acting(readActHeaders(request.headers, caller.on, caller.rolesOf(commune)));
    }
    return true;
  }
}
