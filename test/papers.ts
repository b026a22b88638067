import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words of a text, whatever stands between them. */
export const wordsOf = (text: string): string[] => text.split(/[\s\u00a0]+/).filter((word) => word !== '');

/** Text of a DOCX, as another program reads it. */
export const docxText = async (bytes: Buffer): Promise<string> =>
  (await mammoth.extractRawText({ buffer: bytes })).value;

/** Pages of a PDF, each its text as another program reads it. */
export async function pdfPages(bytes: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(' '));
  }
  await document.destroy();
  return pages;
}

/** Text of a PDF without the numbers of its pages. */
export const pdfText = async (bytes: Buffer): Promise<string> =>
  (await pdfPages(bytes)).map((page) => page.replace(/^\s*\d+\s+/, '')).join('\n');
