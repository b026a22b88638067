import type { Workflow } from '../api/workflow.js';

/** An actor has one state: appointments and keys say what they may. */
export const actorWorkflow = {
  amendActor: { from: ['KNOWN'], kind: 'actor.amended' },
} as const satisfies Workflow<'KNOWN'>;
