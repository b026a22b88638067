import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { code, day, flag, id, record } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { Id, Stored, Version } from '../api/stored.js';
import { Identifier } from './identifier.view.js';

/** A body that supervises communes (cấp trên): huyện, tỉnh, sở. */
@Entity('superior')
@ObjectType({ description: 'A body that supervises communes (cấp trên).' })
export class Superior {
  @Id() id: string;
  @Version() version: number;

  @Stored(code, 'Key: "duc-tho".')
  key: string;

  @Stored(line(200), 'Name: "huyện Đức Thọ".')
  name: string;

  @Stored(line(100), 'Designation: huyện, tỉnh, sở.')
  kindText: string;

  @Stored(record(() => Identifier), 'Codes of other systems.', { list: true })
  identifiers: Identifier[];

  @Stored(flag, 'Whether the superior is fictitious (sample data).')
  invented: boolean;
}

@Entity('supervision')
@ObjectType({ description: 'A supervision (quan hệ giám sát): a body over a commune or a body, for a time.' })
export class Supervision {
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the supervising body.')
  superiorId: string;

  @Shown(code, 'Key of the supervising body.')
  superiorKey: string;

  @Column('int', { nullable: true }) communeId: number | null;

  @Shown(code, 'Key of the commune, where a commune is supervised.', { nullable: true })
  communeKey: string | null;

  @Stored(id, 'Id of the supervised body, where a body is supervised.', { nullable: true })
  subordinateId: string | null;

  @Shown(code, 'Key of the supervised body, where a body is supervised.', { nullable: true })
  subordinateKey: string | null;

  @Stored(day, 'First day.')
  validFrom: string;

  @Stored(day, 'Last day; null: it goes on.', { nullable: true })
  validTo: string | null;

  @Stored(text(), 'Document that the supervision rests on.', { nullable: true })
  documentText: string | null;
}
