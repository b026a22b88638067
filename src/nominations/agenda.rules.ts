import { daysAfter } from '../day.js';
import type { Outcome } from '../councils/vote.rules.js';
import { beforeBound } from '../journal/bound.rules.js';
import { point, points, type Point, type PointCode, type Sentence } from '../points.js';
import { stateWords } from '../state-words.data.js';
import type { Nomination } from './nomination.entity.js';
import { mayBeConvened, type Step } from './nomination.workflow.js';

/** A nomination before a meeting, as it is judged. */
type Matter = Pick<Nomination, 'id' | 'state' | 'unitCode' | 'formCode' | 'deedOn' | 'decisionId'> & {
  steps: readonly Step[];
  meetingId: string | null;
  draftId: string | null;
  consultationId: string | null;
  consultedUntil: string | null;
};

/** Point that a nomination is before a meeting. */
const beforeMeeting = (pointer: string, { unitCode, meetingId }: { unitCode: string; meetingId: string }): Point =>
  point(pointer, 'ALREADY_BEFORE_MEETING', {
    en: `The nomination of ${unitCode} is before the meeting ${meetingId}.`,
    vi: `Đề nghị của "${unitCode}" đã được đưa ra cuộc họp ${meetingId}.`,
  });

/** Point that a nomination stands in a decision. */
export const inDecision = (pointer: string, { unitCode, decision }: { unitCode: string; decision: string }): Point =>
  point(pointer, 'ALREADY_IN_DECISION', {
    en: `The nomination of ${unitCode} stands in the decision ${decision}.`,
    vi: `Đề nghị của "${unitCode}" đã nằm trong quyết định ${decision}.`,
  });

/**
 * Points against an agenda: it is empty; a nomination is unknown, named twice, not to be deliberated now, before a
 * meeting already, or for a deed or a consultation after the day of the meeting.
 */
export function brokenAgenda(
  ids: readonly string[],
  nominations: readonly Omit<Matter, 'decisionId' | 'draftId' | 'consultationId'>[],
  heldOn: string,
): Point[] {
  if (ids.length === 0) return [point('/nominations', 'EMPTY_AGENDA', 'Say what is deliberated on.')];
  return ids.flatMap((id, index) => {
    const nomination = nominations.find((each) => each.id === id);
    const broken = (code: PointCode, sentence: Sentence) => point(`/nominations/${index}`, code, sentence);
    if (!nomination) return [broken('UNKNOWN', { en: `There is no nomination ${id}.`, vi: `Không có đề nghị ${id}.` })];
    const { state, steps, unitCode, formCode, deedOn, meetingId, consultedUntil } = nomination;
    const mayBe = mayBeConvened(state, steps);
    return points(
      ids.indexOf(id) < index &&
        broken('NAMED_TWICE', { en: `${id} is named twice.`, vi: `Đề nghị ${id} được nêu hai lần.` }),
      !mayBe &&
        broken('NOT_TO_DELIBERATE', {
          en: `The nomination of ${unitCode} for ${formCode} is ${state}; its road is ${steps.join(', ')}.`,
          vi:
            `Đề nghị "${formCode}" của "${unitCode}" ${stateWords.nomination[state]}: ` +
            'chưa tới bước họp xét, hoặc không qua họp xét.',
        }),
      mayBe && meetingId !== null && beforeMeeting(`/nominations/${index}`, { unitCode, meetingId }),
      deedOn !== null && beforeBound(heldOn, { day: deedOn, of: 'DEED' }, `/nominations/${index}`),
      consultedUntil !== null &&
        beforeBound(heldOn, { day: daysAfter(consultedUntil, 1), of: 'CONSULTATION' }, `/nominations/${index}`),
    );
  });
}

/**
 * Points against reopening a meeting: a nomination stands in a decision by now, or went on from what was advised; or
 * one without a quorum there is before another meeting, or is withdrawn.
 */
export const brokenReopening = (
  nominations: readonly (Omit<Matter, 'formCode' | 'deedOn' | 'consultedUntil'> & { outcome: Outcome })[],
): Point[] =>
  nominations.flatMap(({ id, state, steps, unitCode, draftId, decisionId, meetingId, consultationId, outcome }) => {
    const pointer = `/matters/${id}`;
    const decision = decisionId ?? draftId;
    const undecided = outcome === 'NO_QUORUM';
    return points(
      decision !== null && inDecision(pointer, { unitCode, decision }),
      undecided && meetingId !== null && beforeMeeting(pointer, { unitCode, meetingId }),
      consultationId !== null &&
        point(pointer, 'IN_CONSULTATION', {
          en: `The list with ${unitCode} hangs: cancel the consultation ${consultationId} first.`,
          vi: `"${unitCode}" đang trong danh sách công khai ${consultationId}; hãy hủy đợt công khai đó trước.`,
        }),
      decision === null &&
        (undecided ? !mayBeConvened(state, steps) : state !== outcome) &&
        point(pointer, 'NOT_TO_DELIBERATE', {
          en: `The nomination of ${unitCode} is ${state} by now.`,
          vi: `Đề nghị của "${unitCode}" nay ${stateWords.nomination[state]}.`,
        }),
    );
  });
