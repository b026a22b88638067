import Big from 'big.js';
import { canonicalDecimal, figurePattern } from '../api/decimal.js';
import { point, type Point } from '../points.js';
import type { Basis, Confirmation, Measure } from './indicator-members.view.js';
import { isInWords, isWhole } from './value.rules.js';

/** Members of an indicator by which its figures are read. Without a target and a baseline the form alone is judged. */
export interface FigureReader {
  measure: Pick<Measure, 'unit' | 'displayUnit' | 'scale' | 'factor'>;
  basis?: Basis;
  target?: string | null;
  baseline?: string | null;
}

/** Bases whose target is no figure in the unit of the indicator: a percentage, a factor, none. */
const otherwise: readonly (Basis | undefined)[] = ['GROWTH', 'MULTIPLE', 'NOT_WORSE'];

/** Whether the target of an indicator is a figure in its own unit of measure. */
export const isInUnit = ({ basis }: { basis?: Basis }): boolean => !otherwise.includes(basis);

/** A figure as it is to be taken, the points that ask it back, and the codes in `confirm` by which it is meant. */
export interface FigureRead {
  value: string;
  asked: Point[];
  confirmed: Confirmation[];
}

/** A figure as it was written: where, as which member, and out of which total. */
interface Written {
  pointer: string;
  member?: string;
  outOf?: string | null;
  confirm?: readonly Confirmation[];
}

/** A count with a thousands' point: "1.763" animals. "1.500" is one, too. */
const withThousands = /^[1-9]\d{0,2}\.\d{3}$/;

/** Whether a figure times a factor is nearer to one that is known than the figure itself, as ratios. */
const isNearer = (value: Big, factor: Big, known: string) =>
  value.gt(0) && value.times(value).times(factor).lt(new Big(known).times(known));

const isTarget = (member: string) => member === 'target' || member === 'upperTarget';

/** Levels of the indicator that are known besides the figure itself: its target, and its baseline. */
function levelsBeside({ basis = 'LEVEL', target, baseline }: FigureReader, member: string): string[] {
  const isLevel = basis === 'LEVEL' || basis === 'EACH_UNIT';
  const levels = [
    isLevel && !isTarget(member) ? target : null,
    (isLevel || !isTarget(member)) && member !== 'baseline' ? baseline : null,
  ];
  return levels.flatMap((level) => (level != null && figurePattern.test(level) ? [level] : []));
}

/**
 * Reads a figure as it was written. THOUSANDS: a point in what is counted one by one, or in a quantity that would be
 * nearer to its target or baseline without; meant, the point is that of the thousands, and with DECIMAL that of a
 * decimal. SCALE: money below its display unit, or nearer to target or baseline in that unit; meant, it stays.
 */
export function readFigure(
  indicator: FigureReader,
  written: string,
  { pointer, member = '', outOf = null, confirm = [] }: Written,
): FigureRead {
  const { unit, displayUnit, scale, factor } = indicator.measure;
  const read: FigureRead = {
    value: isInWords({ unit }) ? written : canonicalDecimal(written),
    asked: [],
    confirmed: [],
  };
  if (isTarget(member) && !isInUnit(indicator)) return read;
  const levels = levelsBeside(indicator, member);
  const ask = (codes: readonly Confirmation[], { detail, vi, readings }: Sentences) => {
    const given = codes.filter((code) => confirm.includes(code));
    const [code] = codes;
    if (given.length === 1) read.confirmed.push(...given);
    else if (code && code !== 'DECIMAL') read.asked.push({ ...point(pointer, code, detail), vi, readings });
  };
  if (withThousands.test(written)) {
    const thousands = written.replace('.', '');
    const isRatio = factor !== null && outOf === null;
    const likely = factor !== null || levels.some((level) => isNearer(new Big(written), new Big(1000), level));
    if (isWhole({ unit })) ask(['THOUSANDS'], ofThousands(written, thousands));
    else if (!isRatio && likely) ask(['THOUSANDS', 'DECIMAL'], ofQuantity(written, thousands));
    if (read.asked.length > 0 || read.confirmed.includes('THOUSANDS')) read.value = thousands;
  }
  const { value } = read;
  if (unit !== 'VND' || scale === 0 || !figurePattern.test(value)) return read;
  const [stated, one] = [new Big(value), new Big(10).pow(scale)];
  if (stated.gt(0) && (stated.lt(one) || levels.some((level) => isNearer(stated, one, level))))
    ask(['SCALE'], ofMoney(value, stated.times(one).toFixed(), displayUnit));
  return read;
}

interface Sentences {
  detail: string;
  vi: string;
  readings: readonly string[];
}

const ofThousands = (written: string, thousands: string): Sentences => ({
  detail: `Is "${written}" ${thousands}? Sent again with "THOUSANDS" in "confirm" it is taken as ${thousands}.`,
  vi: `"${written}" là ${thousands}? Gửi lại kèm confirm "THOUSANDS" thì ghi nhận ${thousands}.`,
  readings: [thousands, written],
});

const ofQuantity = (written: string, thousands: string): Sentences => ({
  ...ofThousands(written, thousands),
  detail:
    `Sent again with "THOUSANDS" in "confirm" "${written}" is taken as ${thousands}, ` +
    'with "DECIMAL" as a decimal, as it is written.',
  vi: `Gửi lại kèm confirm "THOUSANDS" thì "${written}" là ${thousands}; kèm "DECIMAL" thì là số lẻ, đúng như đã ghi.`,
});

const ofMoney = (value: string, scaled: string, displayUnit: string): Sentences => ({
  detail:
    `If it is ${value} đồng, send it again with "SCALE" in "confirm"; ` +
    `if it is ${value} ${displayUnit}, write ${scaled}.`,
  vi: `Nếu đúng là ${value} đồng, gửi lại kèm confirm "SCALE"; nếu là ${value} ${displayUnit}, ghi ${scaled}.`,
  readings: [value, scaled],
});

/** Reads the figures of members, by name; null or left out stays so. `pointer`: where the members stand. */
export function readFigures<Members extends Readonly<Record<string, string | null | undefined>>>(
  indicator: FigureReader,
  members: Members,
  { pointer = '', confirm }: { pointer?: string; confirm?: readonly Confirmation[] },
): Omit<FigureRead, 'value'> & { figures: Partial<Members> } {
  const asked: Point[] = [];
  const confirmed: Confirmation[] = [];
  const read = Object.entries(members).flatMap(([member, written]) => {
    if (written == null) return [];
    // The target of a ratio is none of the counts that its total is of.
    const outOf = member === 'reported' || member === 'outOf' ? members.outOf : null;
    const figure = readFigure(indicator, written, { pointer: `${pointer}/${member}`, member, outOf, confirm });
    asked.push(...figure.asked);
    confirmed.push(...figure.confirmed);
    return [[member, figure.value] as const];
  });
  return { figures: Object.fromEntries(read) as Partial<Members>, asked, confirmed };
}
