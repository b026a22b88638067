import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AudienceColumn } from '../access/audience-column.js';
import type { Audience } from '../access/roles.js';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { code, day, flag, id, oneOf, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { ScoreAllowance, ScoreColumn, ScoreException } from './score-column.view.js';
import { scoreSheetStates, type ScoreSheetState } from './score-sheet.workflow.js';

export const scoreSheetState = oneOf(
  'ScoreSheetState',
  scoreSheetStates,
  'State of a score sheet. RETURNED: its unit scores again, and the later columns are gone.',
);

/** A score sheet (phiếu chấm điểm): one unit, one scheme of a plan, one period. */
@Entity('score_sheet')
@ObjectType({
  description: 'A score sheet (phiếu chấm điểm) of one unit for a scheme and period: three columns, each complete.',
})
@(DataSubject<ScoreSheet>()(['unitId', 'unitKind'], personOf))
export class ScoreSheet {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the plan.')
  planId: string;

  @Shown(code, 'Key of the plan.')
  plan: string;

  @Stored(code, 'Code of the scheme in the plan. The revision in force on the last day of the period judges.')
  scheme: string;

  @Stored(period, 'Period that is scored.')
  period: string;

  @Stored(id, 'Id of the unit.')
  unitId: string;

  @Shown(code, 'Code of the unit.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(scoreSheetState, 'State of the sheet.')
  state: ScoreSheetState;

  @Stored(record(() => ScoreColumn), 'Column of the unit (tự chấm).')
  self: ScoreColumn;

  @Stored(record(() => ScoreColumn), 'Column of the verifier (thẩm định).', { nullable: true })
  verified: ScoreColumn | null;

  @Stored(record(() => ScoreColumn), 'Column of the chairperson (kết luận).', { nullable: true })
  final: ScoreColumn | null;

  @Stored(record(() => ScoreAllowance), 'Printed maxima that may be exceeded, by the conclusion.', {
    list: true,
    atMost: lengths.usual,
  })
  allowances: ScoreAllowance[];

  @Stored(record(() => ScoreException), 'Classes that the unit keeps beyond their quota, by the conclusion.', {
    list: true,
    atMost: lengths.usual,
  })
  exceptions: ScoreException[];

  @Stored(day, 'Due day of the column that is waited for, by the deadlines of the scheme; null: none.', {
    nullable: true,
  })
  dueOn: string | null;

  @Stored(day, 'Legal date of its last submission.', { nullable: true })
  submittedOn: string | null;

  @Column('uuid', { nullable: true }) submittedBy: string | null;

  @Stored(flag, 'First submitted after its due day; null without one.', { nullable: true })
  late: boolean | null;

  @Stored(text(), 'Reason of the return; null once it is submitted again.', { nullable: true, personal: true })
  returnedReason: string | null;

  /** Always INSIDE: others see published tables, never a sheet. */
  @AudienceColumn() audience: Audience;
}

/** A file that proves an occurrence in some column of a sheet (minh chứng). */
@Entity('score_evidence')
export class ScoreEvidence {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') sheetId: string;
  @PrimaryColumn('uuid') fileId: string;
}
