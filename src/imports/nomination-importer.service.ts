import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { spanOf } from '../indicators/period.js';
import { SeveralRecordsService } from '../journal/several-records.service.js';
import { NominationAdditionsService } from '../nominations/nomination-additions.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import type { Nominate } from '../nominations/nomination.inputs.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { isSound, Refusal, refusalOf } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import type { ImportNominations } from './import.inputs.js';
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
import { namingOf } from './names.service.js';
import { nominationColumns, ImportedNomination } from './nomination-row.js';
import { namesNominee } from './nominee-row.js';
import { NomineesNamedService } from './nominees-named.service.js';

type At = ImportAt<ImportNominations>;

/** A row as a nomination. */
interface Told {
  nominated: Omit<Nominate, 'round'>;
  unitId: string;
  number: number;
}

/** Nominations of a round as they are imported: drafted in few statements; who is nominated already stays so. */
@Injectable()
export class NominationImporter implements Importer<ImportedNomination, ImportNominations> {
  readonly columns = nominationColumns;
  readonly needsOne = namesNominee;
  readonly row = ImportedNomination;

  constructor(
    private readonly nominees: NomineesNamedService,
    private readonly units: UnitsService,
    private readonly rounds: RoundsService,
    private readonly catalogue: CatalogueService,
    private readonly additions: NominationAdditionsService,
    private readonly several: SeveralRecordsService,
  ) {}

  async apply(caller: Caller, at: At, rows: readonly RowRead<ImportedNomination>[]): Promise<readonly RowOutcome[]> {
    const { commune, given } = at;
    const { round } = given;
    const reach = caller.reachIn(commune);
    await this.units.holdShared(reach);
    const told = await this.told(caller, at, rows);
    const sound = told.filter(isSound);
    const slots = sound.map(({ unitId, nominated: { form: formCode } }) => ({ unitId, formCode }));
    const occupantOf = await this.additions.occupants(reach, { round, rows: slots });
    const there = new Map(sound.map((row, index) => [row, slots[index] && occupantOf(slots[index])]));
    const fresh = sound.filter((row) => !there.get(row));
    const drafted = await this.additions.nominateEach(
      caller,
      { commune, round, by: 'importNominations' },
      fresh.map(({ nominated }) => nominated),
    );
    const added = drafted.filter(isSound);
    await this.several.journalNew(caller, { entity: Nomination, kind: 'nomination.drafted' }, added);
    const made = new Map(fresh.map((row, index) => [row, expected(drafted[index], 'A nomination was not judged.')]));
    return told.map((row) => {
      if (!isSound(row)) return rejected(null, row);
      const known = there.get(row);
      return known
        ? outcomeOf('UNCHANGED', nameOf(row), known)
        : outcomeOf('CREATED', nameOf(row), made.get(row) as Nomination | Refusal);
    });
  }

  /** The rows as nominations, with what the form says for the whole file; each nominee once for each award form. */
  private async told(
    caller: Caller,
    { commune, given }: At,
    rows: readonly RowRead<ImportedNomination>[],
  ): Promise<(Told | Refusal)[]> {
    const round = await this.rounds.roundToNominate(caller.reachIn(commune), given.round);
    const forms = await this.catalogue.formsNamed(caller, round.forms, { ruleSet: round.ruleSet });
    const formNamed = namingOf<AwardForm>({
      called: [...forms.values()],
      byCode: [...forms.values()],
      pointer: '/form',
    });
    const formOf = ({ form = given.form }: ImportedNomination) =>
      form === undefined ? missingCell('/form', 'form') : formNamed(form);
    const asked = rows.map(({ row }) => formOf(row));
    const units = await this.nominees.of(
      caller,
      {
        ...{ commune, place: given.place, from: spanOf(given.period ?? round.period).from },
        suits: (index, kind) => {
          const form = asked[index];
          return !form || form instanceof Refusal || form.nominees.includes(kind);
        },
      },
      rows.map(({ row }) => row),
    );
    const again = onceEach();
    return rows.map(({ number, row }, index) => {
      const unit = expected(units[index], 'A row was not looked up.');
      const form = expected(asked[index], 'A form was not looked up.');
      if (unit instanceof Refusal) return unit;
      const barred = refusalOf(() => caller.demandFor('importNominations', commune, unit.pathToday));
      if (barred) return barred;
      if (form instanceof Refusal) return form;
      const { place: _, citizen: __, ...told } = row;
      const { type = 'MERIT', period, summary } = { ...given, ...told };
      if (summary === undefined) return missingCell('/summary', 'summary');
      const twice = again(`${unit.code} ${form.code}`, number);
      if (twice) return twice;
      const { deedOn } = row;
      const nominated = { unit: unit.code, form: form.code, type, period, deedOn, summary };
      return { nominated, unitId: unit.id, number };
    });
  }
}

const nameOf = ({ nominated: { unit, form } }: Told): string => `${unit} ${form}`;
