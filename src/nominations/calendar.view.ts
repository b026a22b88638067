import { ObjectType } from '@nestjs/graphql';
import { day } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** By when a round means to be where; it binds nobody. */
@ObjectType({ description: 'By when a round means to be where; it binds nobody.' })
export class Calendar {
  @Shown(day, 'Nominations are in.', { nullable: true })
  nominateBy: string | null;

  @Shown(day, 'The meetings are held.', { nullable: true })
  meetBy: string | null;

  @Shown(day, 'The decisions are signed.', { nullable: true })
  decideBy: string | null;
}
