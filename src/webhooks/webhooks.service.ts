import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller } from '../access/caller.js';
import { found } from '../api/found.js';
import { byId, paged, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';
import type { ListWebhooks, WebhookAt } from './webhook.inputs.js';
import { webhookWorkflow } from './webhook.workflow.js';
import { WebhooksQueries } from './webhooks.queries.js';

/** Webhooks as they are read. */
@Injectable()
export class WebhooksService {
  readonly recordType: RecordType<Webhook, WebhookAt, typeof webhookWorkflow> = {
    entity: Webhook,
    workflow: webhookWorkflow,
    lock: (reach, { id }) => this.queries.lock(reach, id),
    read: async (caller, { commune, id }) => found(await this.queries.webhook(caller.reachIn(commune), id)),
    readAfter: async (caller, { commune, id }) =>
      lasting(found(await this.queries.webhook(caller.reachIn(commune), id))),
    pathOf: () => wholeCommune,
    states: 'webhook',
    stateOf: ({ state = 'ACTIVE' }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: WebhooksQueries,
  ) {}

  /** The webhooks of a commune, the newest first. */
  webhooks(
    caller: Caller,
    commune: string,
    { owner, ...page }: ListWebhooks,
    members?: Projection,
  ): Promise<Page<Webhook>> {
    return this.database.read(caller, () =>
      paged(page, byId, ({ after, limit }) =>
        this.queries.webhooks(caller.reachIn(commune), { owner, after: after?.[0] ?? null, limit }, members),
      ),
    );
  }

  /** Attempts of a webhook, the newest first. Refusal: NOT_FOUND. */
  deliveries(caller: Caller, { commune, id }: CommuneAt & WebhookAt, page: Paging): Promise<Page<WebhookDelivery>> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const { id: webhookId } = found(await this.queries.webhook(reach, id));
      return paged(page, byId, ({ after, limit }) =>
        this.queries.deliveries(reach, { webhookId, after: after?.[0] ?? null, limit }),
      );
    });
  }
}

/** A webhook without how far it has come, which is no change to journal. */
export const lasting = ({
  state: _,
  pausedFor: __,
  position: ___,
  failingSince: ____,
  nextAttemptAt: _____,
  ...webhook
}: Webhook): Webhook => webhook as Webhook;
