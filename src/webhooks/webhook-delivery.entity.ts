import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { count, id, instant, oneOf } from '../api/shapes.js';
import { CommuneId, Id, Stored } from '../api/stored.js';

export const outcomes = ['DELIVERED', 'REFUSED', 'REDIRECTED', 'TIMED_OUT', 'UNREACHABLE', 'ADDRESS_REFUSED'] as const;
export type Outcome = (typeof outcomes)[number];

const outcome = oneOf(
  'WebhookOutcome',
  outcomes,
  'Outcome of a delivery. DELIVERED: a 2xx. REFUSED: another status. REDIRECTED: a 3xx, which is not followed. ' +
    'ADDRESS_REFUSED: the name leads to an address that is not global.',
);

/** An attempt to deliver one position of the feed. Nothing that the receiver answered is kept but its status. */
@Entity('webhook_delivery')
@ObjectType({ description: 'An attempt to deliver one position of the feed by a webhook.' })
export class WebhookDelivery {
  @CommuneId() communeId: number;
  @Id() id: string;

  @Stored(id, 'Id of the webhook.')
  webhookId: string;

  @Stored(count(1), 'Position of the journal that was sent.')
  position: number;

  @Stored(count(1), 'Number of the attempt for this position, from 1.')
  attempt: number;

  @Stored(instant, 'Time of the attempt.')
  at: Date;

  @Stored(count(), 'Duration of the attempt in milliseconds.')
  milliseconds: number;

  @Stored(outcome, 'Outcome of the attempt.')
  outcome: Outcome;

  @Stored(count(100, 999), 'HTTP status of the answer; null: there was none.', { nullable: true })
  status: number | null;
}
