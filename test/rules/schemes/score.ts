import { rankingOf } from '../../../src/standings/ranking.rules.js';
import type { SchemeRules } from '../../../src/standings/scheme-rules.js';
import type { ScoreNode, ScoringInputs } from '../../../src/standings/scored.js';
import { scoresOf } from '../../../src/standings/scoring.rules.js';
import { nodesOf } from '../../../src/standings/subject.rules.js';

/** Tables and trees of a scheme, and a line of a tree. */

export const tableOf = (scheme: SchemeRules, inputs: ScoringInputs) => rankingOf(scoresOf(scheme, inputs));

/** Tree of a unit; without one, of the first. */
export const treeOf = (scheme: SchemeRules, inputs: ScoringInputs, unit?: string): ScoreNode => {
  const { scores } = scoresOf(scheme, inputs);
  return (scores.find((score) => score.unit === unit) ?? scores[0])!.tree;
};

export const find = (tree: ScoreNode, code: string): ScoreNode => nodesOf(tree).find((node) => node.code === code)!;
