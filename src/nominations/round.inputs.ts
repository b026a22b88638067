import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, count, id, record } from '../api/shapes.js';
import { dueIn, type DueIn } from '../indicators/plan-settings.view.js';
import { Round } from './round.entity.js';
import { Calendar } from './calendar.view.js';

/** Names a round by its id. */
@Parameters()
export class RoundAt {
  @Asked(id, 'Id of the round.')
  id: string;
}

/** Filters rounds. */
@Parameters()
export class ListRounds extends Paging {}

/** Planned dates. */
@InputBody('Planned dates of a round, ascending.')
export class CalendarGiven {
  @AskedAs(Calendar, { optional: true }) nominateBy?: string;
  @AskedAs(Calendar, { optional: true }) meetBy?: string;
  @AskedAs(Calendar, { optional: true }) decideBy?: string;

  @Asked(count(1, 366), 'Days from the opening of the round to nominateBy, in place of that day.', { optional: true })
  nominateIn?: number;

  @Asked(count(1, 366), 'Days from nominateBy to meetBy, in place of that day.', { optional: true })
  meetIn?: number;

  @Asked(count(1, 366), 'Days from meetBy to decideBy, in place of that day.', { optional: true })
  decideIn?: number;

  @Asked(dueIn, 'Days that these are counted in; CALENDAR when left out.', { optional: true })
  countedIn?: DueIn;
}

@InputBody('A round to be opened.')
export class OpenRound {
  @AskedAs(Round) name: string;
  @AskedAs(Round) period: string;
  @AskedAs(Round) forms: string[];

  @Asked(record(() => CalendarGiven), 'Planned dates.', { optional: true })
  calendar?: CalendarGiven;

  @Asked(code, 'Rule set its nominations go by; the one in force on the legal date when left out.', { optional: true })
  ruleSet?: string;
}

@InputBody(
  'Changes of a round: absent keeps, lists whole. Once it has nominations, their forms, period and rule set stay.',
)
export class AmendRound {
  @Amends(OpenRound) name?: string;
  @Amends(OpenRound) period?: string;
  @Amends(OpenRound) forms?: string[];
  @Amends(OpenRound, { description: 'Planned dates; those that are left out stay.' }) calendar?: CalendarGiven;
  @Amends(OpenRound) ruleSet?: string;

  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a round is dropped for.')
export class DropRound {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The closing of a round. While nominations in it are open it has a reason.')
export class CloseRound {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('The reason a round is reopened for.')
export class ReopenRound {
  @Reason()
  reason: string;
}
