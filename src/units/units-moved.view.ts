import { mostMoved } from './unit-move.rules.js';
import { ObjectType } from '@nestjs/graphql';
import { code, count, day } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** A move of several units, as it was done. */
@ObjectType({ description: 'A move of several units, as it was done.' })
export class UnitsMoved {
  @Shown(code, 'Code of the unit above; null: none.', { nullable: true })
  parentCode: string | null;

  @Shown(day, 'First day there.')
  from: string;

  @Shown(code, 'Codes of the units that moved, without those below them, in their order.', {
    list: true,
    atMost: mostMoved,
  })
  units: string[];

  @Shown(count(), 'Number of units that moved, with all below them.')
  count: number;
}
