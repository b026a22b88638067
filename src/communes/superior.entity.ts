import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, count, day, flag, id, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { Identifier } from './commune.entity.js';

/** A body that supervises communes (cấp trên): huyện, tỉnh, sở. What it is called is data. */
@Entity('superior')
@ObjectType({ description: 'A body that supervises communes (cấp trên).' })
export class Superior {
  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('text')
  @Shown(code, 'Key: "duc-tho".')
  key: string;

  @Column('text')
  @Shown(text(200), 'Name: "huyện Đức Thọ".')
  name: string;

  @Column('text')
  @Shown(text(100), 'What it is called: huyện, tỉnh, sở.')
  kindText: string;

  @Column('jsonb')
  @Shown(record(() => Identifier), 'Codes of other systems.', { list: true })
  identifiers: Identifier[];

  @Column('bool')
  @Shown(flag, 'Whether it is fictitious (sample data).')
  invented: boolean;
}

/** Who supervises whom, from when to when (quan hệ giám sát). */
@Entity('supervision')
@ObjectType({ description: 'Who supervises whom, from when to when.' })
export class Supervision {
  @PrimaryColumn('uuid')
  @Shown(id, 'Id.')
  id: string;

  @Column('int')
  @Shown(count(1), 'Version of the record.')
  version: number;

  @Column('uuid')
  @Shown(id, 'Id of the supervising body.')
  superiorId: string;

  @Shown(code, 'Key of the supervising body.')
  superiorKey: string;

  @Column('int', { nullable: true })
  communeId: number | null;

  @Shown(code, 'Key of the commune, where a commune is supervised.', { nullable: true })
  communeKey: string | null;

  @Column('uuid', { nullable: true })
  @Shown(id, 'Id of the supervised body, where a body is supervised.', { nullable: true })
  subordinateId: string | null;

  @Shown(code, 'Key of the supervised body, where a body is supervised.', { nullable: true })
  subordinateKey: string | null;

  @Column('date')
  @Shown(day, 'First day.')
  validFrom: string;

  @Column('date', { nullable: true })
  @Shown(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  @Shown(text(), 'The document it rests on.', { nullable: true })
  documentText: string | null;
}
