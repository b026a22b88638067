import { Asked, Body, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, id, period, record, reasonText, text } from '../api/shapes.js';

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
  @Asked(day, 'Nominations are in.', { optional: true })
  nominateBy?: string;

  @Asked(day, 'The meetings are held.', { optional: true })
  meetBy?: string;

  @Asked(day, 'The decisions are signed.', { optional: true })
  decideBy?: string;
}

/** A round to be opened. */
@Body('A round to be opened.')
export class OpenRound {
  @Asked(text(200), 'Name: "Tổng kết năm 2023".')
  name: string;

  @Asked(period, 'Period whose achievements are considered.')
  period: string;

  @Asked(code, 'Codes of the award forms considered.', { list: true })
  forms: string[];

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
