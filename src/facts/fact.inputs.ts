import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, countInQuery, day, flag, id, period } from '../api/shapes.js';
import { line, prose } from '../api/text-shapes.js';
import { factKind } from './fact.entity.js';
import type { FactKind } from '../catalogue/fact-words.data.js';

/** Names a fact by its id. */
@Parameters()
export class FactAt {
  @Asked(id, 'Id of the fact.')
  id: string;
}

/** Filters facts of one unit, for an edge. */
@Parameters()
export class ListOwnFacts extends Paging {
  @Asked(factKind, 'Only facts of these kinds.', { optional: true, list: true })
  kind?: FactKind[];

  @Asked(day, 'Only facts that hold on this day; those without a day hold on any.', { optional: true })
  asOf?: string;

  @Asked(countInQuery(1900, 2200), 'Only ratings of this year, and facts that hold or were recognised in it.', {
    optional: true,
  })
  year?: number;
}

/** Filters facts. */
@Parameters()
export class ListFacts extends ListOwnFacts {
  @Asked(code, 'Only of these persons and units.', { optional: true, list: true })
  unit?: string[];
}

@InputBody('A fact as its document tells it. Each kind has members of its own; RULE names those that it lacks.')
export class RecordFact {
  @Asked(code, 'Code of the person or unit.')
  unit: string;

  @Asked(factKind, 'Kind of fact.')
  kind: FactKind;

  @Asked(line(100), 'Value, of those of its kind.')
  value: string;

  @Asked(prose(500), 'Post, name of the initiative, or what else the document says.', { optional: true })
  title?: string;

  @Asked(flag, 'Whether the post is that of a leader of the unit above; for SERVICE, false when left out.', {
    optional: true,
  })
  leads?: boolean;

  @Asked(period, 'Year that a rating is of.', { optional: true })
  period?: string;

  @Asked(day, 'First day, or the day of the recognition.', { optional: true })
  validFrom?: string;

  @Asked(day, 'Last day; left out: it goes on.', { optional: true })
  validTo?: string;

  @Asked(line(200), 'Office that recognised, rated or decided.', { optional: true })
  issuer?: string;

  @Asked(id, 'Id of the document of the fact, recorded before.', { optional: true })
  document?: string;

  @Asked(prose(500), 'Source of the fact, where no document is recorded: "Sổ theo dõi cán bộ 2023, trang 4".', {
    optional: true,
  })
  source?: string;
}

@InputBody('Changes of a fact: absent keeps, null clears. Person and kind stay.')
export class AmendFact {
  @Amends(RecordFact) value?: string;
  @Amends(RecordFact, { clearable: true }) title?: string | null;
  @Amends(RecordFact) leads?: boolean;
  @Amends(RecordFact) period?: string;
  @Amends(RecordFact) validFrom?: string;
  @Amends(RecordFact, { clearable: true }) validTo?: string | null;
  @Amends(RecordFact, { clearable: true }) issuer?: string | null;
  @Amends(RecordFact, { clearable: true }) document?: string | null;
  @Amends(RecordFact, { clearable: true }) source?: string | null;

  @Reason()
  reason: string;
}

@InputBody('The last day of a fact: of a service, a hold or a leave.')
export class EndFact {
  @AskedAs(RecordFact, { optional: true, description: 'Last day; today when left out.' })
  validTo?: string;

  @Asked(id, 'Id of the document that ends it, recorded before; the fact rests on it from then on.', { optional: true })
  document?: string;

  @Reason()
  reason: string;
}

@InputBody('The reason a fact is removed for.')
export class RemoveFact {
  @Reason()
  reason: string;
}
