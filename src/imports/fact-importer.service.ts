import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import { Database } from '../database/database.js';
import type { FactKind } from '../catalogue/fact-words.data.js';
import { Fact } from '../facts/fact.entity.js';
import { FactAdditionsService } from '../facts/fact-additions.service.js';
import type { AmendFact, RecordFact } from '../facts/fact.inputs.js';
import { factForms } from '../facts/fact.rules.js';
import { FactsService } from '../facts/facts.service.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { isSound, orRefusal, Refusal, wrong } from '../refusals.js';
import type { Note } from '../sheets/row.rules.js';
import { UnitsService } from '../units/units.service.js';
import { factColumns, ImportedFact } from './fact-row.js';
import { valueOfWord } from './fact-value.rules.js';
import type { ImportFacts } from './import.inputs.js';
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
import { namesNominee } from './nominee-row.js';
import { NomineesNamedService } from './nominees-named.service.js';

type At = ImportAt<ImportFacts>;

/** A row with its person or unit by code. `own`: what the row says itself, and not the form for the whole file. */
interface Told {
  fact: RecordFact;
  own: Omit<AmendFact, 'reason'>;
  number: number;
  notes: readonly Note[];
}

/** Facts as they are imported: new ones in few statements; those recorded otherwise are amended, for a reason. */
@Injectable()
export class FactImporter implements Importer<ImportedFact, ImportFacts> {
  readonly columns = factColumns;
  readonly needsOne = namesNominee;
  readonly row = ImportedFact;

  constructor(
    private readonly database: Database,
    private readonly nominees: NomineesNamedService,
    private readonly units: UnitsService,
    private readonly additions: FactAdditionsService,
    private readonly facts: FactsService,
    private readonly several: SeveralRecordsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedFact>[]): Promise<readonly RowOutcome[]> {
    await this.units.holdShared(caller.reachIn(at.commune));
    const told = await this.told(caller, at, rows);
    const sound = told.filter(isSound);
    const recorded = await this.additions.recordEach(
      caller,
      { commune: at.commune, by: 'importFacts' },
      sound.map(({ fact }) => fact),
    );
    const added = recorded.filter(isSound);
    await this.several.journalNew(caller, { entity: Fact, kind: 'fact.recorded' }, added);
    const standing = await this.standing(caller, at.commune, recorded);
    const again = onceEach();
    const kept = new Map<Told, RowOutcome>();
    for (const [index, row] of sound.entries()) {
      const made = expected(recorded[index], 'A fact was not judged.');
      const there = made instanceof Refusal ? standing.get(made.details.id as string) : made;
      const twice = there && again(there.id, row.number);
      if (twice) kept.set(row, rejected(nameOf(row), twice));
      else if (!(made instanceof Refusal)) kept.set(row, outcomeOf('CREATED', nameOf(row), made));
      else kept.set(row, there ? await this.amended(caller, at, { there, row }) : rejected(nameOf(row), made));
    }
    return told.map((row) =>
      isSound(row) ? { ...(kept.get(row) as RowOutcome), notes: row.notes } : rejected(null, row),
    );
  }

  /** The rows as facts, with what the form says for the whole file. */
  private async told(
    caller: Caller,
    { commune, given }: At,
    rows: readonly RowRead<ImportedFact>[],
  ): Promise<(Told | Refusal)[]> {
    const kindOf = ({ kind = given.kind }: ImportedFact): FactKind | undefined => kind;
    const units = await this.nominees.of(
      caller,
      {
        ...{ commune, place: given.place, from: '0001-01-01' },
        suits: (index, unitKind) => {
          const kind = rows[index] && kindOf(rows[index].row);
          return kind === undefined || factForms[kind].of(unitKind);
        },
      },
      rows.map(({ row }) => row),
    );
    return rows.map(({ number, row }, index) => {
      const unit = expected(units[index], 'A row was not looked up.');
      const kind = kindOf(row);
      if (unit instanceof Refusal) return unit;
      if (kind === undefined) return missingCell('/kind', 'kind');
      const { unit: _, place: __, citizen: ___, kind: ____, value: word, ...others } = row;
      const value = valueOfWord(kind, word);
      const own = { ...others, value: value ?? word };
      return {
        ...{ number, own, fact: { ...usualOf(kind, given), ...own, kind, unit: unit.code } },
        notes: value === undefined || value === word ? [] : [{ column: 'value', raw: word, value, reading: 'WORD' }],
      };
    });
  }

  /** Facts that refused rows are also of, by id: those that the caller may see. */
  private async standing(
    caller: Caller,
    commune: string,
    recorded: readonly (Fact | Refusal)[],
  ): Promise<Map<string, Fact>> {
    const { communeId } = caller.reachIn(commune);
    const ids = recorded.flatMap((each) =>
      each instanceof Refusal && each.code === 'FACT_RECORDED' ? [each.details.id as string] : [],
    );
    const facts = await this.facts.factsById(
      caller,
      [...new Set(ids)].map((id) => ({ communeId, id })),
    );
    return new Map(facts.flatMap((fact) => (fact ? [[fact.id, fact]] : [])));
  }

  /** Amends a fact as its row says; what a refused act has done is undone. */
  private async amended(
    caller: Caller,
    { commune, given: { reason } }: At,
    { there, row }: { there: Fact; row: Told },
  ): Promise<RowOutcome> {
    const known: Readonly<Record<string, unknown>> = { ...there };
    const changes = Object.fromEntries(
      Object.entries(row.own).filter(([member, value]) => value !== undefined && value !== known[member]),
    );
    if (Object.keys(changes).length === 0) return outcomeOf('UNCHANGED', nameOf(row), there);
    if (reason === undefined) return rejected(nameOf(row), differs);
    const at = { commune, id: there.id, expectedVersion: there.version };
    const amend = () => this.facts.amendFact(caller, at, { ...changes, reason });
    return outcomeOf('UPDATED', nameOf(row), await orRefusal(() => this.database.attempt(amend)));
  }
}

/** Members that the form says for the whole file, as far as facts of a kind have them. */
function usualOf(kind: FactKind, { document, source, issuer, period }: ImportFacts) {
  const { needs, may } = factForms[kind];
  const has = (member: 'issuer' | 'period') => [...needs, ...may].includes(member);
  return { document, source, ...(has('issuer') && { issuer }), ...(has('period') && { period }) };
}

const nameOf = ({ fact: { unit, kind, period } }: Told): string =>
  [unit, kind, period].filter((each) => each !== undefined).join(' ');

const differs = wrong('', 'FACT_DIFFERS', {
  en: 'It is recorded otherwise: say "reason" for the file to amend it, or amend it by amendFact.',
  vi: 'Dữ kiện này đã ghi khác; nêu "reason" cho cả tệp để sửa, hoặc sửa bằng amendFact.',
});
