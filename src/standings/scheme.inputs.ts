import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, record } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import { Scheme, SchemeDeadlines } from './scheme.entity.js';

/** Names a scheme of a plan: its newest revision. */
@Parameters()
export class SchemeAt {
  @Asked(code, 'Code of the scheme.')
  scheme: string;
}

/** Names one revision. */
@Parameters()
export class RevisionAt {
  @Asked(countInQuery(1, 9999), 'Number of the revision; the newest when left out.', { optional: true })
  revision?: number;
}

/** Filters schemes. */
@Parameters()
export class ListSchemes extends Paging {}

@InputBody('Calendar days after the last of a period by which each column of a score sheet is due.')
export class SchemeDeadlinesGiven {
  @AskedAs(SchemeDeadlines, { clearable: true }) self?: number | null;
  @AskedAs(SchemeDeadlines, { clearable: true }) verified?: number | null;
  @AskedAs(SchemeDeadlines, { clearable: true }) final?: number | null;
}

@InputBody('A scheme, or the next revision of one that is adopted.')
export class DraftScheme {
  @AskedAs(Scheme) code: string;
  @AskedAs(Scheme) name: string;
  @AskedAs(Scheme, { optional: true }) documentId?: string;
  @AskedAs(Scheme) rules: unknown;

  @Asked(record(() => SchemeDeadlinesGiven), 'Due days of the columns of its score sheets; none when left out.', {
    optional: true,
  })
  deadlines?: SchemeDeadlinesGiven;

  @Asked(reasonText, 'Why doubtful places (refusal DOUBTFUL) stay as they are; recorded in the journal.', {
    optional: true,
  })
  allowedBecause?: string;
}

@InputBody('Changes of a drafted scheme: absent keeps, rules whole.')
export class AmendScheme {
  @Amends(DraftScheme) name?: string;
  @Amends(DraftScheme, { clearable: true }) documentId?: string | null;
  @Amends(DraftScheme) rules?: unknown;
  @Amends(DraftScheme, { clearable: true }) deadlines?: SchemeDeadlinesGiven | null;
  @Amends(DraftScheme) allowedBecause?: string;
}

@InputBody('The reason a drafted scheme is dropped for.')
export class DropScheme {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('From when a scheme is in force.')
export class AdoptScheme {
  @AskedAs(Scheme, {
    optional: true,
    description: 'Day from which it is in force; the first day of the plan when left out.',
  })
  validFrom?: string;

  @Reason({ optional: true })
  reason?: string;
}
