import { parentPort } from 'node:worker_threads';
import { docxOf } from './docx.js';
import type { Paper } from './paper.js';
import { pdfOf } from './pdf.js';
import { filled } from '../templates/template-file.js';

/** Makes files of papers, one after the other: a list of 880 households would hold up every other request. */
export interface ToPrint {
  id: number;
  paper: Paper;
  type: 'docx' | 'pdf';
  /** DOCX with named fields, in place of the program's layout. */
  template?: Uint8Array;
}

/** File of a paper, or the error that stands in its way. */
export type Printed = { id: number } & ({ bytes: Uint8Array } | { error: Error });

parentPort?.on('message', ({ id, paper, type, template }: ToPrint) => {
  void Promise.resolve()
    .then(() =>
      type === 'pdf' ? pdfOf(paper) : template && paper.fields ? filled(template, paper.fields) : docxOf(paper),
    )
    .then(
      (bytes) => parentPort?.postMessage({ id, bytes } satisfies Printed),
      (error: Error) => parentPort?.postMessage({ id, error } satisfies Printed),
    );
});
