import { createHash } from 'node:crypto';
import { jcs } from '../api/canonical-json.js';
import { compareText } from '../periods/calendar.rules.js';
import type { SchemeRules } from './scheme-rules.js';
import type { ScoringInputs, Taken } from './scored.js';
import { nodesOf } from './subject.rules.js';
import type { TableRow } from './table.js';

/** A list in the one order that its values give: the order it came in says nothing. */
const sorted = <T>(list: readonly T[]): T[] =>
  list
    .map((value) => ({ value, text: jcs(value) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ value }) => value);

/** Inputs with every list in its one order. */
export const canonicalInputs = (inputs: ScoringInputs): ScoringInputs => ({
  on: inputs.on,
  stage: inputs.stage,
  figures: sorted(inputs.figures.map((each) => ({ ...each, lines: sorted(each.lines), from: sorted(each.from) }))),
  occurrences: sorted(inputs.occurrences.map((each) => ({ ...each, evidence: sorted(each.evidence) }))),
  points: sorted(inputs.points),
  allowances: sorted(inputs.allowances),
  ties: sorted(inputs.ties.map((each) => ({ ...each, units: sorted(each.units) }))),
  exceptions: sorted(inputs.exceptions),
});

/** A scheme with its members in one order. Criteria, steps and classes keep theirs: there it has a meaning. */
export const canonicalScheme = (scheme: SchemeRules): SchemeRules => ({
  ...scheme,
  blocks: scheme.blocks.map((block) => ({
    ...block,
    members: sorted(block.members.map((member) => ({ ...member, traits: sorted(member.traits) }))),
  })),
});

/** SHA-256 of scheme and inputs (RFC 8785), both canonical: the same hash, the same table. */
export const inputHash = (scheme: SchemeRules, inputs: ScoringInputs): string => sha256(jcs({ scheme, inputs }));

/**
 * SHA-256 over the scheme and what one row of a table took (RFC 8785): the inputs of all its lines and of its class,
 * each once and in one order. Another one where an input of the row or the scheme is another.
 */
export function rowHash(
  rules: SchemeRules,
  { on, stage }: Pick<ScoringInputs, 'on' | 'stage'>,
  { unit, inputs, tree }: Pick<TableRow, 'unit' | 'inputs' | 'tree'>,
): string {
  const taken = [...nodesOf(tree).flatMap((node) => node.inputs), ...inputs];
  const once = new Map(taken.map((each): [string, Taken] => [jcs(each), each]));
  const scheme = canonicalScheme(rules);
  return sha256(jcs({ scheme, on, stage, unit, inputs: sorted([...once.values()]) }));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
