import { Asked, Parameters } from '../api/asked.js';
import { oneOf } from '../api/shapes.js';

export const meetingPapers = ['MINUTES', 'INVITATION', 'BALLOT', 'COUNT'] as const;
export type MeetingPaperKind = (typeof meetingPapers)[number];
export const meetingPaperKind = oneOf(
  'MeetingPaperKind',
  meetingPapers,
  'MINUTES: biên bản họp. INVITATION: giấy mời. BALLOT: phiếu biểu quyết. COUNT: biên bản kiểm phiếu.',
);

/** Names the paper of a meeting. */
@Parameters()
export class MeetingPaperAsked {
  @Asked(meetingPaperKind, 'Kind of paper; left out: MINUTES.', { optional: true })
  kind?: MeetingPaperKind;
}
