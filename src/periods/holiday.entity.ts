import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { day, oneOf } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';

export const holidayKinds = ['OFF', 'WORKING'] as const;
export type HolidayKind = (typeof holidayKinds)[number];
export const holidayKind = oneOf(
  'HolidayKind',
  holidayKinds,
  'OFF: nobody works (nghỉ lễ). WORKING: a Saturday or Sunday that is worked (làm bù).',
);

/** A day that is not as the week has it; due days in working days are counted by it. */
@Entity('holiday')
@ObjectType({ description: 'A holiday (ngày nghỉ lễ), or a Saturday that is worked instead (ngày làm bù).' })
export class Holiday {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(day, 'Day of the calendar.')
  day: string;

  @Stored(line(200), 'Name of the holiday, or of the working day in its place.')
  name: string;

  @Stored(holidayKind, 'Whether the day is off or worked.')
  kind: HolidayKind;

  @AudienceColumn() audience: Audience;
}
