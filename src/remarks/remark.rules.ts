import { vietnameseDate } from '../day.js';
import { point, points, type Point } from '../points.js';
import type { Result } from '../submissions/result.entity.js';

type Figure = Pick<Result, 'id' | 'indicatorId' | 'unitId' | 'period' | 'supersedesId'>;

/** Point against a question about a figure that is no longer in force. */
export const notInForce = ({ supersededOn }: Pick<Result, 'supersededOn'>): Point[] =>
  points(
    supersededOn !== null &&
      point('/result', 'RESULT_CORRECTED', {
        en: `This figure was corrected on ${supersededOn}: ask about the one in force.`,
        vi: `Số liệu này đã được đính chính ngày ${vietnameseDate(supersededOn)}; hãy hỏi về số liệu đang có hiệu lực.`,
      }),
  );

/** Points against an answer: nothing is said, or what it names corrects another figure, or is no correction. */
export const brokenAnswer = (
  asked: Omit<Figure, 'supersedesId'>,
  { answer, correction }: { answer?: string; correction?: Figure },
): Point[] =>
  points(
    answer === undefined &&
      correction === undefined &&
      point('/answer', 'UNANSWERED', 'Answer in words, or name the result that corrects the figure.'),
    correction !== undefined &&
      !corrects(asked, correction) &&
      point('/correction', 'NO_CORRECTION', 'This result does not correct the figure asked about.'),
  );

/** Whether a result superseded another, itself or through those between them: ids are in the order of approval. */
const corrects = (before: Omit<Figure, 'supersedesId'>, after: Figure): boolean =>
  after.supersedesId !== null &&
  after.id > before.id &&
  (['indicatorId', 'unitId', 'period'] as const).every((member) => after[member] === before[member]);
