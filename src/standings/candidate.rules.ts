import { rowHash } from './canonical.rules.js';
import type { CandidateStanding } from './candidate.view.js';
import { differencesOf } from './difference.rules.js';
import { audienceOfBlocks, blocksBehind } from './scheme-members.rules.js';
import type { Standing } from './standing.entity.js';
import { byCode, named } from './subject.rules.js';
import type { Table } from './table.js';

/** Rows of a candidate table, each with its difference from the one published last. */
export function candidatesIn(
  candidate: Table,
  published: Table | undefined,
): Omit<CandidateStanding, 'communeId' | 'unitId'>[] {
  const differences = published ? differencesOf(published, candidate) : [];
  return candidate.standings.map(({ unit: unitCode, ...row }) => ({
    ...row,
    unitCode,
    difference: differences.find(({ block, unit }) => block === row.block && unit === unitCode) ?? null,
  }));
}

/** Members of a published row that its table gives. */
export type PublishedRow = Pick<
  Standing,
  | 'unitCode'
  | 'place'
  | 'block'
  | 'blockName'
  | 'points'
  | 'rank'
  | 'class'
  | 'className'
  | 'reasons'
  | 'missing'
  | 'inputs'
  | 'tree'
  | 'inputHash'
  | 'audience'
>;

/** Rows of a table as they are published: those that show points of persons for superiors, others for everybody. */
export function publishedRows({ scheme, inputs: { on, stage }, standings }: Table): PublishedRow[] {
  const [blocks, classes] = [byCode(scheme.blocks), byCode(scheme.classes)];
  return standings.map((row, place) => {
    const { unit: unitCode, block, points, rank, class: of, reasons, missing, inputs, tree } = row;
    const itself = named(blocks, block);
    return {
      ...{ unitCode, place, block, points, rank, class: of, reasons, missing, inputs, tree },
      blockName: itself.name,
      className: (of !== null && classes.get(of)?.name) || null,
      inputHash: rowHash(scheme, { on, stage }, row),
      audience: audienceOfBlocks(blocksBehind(scheme, itself)),
    };
  });
}
