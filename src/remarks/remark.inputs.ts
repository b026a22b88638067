import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, period } from '../api/shapes.js';
import { Remark, remarkState } from './remark.entity.js';
import type { RemarkState } from './remark.workflow.js';

/** Names a remark by its id. */
@Parameters()
export class RemarkAt {
  @Asked(id, 'Id of the remark.')
  id: string;
}

/** Filters remarks on one result, for an edge. */
@Parameters()
export class ListOwnRemarks extends Paging {
  @Asked(remarkState, 'Only those in these states.', { optional: true, list: true })
  state?: RemarkState[];
}

/** Filters remarks. */
@Parameters()
export class ListRemarks extends ListOwnRemarks {
  @Asked(code, 'Only on results of these plans.', { optional: true, list: true })
  plan?: string[];

  @Asked(code, 'Only on results of these indicators.', { optional: true, list: true })
  indicator?: string[];

  @Asked(code, 'Only on results of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(period, 'Only on results for these periods.', { optional: true, list: true })
  period?: string[];
}

@InputBody('A question about a result in force.')
export class AddRemark {
  @Asked(id, 'Id of the result.')
  result: string;

  @AskedAs(Remark) text: string;
}

@InputBody('The answer to a remark: words, the result that corrects the figure, or both.')
export class AnswerRemark {
  @AskedAs(Remark, { optional: true, description: 'Answer in words.' })
  answer?: string;

  @Asked(id, 'Id of the result that corrects the figure asked about.', { optional: true })
  correction?: string;
}

@InputBody('The reason a remark is withdrawn for.')
export class WithdrawRemark {
  @Reason()
  reason: string;
}
