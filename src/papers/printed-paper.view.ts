import { ObjectType } from '@nestjs/graphql';
import { DataSubject } from '../api/disclosures.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import type { Paper } from './paper.js';
import { textOf } from './plain-text.js';

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
}

/** A paper as it is answered, with the persons that it names. */
export const asPrinted = (paper: Paper, of: Pick<PrintedPaper, 'communeId' | 'persons' | 'template'>): PrintedPaper =>
  Object.assign(new PrintedPaper(), { ...of, paper, title: paper.title, text: textOf(paper) });
