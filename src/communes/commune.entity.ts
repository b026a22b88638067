import { ObjectType } from '@nestjs/graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { code, count, day, flag, record } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { Stored, Version } from '../api/stored.js';
import { Head } from '../journal/change.view.js';
import { Identifier } from './identifier.view.js';

/** A commune (xã, phường): a tenant, with a key that stays. */
@Entity('commune')
@ObjectType({ description: 'A commune (xã, phường).' })
export class Commune {
  @Stored(count(), 'Number of the commune in this program.', { column: { primary: true } })
  id: number;

  @Version() version: number;

  @Stored(code, 'Key, as in addresses: "duc-lang". Never changes.')
  key: string;

  @Stored(line(200), 'Name: "xã Đức Lạng".')
  name: string;

  @Stored(line(100), 'Designation: xã, phường, đặc khu.')
  kindText: string;

  @Stored(day, 'First day; null: before the records begin.', { nullable: true })
  validFrom: string | null;

  @Stored(day, 'Last day; null: it exists.', { nullable: true })
  validTo: string | null;

  @Stored(record(() => Identifier), 'Codes of other systems.', { list: true })
  identifiers: Identifier[];

  @Stored(flag, 'Whether the commune is fictitious or holds invented particulars (sample data).')
  invented: boolean;

  @Shown(code, 'Keys of the communes that the commune was made from.', { list: true })
  predecessors: string[];

  @Shown(code, 'Keys of the communes that succeed the commune.', { list: true })
  successors: string[];

  @Shown(record(() => Head), 'Head of its journal for you, as of today. REST shows it in the list, GraphQL always.', {
    optional: true,
    edge: true,
  })
  head?: Head;
}

/** A merger or split: predecessor and successor. */
@Entity('commune_lineage')
export class CommuneLineage {
  @PrimaryColumn('int') predecessorId: number;
  @PrimaryColumn('int') successorId: number;
}
