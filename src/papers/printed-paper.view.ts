import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { lengths } from '../api/list-lengths.js';
import { record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { PrescribedForm } from '../catalogue/prescribed-form.view.js';
import type { Paper } from './paper.js';
import { textOf } from './plain-text.js';
import { noteOf } from './prescribed.rules.js';

/** A paper (văn bản in ra): a record as the office prints it. */
@ObjectType({
  description: 'A paper (văn bản in ra): a record as the office prints it. REST answers DOCX and PDF, too.',
})
@(DataSubject<PrintedPaper>()(['persons'], ({ persons }) => persons))
export class PrintedPaper {
  communeId: number;

  /** Ids of the persons and households that it names. */
  persons: readonly string[];

  paper: Paper;

  /** DOCX of the commune's own template; absent: the program's layout. */
  template?: Buffer;

  @Shown(text(), 'Title: "Quyết định số 07/QĐ-UBND".')
  title: string;

  @Shown(text(2_000_000), 'Text in the order of reading, a line for each paragraph or row; tabs between cells.')
  text: string;

  @Shown(record(() => PrescribedForm), 'Forms (mẫu) that decrees prescribe for it, by the award forms that it is of.', {
    list: true,
    atMost: lengths.usual,
  })
  prescribed: PrescribedForm[];
}

/** A paper as it is answered, with the persons that it names, and the forms that are prescribed for it. */
export function asPrinted(
  paper: Paper,
  {
    prescribed = [],
    ...of
  }: Pick<PrintedPaper, 'communeId' | 'persons' | 'template'> & Partial<Pick<PrintedPaper, 'prescribed'>>,
): PrintedPaper {
  const noted = { ...paper, note: noteOf(prescribed) };
  return Object.assign(new PrintedPaper(), {
    ...of,
    prescribed,
    paper: noted,
    title: paper.title,
    text: textOf(paper),
  });
}
