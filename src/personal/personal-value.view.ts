import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { code, count, flag, id, instant, text } from '../api/shapes.js';
import { Shown } from '../api/shown.js';

/** One value held of a person or household: of a record as it stands or stood, or an access to them. */
@ObjectType({
  description: 'One value held of a person or household: of a record as it stands or stood, or an access to them.',
})
@DataSubject<PersonalValue>(({ unitId }) => unitId)
export class PersonalValue {
  communeId: number;

  unitId: string;

  /** What it is ordered by: values by position, item and pointer, then accesses. */
  place: string;

  @Shown(
    code,
    'Type of the record it stands in: "unit", "submission", "file", "acknowledgement", or "personal" for an erasure; "access": somebody was given values.',
  )
  type: string;

  @Shown(id, 'Id of that record.')
  id: string;

  @Shown(count(1), 'Version of the record; null for an access.', { nullable: true })
  version: number | null;

  @Shown(
    text(),
    'Where in the record, as a JSON pointer: "/data/name"; "/reason" is the reason of the change; "/actor" of an access is who it was.',
  )
  pointer: string;

  @Shown(text(), 'The value; what is more than a text, as JSON.')
  value: string;

  @Shown(instant, 'Since when it is held; of an access, when it was.')
  at: Date;

  @Shown(flag, 'Whether the record still says so; false for what it said before, and for a reason.')
  current: boolean;
}
