import type { INestApplicationContext } from '@nestjs/common';
import { CouncilsService } from '../councils/councils.service.js';
import { MeetingActsService } from '../councils/meeting-acts.service.js';
import type { Meeting } from '../councils/meeting.entity.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { NominationMeetingsService } from '../nominations/nomination-meetings.service.js';
import type { Sitting } from './award-year.js';
import type { CallerOf, PaperOf } from './caller-of.js';

/** Holds a meeting on nominations, with attendance, counts and minutes. */
export async function meet(
  app: INestApplicationContext,
  { commune, as, paper }: { commune: string; as: CallerOf; paper: PaperOf },
  { sitting: { council, heldOn, where, declared }, matters }: { sitting: Sitting; matters: readonly Nomination[] },
): Promise<void> {
  const [meetings, acts] = [app.get(NominationMeetingsService), app.get(MeetingActsService)];
  const clerk = as('clerk', heldOn);
  const at = ({ id, version: expectedVersion }: Meeting) => ({ commune, id, expectedVersion });
  const nominations = matters.map(({ id }) => id);
  const convened = await meetings.conveneMeeting(clerk, commune, { council, heldOn, place: where, nominations });
  const asked = { council: [council], asOf: heldOn };
  const seats = (await app.get(CouncilsService).councils(clerk, commune, asked)).items.flatMap(
    ({ members }) => members,
  );
  const members = seats.map(({ id: member }) => ({ member, presence: 'PRESENT' as const }));
  let meeting = await acts.recordAttendance(clerk, at(convened), { members });
  if (declared) {
    const { member, unit, reason } = declared;
    const nomination = matters.find(({ unitCode }) => unitCode === unit)!.id;
    meeting = await acts.recuse(clerk.acting({ onBehalfOf: member }), at(meeting), { nomination, reason });
  }
  for (const { nominationId: nomination, voters, rule } of meeting.matters) {
    const counts = { votesFor: voters ?? 0, votesAgainst: 0, votesBlank: 0, notReturned: 0 };
    meeting = await acts.recordTally(clerk, at(meeting), { nomination, ...counts });
    if (rule.ballot === 'PAPER')
      meeting = await acts.confirmTally(as('administrator', heldOn), at(meeting), { nomination });
  }
  const title = `Biên bản họp xét thi đua, khen thưởng: ${council}`;
  const minutes = await paper(heldOn, { type: 'BB', title, withFile: 'bien-ban' });
  await meetings.closeMeeting(as('chairperson', heldOn), at(meeting), { minutes });
}
