import { point, points, type Point } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { inEach } from './scheme-codes.rules.js';
import type { Block, SchemeRules } from './scheme-rules.js';

/** Codes of all units that a scheme names. */
export const unitsIn = ({ blocks }: SchemeRules): string[] => [
  ...new Set(blocks.flatMap(({ members }) => members.flatMap(({ unit, under }) => (under ? [unit, under] : [unit])))),
];

/** Points against members that are no units, or of another kind than their block. `kinds`: those of units, by code. */
export const brokenUnits = ({ blocks }: SchemeRules, kinds: ReadonlyMap<string, UnitKind>): Point[] =>
  inEach(blocks, '/blocks', ({ of, members }, at) =>
    inEach(members, `${at}/members`, ({ unit, under }, pointer) =>
      points(
        !kinds.has(unit) && point(`${pointer}/unit`, 'UNKNOWN', `There is no unit "${unit}".`),
        under !== null && !kinds.has(under) && point(`${pointer}/under`, 'UNKNOWN', `There is no unit "${under}".`),
        !isOfBlock(of, kinds.get(unit)) &&
          point(`${pointer}/unit`, 'OTHER_BLOCK', `"${unit}" does not belong in a block of ${of}.`),
      ),
    ),
  );

const isOfBlock = (of: Block['of'], kind: UnitKind | undefined): boolean =>
  kind === undefined ||
  { COLLECTIVES: !isPerson(kind), INDIVIDUALS: kind === 'INDIVIDUAL', HOUSEHOLDS: kind === 'HOUSEHOLD' }[of];

/** Whether everybody may see a scheme and its tables: none of its members is a person. */
export const isOfCollectives = ({ blocks }: SchemeRules): boolean => blocks.every(({ of }) => of === 'COLLECTIVES');
