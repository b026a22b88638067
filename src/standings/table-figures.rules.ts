import { jcs } from '../api/canonical-json.js';
import type { Rows } from '../progress/progress.rules.js';
import type { Progress } from '../progress/progress.view.js';
import type { RecordedFigure } from './publication.entity.js';
import type { SchemeFigure, SchemeRules } from './scheme-rules.js';
import { brokenValue } from './figure-value.rules.js';
import type { FigureGiven } from './scored.js';
import { point, points, type Point } from '../points.js';

/** A record that a figure is made of. */
export type Source = FigureGiven['from'][number];

/** Versions of the results of a plan by id, and the source of the target of an indicator, for a unit or the commune. */
export interface Sources {
  result(this: void, id: string): Source;
  target(this: void, indicatorId: string, unitId: string | null, period: string): Source;
}

/** Figures that indicators give to a scheme: of the members' own, and of the commune. */
export function figuresOfIndicators(
  { figures }: SchemeRules,
  members: ReadonlySet<string>,
  { rows, sources }: { rows: readonly Rows[]; sources: Sources },
): FigureGiven[] {
  const rowsOf = new Map(rows.map((each) => [each.indicator.code, each]));
  return figures.flatMap((figure): FigureGiven[] => {
    const found = figure.indicator === null ? undefined : rowsOf.get(figure.indicator);
    if (found === undefined || figure.scope === 'BLOCK') return [];
    const of = figure.scope === 'COMMUNE' ? [found.commune] : found.units;
    return of
      .filter(({ unitCode }) => unitCode === null || members.has(unitCode))
      .flatMap((row) => figureIn(figure, found, { row, sources }));
  });
}

/** The figure of a row; none where it has none. */
function figureIn(
  { code: figure, kind }: SchemeFigure,
  { indicator }: Rows,
  { row, sources }: { row: Progress; sources: Sources },
): FigureGiven[] {
  const { cumulative, target, targetPeriod, unitCode: of, unitId, resultIds } = row;
  if (cumulative === null) return [];
  const { unit, factor } = indicator.measure;
  return [
    {
      ...{ figure, of, value: cumulative.value, outOf: cumulative.outOf, lines: [], target },
      measure: kind === 'NUMBER' ? { unit, factor } : null,
      from: [
        ...resultIds.map(sources.result),
        ...(target === null ? [] : [sources.target(indicator.id, unitId, targetPeriod)]),
      ],
    },
  ];
}

/** Recorded figures of blocks and of the commune as the rules take them. */
export const figuresRecorded = (recorded: readonly RecordedFigure[]): FigureGiven[] =>
  recorded.map((each) => ({ ...each, lines: [], measure: null, from: [] }));

/** Points against recorded figures: each is one that the scheme asks for, once, of such a kind. */
export function brokenFigures({ figures, blocks }: SchemeRules, recorded: readonly RecordedFigure[]): Point[] {
  const nameOf = ({ figure, of }: RecordedFigure) => jcs([figure, of]);
  const names = recorded.map(nameOf);
  return recorded.flatMap((each, index) => {
    const at = `/figures/${index}`;
    const figure = figures.find(({ code }) => code === each.figure);
    if (figure?.indicator !== null || figure.scope === 'OWN' || figure.kind === 'OCCURRENCES')
      return [
        point(`${at}/figure`, 'UNKNOWN', {
          en: `The scheme asks for no recorded figure "${each.figure}" of a block or the commune.`,
          vi: `Thang điểm không có số liệu "${each.figure}" nhập riêng cho khối hoặc cho xã.`,
        }),
      ];
    const codes = blocks.map(({ code }) => code);
    const isOwner = figure.scope === 'COMMUNE' ? each.of === null : codes.includes(each.of ?? '');
    return points(
      names.indexOf(nameOf(each)) !== index &&
        point(at, 'NAMED_TWICE', {
          en: `"${each.figure}" is given twice.`,
          vi: `Số liệu "${each.figure}" ghi hai lần.`,
        }),
      !isOwner &&
        point(`${at}/of`, 'UNKNOWN', {
          ...(figure.scope === 'COMMUNE'
            ? { en: `"${each.figure}" is a figure of the commune.`, vi: `"${each.figure}" là số liệu của xã.` }
            : {
                en: `"${each.figure}" is a figure of a block: ${codes.join(', ')}.`,
                vi: `"${each.figure}" là số liệu của từng khối: ${codes.join(', ')}.`,
              }),
        }),
      brokenValue(figure, each, at),
    );
  });
}
