import { ObjectType } from '@nestjs/graphql';
import type { Role } from '../access/roles.js';
import { role } from '../actors/appointment.entity.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, flag, id, oneTextOf, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { text } from '../api/text-shapes.js';
import { agendaActs, agendaTypes, type AgendaAct, type AgendaType } from './agenda-acts.data.js';

/** An act that is open to the caller now. Derived: no table holds it. */
@ObjectType({ description: 'An act that is open to you now, the record it is on, and its due day (việc cần làm).' })
export class AgendaEntry {
  communeId: number;

  @Shown(id, 'Id of the entry: the same as long as it is open.')
  id: string;

  @Shown(oneTextOf(Object.keys(agendaActs)), 'Operation: "verifySubmission".')
  act: AgendaAct;

  @Shown(oneTextOf(agendaTypes), 'Type of the record that the act is on: "submission".')
  type: AgendaType;

  @Shown(id, 'Id of that record; null: there is none yet, the codes name its place.', { nullable: true })
  recordId: string | null;

  @Shown(code, 'Key of the plan that the record belongs to.', { nullable: true })
  plan: string | null;

  @Shown(period, 'Period that the record is of.', { nullable: true })
  period: string | null;

  @Shown(code, 'Code of the unit that the record is of.', { nullable: true })
  unitCode: string | null;

  @Shown(code, 'Code of the award form, of nominations.', { nullable: true })
  formCode: string | null;

  @Shown(count(1), 'Number of records that the act is on: more than one of nominations for a form in a round.')
  count: number;

  @Shown(day, 'Legal date since which it is open.', { nullable: true })
  since: string | null;

  @Shown(day, 'Last day on which the act is in time, as of today; null: none is set.', { nullable: true })
  dueOn: string | null;

  @Shown(flag, 'Whether that day has gone by.')
  overdue: boolean;

  @Shown(role, 'Roles of the caller that allow the act.', { list: true, atMost: lengths.usual })
  roles: Role[];

  @Shown(text(60), 'Codes of the refusals that the act would meet before more is done on the record: RULE.', {
    list: true,
    atMost: lengths.usual,
  })
  reasons: string[];

  @Shown(text(600), 'The act in Vietnamese; it names no person.')
  vi: string;

  @Shown(text(600), 'The act in English; it names no person.')
  en: string;
}
