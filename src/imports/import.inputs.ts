import { ApiProperty } from '@nestjs/swagger';
import { Asked, AskedAs, InputBody } from '../api/asked.js';
import { code, day, oneOf } from '../api/shapes.js';
import { line } from '../api/text-shapes.js';
import type { FactKind } from '../catalogue/fact-words.data.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import { AmendFact, RecordFact } from '../facts/fact.inputs.js';
import type { Confirmation } from '../indicators/indicator-members.view.js';
import { AddIndicator } from '../indicators/indicator.inputs.js';
import { SetTarget, TargetAt } from '../indicators/target.inputs.js';
import { Nominate } from '../nominations/nomination.inputs.js';
import type { DecimalSign } from '../sheets/number-cell.rules.js';
import { DraftSubmission } from '../submissions/submission.inputs.js';
import { AddUnit, type UnitConfirmation } from '../units/unit.inputs.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

const modes = ['all', 'rows'] as const;
const signs = ['comma', 'point'] as const;
const signNamed = { comma: 'COMMA', point: 'POINT' } as const;

/** Form of a file that is imported. */
export class ImportFile {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'XLSX, CSV (UTF-8 or UTF-16; ",", ";" or tabs), JSON or NDJSON, of at most 10 MB and 10,000 rows.',
  })
  file: never;

  @Asked(
    oneOf('ImportMode', modes, 'all: nothing is kept when one row is wrong. rows: the rows that are right are kept.'),
    '"all" when left out: nothing is kept when one row is wrong; "rows": those that are right are kept.',
    { optional: true },
  )
  mode?: (typeof modes)[number];

  @Asked(line(100), 'Name of the sheet, where several have a table.', { optional: true })
  sheet?: string;

  @Asked(
    oneOf('DecimalSignGiven', signs, 'Sign before the decimals.'),
    'Sign before the decimals of the file, for numbers that can be read in two ways ("1.763").',
    { optional: true },
  )
  decimal?: (typeof signs)[number];
}

@InputBody('A file of units as it is imported.')
export class ImportUnits extends ImportFile {
  @AskedAs(AddUnit, { optional: true, description: 'Kind of the rows that name none.' }) kind?: UnitKind;

  @Asked(line(200), 'Code or name of the unit above, of the rows that name none.', { optional: true })
  parent?: string;

  @Asked(day, 'First day of the new units whose rows name none; the legal date when left out.', { optional: true })
  validFrom?: string;

  @AskedAs(AddUnit, { optional: true }) confirm?: UnitConfirmation[];
}

@InputBody('A file of indicators of a plan as it is imported, in the words of the plan.')
export class ImportIndicators extends ImportFile {
  @Asked(code, 'Key of the plan.') plan: string;

  @Asked(line(500), 'Path or title of the heading above the rows that name none.', { optional: true })
  section?: string;

  @AskedAs(AddIndicator, { optional: true }) reason?: string;
  @AskedAs(AddIndicator, { optional: true }) confirm?: Confirmation[];
}

@InputBody('A file of targets as it is imported.')
export class ImportTargets extends ImportFile {
  @Asked(code, 'Key of the plan.') plan: string;

  @AskedAs(TargetAt, {
    optional: true,
    description: 'Period of the rows that name none; that of the plan when left out.',
  })
  period?: string;

  @AskedAs(SetTarget, { optional: true }) reason?: string;
  @AskedAs(SetTarget, { optional: true }) confirm?: Confirmation[];
}

@InputBody('A file of figures of one or many units as it is imported.')
export class ImportEntries extends ImportFile {
  @AskedAs(DraftSubmission) plan: string;
  @AskedAs(DraftSubmission, { optional: true, description: 'Unit of the rows that name none.' }) unit?: string;
  @AskedAs(DraftSubmission, { optional: true, description: 'Period of the rows that name none.' }) period?: string;
  @AskedAs(DraftSubmission, { optional: true }) confirm?: Confirmation[];
}

@InputBody('A file of facts as it is imported.')
export class ImportFacts extends ImportFile {
  @AskedAs(RecordFact, { optional: true, description: 'Kind of the rows that name none.' }) kind?: FactKind;
  @AskedAs(RecordFact, { optional: true, description: 'Year of the ratings that name none.' }) period?: string;

  @Asked(line(200), 'Code or name of the unit above, of the rows that name none.', { optional: true })
  place?: string;

  @AskedAs(RecordFact, { optional: true, description: 'Office of the rows that name none.' }) issuer?: string;
  @AskedAs(RecordFact, { optional: true, description: 'Id of the document that all rows rest on.' }) document?: string;
  @AskedAs(RecordFact, { optional: true, description: 'Source of the rows that name none.' }) source?: string;

  @AskedAs(AmendFact, { optional: true, description: 'Reason to amend facts that are recorded otherwise.' })
  reason?: string;
}

@InputBody('A file of nominees of a round as it is imported.')
export class ImportNominations extends ImportFile {
  @AskedAs(Nominate) round: string;

  @Asked(line(300), 'Code or name of the award form, of the rows that name none.', { optional: true })
  form?: string;

  @AskedAs(Nominate, { optional: true, description: 'Type of the rows that name none; MERIT when left out.' })
  type?: NominationType;

  @AskedAs(Nominate, { optional: true }) period?: string;
  @AskedAs(ImportFacts, { optional: true }) place?: string;

  @AskedAs(Nominate, { optional: true, description: 'Summary of the achievements, of the rows that have none.' })
  summary?: string;
}

/** Sign before the decimals of a file, where its form says it. */
export const signOf = ({ decimal }: Pick<ImportFile, 'decimal'>): DecimalSign | undefined =>
  decimal && signNamed[decimal];
