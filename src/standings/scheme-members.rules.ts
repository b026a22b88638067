import type { Audience } from '../access/roles.js';
import { point, points, type Point } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { inEach } from './scheme-codes.rules.js';
import type { Block, SchemeRules } from './scheme-rules.js';

/** Codes of all units that a scheme names. */
export const unitsIn = ({ blocks }: SchemeRules): string[] => [
  ...new Set(blocks.flatMap(({ members }) => members.flatMap(({ unit, under }) => (under ? [unit, under] : [unit])))),
];

/** Points against members that are no units, or of another kind than their block. `units`: those there are, by code. */
export const brokenUnits = ({ blocks }: SchemeRules, units: ReadonlyMap<string, { kind: UnitKind }>): Point[] =>
  inEach(blocks, '/blocks', ({ of, members }, at) =>
    inEach(members, `${at}/members`, ({ unit, under }, pointer) =>
      points(
        !units.has(unit) && point(`${pointer}/unit`, 'UNKNOWN', `There is no unit "${unit}".`),
        under !== null && !units.has(under) && point(`${pointer}/under`, 'UNKNOWN', `There is no unit "${under}".`),
        !isOfBlock(of, units.get(unit)?.kind) &&
          point(`${pointer}/unit`, 'OTHER_BLOCK', `"${unit}" does not belong in a block of ${of}.`),
      ),
    ),
  );

const isOfBlock = (of: Block['of'], kind: UnitKind | undefined): boolean =>
  kind === undefined ||
  { COLLECTIVES: !isPerson(kind), INDIVIDUALS: kind === 'INDIVIDUAL', HOUSEHOLDS: kind === 'HOUSEHOLD' }[of];

/** Audience of what ranks these blocks, once adopted or published: everybody, unless a member is a person. */
export const audienceOfBlocks = (blocks: readonly Block[]): Audience =>
  blocks.every(({ of }) => of === 'COLLECTIVES') ? 'PUBLIC' : 'SUPERIOR';
