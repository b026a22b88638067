import { grouped } from '../database/batch.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import type { KnockOut, Quota, SchemeFigure } from '../standings/scheme-rules.js';
import type { Scheme } from '../standings/scheme.entity.js';
import type { ScoreNode } from '../standings/scored.js';
import type { Standing } from '../standings/standing.entity.js';
import { byCode, nodesOf } from '../standings/subject.rules.js';

/** A published standing with its score tree, as the board reads it. */
export type StandingShown = Standing & { tree: ScoreNode };

/** Names for the codes of a table. A name that the public does not see is not there. */
export interface NamesOfTable {
  /** Units and blocks, as they were on the last day of the period. */
  owners: ReadonlyMap<string, string>;
  lines: ReadonlyMap<string, string>;
  classes: ReadonlyMap<string, string>;
  figures: ReadonlyMap<string, SchemeFigure>;
  indicators: ReadonlyMap<string, Indicator>;
  knockOuts: ReadonlyMap<string, KnockOut>;
  quotas: readonly Quota[];
}

/** A published table of one block. */
export interface TableOnBoard {
  /** Id of its element. */
  id: string;
  schemeName: string | undefined;
  /** Rows by rank; those without one at the end. */
  rows: readonly [StandingShown, ...StandingShown[]];
  names: NamesOfTable;
}

/** Published tables of a period; without any, the periods that have some. */
export interface StandingsOnBoard {
  tables: readonly TableOnBoard[];
  elsewhere: readonly string[];
}

/** Tables by scheme and block. `units`: names by code. */
export function tablesOf(
  standings: readonly StandingShown[],
  schemes: readonly Scheme[],
  { units, indicators }: { units: ReadonlyMap<string, string>; indicators: readonly Indicator[] },
): TableOnBoard[] {
  const schemeOf = new Map(schemes.map((scheme) => [scheme.code, scheme]));
  const ofScheme = grouped(standings, ({ scheme }) => [scheme]);
  const ofTable = grouped(standings, ({ scheme, block }) => [scheme, block]);
  const firsts = standings.filter((each) => ofTable(each.scheme, each.block)[0] === each);
  return firsts.map((first, index): TableOnBoard => {
    const { scheme: code, block } = first;
    const [, ...others] = ofTable(code, block);
    const { name, rules } = schemeOf.get(code) ?? {};
    const all = ofScheme(code);
    return {
      id: `standings-${index + 1}`,
      schemeName: name,
      rows: [first, ...others],
      names: {
        owners: new Map([...all.map((each) => [each.block, each.blockName] as const), ...units]),
        lines: new Map(all.flatMap(({ tree }) => nodesOf(tree)).map((node) => [node.code, node.name])),
        classes: new Map([
          ...all.flatMap((each) => (each.class === null ? [] : [[each.class, each.className ?? ''] as const])),
          ...(rules?.classes ?? []).map(({ code: of, name: said }) => [of, said] as const),
        ]),
        figures: byCode(rules?.figures ?? []),
        indicators: byCode(indicators),
        knockOuts: byCode(rules?.knockOuts ?? []),
        quotas: rules?.quotas ?? [],
      },
    };
  });
}

/** Rows on the first place: several where they are equal, none where nobody has a rank. */
export const leadersOf = ({ rows }: TableOnBoard): StandingShown[] => rows.filter(({ rank }) => rank === 1);

/** Name of the unit of a row. */
export const unitName = ({ unitCode }: Standing, { owners }: NamesOfTable): string => owners.get(unitCode) ?? '–';
