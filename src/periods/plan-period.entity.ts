import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { code, count, day, id, oneOf, period, record } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored } from '../api/stored.js';
import { Head } from '../journal/change.view.js';
import { periodStates, type PeriodState } from './period.workflow.js';

export const periodState = oneOf(
  'PeriodState',
  periodStates,
  'OPEN: reports are taken. CLOSED: the figures are final (chốt số liệu).',
);

@ObjectType({ description: 'An extension of the due day of a period. Its reason is that of the change.' })
export class Extension {
  @Shown(id, 'Id of the unit; null: for all units.', { nullable: true })
  unitId: string | null;

  @Shown(code, 'Code of the unit; null: for all units.', { nullable: true })
  unitCode: string | null;

  @Shown(day, 'Last day on which a report is on time.')
  until: string;
}

/** A period of a plan (kỳ báo cáo), as its indicators are reported; closed by the chairperson. */
@Entity('plan_period')
@ObjectType({ description: 'A period that a plan is reported for (kỳ báo cáo).' })
export class PlanPeriod {
  @CommuneId() communeId: number;
  @Id() id: string;

  @Stored(count(), 'Version of the record; 0: nothing was done to the period yet.')
  version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(period, 'Period that is reported for.')
  period: string;

  @Shown(
    day,
    'First day, as of today. The days and the due day stand in answers, not in the feed: they follow from settings ' +
      'and holidays.',
  )
  from: string;

  @Shown(day, 'Last day, as of today.')
  to: string;

  @Shown(day, 'Last day on which a report is on time, before extensions, as of today; null: the plan sets none.', {
    nullable: true,
  })
  dueOn: string | null;

  @Stored(periodState, 'State; a period that ends by the last day of a closed one is frozen, too: see frozenBy.')
  state: PeriodState;

  @Shown(
    period,
    'Closed period that freezes it as of today, itself or one that ends no earlier; of several the one to be ' +
      'reopened first. Stands in answers, not in the feed.',
    {
      nullable: true,
      optional: true,
    },
  )
  frozenBy?: string | null;

  @Stored(day, 'Legal date of its last closing.', { nullable: true })
  closedOn: string | null;

  @Stored(record(() => Head), 'Head of the journal right before its last closing: its figures are those up to there.', {
    nullable: true,
  })
  head: Head | null;

  @Stored(day, 'Legal date of its last reopening.', { nullable: true })
  reopenedOn: string | null;

  @Stored(record(() => Extension), 'Extensions of its due day, in the order they were granted.', { list: true })
  extensions: Extension[];

  /** SUPERIOR from its first act on. */
  @AudienceColumn() audience: Audience;
}
