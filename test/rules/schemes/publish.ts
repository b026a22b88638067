import type { PublishedTable } from '../../../src/exchange/standings/recompute.js';
import { rowHash } from '../../../src/standings/canonical.rules.js';
import type { SchemeRules } from '../../../src/standings/scheme-rules.js';
import type { ScoringInputs } from '../../../src/standings/scored.js';
import { tableOf } from './score.js';

/** A table as its records have it, parsed from JSON as a reader does; `blocks`: those that the reader sees. */
export function published(rules: SchemeRules, given: ScoringInputs, blocks?: readonly string[]): PublishedTable {
  const { standings, inputs } = tableOf(rules, given);
  const { on, stage, ties } = inputs;
  const name = {
    ...{
      planId: 'plan-id',
      plan: '2023',
      scheme: 'hamlets',
      revision: 1,
      period: '2023',
      number: 2,
      replaces: 1,
    },
  };
  const rows = standings
    .filter(({ block }) => blocks?.includes(block) ?? true)
    .map(({ unit, ...row }) => ({
      ...{ ...name, id: `${row.block} ${unit}`, publicationId: 'id', unitId: `id of ${unit}`, unitCode: unit, ...row },
      inputHash: rowHash(rules, { on, stage }, { ...row, unit }),
    }));
  return JSON.parse(
    JSON.stringify({
      rules,
      publication: { ...name, id: 'id', state: 'PUBLISHED', membersOn: on, stage, ties },
      standings: rows,
    }),
  );
}
