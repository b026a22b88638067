import { ObjectType } from '@nestjs/graphql';
import { roundingMethod, type RoundingMethod } from '../catalogue/rule-set.view.js';
import { count, dong, figure, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

export const amountReasons = ['HIGHER_PAYS', 'LOWER_PAID', 'NO_MONEY', 'GIVEN_ELSEWHERE', 'NOT_COMPUTED'] as const;
export type AmountReason = (typeof amountReasons)[number];
export const amountReason = oneOf(
  'AmountReason',
  amountReasons,
  'Reason of an amount that is less, 0 or none. HIGHER_PAYS: another award of the same achievement pays. LOWER_PAID: ' +
    'another was given, or paid, before this higher one, which pays the rest. NO_MONEY: the law foresees none. ' +
    'GIVEN_ELSEWHERE: no decision of the commune gave it. NOT_COMPUTED: no base salary of its day is known, or it ' +
    'was given before amounts were kept and cannot be told exactly.',
);

@ObjectType({ description: 'Basis of the money of an award, as it was in force on the day of the decision.' })
export class AmountBasis {
  @Shown(figure, 'Coefficient of the form: "0.3".')
  coefficient: string;

  @Shown(figure, 'Factor for the kind of nominee: "2" for a collective.')
  factor: string;

  @Shown(dong, 'Base salary, đồng a month.')
  baseSalary: string;

  @Shown(roundingMethod, 'How the amount is rounded.')
  rounding: RoundingMethod;

  @Shown(count(1), 'Unit of the rounding, đồng.')
  unit: number;
}
