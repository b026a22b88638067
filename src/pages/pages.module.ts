import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { CommendationsModule } from '../commendations/commendations.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { StandingsModule } from '../standings/standings.module.js';
import { BoardStandingsService } from './board-standings.service.js';
import { BoardService } from './board.service.js';
import { DocsController } from './docs.controller.js';
import { DocsService } from './docs.service.js';
import { serveGraphiql } from './graphiql.page.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';
import { VerifyController } from './verify.controller.js';
import { VerifyService } from './verify.service.js';

@Module({
  imports: [CommunesModule, IndicatorsModule, ProgressModule, CommendationsModule, StandingsModule],
  controllers: [DocsController, HomeController, VerifyController],
  providers: [BoardService, BoardStandingsService, DocsService, HomeService, VerifyService],
})
export class PagesModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly home: HomeService,
  ) {}

  onModuleInit(): void {
    // The commands of the CLI start no HTTP server.
    const adapter = this.host.httpAdapter as FastifyAdapter | null;
    if (adapter) serveGraphiql(adapter.getInstance(), () => this.home.communeKeys());
  }
}
