import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, count, day, id, oneOf, record } from '../api/shapes.js';
import { prose } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Signer } from '../documents/signer.view.js';
import { PlanSettings } from './plan-settings.view.js';
import { Section } from './section.view.js';

export const planKinds = ['YEARLY', 'MOVEMENT', 'CHILD', 'TERM'] as const;
export type PlanKind = (typeof planKinds)[number];
export const planKind = oneOf(
  'PlanKind',
  planKinds,
  "YEARLY: the plan of a year. MOVEMENT: a movement (phong trào). CHILD: a unit's own plan below another. " +
    'TERM: the plan of several years.',
);

export const planStates = ['DRAFT', 'ISSUED', 'CLOSED'] as const;
export type PlanState = (typeof planStates)[number];
export const planState = oneOf(
  'PlanState',
  planStates,
  'DRAFT: being prepared. ISSUED: in force. CLOSED: the year is over.',
);

/** A plan (kế hoạch phát động thi đua): what a commune promises for a year. */
@Entity('plan')
@ObjectType({ description: 'An emulation plan (kế hoạch phát động thi đua).' })
export class Plan {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(code, 'Key, as in addresses: "2023", of a child plan "2023-<unit>".')
  key: string;

  @Stored(planKind, 'Kind of plan.')
  kind: PlanKind;

  @Stored(count(1900, 2200), 'Year of the plan; of several years the first.')
  year: number;

  @Stored(count(1900, 2200), 'Last year of a plan of several; null: the plan is for one year.', { nullable: true })
  untilYear: number | null;

  @Stored(prose(1000), 'Title, as printed.')
  title: string;

  @Stored(prose(1000), 'Other name of the plan in its text.', { nullable: true })
  alsoCalled: string | null;

  @Stored(id, 'Id of its document.')
  documentId: string;

  @Shown(record(() => Signer), 'Signer of its document, as of today.')
  signer: Signer;

  @Shown(prose(300), 'Recipients printed on its document, as of today.', { list: true, atMost: lengths.printed })
  recipients: string[];

  @Shown(prose(1000), 'Legal bases printed on its document, as of today; may be none.', {
    list: true,
    atMost: lengths.printed,
  })
  bases: string[];

  @Stored(prose(), 'Purposes and requirements (mục đích, yêu cầu).', { list: true, atMost: lengths.printed })
  purposes: string[];

  @Stored(prose(), 'Duties of carrying it out (tổ chức thực hiện).', { list: true, atMost: lengths.printed })
  duties: string[];

  @Stored(record(() => Section), 'Headings, in order.', { list: true, atMost: lengths.long })
  sections: Section[];

  @Stored(day, 'Day by which the plan is to be fulfilled.', { nullable: true })
  deadline: string | null;

  @Stored(
    record(() => PlanSettings),
    'Due days, days of seasons and thresholds of checks that its reports are judged by.',
  )
  settings: PlanSettings;

  @Column('uuid', { nullable: true }) parentPlanId: string | null;

  @Shown(code, 'Key of the plan above, of a child plan.', { nullable: true })
  parentPlan: string | null;

  @Stored(id, 'Id of the unit of a child plan.', { nullable: true })
  unitId: string | null;

  @Shown(code, 'Code of the unit of a child plan.', { nullable: true })
  unitCode: string | null;

  /** Path of that unit today; empty for the commune's own plans. */
  unitPath: string;

  @Stored(planState, 'State of the plan.')
  state: PlanState;

  /** The day of its issue: that of its document, else the date in law of the act, as stored; null: a draft. */
  @Column('date', { nullable: true }) issuedOn: string | null;

  /** Legal date of its closing; null: it is not closed. */
  @Column('date', { nullable: true }) closedOn: string | null;

  @AudienceColumn() audience: Audience;

  @Shown(
    code,
    'Codes of its indicators without a baseline, as of today. REST shows it in the answer of draftPlan, GraphQL ' +
      'always.',
    { list: true, optional: true, edge: true },
  )
  withoutBaseline?: string[];
}
