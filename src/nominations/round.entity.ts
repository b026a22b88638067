import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/permissions.js';
import { code, count, day, id, oneOf, period, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { roundStates, type RoundState } from './round.workflow.js';

export const roundState = oneOf('RoundState', roundStates, 'Whether a round takes nominations.');

/** By when a round means to be where; it binds nobody. */
@ObjectType({ description: 'By when a round means to be where; it binds nobody.' })
export class Calendar {
  @Shown(day, 'Nominations are in.', { nullable: true })
  nominateBy: string | null;

  @Shown(day, 'The meetings are held.', { nullable: true })
  meetBy: string | null;

  @Shown(day, 'The decisions are signed.', { nullable: true })
  decideBy: string | null;
}

/** A round (đợt xét): what is considered, for which period, under which rules. */
@Entity('round')
@ObjectType({
  description: 'A round (đợt xét): which award forms are considered, for which period, under which rules.',
})
export class Round {
  @PrimaryColumn('int')
  communeId: number;

  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('text')
  @Shown(text(200), 'Name: "Tổng kết năm 2023".')
  name: string;

  @Column('text')
  @Shown(period, 'Period whose achievements are considered.')
  period: string;

  @Column('text', { array: true })
  @Shown(code, 'Codes of the award forms considered.', { list: true })
  forms: string[];

  @Column('jsonb')
  @Shown(record(() => Calendar), 'By when it means to be where.')
  calendar: Calendar;

  @Column('text')
  @Shown(code, 'Rule set its nominations go by: "tdkt-2024".')
  ruleSet: string;

  @Column('text')
  @Shown(roundState, 'Whether it takes nominations.')
  state: RoundState;

  @Column('date')
  @Shown(day, 'Legal date of its opening.')
  openedOn: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Legal date of its closing.', { nullable: true })
  closedOn: string | null;

  @AudienceColumn()
  audience: Audience;
}
