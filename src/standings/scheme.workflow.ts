import type { Workflow } from '../api/workflow.js';

export const schemeStates = ['DRAFT', 'ADOPTED'] as const;
export type SchemeState = (typeof schemeStates)[number];

/** The life of one revision of a scheme: once adopted it stays as it is, and another revision follows it. */
export const schemeWorkflow = {
  amendScheme: { from: ['DRAFT'], kind: 'scheme.amended' },
  dropScheme: { from: ['DRAFT'], to: null, kind: 'scheme.dropped' },
  adoptScheme: { from: ['DRAFT'], to: 'ADOPTED', kind: 'scheme.adopted' },
} as const satisfies Workflow<SchemeState>;
