import { ObjectType } from '@nestjs/graphql';
import { code, count, day, figure, flag, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** One unit of the launch: has it made the plan known? */
@ObjectType({ description: 'One unit that is to make the plan known, and whether it has.' })
export class LaunchUnit {
  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Shown(flag, 'Whether it has made the plan known.')
  acknowledged: boolean;

  @Shown(day, 'When; null: not yet.', { nullable: true })
  heldOn: string | null;

  @Shown(count(), 'People reached; null: not counted.', { nullable: true })
  peopleReached: number | null;
}

/** How far an issued plan has been made known. Computed; it is the figure of `gov.plan-dissemination`. */
@ObjectType({ description: 'How far an issued plan has been made known.' })
export class LaunchState {
  @Shown(code, 'Key of the plan.')
  plan: string;

  @Shown(day, "The day on which its units are counted: today, but never after the plan's year nor before its issue.")
  asOf: string;

  @Shown(
    count(),
    'Departments, organisations and hamlets that are to make it known; of a child plan its unit and those below it, to a key bound to a unit the same of that.',
  )
  expected: number;

  @Shown(count(), 'Those that have.')
  acknowledged: number;

  @Shown(figure, 'acknowledged ÷ expected, percent with two decimals; null when nobody is expected to.', {
    nullable: true,
  })
  percent: string | null;

  @Shown(count(), 'People reached, where they were counted.')
  peopleReached: number;

  @Shown(record(() => LaunchUnit), 'Unit by unit, by code.', { list: true })
  units: LaunchUnit[];
}
