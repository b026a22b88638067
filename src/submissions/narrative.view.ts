import { ObjectType } from '@nestjs/graphql';
import { prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'The prose of a report: half of every sơ kết and tổng kết.' })
export class Narrative {
  @Shown(prose(20_000), 'Work done.', { nullable: true })
  done: string | null;

  @Shown(prose(20_000), 'Shortfalls, as the unit sees them.', { nullable: true })
  shortfalls: string | null;

  @Shown(prose(20_000), 'Causes of the shortfalls.', { nullable: true })
  causes: string | null;

  @Shown(prose(20_000), 'Proposals of the unit to the commune.', { nullable: true })
  proposals: string | null;
}
