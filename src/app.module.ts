import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { migrations } from '../migrations/all.js';
import { AccessModule } from './access/access.module.js';
import { AcrossModule } from './across/across.module.js';
import { AgendaModule } from './agenda/agenda.module.js';
import type { Clock } from './access/clock.js';
import { ActorsModule } from './actors/actors.module.js';
import { ApiModule } from './api/api.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { CommendationsModule } from './commendations/commendations.module.js';
import { CommunesModule } from './communes/communes.module.js';
import { FactsModule } from './facts/facts.module.js';
import { ComplaintsModule } from './complaints/complaints.module.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { CouncilsModule } from './councils/councils.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { entities } from './entities.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { HonoursModule } from './honours/honours.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { JournalModule } from './journal/journal.module.js';
import { NominationsModule } from './nominations/nominations.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PagesModule } from './pages/pages.module.js';
import { EligibilityModule } from './eligibility/eligibility.module.js';
import { ForecastsModule } from './forecasts/forecasts.module.js';
import { ForwardingModule } from './forwarding/forwarding.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { PersonalModule } from './personal/personal.module.js';
import { PeriodsModule } from './periods/periods.module.js';
import { AccessGuard } from './requests/access.guard.js';
import { RequestsModule } from './requests/requests.module.js';
import { AnswerInterceptor } from './rest/answer.interceptor.js';
import { SheetAnswers } from './rest/sheet-answers.js';
import { InputPipe } from './requests/input-pipe.js';
import { RefusalFilter } from './rest/refusal.filter.js';
import { ProgressModule } from './progress/progress.module.js';
import { RemarksModule } from './remarks/remarks.module.js';
import { RunningModule } from './running/running.module.js';
import type { Settings } from './settings.js';
import { StandingsModule } from './standings/standings.module.js';
import { SubmissionsModule } from './submissions/submissions.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { UnitsModule } from './units/units.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** Database connection and options of the modules. */
export interface AppOptions {
  url: string;
  clock: Clock;
  poolSize: number;
  preparedStatements: boolean;
  /** Megabytes of the response cache; default: no cache. */
  answerCache?: number;
  /** Callers that get the metrics; default: none. */
  metrics?: Settings['metrics'];
  /** Address in the QR codes of papers; default: none. */
  publicUrl?: string;
  /** Folders in which uploads end, besides the temporary one: that of the embedded PostgreSQL. */
  folders?: readonly string[];
  /** Provider whose access tokens are taken beside keys; default: none. */
  tokens?: Settings['tokens'];
  /** Webhooks; default: none are made or delivered. */
  webhooks?: Settings['webhooks'];
}

/** Modules in the order of their imports, and the guard, interceptor, pipe and filter of every request. */
@Module({})
export class AppModule {
  static forRoot({
    clock,
    metrics = 'off',
    answerCache = 0,
    folders = [],
    publicUrl,
    webhooks = { keys: [], anyAddress: false },
    tokens = {},
    ...database
  }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot({ ...database, entities, migrations }),
        AccessModule.forRoot(clock, tokens),
        ApiModule,
        RequestsModule.forRoot({ cacheBytes: answerCache * 1_000_000, folders }),
        GraphqlModule,
        JournalModule,
        CommunesModule,
        DocumentsModule,
        UnitsModule,
        ActorsModule,
        IndicatorsModule,
        PeriodsModule,
        SubmissionsModule,
        RemarksModule,
        ProgressModule,
        StandingsModule,
        CatalogueModule,
        FactsModule,
        CouncilsModule,
        NominationsModule,
        ConsultationsModule,
        CommendationsModule,
        ForwardingModule,
        HonoursModule,
        PaymentsModule,
        ComplaintsModule,
        EligibilityModule,
        ForecastsModule,
        PersonalModule,
        AuditModule,
        WebhooksModule.forRoot(webhooks),
        AgendaModule,
        AcrossModule,
        ImportsModule,
        TemplatesModule,
        PapersModule.forRoot(publicUrl),
        PagesModule,
        RunningModule.forRoot(metrics),
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        SheetAnswers,
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}
