import { Amends, Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, id, period, record } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import {
  ScoreAllowance,
  ScoreException,
  ScoreFigure,
  ScoreFigureLine,
  ScoreOccurrence,
  ScorePoints,
} from './score-column.view.js';
import { scoreSheetState } from './score-sheet.entity.js';
import type { ScoreSheetState } from './score-sheet.workflow.js';

/** Names a score sheet by its id. */
@Parameters()
export class ScoreSheetAt {
  @Asked(id, 'Id of the score sheet.')
  id: string;
}

/** Names a score sheet of a scheme by unit and period. */
@Parameters()
export class ScoresAt {
  @Asked(code, 'Code of the unit.')
  unit: string;

  @Asked(period, 'Period that is scored: "2023", "2023-Q2".')
  period: string;
}

/** Filters score sheets of a plan. */
@Parameters()
export class ListScoreSheets extends Paging {
  @Asked(code, 'Only for these schemes.', { optional: true, list: true })
  scheme?: string[];

  @Asked(period, 'Only for these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];

  @Asked(scoreSheetState, 'Only in these states.', { optional: true, list: true })
  state?: ScoreSheetState[];
}

@InputBody('Points for one line.')
export class ScorePointsGiven {
  @AskedAs(ScorePoints) line: string;
  @AskedAs(ScorePoints) points: string;
  @Asked(reasonText, 'Reason; required where the points differ from the column before.', { optional: true })
  reason?: string;
}

@InputBody('One of several values of a figure.')
export class ScoreFigureLineGiven {
  @AskedAs(ScoreFigureLine) value: string;
  @AskedAs(ScoreFigureLine, { clearable: true }) outOf?: string | null;
  @AskedAs(ScoreFigureLine, { description: 'Factor; 1 when left out.', optional: true }) weight?: string;
}

@InputBody('A figure of the unit: a value, or several lines.')
export class ScoreFigureGiven {
  @AskedAs(ScoreFigure) figure: string;
  @AskedAs(ScoreFigure, { clearable: true }) value?: string | null;
  @AskedAs(ScoreFigure, { clearable: true }) outOf?: string | null;
  @AskedAs(ScoreFigure, { clearable: true }) target?: string | null;

  @Asked(record(() => ScoreFigureLineGiven), 'Several values in place of one.', { optional: true, list: true })
  lines?: ScoreFigureLineGiven[];

  @Asked(reasonText, 'Reason; required where the figure differs from the column before.', { optional: true })
  reason?: string;
}

@InputBody('An occurrence; of one that is known by its id, what is left out stays.')
export class ScoreOccurrenceGiven {
  @Asked(id, 'Id of a known occurrence; a new one gets its id.', { optional: true })
  occurrenceId?: string;

  @AskedAs(ScoreOccurrence, { optional: true, description: 'Code of the figure; of a known one it stays.' })
  figure?: string;

  @AskedAs(ScoreOccurrence, { optional: true }) times?: number;
  @AskedAs(ScoreOccurrence, { clearable: true }) on?: string | null;
  @Asked(reasonText, 'The occurrence in words.', { optional: true }) text?: string;
  @AskedAs(ScoreOccurrence, { optional: true }) evidenceIds?: string[];
  @AskedAs(ScoreOccurrence, { optional: true }) isExempt?: boolean;

  @Asked(reasonText, 'Reason of an exemption; required where the column before has it otherwise, or not.', {
    optional: true,
  })
  reason?: string;
}

@InputBody('The column of the unit (tự chấm), whole.')
export class SelfScore {
  @Asked(record(() => ScorePointsGiven), 'Points, one for a line.', { optional: true, list: true, atMost: 500 })
  points?: ScorePointsGiven[];

  @Asked(record(() => ScoreFigureGiven), 'Figures of the unit, each once.', { optional: true, list: true, atMost: 500 })
  figures?: ScoreFigureGiven[];

  @Asked(record(() => ScoreOccurrenceGiven), 'Occurrences of the unit.', { optional: true, list: true, atMost: 500 })
  occurrences?: ScoreOccurrenceGiven[];
}

@InputBody('Differences of the verified column from the own of the unit; all else stays.')
export class VerifyScore {
  @Amends(SelfScore) points?: ScorePointsGiven[];
  @Amends(SelfScore) figures?: ScoreFigureGiven[];
  @Amends(SelfScore) occurrences?: ScoreOccurrenceGiven[];
}

@InputBody("A person's word that points may exceed a printed maximum.")
export class ScoreAllowanceGiven {
  @AskedAs(ScoreAllowance) line: string;
  @Asked(reasonText, 'Reason of the word.') reason: string;
}

@InputBody("A person's word that the unit keeps a class beyond its quota.")
export class ScoreExceptionGiven {
  @AskedAs(ScoreException) class: string;
  @Asked(reasonText, 'Reason of the word.') reason: string;
}

@InputBody('Differences of the final column from the verified one, and what is allowed beyond the rules.')
export class ConcludeScore {
  @Amends(SelfScore) points?: ScorePointsGiven[];
  @Amends(SelfScore) figures?: ScoreFigureGiven[];
  @Amends(SelfScore) occurrences?: ScoreOccurrenceGiven[];

  @Asked(record(() => ScoreAllowanceGiven), 'Printed maxima that may be exceeded.', { optional: true, list: true })
  allowances?: ScoreAllowanceGiven[];

  @Asked(record(() => ScoreExceptionGiven), 'Classes that the unit keeps beyond their quota.', {
    optional: true,
    list: true,
  })
  exceptions?: ScoreExceptionGiven[];
}

@InputBody('The reason a score sheet is returned for.')
export class ReturnScores {
  @Asked(reasonText, 'Reason, for the unit that is to score again.')
  reason: string;
}

@InputBody('The reason a drafted score sheet is dropped for.')
export class DropScores {
  @Reason({ optional: true })
  reason?: string;
}
