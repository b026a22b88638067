import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessQueries } from './access.queries.js';
import { AccessService } from './access.service.js';
import { Clock } from './clock.js';

@Global()
@Module({})
export class AccessModule {
  static forRoot(clock: Clock): DynamicModule {
    return {
      module: AccessModule,
      providers: [{ provide: Clock, useValue: clock }, AccessQueries, AccessService],
      exports: [AccessService, Clock],
    };
  }
}
