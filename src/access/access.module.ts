import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessQueries } from './access.queries.js';
import { AccessService } from './access.service.js';
import { AccessTokens, type TokenSettings } from './access-tokens.js';
import { Clock } from './clock.js';

@Global()
@Module({})
export class AccessModule {
  static forRoot(clock: Clock, tokens: TokenSettings): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: AccessTokens, useValue: new AccessTokens(tokens) },
        AccessQueries,
        AccessService,
      ],
      exports: [AccessService, AccessTokens, Clock],
    };
  }
}
