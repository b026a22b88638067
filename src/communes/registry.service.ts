import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { CommuneHead } from '../journal/change.entity.js';
import { zeroHash } from '../journal/chain.rules.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { Commune, CommuneLineage, type Identifier } from './commune.entity.js';
import { CommunesQueries } from './communes.queries.js';
import { Superior, Supervision } from './superior.entity.js';

/** Commune 0: what belongs to no commune is journaled there. */
export const registry = 0;

export interface AddCommune {
  key: string;
  name: string;
  kindText: string;
  validFrom?: string;
  identifiers?: Identifier[];
  predecessors?: string[];
  invented?: boolean;
}

export interface AddSuperior {
  key: string;
  name: string;
  kindText: string;
  identifiers?: Identifier[];
  invented?: boolean;
}

/** `supervised` is the key of a commune or of another superior. */
export interface Supervise {
  superior: string;
  supervised: string;
  validFrom: string;
  validTo?: string;
  documentText?: string;
}

/** The registry as the operator writes it, with the owner's connection. Everything is journaled under commune 0. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
    private readonly queries: CommunesQueries,
  ) {}

  /** Every commune with its id, the registry's 0 included. */
  everywhere(): Promise<{ id: number; key: string }[]> {
    return this.database.read({ communeIds: [] }, () => this.queries.everywhere());
  }

  /** Adds a commune with an empty journal. Refusals: CODE_TAKEN; RULE for a predecessor that is not known. */
  async addCommune(actor: Actor, { predecessors = [], ...input }: AddCommune): Promise<Commune> {
    const known = await this.everywhere();
    const id = Math.max(...known.map((each) => each.id)) + 1;
    const before = predecessors.map((key) => known.find((each) => each.key === key)?.id ?? unknown('/predecessors', key));
    const communeId = id;
    const added = await this.database.write(actor, registry, async () => {
      const row = { validFrom: null, validTo: null, identifiers: [], invented: false, ...input, id, version: 1 };
      await this.database.manager.insert(Commune, row);
      if (before.length > 0) await this.database.manager.insert(CommuneLineage, before.map((predecessorId) => ({ predecessorId, successorId: id })));
      const commune: Commune = { ...row, predecessors, successors: [] };
      this.journal.record({ actor, commune: registry, kind: 'commune.added', view: Commune, record: commune, seen: { before: null, after: 'INSIDE' } });
      return commune;
    });
    await this.database.write(actor, communeId, () => this.database.manager.insert(CommuneHead, { communeId, position: 0, hash: zeroHash }));
    return added;
  }

  /** Adds a supervising body. Refusal: CODE_TAKEN. */
  addSuperior(actor: Actor, input: AddSuperior): Promise<Superior> {
    return this.database.write(actor, registry, async () => {
      const superior: Superior = { identifiers: [], invented: false, ...input, id: v7(), version: 1 };
      await this.database.manager.insert(Superior, superior);
      this.journal.record({ actor, commune: registry, kind: 'superior.added', view: Superior, record: superior, seen: { before: null, after: 'INSIDE' } });
      return superior;
    });
  }

  /** Begins a supervision, or, when the same one is under way and `validTo` is given, ends it. */
  supervise(actor: Actor, { superior, supervised, validFrom, validTo, documentText }: Supervise): Promise<Supervision> {
    return this.database.write(actor, registry, async () => {
      const over = (await this.queries.superiorByKey(superior)) ?? unknown('/superior', superior);
      const commune = (await this.queries.everywhere()).find(({ id, key }) => id > 0 && key === supervised);
      const body = commune ? undefined : ((await this.queries.superiorByKey(supervised)) ?? unknown('/supervised', supervised));
      const place = { superiorId: over.id, communeId: commune?.id ?? null, subordinateId: body?.id ?? null };
      const begun = await this.database.manager.findOneBy(Supervision, { superiorId: over.id, validFrom, ...(commune ? { communeId: commune.id } : { subordinateId: body?.id }) });
      const id = begun?.id ?? v7();
      if (begun) {
        await this.database.manager.update(Supervision, { id }, { validTo: validTo ?? null, version: begun.version + 1 });
      } else {
        await this.database.manager.insert(Supervision, { id, ...place, validFrom, validTo: validTo ?? null, documentText: documentText ?? null, version: 1 });
      }
      const record = (await this.queries.supervision(id)) as Supervision;
      const kind = begun ? 'supervision.amended' : 'supervision.begun';
      this.journal.record({ actor, commune: registry, kind, view: Supervision, record, seen: { before: begun ? 'INSIDE' : null, after: 'INSIDE' } });
      return record;
    });
  }
}

function unknown(pointer: string, key: string): never {
  throw new Refusal('RULE', {}, [{ pointer, code: 'UNKNOWN', detail: `There is no "${key}".` }]);
}
