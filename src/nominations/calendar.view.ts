import { ObjectType } from '@nestjs/graphql';
import { day } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'Planned dates of a round; they bind nobody.' })
export class Calendar {
  @Shown(day, 'Day by which nominations are in.', { nullable: true })
  nominateBy: string | null;

  @Shown(day, 'Day by which the meetings are held.', { nullable: true })
  meetBy: string | null;

  @Shown(day, 'Day by which the decisions are signed.', { nullable: true })
  decideBy: string | null;
}
