import { AsOfDay } from '../api/as-of-day.js';
import { Asked, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code } from '../api/shapes.js';
import { formCategory, type FormCategory } from './award-form.view.js';

/** Names a form. */
@Parameters()
export class AwardFormAt {
  @Asked(code, 'Code of the form: "ldtt".')
  code: string;
}

/** Filters forms. */
@Parameters()
export class ListAwardForms extends Paging {
  @AsOfDay('Those in force on this day; today when left out.')
  asOf?: string;

  @Asked(formCategory, 'Only these categories.', { optional: true, list: true })
  category?: FormCategory[];
}

/** Filters rule sets or base salaries. */
@Parameters()
export class ListSpans extends Paging {
  @AsOfDay('The one in force on this day; all when left out.')
  asOf?: string;
}
