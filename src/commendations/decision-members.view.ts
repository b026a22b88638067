import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { code, id } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

/** Data subject of a line: the unit, where the line has a reason. */
const saidOf = ({ reason, unitId }: { reason: string | null; unitId: string }) =>
  reason === null ? undefined : unitId;

@ObjectType({ description: 'One award a decision gives.' })
@(DataSubject<Grant>()(['reason', 'unitId'], saidOf))
export class Grant {
  communeId: number;

  unitId: string;

  @Shown(id, 'Id of the nomination.')
  nominationId: string;

  @Shown(code, 'Code of who gets it.')
  unitCode: string;

  @Shown(code, 'Code of the award form.')
  formCode: string;

  @Shown(text(), 'Reason for a grant against the advice of the meeting; null once signed: see the nomination.', {
    nullable: true,
    personal: true,
  })
  reason: string | null;
}

@ObjectType({ description: 'One nomination a drafted decision refuses.' })
@(DataSubject<Denial>()(['reason', 'unitId'], saidOf))
export class Denial {
  communeId: number;

  unitId: string;

  @Shown(id, 'Id of the nomination.')
  nominationId: string;

  @Shown(text(), 'Why the nomination is refused.', { nullable: true, personal: true })
  reason: string | null;
}
