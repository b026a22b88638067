import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { Clock } from '../access/clock.js';
import { Database } from '../database/database.js';
import {
  DeliveriesQueries,
  type DeliveredItem,
  type DueWebhook,
  type LeasedWebhook,
  type Progress,
} from './deliveries.queries.js';
import { guardedPost, type Reply } from './guarded-post.js';
import { WebhookOptions } from './webhook-options.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { afterFailure, signedHeaders } from './webhook.rules.js';

/** Milliseconds that a receiver has for its answer; the lease is longer, so that no second server begins meanwhile. */
const answerTimeout = 15_000;
const leaseTime = 60_000;

/** Items that a delivery names; the receiver reads the others in the feed. */
const itemsNamed = 100;

/** One delivery: the next position of the feed that the owner of a webhook sees, asked anew each time. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly queries: DeliveriesQueries,
    private readonly access: AccessService,
    private readonly secrets: WebhookSecrets,
    private readonly options: WebhookOptions,
    private readonly clock: Clock,
  ) {}

  /** Delivers the next position of a webhook. True when more may follow at once. */
  async deliver(due: DueWebhook, signal: AbortSignal): Promise<boolean> {
    const lease = { lease: randomUUID(), milliseconds: leaseTime };
    const webhook = await this.write(due, () => this.queries.lease(due, lease));
    if (!webhook) return false;
    const secrets = webhook.secrets.map((stored) => this.secrets.read(webhook.webhookId, stored));
    if (secrets.includes(undefined)) return this.pause(webhook, 'SECRET_UNREADABLE');
    const items = await this.next(webhook);
    if (!items) return this.pause(webhook, 'OWNER_WITHOUT_RIGHT');
    const [first] = items;
    if (!first) return this.settle(webhook, { position: webhook.head, attempts: 0, wait: 0, pause: null });
    const { at } = this.clock.now();
    const body = bodyOf(
      webhook.commune,
      items.filter(({ position }) => position === first.position),
    );
    const id = `${webhook.webhookId}.${first.position}`;
    const headers = signedHeaders(body, { id, at, secrets: secrets as Buffer[] });
    const begun = performance.now();
    const guard = { anyAddress: this.options.anyAddress, timeout: answerTimeout, signal };
    const reply = await guardedPost({ url: new URL(webhook.url), headers, body }, guard);
    if (signal.aborted) return false;
    const milliseconds = Math.round(performance.now() - begun);
    return this.write(webhook, async () => {
      const { communeId, webhookId, attempts } = webhook;
      const { outcome, status } = reply;
      const place = { communeId, id: v7(), webhookId, position: first.position, attempt: attempts + 1 };
      await this.queries.log({ ...place, at, milliseconds, outcome, status });
      return (await this.queries.settle(webhook, progressOf(webhook, first, reply))) && outcome === 'DELIVERED';
    });
  }

  /** Lines of the next position that the owner sees now; undefined when the owner may not read the feed. */
  private async next({ communeId, commune, ownerId, position, head, kinds }: LeasedWebhook) {
    const owner = await this.access.actor({ communeId, id: ownerId }, ['feed:read']);
    if (owner.refusalFor('changes', commune) !== undefined) return undefined;
    return this.database.read(owner, () =>
      this.queries.after(owner.reachIn(commune), { position, head, kinds, limit: itemsNamed + 1 }),
    );
  }

  private pause(webhook: LeasedWebhook, pause: NonNullable<Progress['pause']>): Promise<boolean> {
    const { position, attempts } = webhook;
    return this.settle(webhook, { position, attempts, wait: 0, pause });
  }

  private async settle(webhook: LeasedWebhook, progress: Progress): Promise<boolean> {
    const settled = await this.write(webhook, () => this.queries.settle(webhook, progress));
    return settled && progress.pause === null;
  }

  /** Writes rows that are no records, for nobody: the program keeps its own accounts. */
  private write<T>({ communeId }: DueWebhook | LeasedWebhook, work: () => Promise<T>): Promise<T> {
    return this.database.write({ communeIds: [communeId], power: null }, communeId, work);
  }
}

/** Body by Standard Webhooks: thin, so that all that is personal or secret is asked for in the feed, with a key. */
function bodyOf(commune: string, all: readonly DeliveredItem[]): string {
  const [first] = all;
  const items = all
    .slice(0, itemsNamed)
    .map(({ item, op, kind, type, recordId, version }) => ({ item, op, kind, type, recordId, version }));
  const data = { commune, position: first?.position, items, more: all.length > itemsNamed };
  return JSON.stringify({ type: 'changes', timestamp: first?.at, data });
}

function progressOf(
  { position, attempts, failingFor }: LeasedWebhook,
  sent: DeliveredItem,
  { outcome, status, retryAfter }: Reply,
): Progress {
  if (outcome === 'DELIVERED') return { position: sent.position, attempts: 0, wait: 0, pause: null };
  const next = afterFailure({ attempts: attempts + 1, failingFor, status, retryAfter }, Math.random());
  return { position, attempts: attempts + 1, wait: 0, pause: null, ...next };
}
