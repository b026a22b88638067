import type { Caller, Reach } from '../access/caller.js';
import type { OperationId } from '../access/permissions.js';
import type { Audience } from '../access/roles.js';
import type { RecordKey } from '../api/found.js';
import type { Kind } from '../api/kinds.js';
import type { AtVersion, CommuneAt } from '../api/place.js';
import type { ActOf, JournaledAct, Workflow } from '../api/workflow.js';
import type { InAskedOrder } from '../database/batch.js';
import type { RecordWithStates, StateOf } from '../state-words.data.js';
import type { Bound } from './bound.rules.js';

/** A record of a commune. Without an audience it is seen inside the commune only. */
export interface CommuneRecord {
  communeId: number;
  id: string;
  version: number;
  audience?: Audience;
}

/**
 * The parts of an act that differ from record to record. The module of the record says them once. `Row`: the record as
 * it is read; `Which`: what names it within its commune; `Table`: its workflow; `Facts`: see `facts`. A call infers all
 * four from the record type alone: `NoInfer` checks its other arguments against them.
 */
export type RecordType<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts = object> = RecordParts<
  Row,
  Which,
  Table,
  Facts
> &
  RightTo<Row & Facts, ActOf<Table>> &
  Stating<Row & Facts>;

/** The states of a record: those of one that `stateWords` has words for. */
type Stating<Row> = {
  [Of in RecordWithStates]: {
    /** Record whose states these are: that of the act, or the plan it belongs to. */
    states: Of;
    stateOf(row: Row, caller: Caller): StateOf<Of>;
  };
}[RecordWithStates];

/** The right to an act: it must hold at a path, or the record has a rule of its own. */
type RightTo<Row, Act extends OperationId> =
  | {
      /** Path of the unit at which the right must hold; undefined: anywhere in the commune. */
      pathOf(row: Row, act: Act): string | undefined;
      demandRight?: never;
    }
  | {
      /** Refuses an act without the right to it. */
      demandRight(caller: Caller, at: { act: Act; commune: string }, row: Row): void;
      pathOf?: never;
    };

interface RecordParts<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts> {
  /** Entity of the record: its table and, by the members it shows, its `data` in the journal. */
  entity: new () => CommuneRecord;
  workflow: Table & Readonly<Record<JournaledAct<Table>, { kind: Kind }>>;
  /** Holds the record for this write, with all that must not change meanwhile. */
  lock(reach: Reach, which: Which): Promise<void>;
  /** The record as the caller sees it. Refusal: NOT_FOUND. */
  read(caller: Caller, at: CommuneAt & Which): Promise<Row>;
  /** The record as it is journaled and answered, where that is not what `read` gives. */
  readAfter?(caller: Caller, at: CommuneAt & Which): Promise<Row>;
  /** Records as they stand now. For edges. */
  readEach?(caller: Caller, asked: readonly RecordKey[]): Promise<InAskedOrder<Row>>;
  /** Facts of each record that an act is decided on and `read` does not give. The record carries them from then on. */
  facts?(caller: Caller, rows: readonly Row[]): Promise<readonly Facts[]>;
  /** State of the plan, where it stops an act. */
  stoppedBy?(row: Row & Facts, act: ActOf<Table>): StateOf<'plan'> | undefined;
  /** Day before which an act has no legal date: that of the record itself, never that of a step as it was recorded. */
  notBefore?(row: Row, act: ActOf<Table>): Bound | null;
  /** Codes of what else stands against acts on each record, whatever their input. */
  hindrances?(
    caller: Caller,
    rows: readonly (Row & Facts)[],
  ): readonly Hindrances<ActOf<Table>>[] | Promise<readonly Hindrances<ActOf<Table>>[]>;
}

export type Hindrances<Act extends OperationId> = Partial<Record<Act, string | undefined>>;

/** One act on one record. An act without a `kind` is journaled with another record: `add` or `change` takes it. */
export interface RecordAct<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts> {
  type: RecordType<Row, Which, Table, Facts>;
  act: NoInfer<JournaledAct<Table>>;
  at: AtVersion<NoInfer<Which>>;
  reason?: string;
}

/** New records: of which commune and class, and the journal's word. */
export interface Addition {
  commune: string;
  entity: new () => CommuneRecord;
  kind: Kind;
  reason?: string;
}

/** Records that statements of many rows have added or changed. */
export interface WrittenRecords<Row extends CommuneRecord> {
  entity: new () => Row;
  kind: Kind;
  reason?: string;
  /** Audience before the change; null: the records are new. */
  seenBefore: Audience | null;
}

/** A change of a record, as it is journaled. */
export interface RecordChange<Row extends CommuneRecord> {
  entity: new () => CommuneRecord;
  before: Row;
  kind: Kind;
  reason?: string;
  /** Reads the record after its change; left out, it is what it was with what was set. */
  read?(): Promise<Row>;
}

/** Records, each with its facts. */
export async function withFacts<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
  caller: Caller,
  { facts }: RecordType<Row, Which, Table, Facts>,
  rows: readonly Row[],
): Promise<(Row & Facts)[]> {
  const each = (await facts?.(caller, rows)) ?? [];
  return rows.map((row, index) => ({ ...row, ...(each[index] as Facts) }));
}

/** Demands the right to an act on a record. Refusals: FORBIDDEN, SCOPE_MISSING, and those of the record's own right. */
export function demandRightTo<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
  caller: Caller,
  type: RecordType<Row, Which, Table, Facts>,
  { act, commune, row }: { act: ActOf<Table>; commune: string; row: Row & Facts },
): void {
  if (type.demandRight) return type.demandRight(caller, { act, commune }, row);
  const path = type.pathOf(row, act);
  if (path === undefined) caller.demand(act, commune);
  else caller.demandFor(act, commune, path);
}
