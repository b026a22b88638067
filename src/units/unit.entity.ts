import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { code, day, flag, id, oneOf, record } from '../api/shapes.js';
import { line, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { Identifier } from '../communes/identifier.view.js';
import { isPerson, unitKinds, type UnitKind } from './unit-kind.rules.js';

export const unitKind = oneOf(
  'UnitKind',
  unitKinds,
  'BODY: council, committee. DEPARTMENT: office. ORGANISATION: mass organisation. HAMLET: thôn, xóm. Others: people.',
);

const ofPerson = ({ kind }: Pick<Unit, 'kind'>) => isPerson(kind);

/** A unit (đơn vị): who takes part in the emulation of a commune. Shown with the name and place it had on a day. */
@Entity('unit')
@ObjectType({ description: 'A unit (đơn vị) as it was on a day: who takes part in the emulation of a commune.' })
@(DataSubject<Unit>()(['id', 'kind'], ({ id, kind }) => (isPerson(kind) ? id : undefined)))
export class Unit {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(code, 'Code, as in addresses. Never changes.')
  code: string;

  @Stored(unitKind, 'Kind of unit.')
  kind: UnitKind;

  @Stored(line(100), 'Designation: thôn, xóm, khu dân cư, văn phòng ….', { nullable: true, personal: ofPerson })
  kindText: string | null;

  @Shown(line(200), 'Name on the day.', { personal: ofPerson })
  name: string;

  @Shown(id, 'Id of the unit above.', { nullable: true })
  parentId: string | null;

  @Shown(code, 'Code of the unit above.', { nullable: true })
  parentCode: string | null;

  @Shown(text(1000), 'Codes from the root down to this unit, joined by "/".')
  path: string;

  @Shown(day, 'First day of the name and place shown.')
  termFrom: string;

  @Shown(day, 'Last day of the name and place shown; null: no other is known to follow.', { nullable: true })
  termTo: string | null;

  @Stored(day, 'First day of the unit.')
  validFrom: string;

  @Stored(day, 'Last day of the unit; null: it exists.', { nullable: true })
  validTo: string | null;

  @Stored(record(() => Identifier), 'Codes of other systems.', { list: true, personal: ofPerson })
  identifiers: Identifier[];

  @Shown(code, 'Codes of the units that the unit succeeds.', { list: true })
  predecessors: string[];

  @Shown(code, 'Codes of the units that succeed the unit.', { list: true, atMost: lengths.usual })
  successors: string[];

  @Stored(flag, 'Whether the unit is invented (sample data): not printed in the plan.')
  invented: boolean;

  @AudienceColumn() audience: Audience;
}

/** A unit's name and place in the tree for a span of days. */
@Entity('unit_term')
export class UnitTerm {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('text') name: string;

  /** People by given name; sorted in Vietnamese order. */
  @Column('text') sortName: string;

  @Column('text') folded: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') path: string;
}
