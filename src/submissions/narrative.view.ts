import { ObjectType } from '@nestjs/graphql';
import { text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'The prose of a report: half of every sơ kết and tổng kết.' })
export class Narrative {
  @Shown(text(20_000), 'Work done.', { nullable: true })
  done: string | null;

  @Shown(text(20_000), 'Shortfalls.', { nullable: true })
  shortfalls: string | null;

  @Shown(text(20_000), 'Reason.', { nullable: true })
  causes: string | null;

  @Shown(text(20_000), 'Proposals.', { nullable: true })
  proposals: string | null;
}
