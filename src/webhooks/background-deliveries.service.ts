import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { RegistryService } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { servedRequest } from '../database/served-request.js';
import { DeliveriesQueries, type DueWebhook } from './deliveries.queries.js';
import { DeliveryService } from './delivery.service.js';
import { WebhookSecrets } from './webhook-secrets.js';

/** Webhooks that are delivered at once; those that failed before have half of the places, and delay no others. */
const places = { all: 64, failing: 32 };

/** Deliveries beside the requests: one at a time for each webhook, many webhooks at once. */
@Injectable()
export class BackgroundDeliveriesService implements OnModuleDestroy {
  private readonly running = new Map<string, DueWebhook>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly queries: DeliveriesQueries,
    private readonly deliveries: DeliveryService,
    private readonly registry: RegistryService,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** Begins to look for what is due, with `pause` milliseconds after each look; 0, or no key for secrets: never. */
  start(pause: number, log: FastifyBaseLogger): void {
    if (pause === 0 || !this.secrets.exist) return;
    const work = { caller: 'webhooks', hungUp: this.stopping.signal };
    void servedRequest.run(work, () => this.run(pause, log));
  }

  /** Cuts what is under way: it is sent again when its lease is over. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private async run(pause: number, log: FastifyBaseLogger): Promise<void> {
    const { signal } = this.stopping;
    const rest = () => delay(pause, undefined, { ref: false, signal }).catch(() => undefined);
    for (await rest(); !signal.aborted; await rest())
      await this.look(log).catch((err: unknown) => {
        if (!signal.aborted) log.warn({ err }, 'webhooks not looked at');
      });
  }

  private async look(log: FastifyBaseLogger): Promise<void> {
    const communeIds = (await this.registry.everywhere()).map(({ id }) => id);
    const due = await this.database.read({ communeIds }, () => this.queries.due(places.all));
    for (const webhook of due) {
      const { communeId, webhookId, failing } = webhook;
      if (this.running.has(webhookId) || this.isFull(failing)) continue;
      this.running.set(webhookId, webhook);
      void this.deliverAll(webhook)
        .catch((err: unknown) => {
          if (!this.stopping.signal.aborted) log.warn({ err, communeId, webhookId }, 'not delivered');
        })
        .finally(() => this.running.delete(webhookId));
    }
  }

  /** One position after the other, until nothing is left or one is not taken. */
  private async deliverAll(webhook: DueWebhook): Promise<void> {
    while (await this.deliveries.deliver(webhook, this.stopping.signal));
  }

  private isFull(failing: boolean): boolean {
    const all = [...this.running.values()];
    return all.length >= places.all || (failing && all.filter((each) => each.failing).length >= places.failing);
  }
}
