import type { Workflow } from '../api/workflow.js';

export const publicationStates = ['CANDIDATE', 'PUBLISHED'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** The life of a table of standings: a candidate (bảng dự kiến) is published as a whole, or dropped as a whole. */
export const publicationWorkflow = {
  decideTie: { from: ['CANDIDATE'], kind: 'standings.tieDecided' },
  dropCandidate: { from: ['CANDIDATE'], to: null, kind: 'standings.dropped' },
  publishStandings: { from: ['CANDIDATE'], to: 'PUBLISHED', kind: 'standings.published' },
} as const satisfies Workflow<PublicationState>;
