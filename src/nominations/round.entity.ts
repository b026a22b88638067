import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { lengths } from '../api/list-lengths.js';
import { code, day, oneOf, period, record } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { roundStates, type RoundState } from './round.workflow.js';
import { Calendar } from './calendar.view.js';

export const roundState = oneOf('RoundState', roundStates, 'Whether a round takes nominations.');

@Entity('round')
@ObjectType({
  description: 'A round (đợt xét): the award forms considered, their period and rule set.',
})
export class Round {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(line(200), 'Name: "Tổng kết năm 2023".')
  name: string;

  @Stored(period, 'Period whose achievements are considered.')
  period: string;

  @Stored(code, 'Codes of the award forms considered.', { list: true, atMost: lengths.usual })
  forms: string[];

  @Stored(record(() => Calendar), 'Planned dates.')
  calendar: Calendar;

  @Stored(code, 'Rule set its nominations go by: "tdkt-2024".')
  ruleSet: string;

  @Stored(roundState, 'Whether the round takes nominations.')
  state: RoundState;

  @Stored(day, 'Legal date of its opening.')
  openedOn: string;

  @Stored(day, 'Legal date of its closing.', { nullable: true })
  closedOn: string | null;

  @AudienceColumn() audience: Audience;
}
