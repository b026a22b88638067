import { Injectable } from '@nestjs/common';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected, firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { pagedEach, pagedIn } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { RemovalsService } from '../journal/removals.service.js';
import { orThrow, refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { Fact } from './fact.entity.js';
import type { AmendFact, EndFact, FactAt, ListFacts, ListOwnFacts, RecordFact, RemoveFact } from './fact.inputs.js';
import { FactAdditionsService, kindOf, type FactChange } from './fact-additions.service.js';
import { notEndable } from './fact.rules.js';
import { factWorkflow } from './fact.workflow.js';
import { FactsQueries } from './facts.queries.js';

const newestFirst = { types: ['uuid'], keysOf: ({ id }: Fact) => [id] } as const;

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
    private readonly additions: FactAdditionsService,
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
        await pagedIn([caller.reachIn(commune)], { first, after, order: newestFirst }, (reach, slice) =>
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
    return firstOrNotFound(
      await this.factsById(caller, [{ communeId: caller.reachIn(commune).communeId, id }], members),
    );
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
  recordFact(caller: Caller, commune: string, input: RecordFact): Promise<Fact> {
    return this.records.add(caller, { commune, entity: Fact, kind: 'fact.recorded' }, async () => {
      const [fact] = await this.additions.recordEach(caller, { commune, by: 'recordFact' }, [input]);
      return orThrow(expected(fact, 'A fact was not judged.'));
    });
  }

  /**
   * Amends a fact. Refusals: NOT_FOUND; FORBIDDEN; STALE; RULE as for `recordFact`, or NOTHING_CHANGED; FACT_RECORDED.
   */
  amendFact(caller: Caller, at: AtVersion<FactAt>, { reason, document, ...given }: AmendFact): Promise<Fact> {
    return this.records.act(caller, { type: this.recordType, act: 'amendFact', at, reason }, async (before) => {
      const changes = { ...given, ...(document !== undefined && { documentId: document }) };
      if (Object.keys(changes).length === 0) throw wrong('', 'NOTHING_CHANGED', 'Say what is to change.');
      await this.judge(caller, caller.reachIn(at.commune), { before, after: { ...before, ...changes } });
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
      await this.judge(caller, caller.reachIn(at.commune), { before, after: { ...before, ...changes } });
      return changes;
    });
  }

  /** Takes out what was recorded by mistake. Refusals: NOT_FOUND; FORBIDDEN; STALE. */
  removeFact(caller: Caller, at: AtVersion<FactAt>, { reason }: RemoveFact): Promise<Fact> {
    return this.removals.act(caller, { type: this.recordType, act: 'removeFact', at, reason }, () => {});
  }

  /** Judges a fact as it is to stand. Part of a write. Refusals: those of `judgeEach`. */
  private async judge(caller: Caller, reach: Reach, change: FactChange): Promise<void> {
    const [refusal] = await this.additions.judgeEach(caller, reach, [change]);
    orThrow(refusal);
  }
}
