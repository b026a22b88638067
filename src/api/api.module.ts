import { Global, Module } from '@nestjs/common';
import { ActsQueries } from './acts.queries.js';
import { ActsService } from './acts.service.js';
import { CompiledRoad } from './compiled-road.js';
import { Loaders } from './loaders.js';

/** What both doors share. */
@Global()
@Module({ providers: [ActsQueries, ActsService, CompiledRoad, Loaders], exports: [ActsService, CompiledRoad, Loaders] })
export class ApiModule {}
