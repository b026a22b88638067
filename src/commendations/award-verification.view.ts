import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { code, day, flag, legalDate, period, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { Head } from '../journal/change.view.js';
import { personOf, type UnitKind } from '../units/unit-kind.rules.js';

@ObjectType({ description: 'The record of an award, for the holder of its certificate.' })
@(DataSubject<AwardVerification>()(['unitId', 'unitKind'], personOf))
export class AwardVerification {
  communeId: number;

  unitId: string;

  unitKind: UnitKind;

  @Shown(text(130), 'The code, as printed.')
  verificationCode: string;

  @Shown(code, 'Key of the commune.')
  commune: string;

  @Shown(text(200), 'Name of the commune.')
  communeName: string;

  @Shown(text(200), 'Name of the recipient, as it was given or corrected.')
  recipientName: string;

  @Shown(text(200), 'Name of the unit the recipient belonged to; null: the commune.', { nullable: true })
  unitName: string | null;

  @Shown(flag, 'Whether the recipient or the commune is invented (sample data): no award was given.')
  invented: boolean;

  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Shown(text(300), 'Name of the award form.')
  formName: string;

  @Shown(period, 'Period of the achievements; null: the paper tells none.', { nullable: true })
  period: string | null;

  @Shown(text(200), 'Office that gave the award.')
  issuer: string;

  @Shown(text(80), 'Number of the decision, as printed.', { nullable: true })
  numberText: string | null;

  @Shown(legalDate, 'Legal date of the grant, as far as it is known.')
  grantedOn: string;

  @Shown(day, 'Legal date of the last correction of a misprint (đính chính).', { nullable: true })
  correctedOn: string | null;

  @Shown(text(80), 'Number of the document that corrects it, as printed.', { nullable: true })
  correctedNumberText: string | null;

  @Shown(
    day,
    'Legal date from which the award is revoked. Null: not revoked. For an award decided elsewhere, ask its issuer.',
    { nullable: true },
  )
  revokedOn: string | null;

  @Shown(text(80), 'Number of the decision that revoked it, as printed.', { nullable: true })
  revokedNumberText: string | null;

  @Shown(
    text(64),
    'SHA-256 (hex) of the signed decision; null: decided elsewhere, ask the issuer whether it is in force.',
    { nullable: true },
  )
  sha256: string | null;

  @Shown(record(() => Head), 'Head of the journal when the decision was signed.', { nullable: true })
  head: Head | null;
}
