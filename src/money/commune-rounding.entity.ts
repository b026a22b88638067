import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { count, day, id } from '../api/shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { roundingMethod, type RoundingMethod } from '../catalogue/rule-set.view.js';

/** Rounding of money of awards in a commune from a day on, in place of what the rule set says. */
@Entity('commune_rounding')
@ObjectType({ description: 'Rounding of money of awards in a commune, by a document, in place of the rule set.' })
export class CommuneRounding {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(day, 'First day.')
  validFrom: string;

  @Stored(day, 'Last day; null: until the next one begins.', { nullable: true })
  validTo: string | null;

  @Stored(roundingMethod, 'How an amount is rounded.')
  method: RoundingMethod;

  @Stored(count(1), 'Unit, đồng: 10000.')
  unit: number;

  @Stored(id, 'Id of the document that says so.')
  documentId: string;
}
