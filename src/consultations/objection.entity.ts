import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, day, flag, id, oneOf } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line, prose } from '../api/text-shapes.js';
import { isPerson, type UnitKind } from '../units/unit-kind.rules.js';
import { objectionStates, type ObjectionState } from './objection.workflow.js';

export const objectionState = oneOf('ObjectionState', objectionStates, 'Whether an objection is answered.');

/** The nominee, where it is a person, and who objected. */
const subjectsOf = ({ unitId, unitKind, objectorId }: Objection): string[] =>
  [isPerson(unitKind) ? unitId : null, objectorId].filter((each) => each !== null);

/** An objection to a nominee on a list: for the officials of the commune alone. */
@Entity('objection')
@ObjectType({
  description: 'An objection (phản ánh) to a nominee, raised while the list hangs. It is never public.',
})
@(DataSubject<Objection>()(['unitId', 'unitKind', 'objectorId'], subjectsOf as never))
export class Objection {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the consultation.')
  consultationId: string;

  @Stored(id, 'Id of the nomination objected to.')
  nominationId: string;

  @Stored(id, 'Id of the nominee (unit).')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(day, 'Legal date on which it was raised.')
  raisedOn: string;

  @Column('uuid', { nullable: true }) objectorId: string | null;

  @Shown(code, 'Code of who objected, where that is a person or household of the commune.', {
    nullable: true,
    personal: true,
  })
  objectorCode: string | null;

  @Stored(line(200), 'Name of who objected; null: unnamed.', { nullable: true, personal: true })
  objector: string | null;

  @Stored(prose(2000), 'The objection.', { personal: true })
  text: string;

  @Stored(id, 'Id of the document of the objection.', { nullable: true })
  documentId: string | null;

  @Stored(objectionState, 'State of the objection.')
  state: ObjectionState;

  @Stored(
    flag,
    'Whether the objection was upheld: the nomination is then withdrawn before the consultation is closed.',
    {
      nullable: true,
    },
  )
  upheld: boolean | null;

  @Stored(prose(2000), 'The answer.', { nullable: true, personal: true })
  answer: string | null;

  @Stored(id, 'Id of the document of the answer.', { nullable: true })
  answerDocumentId: string | null;

  @Stored(day, 'Legal date of the answer.', { nullable: true })
  answeredOn: string | null;
}
