import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller, type Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import { complete } from '../api/stored.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { DocumentsService } from '../documents/documents.service.js';
import { isSound, orRefusal, Refusal, refusalOf, refusalWith } from '../refusals.js';
import { Unit } from '../units/unit.entity.js';
import { noUnit } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import type { UnitThen } from '../units/units.queries.js';
import { Fact } from './fact.entity.js';
import type { RecordFact } from './fact.inputs.js';
import { brokenFact, sameFact, type FactTold, type StandingFact } from './fact.rules.js';
import { FactsQueries } from './facts.queries.js';

/** A fact as it is to stand. `before`: as it stood; null for a new one. */
export interface FactChange {
  before: Fact | null;
  after: Fact;
}

/** Kind of a fact that stands: it is null in repeated answers alone. */
export const kindOf = ({ kind }: Fact) => expected(kind, 'A fact without its kind.');

/** Facts as they are recorded, many in few statements, and as they are judged. Part of a write. */
@Injectable()
export class FactAdditionsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FactsQueries,
    private readonly units: UnitsService,
    private readonly documents: DocumentsService,
  ) {}

  /**
   * Records those facts that may be recorded, of persons and units that are there today or not, and gives in the order
   * asked each one, or its refusal: FORBIDDEN; RULE for a unit that is not there, and those of `judgeEach`.
   */
  async recordEach(
    caller: Caller,
    { commune, by }: { commune: string; by: 'recordFact' | 'importFacts' },
    asked: readonly RecordFact[],
  ): Promise<(Fact | Refusal)[]> {
    const reach = caller.reachIn(commune);
    const codes = asked.map(({ unit }) => unit);
    const units = await this.units.unitsCalled(caller, { commune, on: caller.on }, codes);
    const facts = asked.map((told) => {
      const unit = units.get(told.unit);
      const barred = refusalOf(() => caller.demandFor(by, commune, unit?.pathToday ?? wholeCommune));
      return barred ?? (unit ? factOf(reach, unit, told) : new Refusal('RULE', {}, [noUnit('/unit', told.unit)]));
    });
    const sound = facts.filter(isSound);
    const refusals = await this.judgeEach(
      caller,
      reach,
      sound.map((after) => ({ before: null, after })),
    );
    const refusalOfFact = new Map(sound.map((fact, index) => [fact, refusals[index]]));
    const recorded = facts.map((fact) => (isSound(fact) ? (refusalOfFact.get(fact) ?? fact) : fact));
    await this.database.insert(Fact, recorded.filter(isSound));
    return recorded;
  }

  /**
   * The refusal of each fact that may not stand beside the others and those before it: RULE of `brokenFact`, or for a
   * document that is not there; FACT_RECORDED for one that says the same, with its id.
   */
  async judgeEach(caller: Caller, reach: Reach, changes: readonly FactChange[]): Promise<(Refusal | undefined)[]> {
    const broken: (Refusal | undefined)[] = [];
    for (const { before, after } of changes)
      broken.push(
        refusalWith(brokenFact(toldOf(after), caller.on), []) ??
          (after.documentId === before?.documentId ? undefined : await this.unproved(reach, after)),
      );
    const sound = changes.filter((_, index) => !broken[index]).map(({ after }) => after);
    const ids = [...new Set(sound.map(({ unitId }) => unitId))];
    await hold(this.database, Unit, { communeId: reach.communeId, ids });
    const kinds = [...new Set(sound.map(kindOf))];
    const standing = new Map<string, StandingFact[]>();
    const beside = (fact: Pick<Fact, 'unitId' | 'kind'>) => {
      const key = `${fact.unitId} ${fact.kind}`;
      const known = standing.get(key) ?? [];
      standing.set(key, known);
      return known;
    };
    for (const fact of await this.queries.standing(reach, { units: ids, kinds })) beside(fact).push(fact);
    return changes.map(({ after }, index) => {
      if (broken[index]) return broken[index];
      const others = beside(after);
      const told = toldOf(after);
      const same = sameFact(
        told,
        others.filter(({ id }) => id !== after.id),
      );
      if (same) return new Refusal('FACT_RECORDED', { id: same.id, current: same.version });
      others.push({ ...after, kind: told.kind });
      return undefined;
    });
  }

  /** The refusal of a document that a fact does not rest on; found once for all facts of a write. */
  private unproved(reach: Reach, { documentId }: Fact): Promise<Refusal | undefined> {
    if (documentId === null) return Promise.resolve(undefined);
    const naming = { quality: 'FACT', pointer: '/document' } as const;
    return this.database.once(`facts.unproved ${documentId}`, async () => {
      const named = await orRefusal(() => this.documents.documentNamed(reach, documentId, naming));
      return named instanceof Refusal ? named : undefined;
    });
  }
}

const toldOf = (fact: Fact): FactTold => ({ ...fact, kind: kindOf(fact) });

/** The new fact that is told of a unit. */
const factOf = ({ communeId }: Reach, unit: UnitThen, { unit: _, document, kind, ...told }: RecordFact): Fact =>
  complete(Fact, {
    ...told,
    ...{ communeId, id: v7(), version: 1 },
    ...{ unitId: unit.id, unitCode: unit.code, unitKind: unit.kind, kind },
    leads: told.leads ?? (kind === 'SERVICE' ? false : null),
    documentId: document ?? null,
  });
