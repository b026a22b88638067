import { Global, Module } from '@nestjs/common';
import { Loaders } from './loaders.js';
import { RefusalsController } from './refusals.controller.js';
import { RefusalsResolver } from './refusals.resolver.js';
import { RefusalsService } from './refusals.service.js';

/** Loaders of edges, and the list of refusals. */
@Global()
@Module({
  controllers: [RefusalsController],
  providers: [Loaders, RefusalsService, RefusalsResolver],
  exports: [Loaders],
})
export class ApiModule {}
