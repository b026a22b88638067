import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { mayActOnBehalf } from '../access/roles.js';
import { Database } from '../database/database.js';
import { grouped } from '../database/batch.js';
import { orRefusal, Refusal } from '../refusals.js';
import type { Note } from '../sheets/row.rules.js';
import { SubmissionActsService } from '../submissions/submission-acts.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import type { EntryGiven } from '../submissions/submission.inputs.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { entryColumns, ImportedEntry } from './entry-row.js';
import { figureMeant } from './figure-meant.rules.js';
import type { ImportEntries } from './import.inputs.js';
import {
  missingCell,
  onceEach,
  outcomeOf,
  rejected,
  type ImportAt,
  type Importer,
  type RowOutcome,
  type RowRead,
} from './importer.js';
import { NamesService } from './names.service.js';

type At = ImportAt<ImportEntries>;

/** A row of the report of a unit for a period. */
interface ReportedRow {
  unit: string;
  period: string;
  number: number;
  entry: EntryGiven;
  /** How its figure was read, where not as it stands. */
  notes: readonly Note[];
}

/** Reports that are still written. */
const open = ['DRAFT', 'RETURNED'] as const;

/** Figures of many units as they are imported: the report of each is drafted, or amended, by its act. */
@Injectable()
export class EntryImporter implements Importer<ImportedEntry, ImportEntries> {
  readonly columns = entryColumns;
  readonly row = ImportedEntry;
  readonly needsOne = ['reported', 'nothingToReport'] as const;

  constructor(
    private readonly database: Database,
    private readonly names: NamesService,
    private readonly submissions: SubmissionsService,
    private readonly acts: SubmissionActsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedEntry>[]): Promise<readonly RowOutcome[]> {
    const outcomes = new Map<number, RowOutcome>();
    const reported = await this.reported(caller, at, rows);
    for (const [index, { number }] of rows.entries()) {
      const each = reported[index];
      if (each instanceof Refusal) outcomes.set(number, rejected(null, each));
    }
    const sound = reported.flatMap((each) => (each instanceof Refusal ? [] : [each]));
    const ofReport = grouped(sound, ({ unit, period }) => [unit, period]);
    for (const report of new Set(sound.map(({ unit, period }) => ofReport(unit, period))))
      for (const [number, outcome] of await this.keep(caller, at, report)) outcomes.set(number, outcome);
    const notes = new Map(sound.map((each) => [each.number, each.notes]));
    return rows.map(({ number }) => ({ ...(outcomes.get(number) as RowOutcome), notes: notes.get(number) }));
  }

  /** The rows with their units and indicators by code; each figure once. */
  private async reported(
    caller: Caller,
    { commune, given }: At,
    rows: readonly RowRead<ImportedEntry>[],
  ): Promise<(ReportedRow | Refusal)[]> {
    const { plan } = given;
    const indicatorOf = await this.names.indicatorsNamed(caller, { commune, plan, pointer: '/indicatorCode' });
    const texts = rows.map(({ row: { unitCode } }) => unitCode ?? given.unit);
    const unitOf = await this.names.unitsNamed(caller, { commune, pointer: '/unitCode' }, texts);
    const again = onceEach();
    return rows.map(({ number, row }) => {
      const { unitCode = given.unit, period = given.period, indicatorCode, valueUnit, ...entry } = row;
      if (unitCode === undefined) return missingCell('/unitCode', 'unit');
      if (period === undefined) return missingCell('/period', 'period');
      const [indicator, unit] = [indicatorOf(indicatorCode), unitOf(unitCode)];
      if (indicator instanceof Refusal) return indicator;
      if (unit instanceof Refusal) return unit;
      const twice = again(`${unit.code} ${period} ${indicator.code}`, number);
      if (twice) return twice;
      const said = entry.reported;
      const figure = typeof said === 'string' ? figureMeant(indicator, said, valueUnit) : { reported: said, notes: [] };
      if (figure instanceof Refusal) return figure;
      const { reported, notes } = figure;
      return {
        ...{ unit: unit.code, period, number, notes },
        entry: { ...entry, ...(reported !== undefined && { reported }), indicatorCode: indicator.code },
      };
    });
  }

