import { vietnameseDate } from '../day.js';
import type { Judgement, JudgementState, Nominee } from './nominee.js';

type Words = Judgement['why'];

const judged = (state: JudgementState, why: Words, figure: string | null = null): Judgement => ({ state, figure, why });

export const met = (why: Words, figure?: string | null): Judgement => judged('MET', why, figure);
export const unmet = (why: Words, figure?: string | null): Judgement => judged('UNMET', why, figure);
export const pending = (why: Words, figure?: string | null): Judgement => judged('PENDING', why, figure);
export const unknown = (why: Words, figure?: string | null): Judgement => judged('UNKNOWN', why, figure);

/** Met, or not. */
export const either = (holds: boolean, why: Words, figure?: string | null): Judgement =>
  (holds ? met : unmet)(why, figure);

/** Nothing against it is recorded: what speaks against a nominee counts as absent until it is. */
export const nothingAgainst = ({ on }: Pick<Nominee, 'on'>, what: Words): Judgement =>
  met({
    en: `No ${what.en} is recorded as of ${on}.`,
    vi: `Chưa ghi nhận ${what.vi} tính đến ngày ${vietnameseDate(on)}.`,
  });

/** States from the one that decides first. */
const gravest = ['UNMET', 'UNKNOWN', 'PENDING', 'MET'] as const satisfies readonly JudgementState[];

const first = (judgements: readonly Judgement[], order: readonly JudgementState[]): Judgement | undefined => {
  const state = order.find((each) => judgements.some((one) => one.state === each));
  return judgements.find((one) => one.state === state);
};

/** The state that decides among several which must all hold. */
export const gravestOf = (judgements: readonly Judgement[]): JudgementState =>
  first(judgements, gravest)?.state ?? 'MET';

const joined = (judgements: readonly Judgement[], state: JudgementState): Judgement => {
  const said = judgements.filter((each) => each.state === state);
  return judged(
    state,
    { en: said.map(({ why }) => why.en).join(' '), vi: said.map(({ why }) => why.vi).join(' ') },
    said.flatMap(({ figure }) => figure ?? []).join('; ') || null,
  );
};

/** All must hold: those that decide are said. */
export const allOf = (judgements: readonly Judgement[]): Judgement => joined(judgements, gravestOf(judgements));

/** One is enough: the best is said; where none holds, all that come as near. */
export const anyOf = (judgements: readonly Judgement[]): Judgement =>
  joined(judgements, first(judgements, ['MET', 'PENDING', 'UNKNOWN', 'UNMET'])?.state ?? 'UNMET');

/** The contrary; what is open stays open. */
export const contraryOf = (judgement: Judgement): Judgement => {
  const { state } = judgement;
  return { ...judgement, state: state === 'MET' ? 'UNMET' : state === 'UNMET' ? 'MET' : state };
};
