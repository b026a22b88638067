import { readFigure } from '../indicators/asked-back.rules.js';
import type { Confirmation } from '../indicators/indicator-members.view.js';
import { brokenValue } from '../indicators/value.rules.js';
import { point, points, type Point } from '../points.js';
import { brokenNames } from './entry-names.rules.js';
import { needsTotal, type EntryValues, type FiguresTaken, type ReportedIndicator } from './entry.rules.js';
import type { EntryApproved, EntryVerified } from './submission.inputs.js';

const words = {
  reported: { en: 'reported', vi: 'đã báo cáo' },
  verified: { en: 'verified', vi: 'đã thẩm định' },
} as const;

interface Judgement {
  indicatorCode: string;
  value: string;
  reason?: string;
}

export const verifications = (given: readonly EntryVerified[]): Judgement[] =>
  given.map(({ indicatorCode, verified: value, verifiedReason: reason }) => ({ indicatorCode, value, reason }));

export const approvals = (given: readonly EntryApproved[]): Judgement[] =>
  given.map(({ indicatorCode, approved: value, approvedReason: reason }) => ({ indicatorCode, value, reason }));

export const isVerified = ({ verifiedOn }: Pick<EntryValues, 'verifiedOn'>): boolean => verifiedOn !== null;

/** An entry as it has been judged so far: its figure is the one approved, else verified, else reported. */
export function withFigureInForce(entry: EntryValues): EntryValues {
  const judged = entry.approved ?? entry.verified;
  return judged === null ? entry : { ...entry, reported: judged, nothingToReport: null };
}

/** Entries with the day of a verification: those judged that had no day, or that a judgement names. */
export function withVerificationDay(
  day: string,
  of: { entries: readonly EntryValues[]; judgements: readonly Judgement[]; judgedCodes: ReadonlySet<string> },
): EntryValues[] {
  const named = new Set(of.judgements.map(({ indicatorCode }) => indicatorCode));
  return of.entries.map((entry) =>
    of.judgedCodes.has(entry.indicatorCode) && (!isVerified(entry) || named.has(entry.indicatorCode))
      ? { ...entry, verifiedOn: day }
      : entry,
  );
}

/**
 * Entries after a verification or an approval: those of `judgedCodes`, or all, as judged; the others as they stood.
 * Points: a judgement of no entry or of somebody else's; a value of the wrong kind; a value that differs from the one
 * before without a reason. `from` and `to`: member of the figure before, and of the judgement.
 */
export function judge(
  entries: readonly EntryValues[],
  judgements: readonly Judgement[],
  {
    from,
    to,
    judgedCodes,
    indicators,
    confirm,
  }: {
    from: 'reported' | 'verified';
    to: 'verified' | 'approved';
    judgedCodes?: ReadonlySet<string>;
    indicators: ReadonlyMap<string, ReportedIndicator>;
    confirm?: readonly Confirmation[];
  },
): FiguresTaken {
  const asked: Point[] = [];
  const confirmed: Confirmation[] = [];
  const broken = brokenNames(judgements, entries);
  const after = entries.map((entry): EntryValues => {
    const index = judgements.findIndex(({ indicatorCode }) => indicatorCode === entry.indicatorCode);
    const judgement = judgements[index];
    const indicator = indicators.get(entry.indicatorCode);
    const pointerTo = (member: string) => `/entries/${index}/${member}`;
    if (judgedCodes && !judgedCodes.has(entry.indicatorCode)) {
      if (judgement)
        broken.push(point(pointerTo('indicatorCode'), 'NOT_YOURS', 'Somebody else verifies this indicator.'));
      return entry;
    }
    // An entry that somebody else has verified is not verified again without a judgement.
    if (!judgement && to === 'verified' && isVerified(entry)) return entry;
    const reason = judgement?.reason;
    const { outOf } = entry;
    const read =
      judgement && indicator && readFigure(indicator, judgement.value, { pointer: pointerTo(to), outOf, confirm });
    asked.push(...(read?.asked ?? []));
    confirmed.push(...(read?.confirmed ?? []));
    const value = read?.value ?? judgement?.value;
    if (value !== undefined)
      broken.push(
        ...points(
          indicator && brokenValue(indicator, { value, outOf }, pointerTo(to)),
          indicator &&
            outOf === null &&
            needsTotal(indicator, entry) &&
            point(pointerTo(to), 'OUT_OF_MISSING', {
              en: 'The total it is counted out of was not reported: return the report.',
              vi: 'Báo cáo chưa có tổng số làm mẫu số: hãy trả lại báo cáo.',
            }),
          value !== entry[from] &&
            reason === undefined &&
            point(pointerTo(`${to}Reason`), 'DIFFERS', {
              en: `${value} is not the figure ${words[from].en}, ${entry[from]}: say why.`,
              vi: `Số ${value} khác số ${words[from].vi}, ${entry[from]}: phải nêu lý do.`,
            }),
        ),
      );
    return { ...entry, [to]: value ?? entry[from], [`${to}Reason`]: reason ?? null };
  });
  return { entries: after, points: broken, asked, confirmed };
}
