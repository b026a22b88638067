import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, day, flag, id, oneOf, period } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { line, prose } from '../api/text-shapes.js';
import { isPerson, personOf, type UnitKind } from '../units/unit-kind.rules.js';
import { factKinds, type FactKind } from '../catalogue/fact-words.data.js';

export const factKind = oneOf(
  'FactKind',
  factKinds,
  'Kind of a fact (dữ kiện). SERVICE: công tác. RATING: xếp loại. INITIATIVE: sáng kiến. DISCIPLINE: kỷ luật. ' +
    'HOLD: tạm dừng xét. LEAVE: nghỉ thai sản. SEX: giới tính. RECOGNITION: được công nhận.',
);

const ofPerson = ({ unitKind }: Fact) => isPerson(unitKind);

/**
 * A fact of a person or unit that awards are judged by. Erasing a person takes their facts out. All that a fact says of
 * a person is personal: where the kind alone were held back of some, that it is would tell what it is.
 */
@Entity('fact')
@ObjectType({
  description: 'A fact (dữ kiện) of a person or unit that awards are judged by: dated, with its document or source.',
})
@(DataSubject<Fact>()(['unitId', 'unitKind'], personOf))
export class Fact {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(id, 'Id of the person or unit.')
  unitId: string;

  @Shown(code, 'Code of the person or unit.')
  unitCode: string;

  unitKind: UnitKind;

  @Stored(factKind, 'Kind of fact.', {
    nullable: true,
    personal: ofPerson,
    column: { nullable: false },
  })
  kind: FactKind | null;

  @Stored(
    line(100),
    'Value, of those of its kind: an employment (SERVICE), a class (RATING), a scope (INITIATIVE), a grade ' +
      '(DISCIPLINE), a ground (HOLD), a code of what is recognised (RECOGNITION). `GET /docs` has the list.',
    { personal: ofPerson },
  )
  value: string;

  @Stored(prose(500), 'Post (SERVICE), name of the initiative, or what else the document says.', {
    nullable: true,
    personal: ofPerson,
  })
  title: string | null;

  @Stored(flag, 'Whether the post is that of a leader of the unit above (SERVICE); null for other kinds.', {
    nullable: true,
    personal: ofPerson,
  })
  leads: boolean | null;

  @Stored(period, 'Year that a rating is of; null for other kinds.', { nullable: true, personal: ofPerson })
  period: string | null;

  @Stored(day, 'First day; of an initiative or recognition the day it was recognised. Null for RATING and SEX.', {
    nullable: true,
    personal: ofPerson,
  })
  validFrom: string | null;

  @Stored(day, 'Last day; null: it goes on, or is of one day.', { nullable: true, personal: ofPerson })
  validTo: string | null;

  @Stored(line(200), 'Office that recognised, rated or decided.', { nullable: true, personal: ofPerson })
  issuer: string | null;

  @Stored(id, 'Id of the document of the fact; null: only `source` is known.', { nullable: true })
  documentId: string | null;

  @Stored(prose(500), 'Source of the fact, without a document here.', { nullable: true, personal: ofPerson })
  source: string | null;
}
