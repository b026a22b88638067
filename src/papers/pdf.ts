import PDFDocument from 'pdfkit';
import type { Paper } from './paper.js';
import { Pages } from './pdf-pages.js';
import { fonts, regular } from './pdf-type.js';

/** A paper as PDF, its fonts embedded. The same paper is the same bytes. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const { title, author, day, note } = paper;
  // The clock is not to say of which day a paper is.
  const CreationDate = new Date(`${day ?? '2000-01-01'}T00:00:00Z`);
  const document = new PDFDocument({
    ...{ autoFirstPage: false, font: fonts()[regular], lang: 'vi-VN', pdfVersion: '1.7', margin: 0 },
    info: {
      Title: title,
      Author: author,
      ...(note !== undefined && { Subject: note }),
      Creator: 'thidua',
      Producer: 'thidua',
      CreationDate,
    },
  });
  for (const [face, font] of Object.entries(fonts())) document.registerFont(face, font);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => document.once('end', resolve).once('error', reject));
  for (const section of paper.sections) new Pages(document, section).fill();
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
