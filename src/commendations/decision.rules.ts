import { vietnameseDate } from '../day.js';
import { stateWords } from '../state-words.data.js';
import { brokenSymbol } from '../documents/paper.rules.js';
import { inDecision } from '../nominations/agenda.rules.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { mayBeGranted, mayBeRefused, type Step } from '../nominations/nomination.workflow.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';

/** Line of a drafted decision on one nomination. */
export interface DecisionLine {
  nominationId: string;
  outcome: 'GRANTED' | 'REFUSED';
  reason: string | null;
}

/**
 * Nomination with all that a decision on it depends on: the steps of its road, whether the commune's chairperson may
 * give its form on that day, the last day of a collective that is dissolved, and the other decision that names it.
 */
export type Decidable = Pick<Nomination, 'id' | 'state' | 'unitCode' | 'formCode'> & {
  steps: readonly Step[];
  competent: boolean;
  dissolvedOn: string | null;
  otherDecision: string | null;
};

/**
 * Last day of a collective that is dissolved or merged by a day: no commendation without a reason (TT 15/2025).
 * Null for others, and for a person: one who has left or died is still given what he or she earned (truy tặng).
 */
export const dissolvedOn = (
  { unitKind, unitValidTo }: { unitKind: UnitKind; unitValidTo: string | null },
  day: string,
): string | null => (!isPerson(unitKind) && unitValidTo !== null && unitValidTo < day ? unitValidTo : null);

/**
 * Points against the content of a decision: it is empty; a nomination is unknown, named twice, not deliberated as its
 * road asks, or in another decision already; the chairperson may not give the form on that day; the collective is
 * dissolved before it, or it goes against the advice of the meeting, without a reason.
 */
export function brokenDecision(verdicts: readonly DecisionLine[], nominations: readonly Decidable[]): Point[] {
  if (verdicts.length === 0) return [point('', 'EMPTY_DECISION', 'Say what is granted or refused.')];
  return verdicts.flatMap(({ nominationId, outcome, reason }, index) => {
    const pointer = pointerOf(verdicts, index);
    const broken = (code: PointCode, sentence: Sentence) => point(`${pointer}/nomination`, code, sentence);
    const nomination = nominations.find(({ id }) => id === nominationId);
    if (!nomination)
      return [
        broken('UNKNOWN', { en: `There is no nomination ${nominationId}.`, vi: `Không có đề nghị ${nominationId}.` }),
      ];
    const { state, steps, competent, dissolvedOn: lastDay, otherDecision, unitCode, formCode } = nomination;
    const granted = outcome === 'GRANTED';
    const mayBe = granted ? mayBeGranted(state, steps) : mayBeRefused(state, steps);
    const unreasoned = granted && reason === null;
    return points(
      verdicts.findIndex((each) => each.nominationId === nominationId) < index &&
        broken('NOMINATION_TWICE', {
          en: `The nomination of ${unitCode} is named twice.`,
          vi: `Đề nghị của "${unitCode}" được nêu hai lần.`,
        }),
      !mayBe &&
        broken('NOT_DECIDABLE', {
          en: `The nomination of ${unitCode} for ${formCode} is ${state}; its road is ${steps.join(', ')}.`,
          vi: `Đề nghị "${formCode}" của "${unitCode}" ${stateWords.nomination[state]} nên không quyết định.`,
        }),
      mayBe && otherDecision !== null && inDecision(`${pointer}/nomination`, { unitCode, decision: otherDecision }),
      granted &&
        !competent &&
        broken('NOT_COMPETENT', {
          en: `"${formCode}" is not the chairperson's to give on that day.`,
          vi: `Vào ngày đó chủ tịch xã không có thẩm quyền tặng "${formCode}".`,
        }),
      unreasoned &&
        lastDay !== null &&
        point(`${pointer}/reason`, 'DISSOLVED', {
          en: `"${unitCode}" ended on ${lastDay}: say why it is granted all the same.`,
          vi: `"${unitCode}" đã kết thúc ngày ${vietnameseDate(lastDay)}: phải nêu lý do vẫn khen thưởng.`,
        }),
      unreasoned &&
        state === 'NOT_RECOMMENDED' &&
        point(`${pointer}/reason`, 'AGAINST_ADVICE', {
          en: `The meeting advised against ${unitCode}: say why it is granted.`,
          vi: `Hội đồng không đề nghị khen thưởng "${unitCode}": phải nêu lý do vẫn khen thưởng.`,
        }),
    );
  });
}

/** Where a verdict stands in the input: grants first, then refusals. */
export function pointerOf(verdicts: readonly DecisionLine[], index: number): string {
  const grants = verdicts.filter(({ outcome }) => outcome === 'GRANTED').length;
  return index < grants ? `/grants/${index}` : `/refusals/${index - grants}`;
}

/** Points against the symbol and series of a decision: its number is given when it is signed. */
export const brokenHead = ({ symbol, series }: { symbol?: string; series?: string }): Point[] => [
  ...brokenSymbol(symbol, null, '/symbol'),
  ...brokenSymbol(series, null, '/series'),
];

/** Series after another symbol: that of the symbol, where it was so before and none is given. */
export const seriesOf = (
  { symbol: before, series }: { symbol: string; series: string },
  { symbol, series: given }: { symbol?: string; series?: string },
): { series?: string } => (symbol !== undefined && given === undefined && series === before ? { series: symbol } : {});

/** Type of the document of a decision: "QĐ" of "QĐ-UBND". */
export const typeOf = (symbol: string): string => symbol.split('-')[0] ?? symbol;

/** Issuer of the decisions of a commune's chairperson, as printed in their head. */
export const issuerOf = ({ name }: { name: string }): string => `Ủy ban nhân dân ${name}`;
export const usualSymbol = 'QĐ-UBND';

/** Lines that grant, and lines that refuse, in the order given. */
export const grantLines = (grants: readonly { nomination: string; reason?: string }[]): DecisionLine[] =>
  grants.map(({ nomination, reason = null }) => ({ nominationId: nomination, outcome: 'GRANTED', reason }));

export const refusalLines = (refusals: readonly { nomination: string; reason: string }[]): DecisionLine[] =>
  refusals.map(({ nomination, reason }) => ({ nominationId: nomination, outcome: 'REFUSED', reason }));
