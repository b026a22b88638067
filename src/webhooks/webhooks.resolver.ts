import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import { Paging } from '../api/lists.js';
import { Acts, ExpectedVersion, Input, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { WebhookActsService } from './webhook-acts.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import { AddWebhook, AmendWebhook, ListWebhooks, RemoveWebhook, ReplayWebhook, WebhookAt } from './webhook.inputs.js';
import { WebhooksService } from './webhooks.service.js';

@Resolver(() => Webhook)
export class WebhooksResolver {
  constructor(
    private readonly service: WebhooksService,
    private readonly acts: WebhookActsService,
  ) {}

  @Reads('webhooks', Connection(Webhook))
  async webhooks(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListWebhooks,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.webhooks(caller, at.commune, list, members));
  }

  @Reads('deliveries', Connection(WebhookDelivery))
  async deliveries(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: WebhookAt,
    @Args() page: Paging,
  ) {
    return connection(await this.service.deliveries(caller, { ...at, ...which }, page));
  }

  @Acts('addWebhook', Webhook)
  addWebhook(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: AddWebhook) {
    return this.acts.addWebhook(caller, at.commune, input);
  }

  @Acts('amendWebhook', Webhook)
  amendWebhook(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: WebhookAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: AmendWebhook,
  ) {
    return this.acts.amendWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('replayWebhook', Webhook)
  replayWebhook(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: WebhookAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: ReplayWebhook,
  ) {
    return this.acts.replayWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Acts('removeWebhook', Webhook)
  removeWebhook(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: WebhookAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: RemoveWebhook,
  ) {
    return this.acts.removeWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }
}
