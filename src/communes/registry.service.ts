import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import { Database } from '../database/database.js';
import { zeroHash } from '../journal/chain.rules.js';
import { CommuneHead } from '../journal/change.entity.js';
import { JournalService } from '../journal/journal.service.js';
import { overlapping, wrong } from '../refusals.js';
import { Commune, CommuneLineage } from './commune.entity.js';
import type { Identifier } from './identifier.view.js';
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

/** Another name for a commune. */
export interface AmendCommune {
  key: string;
  name: string;
  reason?: string;
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
  addCommune(caller: Caller, { predecessors = [], ...input }: AddCommune): Promise<Commune> {
    return this.database.write(caller, registry, async () => {
      const id = await this.queries.nextId();
      const before = await Promise.all(predecessors.map((key) => this.known('/predecessors', key)));
      const row = { validFrom: null, validTo: null, identifiers: [], invented: false, ...input, id, version: 1 };
      await this.database.manager.insert(Commune, row);
      for (const predecessorId of before)
        await this.database.manager.insert(CommuneLineage, { predecessorId, successorId: id });
      await this.database.manager.query(`set local app.commune = '${id}'`);
      await this.database.manager.insert(CommuneHead, { communeId: id, position: 0, hash: zeroHash, at: null });
      await this.database.manager.query(`set local app.commune = '${registry}'`);

      const commune: Commune = { ...row, predecessors, successors: [] };
      this.journal.record({ ...entry(caller, null), kind: 'commune.added', entity: Commune, record: commune });
      for (const predecessorId of before) await this.succeeded(caller, predecessorId);
      return commune;
    });
  }

  /** Amends the name of a commune. Refusal: RULE for a commune that is not there. */
  amendCommune(caller: Caller, { key, name, reason }: AmendCommune): Promise<Commune> {
    return this.database.write(caller, registry, async () => {
      const id = await this.known('/key', key);
      await this.database.manager.update(Commune, { id }, { name, version: () => 'version + 1' });
      return this.communeChanged(caller, id, { kind: 'commune.amended', reason });
    });
  }

  /** Adds a supervising body. Refusal: CODE_TAKEN. */
  addSuperior(caller: Caller, input: AddSuperior): Promise<Superior> {
    return this.database.write(caller, registry, async () => {
      const superior: Superior = { identifiers: [], invented: false, ...input, id: v7(), version: 1 };
      await this.database.manager.insert(Superior, superior);
      this.journal.record({ ...entry(caller, null), kind: 'superior.added', entity: Superior, record: superior });
      return superior;
    });
  }

  /** Begins a supervision. Refusals: TERM_OVERLAPS when it is under way; RULE for a body above itself. */
  supervise(caller: Caller, { superior, supervised, validFrom, ...more }: Supervise): Promise<Supervision> {
    return this.database.write(caller, registry, async () => {
      const parties = await this.parties(superior, supervised);
      if (parties.subordinateId !== null && (await this.queries.isAbove(parties.subordinateId, parties.superiorId))) {
        throw wrong('/supervised', 'ABOVE_ITSELF', {
          en: `"${supervised}" is above "${superior}".`,
          vi: `"${supervised}" là cấp trên của "${superior}".`,
        });
      }
      const validTo = more.validTo ?? null;
      const other = await this.queries.supervisionOverlapping(parties, { validFrom, validTo });
      if (other) throw overlapping(other);
      const id = v7();
      await this.database.manager.insert(Supervision, {
        id,
        ...parties,
        validFrom,
        validTo,
        documentText: more.documentText ?? null,
        version: 1,
      });
      return this.recorded(caller, id, { kind: 'supervision.begun', before: null });
    });
  }

  /** Ends the supervision under way. Refusal: NOT_FOUND when there is none. */
  endSupervision(
    caller: Caller,
    { superior, supervised, lastDay }: Pick<Supervise, 'superior' | 'supervised'> & { lastDay: string },
  ): Promise<Supervision> {
    return this.database.write(caller, registry, async () => {
      const parties = await this.parties(superior, supervised);
      const { id } = found(await this.queries.supervisionForUpdate(parties));
      await this.database.manager.update(Supervision, { id }, { validTo: lastDay, version: () => 'version + 1' });
      return this.recorded(caller, id, { kind: 'supervision.ended', before: 'INSIDE' });
    });
  }

  private async parties(
    superior: string,
    supervised: string,
  ): Promise<Pick<Supervision, 'superiorId' | 'communeId' | 'subordinateId'>> {
    const over = (await this.queries.superiorByKey(superior)) ?? refuseUnknown('/superior', superior);
    const commune = (await this.queries.everywhere()).find(({ id, key }) => id > 0 && key === supervised);
    const body = commune
      ? undefined
      : ((await this.queries.superiorByKey(supervised)) ?? refuseUnknown('/supervised', supervised));
    return { superiorId: over.id, communeId: commune?.id ?? null, subordinateId: body?.id ?? null };
  }

  private async recorded(
    caller: Caller,
    id: string,
    { kind, before }: { kind: 'supervision.begun' | 'supervision.ended'; before: 'INSIDE' | null },
  ): Promise<Supervision> {
    const record = expected(await this.queries.supervision(id), `The supervision ${id} was recorded and is not there.`);
    this.journal.record({ ...entry(caller, before), kind, entity: Supervision, record });
    return record;
  }

  /** A commune is carried on by another: its record says so, in a version of its own. */
  private async succeeded(caller: Caller, id: number): Promise<void> {
    await this.database.manager.update(Commune, { id }, { version: () => 'version + 1' });
    await this.communeChanged(caller, id, { kind: 'commune.succeeded' });
  }

  private async communeChanged(
    caller: Caller,
    id: number,
    { kind, reason }: { kind: 'commune.succeeded' | 'commune.amended'; reason?: string },
  ): Promise<Commune> {
    const record = expected(
      await this.queries.commune(caller.reachById(id)),
      `The commune ${id} was changed and is not there.`,
    );
    this.journal.record({ ...entry(caller, 'INSIDE'), kind, entity: Commune, record, reason });
    return record;
  }

  private async known(pointer: string, key: string): Promise<number> {
    return (
      (await this.queries.everywhere()).find((each) => each.id > 0 && each.key === key)?.id ??
      refuseUnknown(pointer, key)
    );
  }
}

/** A line of the registry's journal; `before` is null for a new record. */
const entry = (caller: Caller, before: 'INSIDE' | null) => ({
  caller,
  communeId: registry,
  seen: { before, after: 'INSIDE' as const },
});

function refuseUnknown(pointer: string, key: string): never {
  throw wrong(pointer, 'UNKNOWN', { en: `There is no "${key}".`, vi: `Không có "${key}".` });
}
