import { Injectable } from '@nestjs/common';
import type { Reach } from '../access/caller.js';
import { selectList } from '../api/select-list.js';
import { columnsOf } from '../database/columns.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Projection } from '../database/projection.js';
import { where } from '../database/where.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { Webhook } from './webhook.entity.js';

/** A webhook with its owner, and its cursor. */
const from = `webhook w join actor a on a.commune_id = w.commune_id and a.id = w.owner_id
  join webhook_cursor c on c.commune_id = w.commune_id and c.webhook_id = w.id`;

const columns = selectList<Webhook>(Webhook, 'w', {
  without: ['secret', 'formerSecret'],
  computed: {
    owner: 'a.key',
    state: `case when c.paused_for is not null then 'PAUSED' when c.attempts > 0 then 'FAILING' else 'ACTIVE' end`,
    pausedFor: 'c.paused_for',
    position: 'c.position',
    failingSince: 'c.failing_since',
    nextAttemptAt: 'case when c.attempts > 0 and c.paused_for is null then c.due_at end',
  },
});

const delivery = columnsOf(WebhookDelivery, 'd');

/** Whether the caller is inside the commune: nobody else sees webhooks. */
const inside = ({ sees }: Reach) => sees === 'INSIDE';

@Injectable()
export class WebhooksQueries {
  constructor(private readonly database: Database) {}

  /** Webhooks, the newest first. */
  async webhooks(
    reach: Reach,
    { owner, after, limit }: { owner?: string; after: string | null; limit: number },
    members?: Projection,
  ): Promise<Webhook[]> {
    if (!inside(reach)) return [];
    const { shape, text } = columns(members);
    const asked = where([reach.communeId, limit], {
      owner: [owner, (key) => `a.key = ${key}`],
      after: [after, (id) => `w.id < ${id}`],
    });
    return this.database.rows(
      `webhooks.webhooks${asked.name}${shape}`,
      `select ${text} from ${from} where w.commune_id = $1${asked.text} order by w.id desc limit $2`,
      asked.values,
    );
  }

  async webhook(reach: Reach, id: string): Promise<Webhook | undefined> {
    if (!inside(reach)) return undefined;
    return this.database.row(
      'webhooks.webhook',
      `select ${columns().text} from ${from} where w.commune_id = $1 and w.id = $2`,
      [reach.communeId, id],
    );
  }

  /** Secret in force of a webhook, as it is stored. */
  async secretOf({ communeId }: Reach, id: string): Promise<Buffer | undefined> {
    const row = await this.database.row<{ secret: Buffer }>(
      'webhooks.secretOf',
      'select secret from webhook where commune_id = $1 and id = $2',
      [communeId, id],
    );
    return row?.secret;
  }

  /** Number of the webhooks of a commune. */
  async count({ communeId }: Reach): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'webhooks.count',
      'select count(*)::int as count from webhook where commune_id = $1',
      [communeId],
    );
    return row?.count ?? 0;
  }

  /** Attempts of a webhook, the newest first. */
  deliveries(
    { communeId }: Reach,
    { webhookId, after, limit }: { webhookId: string; after: string | null; limit: number },
  ): Promise<WebhookDelivery[]> {
    const asked = where([communeId, webhookId, limit], { after: [after, (id) => `d.id < ${id}`] });
    return this.database.rows(
      `webhooks.deliveries${asked.name}`,
      `select ${delivery} from webhook_delivery d
       where d.commune_id = $1 and d.webhook_id = $2${asked.text} order by d.id desc limit $3`,
      asked.values,
    );
  }

  /**
   * Lets deliveries go on behind a position; null: where they stand. At once, or when the lease of one that is under
   * way is over: what comes of it no longer counts.
   */
  async goOn({ communeId }: Reach, id: string, behind: number | null): Promise<void> {
    await this.database.rows(
      'webhooks.goOn',
      `update webhook_cursor set position = coalesce($3::int, position), attempts = 0, failing_since = null,
         due_at = case when leased_until > clock_timestamp() then leased_until else '-infinity' end,
         paused_for = null, lease = null, leased_until = '-infinity'
       where commune_id = $1 and webhook_id = $2`,
      [communeId, id, behind],
    );
  }

  /** Locks a webhook until the transaction ends. */
  lock({ communeId }: Reach, id: string): Promise<void> {
    return hold(this.database, Webhook, { communeId, ids: [id] });
  }
}
