import { ObjectType } from '@nestjs/graphql';
import { code, count, figure, id, jsonOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { schemeCode } from './score-column.view.js';
import { scoreShapes } from './score-tree.data.js';
import type { Difference } from './difference.rules.js';
import type { Missing, ScoreNode, Taken } from './scored.js';
import type { Reason } from './table.js';

export const scoreTree = jsonOf('ScoreTree', scoreShapes);
export const scoreReasons = jsonOf('ScoreReasons', scoreShapes);
export const scoreInputs = jsonOf('ScoreInputs', scoreShapes);
export const scoreMissings = jsonOf('ScoreMissings', scoreShapes);
const scoreDifference = jsonOf('ScoreDifference', scoreShapes);

/** A row of a candidate table (bảng dự kiến), beside the table that was published last. */
@ObjectType({ description: 'A row of a candidate table (bảng dự kiến), beside the table that was published last.' })
export class CandidateStanding {
  communeId: number;

  @Shown(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  @Shown(schemeCode, 'Code of the block.')
  block: string;

  @Shown(figure, 'Total points; null: not enough is known (chưa đủ dữ liệu).', { nullable: true })
  points: string | null;

  @Shown(count(1), 'Rank (xếp hạng) in the block: equal totals share it.', { nullable: true })
  rank: number | null;

  @Shown(schemeCode, 'Code of the class (xếp loại).', { nullable: true })
  class: string | null;

  @Shown(scoreReasons, 'Reasons of the class, or of none: "ScoreReasons" of the OpenAPI document.')
  reasons: readonly Reason[];

  @Shown(scoreMissings, 'Figures and lines that are missing: "ScoreMissings" of the OpenAPI document.')
  missing: readonly Missing[];

  @Shown(scoreInputs, 'Inputs of its class and of knock-outs: "ScoreInputs" of the OpenAPI document.')
  inputs: readonly Taken[];

  @Shown(scoreTree, 'Every line with its points and all that they came of: "ScoreTree" of the OpenAPI document.')
  tree: ScoreNode;

  @Shown(scoreDifference, 'Difference from the published table, with causes: "ScoreDifference"; null: none.', {
    nullable: true,
  })
  difference: Difference | null;
}
