import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { isWider, type Audience } from '../access/roles.js';
import { expected, type RecordKey } from '../api/found.js';
import type { CommuneAt } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { demandState, possibleActs, wrongState, type ActOf, type Workflow } from '../api/workflow.js';
import { Database } from '../database/database.js';
import { pageOf, type Page } from '../database/page.js';
import type { Point } from '../points.js';
import { refuse, Refusal, refuseOrAskBack, refusalOf } from '../refusals.js';
import type { StateIn } from '../state-words.data.js';
import { beforeBound } from './bound.rules.js';
import { JournalService } from './journal.service.js';
import {
  demandRightTo,
  withFacts,
  type CommuneRecord,
  type WrittenRecords,
  type RecordType,
  type RecordAct,
  type Addition,
  type RecordChange,
} from './record-type.js';

/** Audience of a record; of one without, the officials of the commune. */
export const audienceOf = ({ audience = 'INSIDE' }: CommuneRecord): Audience => audience;

/** State of a record, with the record that it is of. */
const stateIn = <Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
  { states: of, stateOf }: RecordType<Row, Which, Table, Facts>,
  row: Row & Facts,
  caller: Caller,
) => ({ of, state: stateOf(row, caller) }) as StateIn;

/**
 * The one way records come and change: `act`, `add` and `change` one by one; a statement that writes many rows is
 * journaled by `journalAll`.
 */
@Injectable()
export class RecordsService {
  constructor(
    private readonly database: Database,
    private readonly journal: JournalService,
  ) {}

