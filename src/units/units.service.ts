import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor, Reach } from '../access/actor.js';
import { found, only } from '../api/found.js';
import { firstOf } from '../api/lists.js';
import { Database } from '../database/database.js';
import { keysAfter, pageOf, type Page } from '../database/page.js';
import { fold, givenNameFirst, likeFolded } from '../database/text.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { ListUnits } from './unit.inputs.js';
import { UnitsQueries } from './units.queries.js';

/** A unit as it is to be added. Households and people are seen inside the commune only, until something names them. */
export type AddUnit = Pick<Unit, 'code' | 'kind' | 'name' | 'validFrom'> & Partial<Pick<Unit, 'kindText' | 'identifiers' | 'invented'>> & { parent?: string };

@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly journal: JournalService,
  ) {}

  /** The units valid on a day, in Vietnamese order of names, people by given name. */
  async units(actor: Actor, commune: string, list: ListUnits): Promise<Page<Unit>> {
    return only(await this.unitsOf(actor, [actor.in(commune)], list));
  }

  /** The same page of several communes, in the order asked. */
  unitsOf(actor: Actor, reaches: readonly Reach[], { kind, parent, asOf, search, identifier, ...page }: ListUnits): Promise<Page<Unit>[]> {
    return this.database.read(actor, async () => {
      const after = keysAfter(page.after, ['string', 'string']) as readonly [string, string] | null;
      const first = firstOf(page);
      const filter = { on: asOf ?? actor.on, kinds: kind, parent, like: likeFolded(search), identifier: identifierOf(identifier), after, limit: first + 1 };
      const rows = await this.queries.units(reaches, filter);
      return reaches.map(({ commune }) => pageOf(rows.filter(({ communeId }) => communeId === commune), first, (unit) => [unit.sortName, unit.code]));
    });
  }

  /** One unit as it was on a day; a closed one as it was last. */
  unit(actor: Actor, commune: string, code: string, asOf: string = actor.on): Promise<Unit> {
    return this.database.read(actor, async () => found(await this.queries.unit(actor.in(commune), code, asOf)));
  }

  /** Units by id, today; undefined where there is nothing to see. */
  unitsById(actor: Actor, asked: readonly { communeId: number; id: string }[]): Promise<(Unit | undefined)[]> {
    return this.database.read(actor, () => this.queries.unitsById(asked.map(({ communeId, id }) => ({ reach: actor.inCommune(communeId), id })), actor.on));
  }

  /** Adds a unit. Refusals: CODE_TAKEN; RULE when the unit above is not valid on its first day. */
  addUnit(actor: Actor, commune: string, { parent, name, ...input }: AddUnit): Promise<Unit> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      const above = parent === undefined ? undefined : await this.queries.unit(reach, parent, input.validFrom);
      if (parent !== undefined && !above) throw new Refusal('RULE', {}, [{ pointer: '/parent', code: 'NOT_VALID', detail: `There is no unit "${parent}" on ${input.validFrom}.` }]);
      const person = input.kind === 'INDIVIDUAL' || input.kind === 'HOUSEHOLD';
      const unit: Unit = {
        kindText: null,
        identifiers: [],
        invented: false,
        ...input,
        name,
        communeId: reach.commune,
        id: v7(),
        version: 1,
        validTo: null,
        parentId: above?.id ?? null,
        parentCode: above?.code ?? null,
        path: above ? `${above.path}/${input.code}` : input.code,
        audience: person ? 'INSIDE' : 'SUPERIOR',
      };
      await this.database.manager.insert(Unit, unit);
      await this.database.manager.insert(UnitTerm, {
        communeId: reach.commune,
        unitId: unit.id,
        validFrom: unit.validFrom,
        validTo: null,
        name,
        sortName: person ? givenNameFirst(name) : name,
        folded: fold(name),
        parentId: unit.parentId,
        path: unit.path,
      });
      this.journal.record({ actor, commune: reach.commune, kind: 'unit.added', view: Unit, record: unit, seen: { before: null, after: unit.audience } });
      return unit;
    });
  }
}

/** `gso:18307` is a system and its code. */
function identifierOf(text: string | undefined): { system: string; value: string } | undefined {
  if (text === undefined) return undefined;
  const [system = '', ...rest] = text.split(':');
  return { system, value: rest.join(':') };
}
