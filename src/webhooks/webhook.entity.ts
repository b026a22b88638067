import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { kinds } from '../api/kinds.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, id, instant, oneOf, oneTextOf } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { webhookStates, type WebhookState } from './webhook.workflow.js';

const state = oneOf(
  'WebhookState',
  webhookStates,
  'State of a webhook. FAILING: the last delivery failed and is tried again. PAUSED: nothing is sent until ' +
    'replayWebhook.',
);

export const pauses = ['GIVEN_UP', 'GONE', 'OWNER_WITHOUT_RIGHT', 'SECRET_UNREADABLE'] as const;
export type Pause = (typeof pauses)[number];

const pause = oneOf(
  'WebhookPause',
  pauses,
  'Reason of a pause. GIVEN_UP: three days of failures. GONE: the receiver answered 410. OWNER_WITHOUT_RIGHT: the ' +
    'owner may not read the feed. SECRET_UNREADABLE: the program lacks the key under which the secret was encrypted.',
);

/** A webhook: the feed of a commune, pushed with the rights of its owner. Its secrets are stored encrypted. */
@Entity('webhook')
@ObjectType({
  description: 'A webhook (địa chỉ nhận thông báo): the feed of a commune, pushed with the rights of its owner.',
})
export class Webhook {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the actor with whose rights it sees.')
  ownerId: string;

  @Shown(code, 'Key of that actor.')
  owner: string;

  @Stored(line(500), 'Address that deliveries are sent to: https.')
  url: string;

  @Stored(oneTextOf(kinds), 'Kinds of changes that are delivered; null: all.', {
    list: true,
    atMost: lengths.printed,
    nullable: true,
  })
  kinds: string[] | null;

  @Column('bytea') secret: Buffer;

  @Column('bytea', { nullable: true }) formerSecret: Buffer | null;

  @Stored(instant, 'Time until which the former secret signs, too; null: there is none.', { nullable: true })
  formerSecretUntil: Date | null;

  @Shown(state, 'State as of today.', { optional: true })
  state?: WebhookState;

  @Shown(pause, 'Reason of the pause, as of today; null while it is not paused.', { nullable: true, optional: true })
  pausedFor?: Pause | null;

  @Shown(count(), 'Position of the journal up to which everything was delivered, as of today.', { optional: true })
  position?: number;

  @Shown(instant, 'Time since which deliveries fail, as of today; null: the last one was taken.', {
    nullable: true,
    optional: true,
  })
  failingSince?: Date | null;

  @Shown(instant, 'Time of the next attempt, where the last one failed, as of today.', {
    nullable: true,
    optional: true,
  })
  nextAttemptAt?: Date | null;

  @Shown(
    text(60),
    'The secret that signs deliveries, shown once, when it is made; null in a replay under its Idempotency-Key.',
    { nullable: true, optional: true },
  )
  signingSecret?: string | null;
}
