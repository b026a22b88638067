import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { count, dong, figure, id } from '../api/shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { prose } from '../api/text-shapes.js';

/** Parts of the fund of a year. The year of an award is that of its decision. */
@Entity('fund')
@ObjectType({ description: 'The emulation and reward fund (quỹ thi đua, khen thưởng) of a year: what it is made of.' })
export class Fund {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(count(1900, 2200), 'Year of the fund.')
  year: number;

  @Stored(dong, 'Regular spending (chi thường xuyên) of the year, đồng.')
  regularSpending: string;

  @Stored(figure, 'Share of the regular spending, percent: "1.5".')
  rate: string;

  @Stored(prose(500), 'Source of the share: "Nghị định 152/2025/NĐ-CP, Điều 46: xã miền núi 1,5 %".')
  rateSource: string;

  @Stored(dong, 'Contributions and other lawful income, đồng.')
  contributions: string;

  @Stored(dong, 'Spending of the fund other than money of awards, đồng: certificates, frames, ceremonies.')
  otherSpending: string;

  @Stored(id, 'Id of the document that sets it; null: none is recorded here.', { nullable: true })
  documentId: string | null;
}
