import { Module, type DynamicModule } from '@nestjs/common';
import { ActorsModule } from '../actors/actors.module.js';
import { CommunesModule } from '../communes/communes.module.js';
import type { Settings } from '../settings.js';
import { BackgroundDeliveriesService } from './background-deliveries.service.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveryService } from './delivery.service.js';
import { WebhookActsService } from './webhook-acts.service.js';
import { WebhookOptions } from './webhook-options.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksResolver } from './webhooks.resolver.js';
import { WebhooksService } from './webhooks.service.js';

@Module({})
export class WebhooksModule {
  static forRoot({ keys, anyAddress }: Settings['webhooks']): DynamicModule {
    return {
      module: WebhooksModule,
      imports: [ActorsModule, CommunesModule],
      controllers: [WebhooksController],
      providers: [
        { provide: WebhookSecrets, useValue: new WebhookSecrets(keys) },
        { provide: WebhookOptions, useValue: new WebhookOptions(anyAddress) },
        WebhooksQueries,
        WebhooksService,
        WebhookActsService,
        WebhooksResolver,
        DeliveriesQueries,
        DeliveryService,
        BackgroundDeliveriesService,
      ],
      exports: [BackgroundDeliveriesService],
    };
  }
}
