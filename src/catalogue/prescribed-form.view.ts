import { ObjectType } from '@nestjs/graphql';
import { flag } from '../api/shapes.js';
import { Shown } from '../api/shown.js';
import { line } from '../api/text-shapes.js';
import { paperKind, type PaperKind } from './paper-kind.js';
import { source, sourceText, verified } from './sourced.js';

@ObjectType({ description: 'A form (mẫu) that a decree prescribes for a paper of an award form.' })
export class PrescribedForm {
  @Shown(paperKind, 'Kind of paper that the form is prescribed for.')
  paper: PaperKind;

  @Shown(line(40), 'Number of the form: "Mẫu 01"; null: it was not read.', { nullable: true })
  number: string | null;

  @Shown(flag, "Whether the program's layout was held against the form; false: a commune sets it as its own template.")
  layoutRead: boolean;

  @Shown(sourceText, source)
  source: string;

  @Shown(flag, verified)
  verified: boolean;
}
