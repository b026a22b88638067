import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessesQueries } from './accesses.queries.js';
import { AccessesService } from './accesses.service.js';
import { IdempotencyQueries } from './idempotency.queries.js';
import { WriteContextService } from './write-context.service.js';
import { ResponseCache, RESPONSE_CACHE_BYTES } from './response-cache.js';

/** Services around every request: idempotency, dry runs, disclosures, the response cache. */
@Global()
@Module({
  providers: [AccessesQueries, AccessesService, IdempotencyQueries, WriteContextService, ResponseCache],
  exports: [AccessesService, WriteContextService, ResponseCache],
})
export class RequestsModule {
  /** `cacheBytes`: the size of the response cache; 0 turns it off. */
  static forRoot(cacheBytes: number): DynamicModule {
    return { module: RequestsModule, providers: [{ provide: RESPONSE_CACHE_BYTES, useValue: cacheBytes }] };
  }
}
