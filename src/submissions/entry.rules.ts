import Big from 'big.js';
import { readFigures } from '../indicators/asked-back.rules.js';
import type { Confirmation } from '../indicators/indicator-members.view.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { isRetired } from '../indicators/applying.rules.js';
import { spanOf, type Seasons } from '../indicators/period.js';
import { communeOnly } from '../indicators/reportable.rules.js';
import { brokenValue } from '../indicators/value.rules.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';
import type { Entry } from './entry.entity.js';
import { brokenNames } from './entry-names.rules.js';
import { brokenScope, usualScope, type FigureScope } from './scope.rules.js';
import type { EntryGiven } from './submission.inputs.js';

export type ReportedEntry = Pick<
  Entry,
  'indicatorCode' | 'scope' | 'reported' | 'outOf' | 'nothingToReport' | 'note' | 'evidenceIds'
>;
/** Members of an indicator that decide how its figures are reported. */
export type ReportedIndicator = Pick<
  Indicator,
  | 'code'
  | 'measure'
  | 'endsAt100'
  | 'grades'
  | 'outOf'
  | 'overUnits'
  | 'derived'
  | 'retiredOn'
  | 'evidenceRequired'
  | 'responsibleUnitId'
  | 'basis'
  | 'target'
  | 'baseline'
>;

/** Unit and period of a report. */
export interface Reporting {
  unitId: string;
  period: string;
  /** Days of the plan's seasons. */
  seasons?: Seasons;
}

/** Whether an indicator no longer applied in the period of a report. */
export const isRetiredIn = ({ period, seasons }: Reporting, indicator: Pick<Indicator, 'retiredOn'>): boolean =>
  isRetired(indicator, spanOf(period, seasons).from);

interface Rule {
  code: PointCode;
  /** The member of the entry it is about. */
  member: string;
  detail: Sentence;
  broken(entry: ReportedEntry, indicator: ReportedIndicator, of: Reporting): boolean;
}

const counted = ({ measure, outOf }: ReportedIndicator) => outOf !== null || measure.factor !== null;
/** Whether a figure only adds up with others when its total is known. */
export const needsTotal = ({ outOf, overUnits }: ReportedIndicator, { scope }: Pick<Entry, 'scope'>) =>
  outOf !== null || (overUnits === 'RATIO' && scope === 'OWN');
/** Files that prove one entry. */
const mostFiles = 20;

const rules: readonly Rule[] = [
  {
    code: 'DERIVED',
    member: 'indicatorCode',
    detail: 'This indicator is computed and never reported.',
    broken: (_, { derived }) => derived,
  },
  {
    code: 'RETIRED',
    member: 'indicatorCode',
    detail: 'This indicator no longer applied in that period.',
    broken: (_, indicator, of) => isRetiredIn(of, indicator),
  },
  {
    ...communeOnly,
    member: 'indicatorCode',
    broken: (_, indicator, { unitId }) => communeOnly.broken(indicator, unitId),
  },
  {
    code: 'ONE_OF_TWO',
    member: 'nothingToReport',
    detail: 'Either there is a figure, or there is nothing to report.',
    broken: ({ reported, nothingToReport }) => reported !== null && nothingToReport !== null,
  },
  {
    code: 'OUT_OF_MISSING',
    member: 'outOf',
    detail: 'Say the total it is counted out of: only then it adds up with what other units report.',
    broken: (entry, indicator) => entry.reported !== null && entry.outOf === null && needsTotal(indicator, entry),
  },
  {
    code: 'OUT_OF_UNASKED',
    member: 'outOf',
    detail: 'This indicator is no count out of a total.',
    broken: ({ outOf }, indicator) => outOf !== null && !counted(indicator),
  },
  {
    code: 'OUT_OF_UNASKED',
    member: 'outOf',
    detail: 'Where there is nothing to report there is no total.',
    broken: ({ outOf, reported }) => outOf !== null && reported === null,
  },
  {
    code: 'TOO_MANY_FILES',
    member: 'evidenceIds',
    detail: {
      en: `At most ${mostFiles} files prove one entry.`,
      vi: `Mỗi số liệu có nhiều nhất ${mostFiles} tệp minh chứng; hãy bớt tệp.`,
    },
    broken: ({ evidenceIds }) => evidenceIds.length > mostFiles,
  },
  {
    code: 'POSITIVE',
    member: 'outOf',
    detail: 'The total must be above zero.',
    broken: ({ outOf }) => outOf !== null && !new Big(outOf).gt(0),
  },
];

