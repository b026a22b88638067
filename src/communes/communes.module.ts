import { Module } from '@nestjs/common';
import { CommunesController } from './communes.controller.js';
import { CommunesQueries } from './communes.queries.js';
import { CommunesResolver } from './communes.resolver.js';
import { CommunesService } from './communes.service.js';
import { RegistryService } from './registry.service.js';

@Module({
  controllers: [CommunesController],
  providers: [CommunesQueries, CommunesService, RegistryService, CommunesResolver],
  exports: [CommunesQueries, CommunesService, RegistryService],
})
export class CommunesModule {}
