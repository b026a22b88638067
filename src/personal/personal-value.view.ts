import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { code, count, flag, id, instant } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

@ObjectType({
  description: 'One value held of a person or household: of a record as it stands or stood, or an access to them.',
})
@(DataSubject<PersonalValue>()(['unitId'], ({ unitId }) => unitId))
export class PersonalValue {
  communeId: number;

  unitId: string;

  /** Sort key: values by position, item and pointer, then accesses. */
  place: string;

  @Shown(code, 'Type of the record: "unit", "submission", "file", …; "personal": an erasure; "access": a disclosure.')
  type: string;

  @Shown(id, 'Id of that record.')
  recordId: string;

  @Shown(count(1), 'Version of the record; null for an access.', { nullable: true })
  version: number | null;

  @Shown(
    text(),
    'JSON pointer into the record: "/data/name"; "/reason": reason of the change; "/actor": reader of an access.',
  )
  pointer: string;

  @Shown(text(), 'The value: a text as it is, any other value as JSON.')
  value: string;

  @Shown(instant, 'Time of recording, or of the access.')
  at: Date;

  @Shown(
    flag,
    'Whether this is the current value of the record. False for an earlier value, and for the reason of a change.',
  )
  current: boolean;
}
