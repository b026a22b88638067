import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Pause } from './webhook.entity.js';

/**
 * How far a webhook has come. No record: it moves with every delivery, and a line for each would be delivered in turn.
 * `lease` is of the one server that delivers now.
 */
@Entity('webhook_cursor')
export class WebhookCursor {
  @PrimaryColumn('int') communeId: number;
  @PrimaryColumn('uuid') webhookId: string;
  @Column('int') position: number;
  @Column('int') attempts: number;
  @Column('timestamptz', { nullable: true }) failingSince: Date | null;
  @Column('timestamptz') dueAt: Date;
  @Column('uuid', { nullable: true }) lease: string | null;
  @Column('timestamptz') leasedUntil: Date;
  @Column('text', { nullable: true }) pausedFor: Pause | null;
}
