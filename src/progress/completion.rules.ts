import type { ProgressState } from './state.rules.js';

/** An indicator that counts, as it stands. `readings`: the states under each reading of an open question. */
export interface Counted {
  name: string;
  state: ProgressState;
  readings: readonly ProgressState[];
}

/** The n of N of a plan, and its sentence in the words of a report. */
export interface Completion {
  achieved: number;
  counted: number;
  exceeded: number;
  sentence: string;
}

const reached = (state: ProgressState) => state === 'MET' || state === 'EXCEEDED';

/** Parts of the sentence that are told only where there are any, each with the states it names. */
const rest: readonly (readonly [says: string, states: readonly ProgressState[]])[] = [
  ['chỉ tiêu chưa đạt', ['MISSED']],
  ['chỉ tiêu cần làm rõ', ['NEEDS_CLARIFICATION']],
  ['chỉ tiêu chưa có mức giao', ['NO_TARGET']],
  ['chỉ tiêu chưa có số liệu', ['NO_FIGURE']],
  ['chỉ tiêu chưa đến kỳ', ['NOT_DUE']],
  ['chỉ tiêu đang thực hiện', ['ON_TRACK', 'BEHIND', 'IN_PROGRESS']],
  ['chỉ tiêu không đánh giá', ['NOT_JUDGED']],
];

/** Counts what is achieved. An open question is achieved only where every reading says so. */
export function completionOf(indicators: readonly Counted[]): Completion {
  const clear = ({ state, readings }: Counted) =>
    state === 'NEEDS_CLARIFICATION' && readings.length > 0 && readings.every(reached);
  const done = indicators.filter((each) => reached(each.state) || clear(each));
  const exceeded = done.filter(({ state, readings }) =>
    state === 'NEEDS_CLARIFICATION' ? readings.every((each) => each === 'EXCEEDED') : state === 'EXCEEDED',
  );
  const open = indicators.filter((each) => !done.includes(each));
  const told = rest.flatMap(([says, states]) => {
    const named = open.filter(({ state }) => states.includes(state)).map(({ name }) => name);
    return named.length === 0 ? [] : [`${named.length} ${says}: ${named.join(', ')}`];
  });
  const share = `${done.length}/${indicators.length} chỉ tiêu`;
  const sentence = [
    `Hoàn thành và hoàn thành vượt mức ${share}, trong đó ${exceeded.length} chỉ tiêu vượt`,
    ...told,
  ].join('; ');
  return { achieved: done.length, counted: indicators.length, exceeded: exceeded.length, sentence: `${sentence}.` };
}
