import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day } from '../api/shapes.js';
import { nominationType, type NominationType } from '../catalogue/nomination-type.js';
import type { Verdict } from './eligibility.rules.js';
import { verdictShape } from './eligibility.view.js';

/** Nominee, form and year of a judgement. */
@Parameters()
export class AskEligibility {
  @Asked(code, 'Code of the award form.')
  form: string;

  @Asked(code, 'Code of the person or unit.')
  nominee: string;

  @Asked(nominationType, 'Type of nomination; MERIT when left out.', { optional: true })
  type?: NominationType;

  @Asked(
    countInQuery(1900, 2200),
    'Year of the achievements; left out: from October on the year of the day, before it the year before.',
    {
      optional: true,
    },
  )
  year?: number;

  @Asked(day, 'Day of the judgement; today when left out.', { optional: true })
  asOf?: string;

  @Asked(code, 'Rule set to judge by; that of the day when left out.', { optional: true })
  ruleSet?: string;
}

/** Filters the candidates of a round. */
@Parameters()
export class ListCandidates extends Paging {
  @Asked(code, 'Code of the award form, one of the round.')
  form: string;

  @Asked(nominationType, 'Type of nomination; MERIT when left out.', { optional: true })
  type?: NominationType;

  @Asked(verdictShape, 'Only those with these verdicts.', { optional: true, list: true })
  verdict?: Verdict[];

  @Asked(day, 'Day of the judgement; today when left out.', { optional: true })
  asOf?: string;
}
