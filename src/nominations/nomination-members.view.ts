import { ObjectType } from '@nestjs/graphql';
import { code, flag, id, oneOf } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';

export const groundTypes = ['RESULT', 'SUBMISSION', 'DOCUMENT', 'FILE'] as const;

export type GroundType = (typeof groundTypes)[number];

export const groundType = oneOf('GroundType', groundTypes, 'Type of a record that a nomination rests on.');

@ObjectType({ description: 'One record a nomination rests on.' })
export class Ground {
  @Shown(groundType, 'Type of the record.')
  type: GroundType;

  @Shown(id, 'Id of the record.')
  id: string;
}

/** One line of a dossier's checklist, as the rule set has it. */
@ObjectType({ description: 'One line of the checklist of a dossier, and the document handed in for it.' })
export class Paper {
  @Shown(code, 'Code of the line.')
  item: string;

  @Shown(text(300), 'Name of the document.')
  name: string;

  @Shown(text(20), 'Type of the document by its abbreviation: TTr, BC, BB ….')
  documentType: string;

  @Shown(flag, 'Whether the paper is required.')
  required: boolean;

  @Shown(id, 'The document handed in.', { nullable: true })
  documentId: string | null;
}
