import { ObjectType } from '@nestjs/graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { code, count, day, flag, record, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { Stored, Version } from '../api/stored.js';
import { Head } from '../journal/change.view.js';
import { masked } from './identifier.rules.js';

/** A code another system knows a commune, superior or unit by (mã định danh); a system may replace it. */
@ObjectType({
  description: 'A code by which another system knows this, with its validity. Its parts mean nothing here.',
})
export class Identifier {
  @Shown(code, 'Code system, such as "gso" (administrative units of the statistics office).')
  system: string;

  @Shown(
    text(35),
    'The code, as text: leading zeros count. Of a citizen\'s number ("cccd") all but the last three digits is masked, "•••••••••678".',
    { publicValue: masked },
  )
  value: string;

  @Shown(day, 'First day; null: not known.', { nullable: true })
  validFrom: string | null;

  @Shown(day, 'Last day; null: still valid.', { nullable: true })
  validTo: string | null;
}

/** A commune (xã, phường): a tenant, with a key that stays. */
@Entity('commune')
@ObjectType({ description: 'A commune (xã, phường).' })
export class Commune {
  @Stored(count(), 'Id.', { column: { primary: true } })
  id: number;

  @Version() version: number;

  @Stored(code, 'Key, as in addresses: "duc-lang". Never changes.')
  key: string;

  @Stored(text(200), 'Name: "xã Đức Lạng".')
  name: string;

  @Stored(text(100), 'What it is called: xã, phường, đặc khu.')
  kindText: string;

  @Stored(day, 'First day; null: before the records begin.', { nullable: true })
  validFrom: string | null;

  @Stored(day, 'Last day; null: it exists.', { nullable: true })
  validTo: string | null;

  @Stored(record(() => Identifier), 'Codes of other systems.', { list: true })
  identifiers: Identifier[];

  @Stored(flag, 'Whether it is fictitious or holds invented particulars (sample data).')
  invented: boolean;

  @Shown(code, 'Keys of the communes it was made from.', { list: true })
  predecessors: string[];

  @Shown(code, 'Keys of the communes that carry it on.', { list: true })
  successors: string[];

  @Shown(record(() => Head), 'Head of its journal for you. REST shows it in the list, GraphQL always.', {
    optional: true,
    edge: true,
  })
  head?: Head;
}

/** Which commune was made from which. */
@Entity('commune_lineage')
export class CommuneLineage {
  @PrimaryColumn('int') predecessorId: number;
  @PrimaryColumn('int') successorId: number;
}
