import type { MadeFile, PaperType } from '../api/answer.js';
import type { PrintedPaper } from './printed-paper.view.js';
import { printed } from './printer.js';

/** A paper as a file, named after its title; "/" of a number is "-" there. Refusal: OVERLOADED. */
export async function paperFile({ paper, template }: PrintedPaper, type: PaperType): Promise<MadeFile> {
  const name = paper.title.replaceAll('/', '-').slice(0, 120).trim();
  return { name: `${name}.${type}`, bytes: await printed({ paper, type, template }) };
}
