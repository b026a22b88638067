import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { lengths } from '../api/list-lengths.js';
import { code, day, flag, id, oneOf, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { registrationStates, type RegistrationState } from './registration.workflow.js';

export const registrationState = oneOf(
  'RegistrationState',
  registrationStates,
  'State of a registration. ENDED: taken back, it does not count any more.',
);

@Entity('registration')
@ObjectType({ description: 'A registration for emulation (đăng ký thi đua): of whom, for which year and titles.' })
export class Registration {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the person or unit.')
  unitId: string;

  @Shown(code, 'Code of the person or unit.')
  unitCode: string;

  @Stored(period, 'Year registered for.')
  period: string;

  @Stored(code, 'Codes of the award forms striven for; none: emulation as such.', {
    list: true,
    atMost: lengths.usual,
  })
  forms: string[];

  @Stored(flag, 'Whether the households and persons of the unit are registered, too.')
  withBelow: boolean;

  @Stored(day, 'Legal date of the registration.')
  registeredOn: string;

  @Stored(id, 'Id of the document of the registration.', { nullable: true })
  documentId: string | null;

  @Stored(registrationState, 'State of the registration.')
  state: RegistrationState;

  @Stored(day, 'Legal date from which it does not count any more.', { nullable: true })
  endedOn: string | null;
}
