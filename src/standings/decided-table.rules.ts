import { jcs } from '../api/canonical-json.js';
import type { Publication } from './publication.entity.js';
import { rankingOf } from './ranking.rules.js';
import type { SchemeRules } from './scheme-rules.js';
import type { ScoringInputs, TieDecided } from './scored.js';
import { scoresOf } from './scoring.rules.js';
import type { Table } from './table.js';

/** A decided tie, and the units that tied when it was decided. */
export interface Decision extends TieDecided {
  among: readonly string[];
}

/** The table of a scheme by its inputs. */
export const tableOf = (rules: SchemeRules, inputs: ScoringInputs): Table => rankingOf(scoresOf(rules, inputs));

/** Ties that were decided in a table. */
export const decisionsIn = ({ ties, content }: Pick<Publication, 'ties' | 'content'>): Decision[] =>
  ties.map((tie) => ({ ...tie, among: tiedIn(content, tie) }));

/** The table by earlier decisions. A tie among other units than then is open again: somebody decides it anew. */
export function tableDecided(
  rules: SchemeRules,
  inputs: Omit<ScoringInputs, 'ties'>,
  decisions: readonly Decision[],
): Table {
  const table = tableOf(rules, { ...inputs, ties: decisions.map(({ among: _, ...tie }) => tie) });
  const standing = decisions.filter((each) => jcs(tiedIn(table, each)) === jcs(each.among));
  return standing.length === decisions.length ? table : tableDecided(rules, inputs, standing);
}

/** Units whose class in a table came of a decision. */
const tiedIn = ({ standings }: Pick<Table, 'standings'>, { block, class: of }: TieDecided): string[] =>
  standings
    .filter((row) => row.block === block && row.reasons.some(({ kind, code }) => kind === 'TIE_DECIDED' && code === of))
    .map(({ unit }) => unit)
    .sort();
