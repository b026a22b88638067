import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { code, count, day, figure, id, period } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { scoreInputs, scoreMissings, scoreReasons, scoreTree } from './candidate.view.js';
import { schemeCode } from './score-column.view.js';
import type { Missing, ScoreNode, Taken } from './scored.js';
import type { Reason } from './table.js';

/** The published standing of one unit: its row of a table, which stays as it is. */
@Entity('standing')
@ObjectType({ description: 'The published standing (xếp loại) of one unit in its block, with its score tree.' })
export class Standing {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Shown(code, 'Key of the commune.', { unjournaled: true })
  commune: string;

  @Stored(id, 'Id of the publication.')
  publicationId: string;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(code, 'Code of the scheme in its plan.')
  scheme: string;

  @Stored(count(1), 'Revision of the scheme.')
  revision: number;

  @Stored(period, 'Period that was scored.')
  period: string;

  @Stored(count(1), 'Number of the publication.')
  number: number;

  @Stored(count(1), 'Number of the publication that it replaces.', { nullable: true })
  replaces: number | null;

  /** Place in the table. */
  @Column('int') place: number;

  @Stored(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Stored(schemeCode, 'Code of the block (khối, cụm).')
  block: string;

  @Stored(text(1000), 'Name of the block.')
  blockName: string;

  @Stored(figure, 'Total points; null: not enough was known (chưa đủ dữ liệu).', { nullable: true })
  points: string | null;

  @Stored(count(1), 'Rank (xếp hạng) in the block: equal totals share it.', { nullable: true })
  rank: number | null;

  @Stored(schemeCode, 'Code of the class (xếp loại).', { nullable: true })
  class: string | null;

  @Stored(text(1000), 'Name of the class.', { nullable: true })
  className: string | null;

  @Stored(scoreReasons, 'Reasons of the class, or of none: "ScoreReasons" of the OpenAPI document.')
  reasons: readonly Reason[];

  @Stored(scoreMissings, 'Figures and lines that were missing: "ScoreMissings" of the OpenAPI document.')
  missing: readonly Missing[];

  @Stored(
    text(64),
    'SHA-256 (hex) of the scheme and all that this row took, as RFC 8785 has them: docs/standings.md says of what.',
  )
  inputHash: string;

  @Stored(day, 'Legal date of the publication.')
  publishedOn: string;

  @Stored(
    scoreInputs,
    'Inputs of its class and of knock-outs: "ScoreInputs" of the OpenAPI document. With the single standing alone.',
    { optional: true },
  )
  inputs?: readonly Taken[];

  @Stored(
    scoreTree,
    'Every line with its points and all that they came of: "ScoreTree" of the OpenAPI document. ' +
      'REST shows it with the single standing.',
    { optional: true },
  )
  tree?: ScoreNode;

  /** PUBLIC for a block of collectives whose lines share no points of persons, else SUPERIOR. */
  @AudienceColumn() audience: Audience;
}
