import { Refusal } from '../refusals.js';
import { stateWords } from '../state-words.data.js';
import type { Nomination } from './nomination.entity.js';

/** Live nomination of a nominee, as a refusal tells it. */
export interface Occupant extends Pick<Nomination, 'id' | 'version' | 'state' | 'formCode' | 'unitId'> {
  round: string;
}

/** Refusal of a second nomination, with the round and the state of the first. */
export function alreadyNominated({ id, version: current, state, round }: Occupant): Refusal {
  const other = (words: string) => ({ other: ` ("${round}", ${words})` });
  const words = { vi: other(stateWords.nomination[state]), en: other(state) };
  return new Refusal('ALREADY_NOMINATED', { id, current, state }, [], words);
}
