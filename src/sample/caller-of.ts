import type { Caller } from '../access/caller.js';
import type { RecordDocument } from '../documents/document.inputs.js';

/** Caller of an office on a legal date. */
export type CallerOf = (
  office: 'administrator' | 'clerk' | 'verifier' | 'chairperson' | 'accountant' | 'district',
  on: string,
) => Caller;

/** Records a document of the commune on a day, with a file of that name where one is asked for; gives its id. */
export type PaperOf = (
  on: string,
  paper: Pick<RecordDocument, 'type' | 'title' | 'number' | 'symbol'> & { withFile?: string },
) => Promise<string>;
