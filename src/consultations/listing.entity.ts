import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { code, id, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line } from '../api/text-shapes.js';
import { nominationType, type NominationType } from '../catalogue/nomination-type.js';
import { isPerson, personOf, type UnitKind } from '../units/unit-kind.rules.js';

const ofPerson = ({ unitKind }: Listing) => isPerson(unitKind);

/** A line of the list that hangs. It never changes; what came of it stands in the nomination. */
@Entity('listing')
@ObjectType({ description: 'A nominee on the list of a consultation (niêm yết), as it hangs.' })
@(DataSubject<Listing>()(['unitId', 'unitKind'], personOf))
export class Listing {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the consultation.')
  consultationId: string;

  @Stored(id, 'Id of the nomination.')
  nominationId: string;

  @Stored(id, 'Id of the nominee (unit).')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(line(200), 'Name of the nominee, as the list has it; a later name of the unit changes nothing.', {
    personal: ofPerson,
  })
  nomineeName: string;

  @Stored(nominationType, 'Type of commendation.')
  type: NominationType;

  @Stored(period, 'Period of the achievements.')
  period: string;

  @AudienceColumn() audience: Audience;
}
