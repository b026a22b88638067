import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/caller.js';
import { Paging } from '../api/lists.js';
import { created, many, one, Operation } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { CurrentCaller, IfMatch, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { WebhookActsService } from './webhook-acts.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import { AddWebhook, AmendWebhook, ListWebhooks, RemoveWebhook, ReplayWebhook, WebhookAt } from './webhook.inputs.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('outbound')
@Controller('v1/communes/:commune/webhooks')
export class WebhooksController {
  constructor(
    private readonly service: WebhooksService,
    private readonly acts: WebhookActsService,
  ) {}

  @Get()
  @Operation('webhooks', many(Webhook))
  webhooks(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Query() list: ListWebhooks,
    @Needed() members?: Projection,
  ) {
    return this.service.webhooks(caller, at.commune, list, members);
  }

  @Post()
  @Operation('addWebhook', created(Webhook, () => '.'))
  addWebhook(@CurrentCaller() caller: Caller, @Param() at: CommuneAt, @Body() input: AddWebhook) {
    return this.acts.addWebhook(caller, at.commune, input);
  }

  @Patch(':id')
  @Operation('amendWebhook', one(Webhook))
  amendWebhook(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: WebhookAt,
    @IfMatch() expectedVersion: number,
    @Body() input: AmendWebhook,
  ) {
    return this.acts.amendWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/replay')
  @Operation('replayWebhook', one(Webhook))
  replayWebhook(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: WebhookAt,
    @IfMatch() expectedVersion: number,
    @Body() input: ReplayWebhook,
  ) {
    return this.acts.replayWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Post(':id/remove')
  @Operation('removeWebhook', one(Webhook))
  removeWebhook(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: WebhookAt,
    @IfMatch() expectedVersion: number,
    @Body() input: RemoveWebhook,
  ) {
    return this.acts.removeWebhook(caller, { ...at, ...which, expectedVersion }, input);
  }

  @Get(':id/deliveries')
  @Operation('deliveries', many(WebhookDelivery))
  deliveries(
    @CurrentCaller() caller: Caller,
    @Param() at: CommuneAt,
    @Param() which: WebhookAt,
    @Query() page: Paging,
  ) {
    return this.service.deliveries(caller, { ...at, ...which }, page);
  }
}
