import type { Audience } from '../access/roles.js';
import { point, points, type Point } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { noUnit } from '../units/unit.rules.js';
import { inEach } from './scheme-codes.rules.js';
import type { Block, Criterion, Line, SchemeRules } from './scheme-rules.js';
import { isFor } from './subject.rules.js';

/** Codes of all units that a scheme names. */
export const unitsIn = ({ blocks }: SchemeRules): string[] => [
  ...new Set(blocks.flatMap(({ members }) => members.flatMap(({ unit, under }) => (under ? [unit, under] : [unit])))),
];

const kindsOfBlocks = { COLLECTIVES: 'tập thể', INDIVIDUALS: 'cá nhân', HOUSEHOLDS: 'hộ gia đình' } as const;

/** Points against members that are no units, or of another kind than their block. `units`: those there are, by code. */
export const brokenUnits = ({ blocks }: SchemeRules, units: ReadonlyMap<string, { kind: UnitKind }>): Point[] =>
  inEach(blocks, '/blocks', ({ of, members }, at) =>
    inEach(members, `${at}/members`, ({ unit, under }, pointer) =>
      points(
        !units.has(unit) && noUnit(`${pointer}/unit`, unit),
        under !== null && !units.has(under) && noUnit(`${pointer}/under`, under),
        !isOfBlock(of, units.get(unit)?.kind) &&
          point(`${pointer}/unit`, 'OTHER_BLOCK', {
            en: `"${unit}" does not belong in a block of ${of}.`,
            vi: `"${unit}" không thuộc khối ${kindsOfBlocks[of]}.`,
          }),
      ),
    ),
  );

const isOfBlock = (of: Block['of'], kind: UnitKind | undefined): boolean =>
  kind === undefined ||
  { COLLECTIVES: !isPerson(kind), INDIVIDUALS: kind === 'INDIVIDUAL', HOUSEHOLDS: kind === 'HOUSEHOLD' }[of];

/** A block with those whose points its lines share, and theirs: what a tree of the block shows points of. */
export function blocksBehind(rules: SchemeRules, block: Block, seen = new Set<Block>()): ReadonlySet<Block> {
  if (seen.has(block)) return seen;
  seen.add(block);
  const mayBe = (code: string) => code === block.code || rules.traits.some((trait) => trait.code === code);
  for (const { formula } of linesFor(rules.tree, mayBe)) {
    const shared = formula.kind === 'SHARE' && rules.blocks.find(({ code }) => code === formula.block);
    if (shared) blocksBehind(rules, shared, seen);
  }
  return seen;
}

const linesFor = (criterion: Criterion, isOf: (code: string) => boolean): Line[] =>
  isFor(criterion, isOf)
    ? [
        criterion,
        ...criterion.items.filter((item) => isFor(item, isOf)),
        ...criterion.children.flatMap((child) => linesFor(child, isOf)),
      ]
    : [];

/** Audience of what ranks these blocks, once adopted or published: everybody, unless a member is a person. */
export const audienceOfBlocks = (blocks: Iterable<Block>): Audience =>
  [...blocks].every(({ of }) => of === 'COLLECTIVES') ? 'PUBLIC' : 'SUPERIOR';
