import type { OperationId } from '../access/permissions.js';
import type { Arrow, Workflow } from '../api/workflow.js';
import type { RoadStep } from '../catalogue/award-form.view.js';

export const nominationStates = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'APPRAISED',
  'CONSULTED',
  'RECOMMENDED',
  'NOT_RECOMMENDED',
  'FORWARDED',
  'GRANTED',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type NominationState = (typeof nominationStates)[number];

/** States in which some road has the appraisal next. */
const appraisable = ['SUBMITTED', 'CONSULTED', 'RECOMMENDED'] as const;

/** States in which some road has the consultation next. */
export const consultable = ['SUBMITTED', 'APPRAISED', 'RECOMMENDED'] as const satisfies readonly NominationState[];

/** The acts on a nomination itself; its road may allow them in fewer states (`mayBeAppraised`, `mayBeWithdrawn`). */
export const nominationWorkflow = {
  amendNomination: { from: ['DRAFT', 'RETURNED'], kind: 'nomination.amended' },
  dropNomination: { from: ['DRAFT'], to: null, kind: 'nomination.dropped' },
  submitNomination: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', kind: 'nomination.submitted' },
  returnNomination: { from: ['SUBMITTED'], to: 'RETURNED', kind: 'nomination.returned' },
  appraiseNomination: { from: appraisable, to: 'APPRAISED', kind: 'nomination.appraised' },
  withdrawNomination: {
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'CONSULTED', 'RECOMMENDED', 'FORWARDED'],
    to: 'WITHDRAWN',
    kind: 'nomination.withdrawn',
  },
  forwardNomination: {
    from: ['SUBMITTED', 'APPRAISED', 'CONSULTED', 'RECOMMENDED'],
    to: 'FORWARDED',
    kind: 'nomination.forwarded',
  },
  receiveNomination: { from: ['FORWARDED'], kind: 'nomination.received' },
  recordOutcome: { from: ['FORWARDED'], to: ['GRANTED', 'REFUSED', 'RETURNED'] },
} as const satisfies Workflow<NominationState>;

export type NominationAct = keyof typeof nominationWorkflow;

/** The state of a new nomination. */
export const drafting = { to: 'DRAFT' } as const satisfies Record<string, NominationState>;

/** The steps of a road (trình tự), in the order the catalogue gives them for a form and type. */
export type Step = RoadStep;

/** States each step leaves a nomination in; the act that takes it, where it is one on another record. */
export const road = {
  APPRAISAL: { to: ['APPRAISED'] },
  CONSULTATION: { act: 'closeConsultation', to: ['CONSULTED'] },
  MEETING: { act: 'closeMeeting', to: ['RECOMMENDED', 'NOT_RECOMMENDED'] },
  FORWARDING: { to: ['FORWARDED'] },
  DECISION: { act: 'signDecision', to: ['GRANTED', 'REFUSED'] },
} as const satisfies Readonly<Record<Step, { act?: OperationId; to: readonly NominationState[] }>>;

/** States in which a step is the next one on a road. Against the advice of a meeting only a decision goes on. */
function statesBefore(step: Step, steps: readonly Step[]): readonly NominationState[] {
  const index = steps.indexOf(step);
  const before = steps[index - 1];
  if (index < 0) return [];
  if (before === undefined) return ['SUBMITTED'];
  const states: readonly NominationState[] = road[before].to;
  return step === 'DECISION' ? states : states.filter((state) => state !== 'NOT_RECOMMENDED');
}

/** Whether a step is the next one on a road. */
const isNext = (step: Step, state: NominationState, steps: readonly Step[]): boolean =>
  statesBefore(step, steps).includes(state);

/** The state in which a nomination comes before a meeting, and again when that is reopened. */
export const stateBeforeMeeting = (steps: readonly Step[]): NominationState | undefined =>
  statesBefore('MEETING', steps)[0];

/** The state in which a decision found a nomination, by the advice of the meeting it went before. */
export function stateBeforeDecision(
  steps: readonly Step[],
  advice: 'RECOMMENDED' | 'NOT_RECOMMENDED' | undefined,
): NominationState | undefined {
  if (advice === 'NOT_RECOMMENDED') return advice;
  const [first, ...others] = statesBefore('DECISION', steps);
  return others.length > 0 ? advice : first;
}

/** Whether a nomination may come before a meeting: its road asks for one, and all before it is done. */
export const mayBeConvened = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('MEETING', state, steps);

/** Whether a nomination may be appraised: its road asks for it, and all before it is done. */
export const mayBeAppraised = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('APPRAISAL', state, steps);

/** Whether a nomination may be put before the people (công khai, lấy ý kiến): its road asks for that now. */
export const mayBeConsulted = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('CONSULTATION', state, steps);

/** Whether it may be withdrawn: before a meeting, while the people are consulted on it, or once it is forwarded. */
export const mayBeWithdrawn = (state: NominationState, steps: readonly Step[]): boolean =>
  state === 'RECOMMENDED'
    ? mayBeConsulted(state, steps)
    : state === 'CONSULTED'
      ? mayBeConvened(state, steps)
      : (state !== 'FORWARDED' || steps.includes('FORWARDING')) &&
        nominationWorkflow.withdrawNomination.from.some((each) => each === state);

/** Whether it may be granted: all its road asks for is done, whatever the meeting advised. */
export const mayBeGranted = (state: NominationState, steps: readonly Step[]): boolean =>
  isNext('DECISION', state, steps);

/** Whether it may be refused: as granted; where a meeting advised against it, at once. */
export const mayBeRefused = (state: NominationState, steps: readonly Step[]): boolean =>
  mayBeGranted(state, steps) || (state === 'NOT_RECOMMENDED' && steps.includes('DECISION'));

/**
 * Whether it may be forwarded: all its road asks for is done. One that came back from above has gone its road: it may
 * once it is submitted again.
 */
export const mayBeForwarded = ({
  state,
  steps,
  forwardedOn,
}: {
  state: NominationState;
  steps: readonly Step[];
  forwardedOn: string | null;
}): boolean =>
  forwardedOn === null ? isNext('FORWARDING', state, steps) : state === 'SUBMITTED' || state === 'APPRAISED';

/** The steps of a nomination, on the given roads, by acts on consultations, meetings and decisions. */
export const stepsOfOthers = (roads: readonly (readonly Step[])[]): Arrow[] => {
  const arrows = roads.flatMap((steps) =>
    nominationStates.flatMap((from) =>
      (['CONSULTATION', 'MEETING', 'DECISION'] as const).flatMap((step) =>
        road[step].to
          .filter((to: NominationState) => (to === 'REFUSED' ? mayBeRefused(from, steps) : isNext(step, from, steps)))
          .map((to) => ({ from, to, act: road[step].act })),
      ),
    ),
  );
  return arrows.filter(
    (arrow, index) => arrows.findIndex(({ from, to }) => from === arrow.from && to === arrow.to) === index,
  );
};
