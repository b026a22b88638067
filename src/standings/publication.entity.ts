import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, figure, flag, id, oneOf, period, record } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { CandidateStanding } from './candidate.view.js';
import { schemeCode } from './score-column.view.js';
import { publicationStates, type PublicationState } from './publication.workflow.js';
import type { ScoringInputs, Stage } from './scored.js';
import type { Table } from './table.js';

export const publicationState = oneOf(
  'PublicationState',
  publicationStates,
  'CANDIDATE (bảng dự kiến): scored, not published. PUBLISHED (bảng công bố): numbered, and stays as it is.',
);

export const stage = oneOf(
  'ScoreStage',
  ['SELF', 'VERIFIED', 'FINAL'] satisfies readonly Stage[],
  'Column of the score sheets: SELF (tự chấm), VERIFIED (thẩm định), FINAL (kết luận).',
);

@ObjectType({ description: 'A figure of a block or of the commune, recorded for one table.' })
export class RecordedFigure {
  @Shown(schemeCode, 'Code of the figure in the scheme.')
  figure: string;

  @Shown(schemeCode, 'Code of the block; null: the commune.', { nullable: true })
  of: string | null;

  @Shown(line(300), 'A decimal, YES or NO, a day, or a word of the scheme.')
  value: string;

  @Shown(figure, 'Total that the value is counted out of.', { nullable: true })
  outOf: string | null;

  @Shown(figure, 'Target of the figure.', { nullable: true })
  target: string | null;
}

@ObjectType({ description: "A tie on a quota's edge, decided: these of the units have the class." })
export class DecidedTie {
  @Shown(schemeCode, 'Code of the block.')
  block: string;

  @Shown(schemeCode, 'Code of the class.')
  class: string;

  @Shown(code, 'Codes of the units that have the class.', { list: true, atMost: lengths.long })
  units: readonly string[];
}

/** A tie on a quota's edge that nobody has decided: none of the units has the class meanwhile. */
@ObjectType({ description: "A tie on a quota's edge that is to be decided: so many of the units have the class." })
export class UndecidedTie {
  @Shown(schemeCode, 'Code of the block.')
  block: string;

  @Shown(schemeCode, 'Code of the class.')
  class: string;

  @Shown(count(1), 'Number of units that have the class.')
  places: number;

  @Shown(figure, 'Total of each.')
  points: string;

  @Shown(code, 'Codes of the units that tie.', { list: true, atMost: lengths.several })
  units: readonly string[];
}

/** Inputs and rows of a table, without its scheme. */
export type TableContent = Pick<Table, 'standings' | 'open'> & { inputs: ScoringInputs };

/** A table of standings (bảng xếp loại) of a scheme for a period: a candidate, or published. */
@Entity('publication')
@ObjectType({
  description: 'A table of standings (bảng xếp loại) by one scheme for a period: a candidate, or published.',
})
export class Publication {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(id, 'Id of the revision of the scheme.')
  schemeId: string;

  @Stored(code, 'Code of the scheme in its plan.')
  scheme: string;

  @Stored(count(1), 'Revision of the scheme.')
  revision: number;

  @Stored(period, 'Period that was scored.')
  period: string;

  @Stored(stage, 'Column of the score sheets that was scored: a published table has the final one.')
  stage: Stage;

  @Stored(publicationState, 'State of the table.')
  state: PublicationState;

  @Stored(count(1), 'Number of the publication, its own in plan, scheme and period; null: a candidate.', {
    nullable: true,
  })
  number: number | null;

  @Stored(count(1), 'Number of the publication that it replaces.', { nullable: true })
  replaces: number | null;

  @Stored(day, 'Day by which members of blocks count: the last of the period.')
  membersOn: string;

  @Stored(day, 'Legal date of the approved figures it was scored from.')
  asOf: string;

  @Stored(flag, 'Whether nothing was missing.')
  final: boolean;

  @Stored(record(() => RecordedFigure), 'Figures of blocks and of the commune that were recorded for it.', {
    list: true,
    atMost: lengths.long,
  })
  figures: RecordedFigure[];

  @Stored(record(() => DecidedTie), 'Ties that a person decided; the reason is that of the change.', {
    list: true,
    atMost: lengths.several,
  })
  ties: DecidedTie[];

  @Stored(text(64), 'SHA-256 (hex) of the scheme and all inputs, as RFC 8785 has them.')
  inputHash: string;

  @Stored(day, 'Legal date of the publication.', { nullable: true })
  publishedOn: string | null;

  /** Table as it was scored; for everybody it stands in the standings. */
  @Column('jsonb') content: TableContent;

  @Shown(record(() => UndecidedTie), 'Ties that are to be decided.', { list: true, atMost: lengths.several })
  open: UndecidedTie[];

  @Shown(record(() => CandidateStanding), 'Rows of the table, in the answer of an act on a candidate.', {
    list: true,
    optional: true,
    edge: true,
  })
  rows?: CandidateStanding[];

  /** PUBLIC once published, or SUPERIOR where it has a block of individuals or households. */
  @AudienceColumn() audience: Audience;
}
