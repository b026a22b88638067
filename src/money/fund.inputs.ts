import { Asked, AskedAs, InputBody, Parameters } from '../api/asked.js';
import { countInQuery, id, oneOf } from '../api/shapes.js';
import { Fund } from './fund.entity.js';

/** Codes by which what goes beyond the fund is meant. */
export const fundConfirmations = ['BEYOND_FUND'] as const;
export type FundConfirmation = (typeof fundConfirmations)[number];
export const fundConfirmation = oneOf(
  'FundConfirmation',
  fundConfirmations,
  'BEYOND_FUND: the awards of the year cost more than its fund has.',
);

/** Declares the codes of what is beyond the fund, and meant. */
export const ConfirmsFund = (): PropertyDecorator =>
  Asked(fundConfirmation, 'Codes of what was asked back (ASKED_BACK) and is meant.', { optional: true, list: true });

/** Names the fund of a year. */
@Parameters()
export class FundAt {
  @Asked(countInQuery(1900, 2200), 'Year of the fund.')
  year: number;
}

@InputBody('Parts of the fund of a year, given whole.')
export class SetFund {
  @AskedAs(Fund) regularSpending: string;
  @AskedAs(Fund) rate: string;
  @AskedAs(Fund) rateSource: string;
  @AskedAs(Fund, { optional: true }) contributions?: string;
  @AskedAs(Fund, { optional: true }) otherSpending?: string;

  @Asked(id, 'Id of the document that sets it, recorded before.', { optional: true })
  document?: string;

  @ConfirmsFund() confirm?: FundConfirmation[];
}
