import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AccessService } from '../access/access.service.js';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { ActorsService } from '../actors/actors.service.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { point, points, type Point } from '../points.js';
import { refuse, Refusal } from '../refusals.js';
import { WebhookCursor } from './webhook-cursor.entity.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookOptions } from './webhook-options.js';
import { Webhook } from './webhook.entity.js';
import type { AddWebhook, AmendWebhook, RemoveWebhook, ReplayWebhook, WebhookAt } from './webhook.inputs.js';
import { brokenAddress } from './webhook.rules.js';
import { WebhooksService } from './webhooks.service.js';
import { WebhooksQueries } from './webhooks.queries.js';

/** Webhooks of a commune, at most. */
const most = 20;

/** Acts on webhooks, which are the administrator's. A secret is told once, when it is made. */
@Injectable()
export class WebhookActsService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
    private readonly actors: ActorsService,
    private readonly access: AccessService,
    private readonly journal: JournalService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
    private readonly secrets: WebhookSecrets,
    private readonly options: WebhookOptions,
  ) {}

  /**
   * Makes a webhook. Refusals: FORBIDDEN; WEBHOOKS_OFF without a key for secrets; RULE for an address that is not one
   * of the internet by https, an owner who does not exist or may not read the feed, a position that the journal does
   * not have yet, and the twenty-first webhook.
   */
  addWebhook(caller: Caller, commune: string, { url, owner, kinds, from }: AddWebhook): Promise<Webhook> {
    const reach = caller.reachIn(commune);
    return this.database.write(caller, reach.communeId, async () => {
      caller.demandFor('addWebhook', commune, wholeCommune);
      this.demandSecrets();
      const { position } = await this.journal.holdHead(reach.communeId);
      const holder = await this.actors.actorNamed(caller, commune, owner ?? caller.actorKey);
      refuse(
        points(
          brokenAddress(url, this.options),
          await this.brokenOwner(reach, holder?.id),
          behindHead(from, position),
          (await this.queries.count(reach)) >= most &&
            point('', 'TOO_MANY_WEBHOOKS', 'The commune has as many webhooks as it may: take one out first.'),
        ),
      );
      const { id: ownerId, key } = expected(holder, 'The owner of a webhook is not there.');
      const id = v7();
      const { shown, stored } = this.secrets.make(id);
      await this.records.add(caller, { commune, entity: Webhook, kind: 'webhook.added' }, async ({ communeId }) => {
        const row = {
          ...{ communeId, id, version: 1, ownerId, owner: key, url, kinds: kinds ?? null },
          ...{ secret: stored, formerSecret: null, formerSecretUntil: null },
        } as Webhook;
        await this.database.manager.insert(Webhook, row);
        await this.database.manager.insert(WebhookCursor, {
          ...{ communeId, webhookId: id },
          position: from === undefined ? position : from - 1,
        });
        return row;
      });
      return withSecret(await this.webhookNow(reach, id), shown);
    });
  }

  /**
   * Changes address or kinds, or makes a new secret; the former one signs beside it for a while. Refusals: NOT_FOUND;
   * FORBIDDEN; STALE; WEBHOOKS_OFF; RULE as for `addWebhook`, or NOTHING_CHANGED.
   */
  amendWebhook(
    caller: Caller,
    at: AtVersion<WebhookAt>,
    { url, kinds, overlapMinutes, reason }: AmendWebhook,
  ): Promise<Webhook> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      let secret: string | undefined;
      await this.step(caller, { act: 'amendWebhook', at, reason }, async ({ id }) => {
        refuse(
          points(
            brokenAddress(url, this.options),
            url === undefined &&
              kinds === undefined &&
              overlapMinutes === undefined &&
              point('', 'NOTHING_CHANGED', 'Say what is to change.'),
          ),
        );
        const changed = { ...(url !== undefined && { url }), ...(kinds !== undefined && { kinds }) };
        if (overlapMinutes === undefined) return changed;
        this.demandSecrets();
        const { shown, stored } = this.secrets.make(id);
        secret = shown;
        return {
          ...changed,
          secret: stored,
          formerSecret: expected(await this.queries.secretOf(reach, id), `The webhook ${id} has no secret.`),
          formerSecretUntil: new Date(caller.at.getTime() + overlapMinutes * 60_000),
        };
      });
      const webhook = await this.webhookNow(reach, at.id);
      return secret === undefined ? webhook : withSecret(webhook, secret);
    });
  }

  /**
   * Goes on at once, from a position or where it stands; ends a pause. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE for
   * a position that the journal does not have yet.
   */
  replayWebhook(caller: Caller, at: AtVersion<WebhookAt>, { from }: ReplayWebhook): Promise<Webhook> {
    const reach = caller.reachIn(at.commune);
    return this.database.write(caller, reach.communeId, async () => {
      await this.step(caller, { act: 'replayWebhook', at }, async ({ id }) => {
        const { position } = await this.journal.holdHead(reach.communeId);
        refuse(behindHead(from, position));
        await this.queries.goOn(reach, id, from === undefined ? null : from - 1);
        return {};
      });
      return this.webhookNow(reach, at.id);
    });
  }

  /** Takes a webhook out with its log; nothing more is sent. Refusals: NOT_FOUND; FORBIDDEN; STALE. */
  removeWebhook(caller: Caller, at: AtVersion<WebhookAt>, { reason }: RemoveWebhook): Promise<Webhook> {
    const step = { type: this.webhooks.recordType, act: 'removeWebhook', at, reason } as const;
    return this.removals.act(caller, step, () => undefined);
  }

  private step(
    caller: Caller,
    { act, at, reason }: { act: 'amendWebhook' | 'replayWebhook'; at: AtVersion<WebhookAt>; reason?: string },
    decide: (before: Webhook) => Promise<Partial<Webhook>>,
  ): Promise<Webhook> {
    return this.records.act(caller, { type: this.webhooks.recordType, act, at, reason }, decide);
  }

  private async webhookNow(reach: Reach, id: string): Promise<Webhook> {
    return expected(await this.queries.webhook(reach, id), `The webhook ${id} was changed and is not there.`);
  }

  private demandSecrets(): void {
    if (!this.secrets.exist) throw new Refusal('WEBHOOKS_OFF');
  }

  /** Points against an owner: nobody, or one who may not read the feed of the commune. */
  private async brokenOwner({ communeId, key }: Reach, ownerId: string | undefined): Promise<Point[]> {
    if (ownerId === undefined) return [point('/owner', 'UNKNOWN', 'There is no such actor.')];
    const owner = await this.access.actor({ communeId, id: ownerId }, ['feed:read']);
    return points(
      owner.refusalFor('changes', key) !== undefined &&
        point('/owner', 'NO_FEED', 'No appointment lets this actor read the feed of the commune: appoint first.'),
    );
  }
}

/** Point against a first position behind the next one. */
const behindHead = (from: number | undefined, position: number): Point[] =>
  points(
    from !== undefined &&
      from > position + 1 &&
      point('/from', 'BEYOND_HEAD', {
        en: `The head is at ${position}.`,
        vi: `Nhật ký mới tới vị trí ${position}; hãy dùng vị trí không quá số đó.`,
      }),
  );

/** The record with its secret: only for this answer, not for what is stored of the answer. */
const withSecret = (record: Webhook, signingSecret: string): Webhook =>
  Object.defineProperty(record, 'signingSecret', { value: signingSecret, enumerable: false }) as Webhook;
