import { Global, Module, type DynamicModule } from '@nestjs/common';
import { UploadLimits } from '../limits/upload-limits.js';
import { DisclosuresQueries } from './disclosures.queries.js';
import { DisclosuresService } from './disclosures.service.js';
import { IdempotencyQueries } from './idempotency.queries.js';
import { WriteContextService } from './write-context.service.js';
import { ResponseCache, RESPONSE_CACHE_BYTES } from './response-cache.js';

/** Services around every request: idempotency, dry runs, disclosures, the response cache, limits of uploads. */
@Global()
@Module({
  providers: [DisclosuresQueries, DisclosuresService, IdempotencyQueries, WriteContextService, ResponseCache],
  exports: [DisclosuresService, WriteContextService, ResponseCache, UploadLimits],
})
export class RequestsModule {
  /** `cacheBytes`: the size of the response cache, 0 turns it off; `folders`: where uploads end. */
  static forRoot({ cacheBytes, folders }: { cacheBytes: number; folders: readonly string[] }): DynamicModule {
    return {
      module: RequestsModule,
      providers: [
        { provide: RESPONSE_CACHE_BYTES, useValue: cacheBytes },
        { provide: UploadLimits, useValue: new UploadLimits(folders) },
      ],
    };
  }
}
