import { Global, Module } from '@nestjs/common';
import { CompiledRoad } from './compiled-road.js';
import { Loaders } from './loaders.js';

/** What both doors share. */
@Global()
@Module({ providers: [CompiledRoad, Loaders], exports: [CompiledRoad, Loaders] })
export class ApiModule {}
