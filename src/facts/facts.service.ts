import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected, firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach, pagedIn } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { complete } from '../api/stored.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import { Unit } from '../units/unit.entity.js';
import { UnitsService } from '../units/units.service.js';
import { Fact } from './fact.entity.js';
import type { AmendFact, EndFact, FactAt, ListFacts, ListOwnFacts, RecordFact, RemoveFact } from './fact.inputs.js';
import { brokenFact, notEndable, sameFact, type FactTold } from './fact.rules.js';
import { factWorkflow } from './fact.workflow.js';
import { FactsQueries } from './facts.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Fact) => [id] } as const;

/** Kind of a fact that stands: it is null in repeated answers alone. */
const kindOf = ({ kind }: Fact) => expected(kind, 'A fact without its kind.');

/** Facts of persons and units (dữ kiện) that awards are judged by. */
@Injectable()
export class FactsService {
  readonly recordType: RecordType<Fact, FactAt, typeof factWorkflow> = {
    entity: Fact,
    workflow: factWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.fact(caller, commune, id),
    readEach: (caller, asked) => this.factsById(caller, asked),
    pathOf: () => wholeCommune,
    states: 'fact',
    stateOf: () => 'RECORDED',
    hindrances: (_, rows) =>
      rows.map((fact) => ({ endFact: notEndable(kindOf(fact)).length > 0 ? ('RULE' as const) : undefined })),
  };

  constructor(
    private readonly database: Database,
    private readonly queries: FactsQueries,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
    private readonly records: RecordsService,
    private readonly removals: RemovalsService,
  ) {}

  /** The facts of a commune, the newest recorded first; those of health and discipline with `personal:read` alone. */
  async facts(
    caller: Caller,
    commune: string,
    { unit: units, kind: kinds, first, after, ...asked }: ListFacts,
    members?: Projection,
  ): Promise<Page<Fact>> {
    const { readsPersonal } = caller;
    return this.database.read(caller, async () =>
      firstOrNotFound(
        await pagedIn([caller.in(commune)], { first, after, order: newestFirst }, (reach, slice) =>
          this.queries.facts(reach, { ...asked, units, kinds, readsPersonal, ...slice }, members),
        ),
      ),
    );
  }

  /** The same page of the facts of each unit, in the order asked. */
  factsOf(
    caller: Caller,
    units: readonly RecordKey[],
    { kind: kinds, asOf, year, ...page }: ListOwnFacts,
    members?: Projection,
  ): Promise<Page<Fact>[]> {
    const { readsPersonal } = caller;
    return this.database.read(caller, () =>
      pagedEach(page, newestFirst, async (slice) => {
        const asked = withReach(caller, units);
        const rows = await this.queries.factsOf(asked, { kinds, asOf, year, readsPersonal, ...slice }, members);
        return ofEach(asked, rows, ({ unitId }) => unitId);
      }),
    );
  }

  /** One fact. Refusal: NOT_FOUND. */
  async fact(caller: Caller, commune: string, id: string, members?: Projection): Promise<Fact> {
    return firstOrNotFound(await this.factsById(caller, [{ communeId: caller.in(commune).communeId, id }], members));
  }

  /** Facts by id. */
  factsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Fact>> {
    return this.database.read(caller, () => this.queries.factsById(withReach(caller, asked), caller, members));
  }

  /** Facts by id, those of health and discipline, too: part of an erasure. */
  factsHeld(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<Fact>> {
    return this.queries.factsById(withReach(caller, asked), { readsPersonal: true });
  }

  /** The acts on a fact: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  factActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /**
   * Records a fact of a person or unit, there today or not. Refusals: FORBIDDEN; RULE for a unit or document that is
   * not there, and what `brokenFact` finds; FACT_RECORDED for one that says the same.
   */
  recordFact(
    caller: Caller,
    commune: string,
    { unit: unitCode, document, kind, value, ...given }: RecordFact,
  ): Promise<Fact> {
    return this.records.add(caller, { commune, entity: Fact, kind: 'fact.recorded' }, async (reach) => {
      const unit = await this.units.unitCalled(caller, { commune, unit: unitCode, on: caller.on });
      caller.demandFor('recordFact', commune, unit?.pathToday ?? wholeCommune);
      if (!unit)
        throw wrong('/unit', 'UNKNOWN', {
          en: `There is no unit "${unitCode}".`,
          vi: `Không có đơn vị "${unitCode}".`,
        });
      const fact = complete(Fact, {
        ...given,
        ...{ communeId: reach.communeId, id: v7(), version: 1 },
        ...{ unitId: unit.id, unitCode, unitKind: unit.kind, kind, value },
        leads: given.leads ?? (kind === 'SERVICE' ? false : null),
        documentId: document ?? null,
      });
      await this.judge(caller, reach, { before: null, after: fact });
      await this.database.manager.insert(Fact, fact);
      return fact;
    });
  }

  /**
   * Amends a fact. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE as for `recordFact`, or NOTHING_CHANGED; FACT_RECORDED.
   */
  amendFact(caller: Caller, at: AtVersion<FactAt>, { reason, document, ...given }: AmendFact): Promise<Fact> {
    return this.records.act(caller, { type: this.recordType, act: 'amendFact', at, reason }, async (before) => {
      const changes = { ...given, ...(document !== undefined && { documentId: document }) };
      if (Object.keys(changes).length === 0) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      await this.judge(caller, caller.in(at.commune), { before, after: { ...before, ...changes } });
      return changes;
    });
  }

  /**
   * Sets the last day of a fact: a service that ended, a hold that was lifted. Refusals: NOT_FOUND; FORBIDDEN; STALE;
   * RULE for a kind without a last day, one before the first, or an unknown document; FACT_RECORDED.
   */
  endFact(caller: Caller, at: AtVersion<FactAt>, { reason, document, validTo = caller.on }: EndFact): Promise<Fact> {
    return this.records.act(caller, { type: this.recordType, act: 'endFact', at, reason }, async (before) => {
      refuse(notEndable(kindOf(before)));
      const changes = { validTo, ...(document !== undefined && { documentId: document }) };
      await this.judge(caller, caller.in(at.commune), { before, after: { ...before, ...changes } });
      return changes;
    });
  }

  /** Takes out what was recorded by mistake. Refusals: NOT_FOUND; FORBIDDEN; STALE. */
  removeFact(caller: Caller, at: AtVersion<FactAt>, { reason }: RemoveFact): Promise<Fact> {
    return this.removals.act(caller, { type: this.recordType, act: 'removeFact', at, reason }, () => {});
  }

  /** Judges a fact as it is to stand. Part of a write. Refusals: RULE; FACT_RECORDED, with the id of the other. */
  private async judge(
    caller: Caller,
    reach: Reach,
    { before, after }: { before: Fact | null; after: Fact },
  ): Promise<void> {
    const told: FactTold = { ...after, kind: kindOf(after) };
    refuse(brokenFact(told, caller.on));
    if (after.documentId !== null && after.documentId !== before?.documentId)
      await this.documents.documentNamed(reach, after.documentId, { quality: 'FACT', pointer: '/document' });
    await hold(this.database, Unit, { communeId: reach.communeId, ids: [after.unitId] });
    const others = (await this.queries.ofKind(reach, after)).filter(({ id }) => id !== after.id);
    const same = sameFact(told, others);
    if (same) throw new Refusal('FACT_RECORDED', { id: same.id, current: same.version });
  }
}
