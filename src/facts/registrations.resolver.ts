import { Args, Resolver } from '@nestjs/graphql';
import type { Caller } from '../access/caller.js';
import { connection, Connection } from '../api/connection.js';
import type { Level } from '../api/level.js';
import { Acts, Edge, ExpectedVersion, Input, Needs, Reads } from '../api/operation.js';
import { CommuneAt } from '../api/place.js';
import { ActionsEdge } from '../api/possible-act.view.js';
import { CurrentCaller, Needed } from '../api/request.js';
import type { Projection } from '../database/projection.js';
import { Document } from '../documents/document.entity.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Registration } from './registration.entity.js';
import { EndRegistration, ListRegistrations, RegisterEmulation, RegistrationAt } from './registration.inputs.js';
import { RegistrationsService } from './registrations.service.js';

@Resolver(() => Registration)
export class RegistrationsResolver {
  constructor(
    private readonly service: RegistrationsService,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  @Reads('registrations', Connection(Registration))
  async registrations(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() list: ListRegistrations,
    @Needed() members?: Projection,
  ) {
    return connection(await this.service.registrations(caller, at.commune, list, members));
  }

  @Reads('registration', Registration)
  registration(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RegistrationAt,
    @Needed() members?: Projection,
  ) {
    return this.service.registration(caller, at.commune, which.id, members);
  }

  @Acts('registerEmulation', Registration)
  registerEmulation(@CurrentCaller() caller: Caller, @Args() at: CommuneAt, @Input() input: RegisterEmulation) {
    return this.service.registerEmulation(caller, at.commune, input);
  }

  @Acts('endRegistration', Registration)
  endRegistration(
    @CurrentCaller() caller: Caller,
    @Args() at: CommuneAt,
    @Args() which: RegistrationAt,
    @ExpectedVersion() expectedVersion: number,
    @Input() input: EndRegistration,
  ) {
    return this.service.endRegistration(caller, { ...at, ...which, expectedVersion }, input);
  }

  @ActionsEdge('registrationActions')
  actions({ parents }: Level<Registration>, caller: Caller) {
    return this.records.possibleActsOf(caller, this.service.recordType, parents);
  }

  @Edge('unit', Unit, 'Person or unit of the registration, as valid today.')
  @Needs<Registration>('unitId')
  unit(level: Level<Registration>, caller: Caller) {
    return level.named('unitId', (asked, members) => this.units.unitsById(caller, asked, members));
  }

  @Edge('document', Document, 'Document that the registration rests on.')
  @Needs<Registration>('documentId')
  document(level: Level<Registration>, caller: Caller) {
    return level.named('documentId', (asked, members) => this.documents.documentsById(caller, asked, members));
  }
}
