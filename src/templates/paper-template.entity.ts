import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { count, id } from '../api/shapes.js';
import { CommuneId, Id, Stored, Version } from '../api/stored.js';
import { paperKind, type PaperKind } from '../catalogue/paper-kind.js';

export const formSide = count(100, 500);
export const shift = count(-100, 100);

/** Template of a paper in a commune (mẫu văn bản), in place of the program's own. */
@Entity('paper_template')
@ObjectType({
  description:
    'Template of a paper (mẫu văn bản): a DOCX with named fields, and the bought form (phôi) that certificates are ' +
    'printed on.',
})
export class PaperTemplate {
  @CommuneId() communeId: number;
  @Id() id: string;
  @Version() version: number;

  @Stored(paperKind, 'Kind of paper that is made from the template.')
  kind: PaperKind;

  @Stored(id, 'Id of its DOCX; null: the program has its own.', { nullable: true })
  fileId: string | null;

  @Stored(formSide, 'Width of the bought form, millimetres; null: A4 across.', { nullable: true })
  width: number | null;

  @Stored(formSide, 'Height of the bought form, millimetres.', { nullable: true })
  height: number | null;

  @Stored(shift, 'Millimetres by which all text on the form is moved to the right.')
  rightBy: number;

  @Stored(shift, 'Millimetres by which all text on the form is moved down.')
  downBy: number;
}
