import { ObjectType } from '@nestjs/graphql';
import { text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** The prose of a report: half of every sơ kết and tổng kết. */
@ObjectType({ description: 'The prose of a report: half of every sơ kết and tổng kết.' })
export class Narrative {
  @Shown(text(20_000), 'What was done.', { nullable: true })
  done: string | null;

  @Shown(text(20_000), 'What fell short.', { nullable: true })
  shortfalls: string | null;

  @Shown(text(20_000), 'Why.', { nullable: true })
  causes: string | null;

  @Shown(text(20_000), 'What is proposed.', { nullable: true })
  proposals: string | null;
}
