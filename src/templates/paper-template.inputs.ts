import { Asked, AskedAs, InputBody, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { id } from '../api/shapes.js';
import { paperKind, type PaperKind } from '../catalogue/paper-kind.js';
import { PaperTemplate } from './paper-template.entity.js';

/** Names a template by its paper. */
@Parameters()
export class PaperTemplateAt {
  @Asked(paperKind, 'Paper that the template is of.')
  kind: PaperKind;
}

/** A page of templates. */
@Parameters()
export class ListPaperTemplates extends Paging {}

@InputBody('Template of a paper, whole: what is left out is as the program has it.')
export class SetPaperTemplate {
  @Asked(id, 'Id of a DOCX with the named fields of the paper, uploaded before.', { clearable: true })
  file?: string | null;

  @AskedAs(PaperTemplate, { clearable: true }) width?: number | null;
  @AskedAs(PaperTemplate, { clearable: true }) height?: number | null;
  @AskedAs(PaperTemplate, { optional: true }) rightBy?: number;
  @AskedAs(PaperTemplate, { optional: true }) downBy?: number;
}
