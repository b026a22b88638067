import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessesQueries } from '../requests/accesses.queries.js';
import { AccessesService } from '../requests/accesses.service.js';
import { ActsQueries } from '../requests/acts.queries.js';
import { ActsService } from '../requests/acts.service.js';
import { CompiledRoad } from '../graphql/graphql-execution.js';
import { Loaders } from './loaders.js';
import { Remembered, REMEMBERED } from '../requests/response-cache.js';

/** What both doors share. */
@Global()
@Module({
  providers: [AccessesQueries, AccessesService, ActsQueries, ActsService, CompiledRoad, Loaders, Remembered],
  exports: [AccessesService, ActsService, CompiledRoad, Loaders, Remembered],
})
export class ApiModule {
  /** `bytes`: how much of answers is remembered. */
  static remembering(bytes: number): DynamicModule {
    return { module: ApiModule, providers: [{ provide: REMEMBERED, useValue: bytes }] };
  }
}