  /** Drafts or amends a report with those of its rows that are right; an outcome for each, by the number of the row. */
  private async keep(caller: Caller, at: At, rows: readonly ReportedRow[]): Promise<Map<number, RowOutcome>> {
    const outcomes = new Map<number, RowOutcome>();
    const [{ unit, period } = { unit: '', period: '' }] = rows;
    const before = await this.openReport(caller, at, { unit, period });
    const codeOf = ({ entry }: ReportedRow) => `${entry.indicatorCode} ${unit} ${period}`;
    const known = new Map(before?.entries.map((entry) => [entry.indicatorCode, entry]));
    const told = (row: ReportedRow, outcome: RowOutcome) => void outcomes.set(row.number, outcome);
    let left: ReportedRow[] = [];
    for (const row of rows)
      if (!isSaidBy(row.entry, known.get(row.entry.indicatorCode))) left.push(row);
      else told(row, { outcome: 'UNCHANGED', code: codeOf(row), recordId: before?.id ?? null });
    while (left.length > 0) {
      const entries = left.map(({ entry }) => entry);
      const kept = await orRefusal(() =>
        this.database.attempt(() => this.act(caller, at, { before, unit, period, entries })),
      );
      if (!(kept instanceof Refusal)) {
        for (const row of left) {
          const isNew = !isFilled(known.get(row.entry.indicatorCode));
          told(row, outcomeOf(isNew ? 'CREATED' : 'UPDATED', codeOf(row), kept));
        }
        break;
      }
      const wrongRows = new Map(left.map((row, index) => [row, ofEntry(kept, index)]));
      const named = left.filter((row) => wrongRows.get(row) !== undefined);
      for (const row of named.length > 0 ? named : left) told(row, rejected(codeOf(row), wrongRows.get(row) ?? kept));
      left = named.length > 0 ? left.filter((row) => !named.includes(row)) : [];
    }
    return outcomes;
  }

  private act(
    caller: Caller,
    { commune, given: { plan, confirm } }: At,
    { before, unit, period, entries }: { before?: Submission; unit: string; period: string; entries: EntryGiven[] },
  ): Promise<Submission> {
    const by = actingFor(caller, commune, unit);
    return before
      ? this.acts.amendSubmission(by, { commune, id: before.id, expectedVersion: before.version }, { entries, confirm })
      : this.acts.draftSubmission(by, commune, { plan, unit, period, entries, confirm });
  }

  private async openReport(
    caller: Caller,
    { commune, given: { plan } }: At,
    { unit, period }: { unit: string; period: string },
  ): Promise<Submission | undefined> {
    const list = { plan: [plan], unit: [unit], period: [period], state: [...open] };
    const { items } = await this.submissions.submissions(caller, commune, list);
    return items[0];
  }
}

/** The caller as they act for a unit whose rows they import: with the signed sheet, who may act on behalf does so. */
function actingFor(caller: Caller, commune: string, unit: string): Caller {
  const { onBehalfOf, legalReference } = caller;
  const stands = onBehalfOf === undefined && legalReference !== undefined;
  return stands && caller.rolesOf(commune).some((role) => mayActOnBehalf.includes(role))
    ? caller.acting({ onBehalfOf: unit })
    : caller;
}

const said = ['reported', 'outOf', 'nothingToReport', 'note'] as const;
type Said = Partial<Record<(typeof said)[number], string | null>>;

const isFilled = (entry: Said | undefined): boolean => (entry?.reported ?? entry?.nothingToReport ?? null) !== null;

/** Whether a report has all that a row says. A cell that is empty says nothing. */
const isSaidBy = (given: Said, known: Said | undefined): boolean =>
  said.every((member) => given[member] === undefined || given[member] === known?.[member]);

/** The part of a refusal that is against one entry, with pointers of its row; undefined for none. */
function ofEntry({ code, points }: Refusal, index: number): Refusal | undefined {
  const prefix = `/entries/${index}/`;
  const own = points.filter(({ pointer }) => pointer.startsWith(prefix));
  return own.length === 0
    ? undefined
    : new Refusal(
        code,
        {},
        own.map((each) => ({ ...each, pointer: `/${each.pointer.slice(prefix.length)}` })),
      );
}
