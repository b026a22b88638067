import { point, points, type Point } from '../points.js';
import { stateWords } from '../state-words.data.js';
import type { Nomination } from './nomination.entity.js';
import { notOfRound } from './nomination.rules.js';
import type { NominationState } from './nomination.workflow.js';

/** Most nominations of one act. */
export const mostNominations = 2_000;

/** Nominations of a form in a round that an act is done on together. */
interface Chosen {
  form: string;
  states: readonly NominationState[];
  /** Forms of the round. */
  forms: readonly string[];
  /** Nominations in the states, exceptions included. */
  nominations: readonly Pick<Nomination, 'id'>[];
  except: readonly string[];
}

/** Points against a choice: the form is none of the round, nothing waits or too much does, an exception is none. */
export function brokenChoice({ form, states, forms, nominations, except }: Chosen): Point[] {
  const elsewhere = notOfRound(form, { forms });
  if (elsewhere.length > 0) return elsewhere;
  const vi = states.map((state) => stateWords.nomination[state]).join(' hoặc ');
  const known = new Set(nominations.map(({ id }) => id));
  return points(
    except.flatMap((id, index) =>
      points(
        !known.has(id) &&
          point(`/except/${index}`, 'UNKNOWN', {
            en: `No nomination ${id} for "${form}" waits for it.`,
            vi: `Không có đề nghị ${id} về "${form}" ${vi}.`,
          }),
      ),
    ),
    known.size <= new Set(except).size &&
      point('/form', 'NOTHING_WAITS', {
        en: `No nomination for "${form}" is ${states.join(' or ')}, and waits for it.`,
        vi: `Không có đề nghị nào về "${form}" ${vi}.`,
      }),
    known.size > mostNominations &&
      point('/unit', 'TOO_MANY_NOMINATIONS', {
        en: `More than ${mostNominations} nominations wait: name a unit.`,
        vi: `Có hơn ${mostNominations} đề nghị; hãy nêu từng đơn vị trong "unit".`,
      }),
  );
}

/** Points against each nomination, with the code of its nominee before the place. */
export const ofNominees = <Row extends Pick<Nomination, 'unitCode'>>(
  nominations: readonly Row[],
  broken: (nomination: Row) => readonly Point[],
): Point[] =>
  nominations.flatMap((nomination) =>
    broken(nomination).map((each) => ({ ...each, pointer: `/nominations/${nomination.unitCode}${each.pointer}` })),
  );