/** Every rule an entry breaks; pointers begin with `pointer`: "/entries/0". */
export function brokenEntry(
  entry: ReportedEntry,
  { indicator, of }: { indicator: ReportedIndicator; of: Reporting },
  pointer: string,
): Point[] {
  const { reported: value, outOf } = entry;
  return points(
    rules
      .filter((rule) => rule.broken(entry, indicator, of))
      .map(({ code, member, detail }) => point(`${pointer}/${member}`, code, detail)),
    value !== null && brokenValue(indicator, { value, outOf }, `${pointer}/reported`),
  );
}

/** An entry, wherever it is kept. */
export type EntryValues = Omit<Entry, 'communeId' | 'submissionId'>;

/** Scopes of entries, which `contentHash` does not hold. */
export const scopesOf = (entries: readonly EntryValues[]) => entries.map(({ scope }) => scope);

const unverified = { verified: null, verifiedReason: null, verifiedOn: null };
const unapproved = { approved: null, approvedReason: null };

/** An entry as it is submitted: nobody has looked at it yet. */
export const withoutJudgements = (entry: EntryValues): EntryValues => ({
  ...entry,
  ...unverified,
  ...unapproved,
  remark: null,
});

/** An entry as its correction begins: with the figure in force. */
export const withFigureInForce = (entry: EntryValues): EntryValues =>
  withoutJudgements(entry.approved === null ? entry : { ...entry, reported: entry.approved, nothingToReport: null });

/** Entries with figures that were given; `confirmed`: the codes in `confirm` by which some are not asked back. */
export interface FiguresTaken {
  entries: EntryValues[];
  points: Point[];
  asked: Point[];
  confirmed: Confirmation[];
}

/** A report's entries after a change, in the plan's order. `files`: the existing files of all that the entries name. */
export function amendEntries(
  before: readonly EntryValues[],
  given: readonly EntryGiven[],
  {
    indicators,
    files,
    of,
    confirm,
  }: {
    indicators: ReadonlyMap<string, ReportedIndicator & { id: string }>;
    files: Pick<ReadonlySet<string>, 'has'>;
    of: Reporting;
    confirm?: readonly Confirmation[];
  },
): FiguresTaken {
  const asked: Point[] = [];
  const confirmed: Confirmation[] = [];
  const broken = brokenNames(
    given,
    [...indicators.keys()].map((indicatorCode) => ({ indicatorCode })),
  );
  const after = new Map(before.map((entry) => [entry.indicatorCode, entry]));
  for (const [index, each] of given.entries()) {
    const indicator = indicators.get(each.indicatorCode);
    if (!indicator) continue;
    const entryPointer = `/entries/${index}`;
    broken.push(
      ...(each.evidenceIds ?? []).flatMap((file, nth) =>
        points(
          !files.has(file) &&
            point(`${entryPointer}/evidenceIds/${nth}`, 'UNKNOWN', {
              en: `There is no file ${file}.`,
              vi: `Không có tệp ${file}.`,
            }),
        ),
      ),
    );
    const { reported, outOf } = each;
    const { figures, ...read } = readFigures(indicator, { reported, outOf }, { pointer: entryPointer, confirm });
    asked.push(...read.asked);
    confirmed.push(...read.confirmed);
    const kept = after.get(each.indicatorCode);
    const said = mergeEntry(kept, { ...each, ...figures }, usualScope(indicator, of.unitId));
    after.delete(each.indicatorCode);
    if (!said) continue;
    broken.push(...brokenEntry(said, { indicator, of }, entryPointer));
    if (said.scope !== kept?.scope)
      broken.push(...brokenScope(said.scope, { indicator, unitId: of.unitId }, `${entryPointer}/scope`));
    after.set(each.indicatorCode, {
      remark: null,
      ...unapproved,
      ...said,
      ...unverified,
      evidenceIds: [...new Set(said.evidenceIds)],
      indicatorId: indicator.id,
    });
  }
  const entries = [...indicators.keys()].flatMap((code) => after.get(code) ?? []);
  return { entries, points: broken, asked, confirmed };
}

const blank = { reported: null, outOf: null, nothingToReport: null, note: null, evidenceIds: [] };

/**
 * An entry after a change: what is not given stays; a figure and "nothing to report" take each other's place.
 * Undefined: it says neither, and is taken out. `usual`: scope of a new entry that states none.
 */
export function mergeEntry(
  before: ReportedEntry | undefined,
  given: EntryGiven,
  usual: FigureScope,
): ReportedEntry | undefined {
  const { reported, nothingToReport } = given;
  const instead = {
    ...(reported != null && nothingToReport === undefined && { nothingToReport: null }),
    ...(nothingToReport != null && reported === undefined && { reported: null, outOf: null }),
  };
  if (reported === null && nothingToReport === undefined) return undefined;
  const after: ReportedEntry = { ...blank, scope: usual, ...before, ...given, ...instead };
  return after.reported === null && after.nothingToReport === null ? undefined : after;
}
