import { Module } from '@nestjs/common';
import { RefusalsController } from './refusals.controller.js';
import { RefusalsResolver } from './refusals.resolver.js';
import { RefusalsService } from './refusals.service.js';

/** The list of refusals. */
@Module({
  controllers: [RefusalsController],
  providers: [RefusalsService, RefusalsResolver],
})
export class ApiModule {}
