import { Global, Module } from '@nestjs/common';
import { AccessesQueries } from './accesses.queries.js';
import { AccessesService } from './accesses.service.js';
import { ActsQueries } from './acts.queries.js';
import { ActsService } from './acts.service.js';
import { CompiledRoad } from './compiled-road.js';
import { Loaders } from './loaders.js';

/** What both doors share. */
@Global()
@Module({ providers: [AccessesQueries, AccessesService, ActsQueries, ActsService, CompiledRoad, Loaders], exports: [AccessesService, ActsService, CompiledRoad, Loaders] })
export class ApiModule {}
