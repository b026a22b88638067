import type { ProgressState } from './state.rules.js';

/** An indicator that counts, as it stands. `readings`: the states under each reading of an open question. */
export interface CountedIndicator {
  name: string;
  state: ProgressState;
  readings: readonly ProgressState[];
}

/** The n of N of a plan, and its sentence in the words of a report, and in English. */
export interface Completion {
  achieved: number;
  counted: number;
  exceeded: number;
  sentence: string;
  inEnglish: string;
}

const reached = (state: ProgressState) => state === 'MET' || state === 'EXCEEDED';

/** Parts of the sentence that are told only where there are any, each with the states it names. */
const rest: readonly (readonly [says: string, inEnglish: string, states: readonly ProgressState[]])[] = [
  ['chỉ tiêu chưa đạt', 'missed', ['MISSED']],
  ['chỉ tiêu cần làm rõ', 'to be clarified', ['NEEDS_CLARIFICATION']],
  ['chỉ tiêu chưa có mức giao', 'without a target', ['NO_TARGET']],
  ['chỉ tiêu chưa có số liệu', 'without a figure', ['NO_FIGURE']],
  ['chỉ tiêu chưa đến kỳ', 'not due yet', ['NOT_DUE']],
  ['chỉ tiêu đang thực hiện', 'under way', ['ON_TRACK', 'BEHIND', 'IN_PROGRESS']],
  ['chỉ tiêu không đánh giá', 'not judged', ['NOT_JUDGED']],
];

/** Whether a promise is achieved: an open question only where every reading says so. */
export const isAchieved = ({ state, readings }: Omit<CountedIndicator, 'name'>): boolean =>
  reached(state) || (state === 'NEEDS_CLARIFICATION' && readings.length > 0 && readings.every(reached));

/** Counts what is achieved. */
export function completionOf(indicators: readonly CountedIndicator[]): Completion {
  const done = indicators.filter(isAchieved);
  const exceeded = done.filter(({ state, readings }) =>
    state === 'NEEDS_CLARIFICATION' ? readings.every((each) => each === 'EXCEEDED') : state === 'EXCEEDED',
  );
  const open = indicators.filter((each) => !done.includes(each));
  const told = rest.flatMap(([says, inEnglish, states]) => {
    const named = open.filter(({ state }) => states.includes(state)).map(({ name }) => name);
    return named.length === 0 ? [] : [{ says, inEnglish, count: named.length, names: named.join(', ') }];
  });
  const share = `${done.length}/${indicators.length} chỉ tiêu`;
  const sentence = [
    `Hoàn thành và hoàn thành vượt mức ${share}, trong đó ${exceeded.length} chỉ tiêu vượt`,
    ...told.map(({ says, count, names }) => `${count} ${says}: ${names}`),
  ].join('; ');
  const inEnglish = [
    `${done.length} of ${indicators.length} indicators reached their target, ${exceeded.length} of them went beyond it`,
    ...told.map((part) => `${part.count} ${part.inEnglish}: ${part.names}`),
  ].join('; ');
  return {
    achieved: done.length,
    counted: indicators.length,
    exceeded: exceeded.length,
    sentence: `${sentence}.`,
    inEnglish: `${inEnglish}.`,
  };
}
