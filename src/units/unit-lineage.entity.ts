import { Entity, PrimaryColumn } from 'typeorm';
import { CommuneId } from '../api/stored.js';

/** A merger or split: a unit that ends, and one that succeeds it. */
@Entity('unit_lineage')
export class UnitLineage {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') predecessorId: string;
  @PrimaryColumn('uuid') successorId: string;
}
