import type { OperationId } from '../access/permissions.js';
import { Refusal } from '../refusals.js';
import { recordWords, stateWords, type StateIn } from '../state-words.data.js';
import type { Kind } from './kinds.js';
import type { PossibleAct } from './possible-act.view.js';

/** A step of a record's life: the states it is allowed in, the state after it, and the journal's word for it. */
export interface WorkflowStep<State extends string> {
  from: readonly State[];
  /** State after it, or one of several; the act's service method sets it. Null: the record is taken out. */
  to?: State | readonly State[] | null;
  /** `round.closed`; absent where the act is journaled with another record. */
  kind?: Kind;
}

/** The whole life of a record, as a table of its acts. */
export type Workflow<State extends string> = Readonly<Partial<Record<OperationId, WorkflowStep<State>>>>;

/** Acts of a workflow. */
export type ActOf<Table> = keyof Table & OperationId;

/** Acts of a workflow that are journaled with its own record: those that name a `kind`. */
export type JournaledAct<Table> = {
  [Act in ActOf<Table>]: Table[Act] extends { kind: Kind } ? Act : never;
}[ActOf<Table>];

/** The refusal of an act that the state of a record does not allow. `version` is that of the record the act is on. */
export function wrongState({ of, state, version }: StateIn & { version: number }): Refusal {
  const states: Readonly<Record<string, string>> = stateWords[of];
  const words = { record: recordWords[of].vi, state: states[state] };
  return new Refusal('STATE', { state, current: version }, [], { vi: words, en: { record: of } });
}

/** Refuses with STATE an act that the table does not allow in the record's state. */
export function demandState(workflow: Workflow<string>, act: OperationId, record: StateIn & { version: number }): void {
  if (!workflow[act]?.from.includes(record.state)) throw wrongState(record);
}

/** Acts of a workflow in a state. `refusalsOf` names the missing right, if any, and other reasons against an act. */
export function possibleActs<State extends string>(
  workflow: Workflow<State>,
  state: State,
  refusalsOf: (act: OperationId) => readonly (string | undefined)[],
): PossibleAct[] {
  return (Object.keys(workflow) as OperationId[]).map((act) => {
    const inState = workflow[act]?.from.includes(state) ?? false;
    const reasons = [...new Set([...refusalsOf(act), inState ? undefined : 'STATE'])].filter(
      (reason) => reason !== undefined,
    );
    return { act, allowed: reasons.length === 0, reasons };
  });
}

/** Arrow of a state diagram. Without `from` the act makes the record. */
export interface Arrow {
  from?: string;
  to: string;
  act: string;
}

const statesAfter = (before: string, to: WorkflowStep<string>['to']): readonly string[] =>
  to === null ? ['[*]'] : typeof to === 'object' ? to : [to ?? before];

/** Workflow as a Mermaid diagram: every act from every state; `more` are arrows of acts on other records. */
export function diagram<State extends string>(workflow: Workflow<State>, more: readonly Arrow[] = []): string {
  const steps = Object.entries(workflow as Record<string, WorkflowStep<State>>);
  const own = steps.flatMap(([act, { from, to }]) =>
    from.flatMap((state) => statesAfter(state, to).map((after): Arrow => ({ from: state, to: after, act }))),
  );
  const arrows = [...own, ...more].sort(
    (one, other) => Number(one.from !== undefined) - Number(other.from !== undefined),
  );
  return ['stateDiagram-v2', ...arrows.map(({ from = '[*]', to, act }) => `  ${from} --> ${to}: ${act}`)].join('\n');
}
