import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CommuneId } from '../api/stored.js';

/** The code of a unit or the word of a movement. "2023-<word>" is the key of one kind of plan, never of both. */
@Entity('taken_word')
export class TakenWord {
  @CommuneId() communeId: number;

  /** Id of the unit or of the movement's plan. */
  @PrimaryColumn('uuid') holderId: string;

  @Column('text') word: string;
  @Column('text') takenBy: 'UNIT' | 'MOVEMENT';
}
