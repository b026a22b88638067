import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import type { ActOf, Workflow } from '../api/workflow.js';
import type { CommuneRecord, RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import type { RefusalCode } from '../refusals.js';
import type { AgendaAct } from './agenda-acts.data.js';
import { openStep, type OpenStep } from './agenda.rules.js';
import { WaitingQueries, type WaitingSource, type WaitingRow } from './waiting.queries.js';

/** The caller whose agenda it is, in one commune. */
export interface AgendaReader {
  caller: Caller;
  reach: Reach;
}

/** A record type that waits: where its rows stand, and the acts that somebody waits for. */
export interface Waiting<Act> {
  at: WaitingSource;
  acts: readonly Act[];
  /** Acts whose RULE the caller mends by working on the record: they stay open. */
  mended?: readonly Act[];
}

/** A step on a record that is there. */
export interface RecordStep {
  step: OpenStep;
  row: WaitingRow;
}

/** Acts to which the caller has the right: at a path; without one, somewhere in the commune. */
export const allowedIn = <Act extends AgendaAct>(
  { caller, reach }: AgendaReader,
  acts: readonly Act[],
  path?: string,
): Act[] => acts.filter((act) => caller.refusalFor(act, reach.key, path) === undefined);

/** Records in a state in which somebody waits for an act, whatever the record. */
@Injectable()
export class WaitingService {
  constructor(
    private readonly queries: WaitingQueries,
    private readonly records: RecordsService,
  ) {}

  /** The open steps of a record type: states by its workflow, rights and hindrances by its record type. */
  async of<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    asked: AgendaReader,
    type: RecordType<Row, Which, Table, Facts>,
    { at, acts, mended = [] }: Waiting<NoInfer<ActOf<Table> & AgendaAct>>,
  ): Promise<RecordStep[]> {
    const allowed = allowedIn(asked, acts);
    if (allowed.length === 0) return [];
    const { caller, reach } = asked;
    const states = [...new Set(allowed.flatMap((act) => type.workflow[act].from))];
    const rows = await this.queries.waiting(reach, { at, states });
    const keys = rows.map(({ id }) => ({ communeId: reach.communeId, id }));
    const possible = await this.records.possibleActsOf(caller, type, keys);
    return rows.flatMap((row, index) =>
      allowed.flatMap((act) => {
        const { reasons } = possible[index]?.find((each) => each.act === act) ?? { reasons: ['NOT_FOUND'] };
        const stops = reasons.some((reason) => reason !== 'RULE' || !mended.includes(act));
        if (stops || row.done.includes(act)) return [];
        const { id: recordId, plan, period, unitCode, unitKind, since, dueOn } = row;
        const place = { recordId, plan, period, unitCode, unitKind, since, dueOn };
        return { row, step: openStep({ act, ...place, reasons: reasons as RefusalCode[] }) };
      }),
    );
  }

  /** `of`, where the record itself says by when. */
  async steps<Row extends CommuneRecord, Which, Table extends Workflow<string>, Facts>(
    asked: AgendaReader,
    type: RecordType<Row, Which, Table, Facts>,
    waiting: Waiting<NoInfer<ActOf<Table> & AgendaAct>>,
  ): Promise<OpenStep[]> {
    return (await this.of(asked, type, waiting)).map(({ step }) => step);
  }
}
