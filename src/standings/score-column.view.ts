import { ObjectType } from '@nestjs/graphql';
import { lengths } from '../api/list-lengths.js';
import { count, day, figure, flag, id, record } from '../api/shapes.js';
import { compared, line, prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

/** Code of a block, line, figure or class of a scheme, as papers number them: `II.1.a`. */
export const schemeCode = compared(100);
const reason = (description: string) => Shown(prose(), description, { nullable: true, personal: true });

@ObjectType({ description: 'Points that a person gave to one line of a scheme.' })
export class ScorePoints {
  @Shown(schemeCode, 'Code of the line.')
  line: string;

  @Shown(figure, 'The points.')
  points: string;

  @reason('Reason of the points, or of their difference from the column before.')
  reason: string | null;
}

@ObjectType({ description: 'One of several values of a figure, with its factor.' })
export class ScoreFigureLine {
  @Shown(figure, 'The value.')
  value: string;

  @Shown(figure, 'The total that the value is counted out of.', { nullable: true })
  outOf: string | null;

  @Shown(figure, 'The factor of the value.')
  weight: string;
}

@ObjectType({ description: 'A figure (số liệu) that a scheme asks for and no indicator gives.' })
export class ScoreFigure {
  @Shown(schemeCode, 'Code of the figure in the scheme.')
  figure: string;

  @Shown(line(300), 'A decimal, YES or NO, a day, or a word of the figure; null with lines.', { nullable: true })
  value: string | null;

  @Shown(figure, 'The total that the value is counted out of.', { nullable: true })
  outOf: string | null;

  @Shown(figure, 'Target of the unit.', { nullable: true })
  target: string | null;

  @Shown(record(() => ScoreFigureLine), 'Several values in place of one: Σ value × weight, ÷ Σ outOf × weight.', {
    list: true,
    atMost: lengths.usual,
  })
  lines: ScoreFigureLine[];

  @reason('Reason of the difference from the column before.')
  reason: string | null;
}

@ObjectType({ description: 'Something that happened and counts for a figure of a scheme.' })
export class ScoreOccurrence {
  @Shown(id, 'Id of the occurrence, the same in all columns. Caches take a member `id` for that of one object.')
  occurrenceId: string;

  @Shown(schemeCode, 'Code of the figure in the scheme.')
  figure: string;

  @Shown(count(0), 'Number of times; 0: it does not count any more.')
  times: number;

  @Shown(day, 'Day of the occurrence.', { nullable: true })
  on: string | null;

  @Shown(prose(), 'The occurrence in words.', { personal: true })
  text: string;

  @Shown(id, 'Ids of the files that prove it; without any it may not count.', { list: true, atMost: lengths.usual })
  evidenceIds: string[];

  @Shown(flag, 'Whether the occurrence does not count, because the unit itself found it; the reason says so.')
  isExempt: boolean;

  @reason('Reason of the exemption, or of the difference from the column before.')
  reason: string | null;
}

/** Points, figures or occurrences of a column, at most: as many as three columns may name. */
const mostScored = 3 * lengths.long;

@ObjectType({ description: 'A column of a score sheet, complete: all that its unit is scored by.' })
export class ScoreColumn {
  @Shown(id, 'Id of the actor who gave it.', { nullable: true })
  by: string | null;

  @Shown(day, 'Legal date of it.')
  on: string;

  @Shown(record(() => ScorePoints), 'Points that people give.', { list: true, atMost: mostScored })
  points: ScorePoints[];

  @Shown(record(() => ScoreFigure), 'Figures of the unit.', { list: true, atMost: mostScored })
  figures: ScoreFigure[];

  @Shown(record(() => ScoreOccurrence), 'Occurrences of the unit.', { list: true, atMost: mostScored })
  occurrences: ScoreOccurrence[];
}

@ObjectType({ description: "A person's word that points may exceed the printed maximum of a line." })
export class ScoreAllowance {
  @Shown(schemeCode, 'Code of the line, or of the criterion whose items exceed their limit together.')
  line: string;

  @Shown(prose(), 'Reason of the word.', { personal: true })
  reason: string;
}

@ObjectType({ description: "A person's word that the unit keeps a class beyond its quota." })
export class ScoreException {
  @Shown(schemeCode, 'Code of the class.')
  class: string;

  @Shown(prose(), 'Reason of the word.', { personal: true })
  reason: string;
}
