import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { backwards } from '../actors/actor.rules.js';
import { ActorsService } from '../actors/actors.service.js';
import { paged } from '../api/lists.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import { RecordsService } from '../journal/records.service.js';
import { point, points } from '../points.js';
import { refuse } from '../refusals.js';
import { isPerson } from '../units/unit-kind.rules.js';
import { UnitsService } from '../units/units.service.js';
import { CouncilMember } from './council-member.entity.js';
import type { AppointMember, ListCouncils } from './council.inputs.js';
import type { Council } from './council.view.js';
import { CouncilsQueries } from './councils.queries.js';

const byCode = { types: ['text'], keysOf: ({ unitCode }: Council) => [unitCode] } as const;

/** The bodies that deliberate, and who belongs to them. */
@Injectable()
export class CouncilsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CouncilsQueries,
    private readonly units: UnitsService,
    private readonly actors: ActorsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
  ) {}

  /** The bodies that have members on a day, by code. */
  councils(
    caller: Caller,
    commune: string,
    { asOf = caller.on, council, ...page }: ListCouncils,
    members?: Projection,
  ): Promise<Page<Council>> {
    return this.database.read(caller, () =>
      paged(page, byCode, ({ after, limit }) =>
        this.queries.councils(
          caller.in(commune),
          { on: asOf, codes: council, after: after?.[0] ?? null, limit },
          members,
        ),
      ),
    );
  }

  /**
   * Appoints a person to a body. Refusals: FORBIDDEN; RULE for a unit that is none of the two, an unknown actor or
   * document, a last day before the first; TERM_OVERLAPS for a second seat at one time.
   */
  appointMember(
    caller: Caller,
    commune: string,
    { council: councilCode, person: personCode, office, validFrom, validTo, actor: key, documentId }: AppointMember,
  ): Promise<CouncilMember> {
    return this.records.add(caller, { commune, view: CouncilMember, kind: 'member.appointed' }, async (reach) => {
      const council = await this.units.unitNamed(caller, { commune, unit: councilCode, on: validFrom }, '/council');
      const person = await this.units.unitNamed(caller, { commune, unit: personCode, on: validFrom }, '/person');
      caller.demandFor('appointMember', commune, council.path);
      const own = key === undefined ? undefined : await this.actors.actorNamed(caller, commune, key);
      refuse(
        points(
          isPerson(council.kind) && point('/council', 'NO_BODY', `"${councilCode}" is a person or household.`),
          person.kind !== 'INDIVIDUAL' && point('/person', 'INDIVIDUAL_ONLY', `"${personCode}" is not one person.`),
          backwards(validFrom, validTo),
          key !== undefined && !own && point('/actor', 'UNKNOWN', `There is no actor "${key}".`),
        ),
      );
      const member: CouncilMember = {
        communeId: reach.commune,
        id: v7(),
        version: 1,
        councilId: council.id,
        councilCode,
        personId: person.id,
        personCode,
        office,
        validFrom,
        validTo: validTo ?? null,
        documentId: await this.documents.documentNamed(caller.in(commune), documentId, '/documentId'),
        actorId: own?.id ?? null,
        actor: own?.key ?? null,
      };
      await this.database.manager.insert(CouncilMember, member);
      return member;
    });
  }
}
