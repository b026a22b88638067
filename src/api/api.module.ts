import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessesQueries } from './accesses.queries.js';
import { AccessesService } from './accesses.service.js';
import { ActsQueries } from './acts.queries.js';
import { ActsService } from './acts.service.js';
import { CompiledRoad } from './compiled-road.js';
import { Loaders } from './loaders.js';
import { Remembered, REMEMBERED } from './remembered.js';

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
