import type { OperationId } from '../access/permissions.js';
import type { Arrow, Workflow } from '../api/workflow.js';
import type { RoadStep } from '../catalogue/award-form.view.js';

export const nominationStates = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPRAISED',
  'RECOMMENDED',
  'NOT_RECOMMENDED',
  'GRANTED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type NominationState = (typeof nominationStates)[number];

/** The acts on a nomination itself. */
export const nominationWorkflow = {
  amendNomination: { from: ['DRAFT', 'RETURNED'], kind: 'nomination.amended' },
  dropNomination: { from: ['DRAFT'], to: null, kind: 'nomination.dropped' },
  submitNomination: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', kind: 'nomination.submitted' },
  returnNomination: { from: ['SUBMITTED'], to: 'RETURNED', kind: 'nomination.returned' },
  appraiseNomination: { from: ['SUBMITTED'], to: 'APPRAISED', kind: 'nomination.appraised' },
  withdrawNomination: {
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED'],
    to: 'WITHDRAWN',
    kind: 'nomination.withdrawn',
  },
} as const satisfies Workflow<NominationState>;

export type NominationAct = keyof typeof nominationWorkflow;

/** The state of a new nomination. */
export const drafting = { to: 'DRAFT' } as const satisfies Record<string, NominationState>;

/** The steps of a road (trình tự), in the order the catalogue gives them for a form and type. */
export type Step = RoadStep;

/**
 * States each step leaves a nomination in; the act that takes it, where it is one on another record. No state follows
 * FORWARDING, which has no act here.
 */
export const road = {
  APPRAISAL: { to: ['APPRAISED'] },
  MEETING: { act: 'closeMeeting', to: ['RECOMMENDED', 'NOT_RECOMMENDED'] },
  FORWARDING: { to: [] },
  DECISION: { act: 'signDecision', to: ['GRANTED', 'REFUSED'] },
} as const satisfies Readonly<Record<Step, { act?: OperationId; to: readonly NominationState[] }>>;

/** States in which a step is the next one on a road. */
function statesBefore(step: Step, steps: readonly Step[]): readonly NominationState[] {
  const index = steps.indexOf(step);
  const before = steps[index - 1];
  if (index < 0) return [];
  return before === undefined ? ['SUBMITTED'] : road[before].to;
}

/** Whether a step is the next one on a road. */
const isNext = (step: Step, state: NominationState, steps: readonly Step[]): boolean =>
  statesBefore(step, steps).includes(state);

/** The state in which a nomination comes before a meeting, and again when that is reopened. */
export const stateBeforeMeeting = (steps: readonly Step[]): NominationState | undefined =>
  statesBefore('MEETING', steps)[0];

/** States in which a nomination may be decided: several where a meeting has advised. */
export const statesBeforeDecision = (steps: readonly Step[]): readonly NominationState[] =>
  statesBefore('DECISION', steps);

/** Whether a nomination may come before a meeting: its road asks for one, and all before it is done. */
export const mayBeConvened = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('MEETING', state, steps);

/** Whether it may be granted or refused: all its road asks for is done, whatever the meeting advised. */
export const mayBeDecided = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('DECISION', state, steps);

/** The steps of a nomination, on the given roads, by acts on meetings and decisions. */
export const stepsOfOthers = (roads: readonly (readonly Step[])[]): Arrow[] => {
  const arrows = roads.flatMap((steps) =>
    nominationStates.flatMap((from) =>
      (['MEETING', 'DECISION'] as const).flatMap((step) =>
        isNext(step, from, steps) ? road[step].to.map((to) => ({ from, to, act: road[step].act })) : [],
      ),
    ),
  );
  return arrows.filter(
    (arrow, index) => arrows.findIndex(({ from, to }) => from === arrow.from && to === arrow.to) === index,
  );
};
