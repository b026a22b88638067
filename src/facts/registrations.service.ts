import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach, pagedIn } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { complete } from '../api/stored.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { refuse, Refusal } from '../refusals.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Registration } from './registration.entity.js';
import type {
  EndRegistration,
  ListOwnRegistrations,
  ListRegistrations,
  RegisterEmulation,
  RegistrationAt,
} from './registration.inputs.js';
import { brokenRegistration } from './registration.rules.js';
import { registrationWorkflow } from './registration.workflow.js';
import { RegistrationsQueries } from './registrations.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Registration) => [id] } as const;

/** Registrations for emulation (đăng ký thi đua). */
@Injectable()
export class RegistrationsService {
  readonly recordType: RecordType<Registration, RegistrationAt, typeof registrationWorkflow, { path: string }> = {
    entity: Registration,
    workflow: registrationWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.registration(caller, commune, id),
    readEach: (caller, asked) => this.registrationsById(caller, asked),
    facts: async (caller, rows) => {
      const units = rows.map(({ communeId, unitId: id }) => ({ communeId, id }));
      return (await this.units.unitsById(caller, units)).map((unit) => ({ path: unit?.path ?? wholeCommune }));
    },
    demandRight: (caller, { act, commune }, { unitCode: code, path }) =>
      caller.demandOwnStatement(act, commune, { code, path }),
    states: 'registration',
    stateOf: ({ state }) => state,
  };

  constructor(
    private readonly database: Database,
    private readonly queries: RegistrationsQueries,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly catalogue: CatalogueService,
    private readonly records: RecordsService,
  ) {}

  /** The registrations of a commune, the newest first. */
  registrations(
    caller: Caller,
    commune: string,
    { unit: units, first, after, ...asked }: ListRegistrations,
    members?: Projection,
  ): Promise<Page<Registration>> {
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await pagedIn([caller.reachIn(commune)], { first, after, order: newestFirst }, (reach, slice) =>
          this.queries.registrations(reach, { ...asked, units, ...slice }, members),
        ),
      ),
    );
  }

  /** The same page of the registrations of each unit, in the order asked. */
  registrationsOf(
    caller: Caller,
    units: readonly RecordKey[],
    { period, form, state, ...page }: ListOwnRegistrations,
    members?: Projection,
  ): Promise<Page<Registration>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, newestFirst, async (slice) => {
        const asked = withReach(caller, units);
        const rows = await this.queries.registrationsOf(asked, { period, form, state, ...slice }, members);
        return ofEach(asked, rows, ({ unitId }) => unitId);
      }),
    );
  }

  /** One registration. Refusal: NOT_FOUND. */
  async registration(caller: Caller, commune: string, id: string, members?: Projection): Promise<Registration> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.registrationsById(caller, asked, members));
  }

  /** Registrations by id. */
  registrationsById(
    caller: Caller,
    asked: readonly RecordKey[],
    members?: Projection,
  ): Promise<InAskedOrder<Registration>> {
    return this.database.read(caller, () => this.queries.registrationsById(withReach(caller, asked), members));
  }

  /** The acts on a registration: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  registrationActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /**
   * A person or unit registers for the emulation of a year, says a reporter of it or of a unit above, or the clerk on
   * its behalf. Refusals: FORBIDDEN for another's unit; ON_BEHALF_MISSING; RULE for a unit that is not valid, an
   * unknown document, and what `brokenRegistration` finds; ALREADY_REGISTERED.
   */
  registerEmulation(
    caller: Caller,
    commune: string,
    { unit: code, document, period, forms = [], withBelow = false }: RegisterEmulation,
  ): Promise<Registration> {
    const addition = { commune, entity: Registration, kind: 'registration.registered' } as const;
    return this.records.add(caller, addition, async (reach) => {
      const unit = await this.units.unitNamed(caller, { commune, unit: code, on: caller.on }, '/unit');
      caller.demandOwnStatement('registerEmulation', commune, { code, path: unit.pathToday });
      const known = await this.catalogue.formsNamed(caller, forms, { on: caller.on });
      const told = { period, forms, withBelow, unitCode: unit.code, unitKind: unit.kind };
      refuse(brokenRegistration(told, { today: caller.on, known }));
      const registration = complete(Registration, {
        ...{ communeId: reach.communeId, id: v7(), version: 1, unitId: unit.id, unitCode: unit.code },
        ...{ period, forms, withBelow, registeredOn: caller.on, state: 'REGISTERED' as const },
        documentId: await this.documents.idNamed(reach, document, { quality: 'REGISTRATION', pointer: '/document' }),
      });
      await hold(this.database, Unit, { communeId: reach.communeId, ids: [unit.id] });
      const standing = await this.queries.standing(reach, registration);
      if (standing) throw new Refusal('ALREADY_REGISTERED', { id: standing.id, current: standing.version });
      await this.database.manager.insert(Registration, registration);
      return registration;
    });
  }

  /**
   * Takes a registration back. Refusals: NOT_FOUND; FORBIDDEN for another's unit; ON_BEHALF_MISSING; STALE; STATE.
   */
  endRegistration(caller: Caller, at: AtVersion<RegistrationAt>, { reason }: EndRegistration): Promise<Registration> {
    const step = { type: this.recordType, act: 'endRegistration', at, reason } as const;
    return this.records.act(caller, step, () => ({ state: 'ENDED', endedOn: caller.on }));
  }
}
