import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { Database } from '../database/database.js';
import { isAny, where } from '../database/where.js';
import { visible } from '../journal/changes.queries.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import type { Pause } from './webhook.entity.js';

/** A webhook that has something to deliver. */
export interface DueWebhook {
  communeId: number;
  webhookId: string;
  /** Whether its last delivery failed. */
  failing: boolean;
}

/** A webhook that this server alone delivers now, until its lease is over. */
export interface LeasedWebhook {
  communeId: number;
  webhookId: string;
  commune: string;
  lease: string;
  ownerId: string;
  url: string;
  kinds: readonly string[] | null;
  /** Secrets that sign, as they are stored: that in force, and a former one. */
  secrets: readonly Buffer[];
  position: number;
  attempts: number;
  /** Milliseconds since the first of the failures that have no success after them. */
  failingFor: number;
  /** Head of the journal when it was leased: nothing before it is missing. */
  head: number;
}

/** A line of the feed in a delivery: what happened to which record, not what the record says. */
export interface DeliveredItem {
  position: number;
  item: number;
  op: string;
  kind: string;
  type: string;
  recordId: string;
  version: number;
  at: Date;
}

/** Progress after an attempt. */
export interface Progress {
  position: number;
  attempts: number;
  /** Milliseconds until the next attempt. */
  wait: number;
  pause: Pause | null;
}

/** Attempts that the log of a webhook keeps. */
const longestLog = 1_000;

const isFree = `c.paused_for is null and c.due_at <= clock_timestamp() and c.leased_until <= clock_timestamp()`;

/** Times are those of the database: the servers' clocks may differ. */
@Injectable()
export class DeliveriesQueries {
  constructor(private readonly database: Database) {}

  /** Webhooks that have something to deliver and nobody delivers, those that wait longest first. */
  due(limit: number): Promise<DueWebhook[]> {
    return this.database.rows(
      'deliveries.due',
      `select c.commune_id as "communeId", c.webhook_id as "webhookId", c.attempts > 0 as failing
       from webhook_cursor c join commune_head h on h.commune_id = c.commune_id and h.position > c.position
       where ${isFree} order by c.due_at limit $1`,
      [limit],
    );
  }

  /** Takes the lease of a webhook, unless another server has it, or it has nothing to deliver any more. */
  async lease(
    { communeId, webhookId }: DueWebhook,
    { lease, milliseconds }: { lease: string; milliseconds: number },
  ): Promise<LeasedWebhook | undefined> {
    return this.database.row(
      'deliveries.lease',
      `update webhook_cursor l
       set lease = $3, leased_until = clock_timestamp() + $4::int * interval '1 millisecond'
       from (
         select c.commune_id, c.webhook_id, h.position as head, o.key
         from webhook_cursor c
         join commune_head h on h.commune_id = c.commune_id and h.position > c.position
         join commune o on o.id = c.commune_id
         where c.commune_id = $1 and c.webhook_id = $2 and ${isFree}
         for update of c skip locked) c
       join webhook w on w.commune_id = c.commune_id and w.id = c.webhook_id
       where l.commune_id = c.commune_id and l.webhook_id = c.webhook_id
       returning l.commune_id as "communeId", l.webhook_id as "webhookId", c.key as commune, l.lease,
         w.owner_id as "ownerId", w.url, w.kinds,
         case when w.former_secret_until > clock_timestamp() then array[w.secret, w.former_secret]
           else array[w.secret] end as secrets,
         l.position, l.attempts,
         coalesce(extract(epoch from clock_timestamp() - l.failing_since) * 1000, 0)::int as "failingFor", c.head`,
      [communeId, webhookId, lease, milliseconds],
    );
  }

  /** Lines of the first position behind another that the reader sees, of those kinds, and of what follows it. */
  after(
    { communeId, sees }: Reach,
    {
      position,
      head,
      kinds,
      limit,
    }: { position: number; head: number; kinds: readonly string[] | null; limit: number },
  ): Promise<DeliveredItem[]> {
    const asked = where([communeId, sees, position, head, limit], { kinds: isAny('c.kind', kinds ?? undefined) });
    return this.database.rows(
      `deliveries.after${asked.name}`,
      `select c.position, c.item, c.op, c.kind, c.type, c.record_id as "recordId", c.version, c.at
       from change c
       where c.commune_id = $1 and c.position > $3 and c.position <= $4 and ${visible}${asked.text}
       order by c.position, c.item limit (select $5::int)`,
      asked.values,
    );
  }

  /** Ends a lease with what came of it; false when the lease was over and something else has gone on since. */
  async settle({ communeId, webhookId, lease }: LeasedWebhook, progress: Progress): Promise<boolean> {
    const { position, attempts, wait, pause } = progress;
    const row = await this.database.row(
      'deliveries.settle',
      `update webhook_cursor
       set lease = null, leased_until = '-infinity', position = $4, attempts = $5, paused_for = $7,
         failing_since = case when $5::int > 0 then coalesce(failing_since, clock_timestamp()) end,
         due_at = clock_timestamp() + $6::int * interval '1 millisecond'
       where commune_id = $1 and webhook_id = $2 and lease = $3
       returning webhook_id`,
      [communeId, webhookId, lease, position, attempts, wait, pause],
    );
    return row !== undefined;
  }

  /** Adds an attempt to the log of a webhook, unless it was taken out meanwhile, and forgets the oldest. */
  async log({ communeId, id, webhookId, position, attempt, at, milliseconds, outcome, status }: WebhookDelivery) {
    await this.database.rows(
      'deliveries.log',
      `insert into webhook_delivery (commune_id, id, webhook_id, position, attempt, at, milliseconds, outcome, status)
       select $1, $2, w.id, $4, $5, $6, $7, $8, $9 from webhook w where w.commune_id = $1 and w.id = $3 for key share`,
      [communeId, id, webhookId, position, attempt, at, milliseconds, outcome, status],
    );
    await this.database.rows(
      'deliveries.log.forget',
      `delete from webhook_delivery where commune_id = $1 and webhook_id = $2 and id < (
         select id from webhook_delivery where commune_id = $1 and webhook_id = $2 order by id desc offset $3 limit 1)`,
      [communeId, webhookId, longestLog],
    );
  }
}
