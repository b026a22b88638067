import type { RefusalCode } from '../refusals.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { word, type Word } from '../word.js';
import { agendaActs, type AgendaAct } from './agenda-acts.data.js';

/** An act that is open to somebody. */
export interface OpenStep {
  act: AgendaAct;
  recordId: string | null;
  plan: string | null;
  period: string | null;
  unitCode: string | null;
  unitKind: UnitKind | null;
  formCode: string | null;
  formName: string | null;
  count: number;
  since: string | null;
  dueOn: string | null;
  reasons: RefusalCode[];
}

/** A step of which nothing is said but what is given. */
export const openStep = (step: Partial<OpenStep> & Pick<OpenStep, 'act'>): OpenStep => ({
  recordId: null,
  plan: null,
  period: null,
  unitCode: null,
  unitKind: null,
  formCode: null,
  formName: null,
  count: 1,
  since: null,
  dueOn: null,
  reasons: [],
  ...step,
});

/** Members that tell one step from another. */
export const placeOf = ({ act, recordId, plan, period, unitCode, formCode }: OpenStep): string =>
  JSON.stringify([act, recordId, plan, period, unitCode, formCode]);

/** Sentence of a step; the code of a person or household, which may hold a name, is left out. */
export function inWords({ act, plan, period, unitCode, unitKind, formName, count }: OpenStep): Word {
  const unit = unitKind !== null && !isPerson(unitKind) ? unitCode : null;
  const places = [
    plan !== null && word(`kế hoạch ${plan}`, `plan ${plan}`),
    period !== null && period !== plan && word(`kỳ ${period}`, `period ${period}`),
    unit !== null && word(`đơn vị ${unit}`, `unit ${unit}`),
    formName !== null && word(formName, formName),
    count > 1 && counted(act, count),
  ].filter((each) => each !== false);
  const said = (language: keyof Word) => {
    const what = agendaActs[act][language];
    return places.length === 0 ? what : `${what}: ${places.map((each) => each[language]).join(', ')}`;
  };
  return word(said('vi'), said('en'));
}

/** Number of the records that an act is on: awards of a decision, else nominations of a round. */
const counted = (act: AgendaAct, count: number): Word =>
  agendaActs[act].on === 'decision'
    ? word(`${count} khen thưởng`, `${count} awards`)
    : word(`${count} đề nghị`, `${count} nominations`);

/** Earliest of several days, of which some are not set. */
export const earliest = (days: readonly (string | null)[]): string | null =>
  days.filter((each) => each !== null).sort()[0] ?? null;

/** Whether a step is due by a day; without one any is. */
export const isDueBy = (dueOn: string | null, by: string | undefined): boolean =>
  by === undefined || (dueOn !== null && dueOn <= by);
