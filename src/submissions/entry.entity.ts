import { ObjectType } from '@nestjs/graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { lengths } from '../api/list-lengths.js';
import { code, day, figureWritten, id, oneOf } from '../api/shapes.js';
import { line, prose, text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Stored } from '../api/stored.js';
import { figureScopes, type FigureScope } from './scope.rules.js';

/** A value in the form of its indicator: see Result.value. */
export const value = { ...line(300), mayBeFigure: true } as const;

export const figureScope = oneOf(
  'FigureScope',
  figureScopes,
  "COMMUNE: the commune's figure, never a summand. OWN: the unit's own; the commune's is summed from those.",
);

@Entity('entry')
@ObjectType({ description: 'Figure of a report (số liệu): as reported, verified and approved. All three stay.' })
export class Entry {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') submissionId: string;

  @Stored(id, 'Id of the indicator.', { column: { primary: true } })
  indicatorId: string;

  @Shown(code, 'Code of the indicator.')
  indicatorCode: string;

  @Stored(figureScope, "Scope of the figure: the commune's, or the unit's own.")
  scope: FigureScope;

  @Stored(
    value,
    'Value as reported, in the form of its indicator; null: nothing to report, or, in a draft, nothing said yet.',
    { nullable: true },
  )
  reported: string | null;

  @Stored(figureWritten, 'The total that the value is counted out of: 6 of "5/6".', { nullable: true })
  outOf: string | null;

  @Stored(text(), 'Reason there is nothing to report.', { nullable: true, personal: true })
  nothingToReport: string | null;

  @Stored(prose(), 'Note of the unit.', { nullable: true, personal: true })
  note: string | null;

  @Stored(text(), 'Correction the verifier asks for, when the report was returned.', {
    nullable: true,
    personal: true,
  })
  remark: string | null;

  @Stored(value, 'Value as verified, in the form of its indicator.', { nullable: true })
  verified: string | null;

  @Stored(text(), 'Reason of the difference from the reported figure.', { nullable: true, personal: true })
  verifiedReason: string | null;

  @Stored(day, 'Legal date of the verification; null: not verified yet.', { nullable: true })
  verifiedOn: string | null;

  @Stored(value, 'Value as approved, in the form of its indicator.', { nullable: true })
  approved: string | null;

  @Stored(text(), 'Reason of the difference from the verified figure.', { nullable: true, personal: true })
  approvedReason: string | null;

  @Shown(id, 'Ids of the files that prove the value.', { list: true, atMost: lengths.usual })
  evidenceIds: string[];
}

/** A file that proves an entry (minh chứng). */
@Entity('evidence')
export class Evidence {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') submissionId: string;
  @PrimaryColumn('uuid') indicatorId: string;
  @PrimaryColumn('uuid') fileId: string;
}
