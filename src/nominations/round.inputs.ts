import { Asked, AskedAs, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, record, reasonText } from '../api/shapes.js';
import { Round } from './round.entity.js';
import { Calendar } from './calendar.view.js';

/** Which round, by id. */
@Parameters()
export class RoundAt {
  @Asked(id, 'Id of the round.')
  id: string;
}

/** Which rounds. */
@Parameters()
export class ListRounds extends Paging {}

/** By when a round means to be where. */
@Body('By when a round means to be where; in this order.')
export class CalendarGiven {
  @AskedAs(Calendar, { optional: true }) nominateBy?: string;
  @AskedAs(Calendar, { optional: true }) meetBy?: string;
  @AskedAs(Calendar, { optional: true }) decideBy?: string;
}

/** A round to be opened. */
@Body('A round to be opened.')
export class OpenRound {
  @AskedAs(Round) name: string;
  @AskedAs(Round) period: string;
  @AskedAs(Round) forms: string[];

  @Asked(record(() => CalendarGiven), 'By when it means to be where.', { optional: true })
  calendar?: CalendarGiven;

  @Asked(code, 'Rule set its nominations go by; the one in force on the legal date when left out.', { optional: true })
  ruleSet?: string;
}

/** Why a round is closed. */
@Body('Why a round is closed.')
export class CloseRound {
  @Asked(reasonText, 'Why.', { optional: true })
  reason?: string;
}
