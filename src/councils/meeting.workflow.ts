import type { Workflow } from '../api/workflow.js';

export const meetingStates = ['CONVENED', 'CLOSED'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** The life of a meeting: what is counted counts once it is closed. */
export const meetingWorkflow = {
  recordAttendance: { from: ['CONVENED'] },
  recuse: { from: ['CONVENED'] },
  recordOpinion: { from: ['CONVENED'] },
  recordTally: { from: ['CONVENED'] },
  confirmTally: { from: ['CONVENED'] },
  closeMeeting: { from: ['CONVENED'], to: 'CLOSED' },
} as const satisfies Workflow<MeetingState>;

export type MeetingAct = keyof typeof meetingWorkflow;
