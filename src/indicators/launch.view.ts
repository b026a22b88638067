import { ObjectType } from '@nestjs/graphql';
import { code, count, day, figure, flag, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({ description: 'One unit that is to make the plan known, and whether it has.' })
export class LaunchUnit {
  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Shown(flag, 'Whether the unit has made the plan known.')
  acknowledged: boolean;

  @Shown(day, 'Date; null: not yet.', { nullable: true })
  heldOn: string | null;

  @Shown(count(), 'People reached; null: not counted.', { nullable: true })
  peopleReached: number | null;

  @Shown(count(1), 'Version of its acknowledgement; null: not yet.', { nullable: true })
  version: number | null;
}

/** Progress of making an issued plan known. Computed; the figure of `gov.plan-dissemination`. */
@ObjectType({ description: 'Progress of making an issued plan known.' })
export class LaunchState {
  @Shown(code, 'Key of the plan.')
  plan: string;

  @Shown(day, "The day on which its units are counted: today, but never after the plan's year nor before its issue.")
  asOf: string;

  @Shown(count(), 'Number of units expected to make it known; fewer for a child plan or a unit-bound key.')
  expected: number;

  @Shown(count(), 'Number of units that have made the plan known.')
  acknowledged: number;

  @Shown(
    figure,
    'acknowledged ÷ expected, percent with two decimals; null when no unit is expected to make it known.',
    {
      nullable: true,
    },
  )
  percent: string | null;

  @Shown(count(), 'People reached, where they were counted.')
  peopleReached: number;

  @Shown(record(() => LaunchUnit), 'Unit by unit, by code.', { list: true })
  units: LaunchUnit[];
}