  /**
   * One act on a record, always in this order: lock, read, right, version, state, day, change, journal. `decide`
   * refuses what is broken, writes what belongs to the same change (parts, consequences for other records) and gives
   * the columns to set, the new state among them. Refusals: those of `load`, then those of `decide`.
   */
  act<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    { type, act, at, reason }: RecordAct<Row, Which, Table, Facts>,
    decide: (before: Row & Facts) => Partial<Row> | Promise<Partial<Row>>,
  ): Promise<Row> {
    const { kind } = type.workflow[act];
    return this.database.write(caller, caller.reachIn(at.commune).communeId, async () => {
      const before = await this.load(caller, { type, act, at });
      const set = await decide(before);
      const read = () => (type.readAfter ? type.readAfter(caller, at) : type.read(caller, at));
      return this.change<Row>(caller, { entity: type.entity, before, kind, reason, read }, set);
    });
  }

  /**
   * The record an act is about to be done to, held for the write it is part of. Without `expectedVersion` for an act
   * that makes another record. Refusals: NOT_FOUND; FORBIDDEN, SCOPE_MISSING and those of the record's own right;
   * STALE; STATE; RULE for a legal date before the day that the record sets (`notBefore`).
   */
  async load<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    {
      type,
      act,
      at,
    }: {
      type: RecordType<Row, Which, Table, Facts>;
      act: NoInfer<ActOf<Table>>;
      at: CommuneAt & NoInfer<Which> & { expectedVersion?: number };
    },
  ): Promise<Row & Facts> {
    await type.lock(caller.reachIn(at.commune), at);
    const row = await this.read(caller, type, at);
    demandRightTo(caller, type, { act, commune: at.commune, row });
    if (at.expectedVersion !== undefined && at.expectedVersion !== row.version)
      throw new Refusal('STALE', { current: row.version });
    const { version } = row;
    const stopped = type.stoppedBy?.(row, act);
    if (stopped !== undefined) throw wrongState({ of: 'plan', state: stopped, version });
    demandState(type.workflow, act, { ...stateIn(type, row, caller), version });
    refuse(beforeBound(caller.on, type.notBefore?.(row, act)));
    return row;
  }

  /** A new record. `make` demands the right, refuses what is broken, inserts the record and gives it. */
  add<Row extends CommuneRecord>(
    caller: Caller,
    addition: Addition,
    make: (reach: Reach) => Promise<Row>,
  ): Promise<Row> {
    const reach = caller.reachIn(addition.commune);
    // The write answers the record itself: that answer is stored under an Idempotency-Key.
    return this.database.write(caller, reach.communeId, async () => {
      const record = await make(reach);
      this.journalAll(caller, { ...addition, seenBefore: null }, [record]);
      return record;
    });
  }

  /** Several new records of one kind; as `add`. */
  addAll<Row extends CommuneRecord>(
    caller: Caller,
    addition: Addition,
    make: (reach: Reach) => Promise<Row[]>,
  ): Promise<Row[]> {
    const reach = caller.reachIn(addition.commune);
    return this.database.write(caller, reach.communeId, async () => {
      const records = await make(reach);
      this.journalAll(caller, { ...addition, seenBefore: null }, records);
      return records;
    });
  }

  /**
   * Changes a record and journals it: the last part of `act`, and the consequence of an act on another record. Part of
   * that write. Refusal: STALE.
   */
  async change<Row extends CommuneRecord>(
    caller: Caller,
    { entity, before, kind, reason, read }: RecordChange<Row>,
    set: Partial<Row>,
  ): Promise<Row> {
    const { communeId, id, version } = before;
    await this.database.change(entity, { communeId, id, version }, set);
    const record = read ? await read() : { ...before, ...set, version: version + 1 };
    this.journalAll(caller, { entity, kind, reason, seenBefore: audienceOf(before) }, [record]);
    return record;
  }

  /** Journals records that statements of this write have added or changed, each as it stands now. */
  journalAll<Row extends CommuneRecord>(
    caller: Caller,
    { entity, kind, reason, seenBefore }: WrittenRecords<Row>,
    records: readonly Row[],
  ): void {
    for (const record of records) {
      const seen = { before: seenBefore, after: audienceOf(record) };
      this.journal.record({ caller, communeId: record.communeId, kind, entity, record, seen, reason });
    }
  }

  /**
   * Refuses broken or doubtful figures; the codes of `confirm` that were used are journaled beside the actor. Part of a
   * write. Refusals: RULE with every broken rule; ASKED_BACK when figures are asked back and nothing is broken.
   */
  refuseOrConfirm(read: { points: readonly Point[]; asked: readonly Point[]; confirmed: readonly string[] }): void {
    refuseOrAskBack(read.points, read.asked);
    this.journal.addConfirmed(read.confirmed);
  }

  /** The same of points that are asked back unless `confirm` names their codes. */
  refuseOrAsk({
    points = [],
    asked,
    confirm = [],
  }: {
    points?: readonly Point[];
    asked: readonly Point[];
    confirm?: readonly string[];
  }): void {
    const isConfirmed = ({ code }: Point) => confirm.includes(code);
    const confirmed = asked.filter(isConfirmed).map(({ code }) => code);
    this.refuseOrConfirm({ points, asked: asked.filter((each) => !isConfirmed(each)), confirmed });
  }

  /** Lets a record be seen by a wider audience, never by a narrower one. Part of another write. Refusal: STALE. */
  async publish<Row extends CommuneRecord & { audience: Audience }>(
    caller: Caller,
    consequence: RecordChange<Row>,
    audience: Audience,
  ): Promise<void> {
    if (!isWider(audience, consequence.before.audience)) return;
    await this.change<CommuneRecord>(caller, consequence, { audience });
  }

  /** The acts of a record's workflow: whether the caller may do each now, and what stands against it. */
  possibleActs<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    type: RecordType<Row, Which, Table, Facts>,
    at: CommuneAt & NoInfer<Which>,
  ): Promise<Page<PossibleAct>> {
    return this.database.read(caller, async () => {
      const [acts = []] = await this.actsOfEach(caller, type, [await type.read(caller, at)]);
      return pageOf(acts, { first: acts.length }, ({ act }) => [act]);
    });
  }

  /** `possibleActs` of each record, in the order asked; null where there is nothing to see. */
  possibleActsOf<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    type: RecordType<Row, Which, Table, Facts>,
    asked: readonly RecordKey[],
  ): Promise<(PossibleAct[] | null)[]> {
    return this.database.read(caller, async () => {
      const readEach = expected(type.readEach, `${type.entity.name} has no read for an edge of acts.`);
      const rows = await readEach(caller, asked);
      const acts = await this.actsOfEach(
        caller,
        type,
        rows.filter((row) => row !== undefined),
      );
      return rows.map((row) => (row === undefined ? null : (acts.shift() ?? null)));
    });
  }

  private async actsOfEach<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    type: RecordType<Row, Which, Table, Facts>,
    found: readonly Row[],
  ): Promise<PossibleAct[][]> {
    const rows = await withFacts(caller, type, found);
    const hindrances = (await type.hindrances?.(caller, rows)) ?? [];
    return rows.map((row, index) => {
      const commune = caller.reachById(row.communeId).key;
      return possibleActs(type.workflow, stateIn(type, row, caller).state, (each) => {
        const act = each as ActOf<Table>;
        return [
          refusalOf(() => demandRightTo(caller, type, { act, commune, row }))?.code,
          type.stoppedBy?.(row, act) && 'STATE',
          hindrances[index]?.[act],
        ];
      });
    });
  }

  /** The record with its facts. Refusal: NOT_FOUND. */
  async read<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    caller: Caller,
    type: RecordType<Row, Which, Table, Facts>,
    at: CommuneAt & Which,
  ): Promise<Row & Facts> {
    const [row] = await withFacts(caller, type, [await type.read(caller, at)]);
    return row as Row & Facts;
  }
}
