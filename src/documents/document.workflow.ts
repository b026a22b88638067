import type { Audience } from '../access/roles.js';
import type { Workflow } from '../api/workflow.js';

/** A document or file is of the officials, or carried by what was issued or signed. */
type DocumentState = 'RECORDED' | 'PUBLISHED';

export const stateOf = ({ audience }: { audience: Audience }): DocumentState =>
  audience === 'INSIDE' ? 'RECORDED' : 'PUBLISHED';

/** The acts on a document. One that states something issued or signed stays. */
export const documentWorkflow = {
  amendDocument: { from: ['RECORDED', 'PUBLISHED'], kind: 'document.amended' },
  removeDocument: { from: ['RECORDED'], to: null, kind: 'document.removed' },
} as const satisfies Workflow<DocumentState>;

export const fileWorkflow = {
  removeFile: { from: ['RECORDED'], to: null, kind: 'file.removed' },
} as const satisfies Workflow<DocumentState>;
