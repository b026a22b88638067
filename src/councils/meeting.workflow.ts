import type { Workflow } from '../api/workflow.js';

export const meetingStates = ['CONVENED', 'CLOSED', 'CANCELLED'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** The life of a meeting: what is counted counts while it is closed. */
export const meetingWorkflow = {
  amendMeeting: { from: ['CONVENED'], kind: 'meeting.amended' },
  cancelMeeting: { from: ['CONVENED'], to: 'CANCELLED', kind: 'meeting.cancelled' },
  recordAttendance: { from: ['CONVENED'], kind: 'meeting.attended' },
  recuse: { from: ['CONVENED'], kind: 'meeting.recused' },
  withdrawRecusal: { from: ['CONVENED'], kind: 'meeting.recusalWithdrawn' },
  recordOpinion: { from: ['CONVENED'], kind: 'meeting.opined' },
  recordTally: { from: ['CONVENED'], kind: 'meeting.tallied' },
  recordTallies: { from: ['CONVENED'], kind: 'meeting.tallied' },
  confirmTally: { from: ['CONVENED'], kind: 'meeting.confirmed' },
  closeMeeting: { from: ['CONVENED'], to: 'CLOSED', kind: 'meeting.closed' },
  reopenMeeting: { from: ['CONVENED', 'CLOSED'], to: 'CONVENED', kind: 'meeting.reopened' },
} as const satisfies Workflow<MeetingState>;

export type MeetingAct = keyof typeof meetingWorkflow;

export const meetingActs = Object.keys(meetingWorkflow) as readonly MeetingAct[];
