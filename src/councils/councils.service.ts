import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { backwards } from '../actors/actor.rules.js';
import { ActorsService } from '../actors/actors.service.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { DocumentsService } from '../documents/documents.service.js';
import { JournalService } from '../journal/journal.service.js';
import { point, points } from '../points.js';
import { refuse } from '../refusals.js';
import { isPerson } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { CouncilMember } from './council-member.entity.js';
import type { AppointMember, ListCouncils } from './council.inputs.js';
import type { Council } from './council.view.js';
import { CouncilsQueries } from './councils.queries.js';

/** The bodies that deliberate, and who belongs to them. */
@Injectable()
export class CouncilsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CouncilsQueries,
    private readonly units: UnitsService,
    private readonly actors: ActorsService,
    private readonly documents: DocumentsService,
    private readonly journal: JournalService,
  ) {}

  /** The bodies that have members on a day, by code. */
  councils(
    caller: Caller,
    commune: string,
    { asOf = caller.on, council, ...page }: ListCouncils,
  ): Promise<Page<Council>> {
    return this.database.read(caller, async () => {
      const first = firstOf(page);
      const [after = null] = (keysAfter(page.after, ['text']) ?? []) as readonly string[];
      return pageOf(
        await this.queries.councils(caller.in(commune), { on: asOf, codes: council, after, limit: first + 1 }),
        first,
        ({ unitCode }) => [unitCode],
      );
    });
  }

  /** Appoints a person to a body. Refusals: RULE for a unit that is none of the two, an unknown actor or document, a last day before the first; TERM_OVERLAPS for a second seat at one time. */
  appointMember(
    caller: Caller,
    commune: string,
    { council: councilCode, person: personCode, office, validFrom, validTo, actor: key, documentId }: AppointMember,
  ): Promise<CouncilMember> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      const council = await this.units.unitNamed(caller, commune, councilCode, '/council', validFrom);
      const person = await this.units.unitNamed(caller, commune, personCode, '/person', validFrom);
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
      const record: CouncilMember = {
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
        documentId: await this.documents.documentNamed(caller, commune, documentId, '/documentId'),
        actorId: own?.id ?? null,
        actor: own?.key ?? null,
      };
      await this.database.manager.insert(CouncilMember, record);
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'member.appointed',
        view: CouncilMember,
        record,
        seen: { before: null, after: 'INSIDE' },
      });
      return record;
    });
  }
}
