import { ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DataSubject } from '../api/disclosures.js';
import { code, count, day, id, oneOf, record } from '../api/shapes.js';
import { text } from '../api/text-shapes.js';
import { Shown } from '../api/shown.js';
import { CommuneId, Stored } from '../api/stored.js';
import { VoteRule } from '../catalogue/award-form.view.js';
import { outcomes, type Outcome } from './vote.rules.js';

const grounds = ['SELF', 'OWN_UNIT', 'DECLARED'] as const;
export type RecusalGround = (typeof grounds)[number];
const recusalGround = oneOf(
  'RecusalGround',
  grounds,
  'SELF: the nominee is the member, or who replaces them. OWN_UNIT: their own unit. DECLARED: they said so.',
);
const outcome = oneOf(
  'Recommendation',
  outcomes,
  'Recommendation from the tally. NO_QUORUM: no quorum, or no voter; another meeting may take it.',
);

@Entity('recusal')
@ObjectType({ description: 'A recusal: a member does not deliberate on one nomination (không tham gia xét).' })
@(DataSubject<Recusal>()(['reason', 'personId'], ({ reason, personId }) => (reason === null ? undefined : personId)))
export class Recusal {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') meetingId: string;
  @PrimaryColumn('uuid') nominationId: string;

  @Stored(id, 'Id of the member.', { column: { primary: true } })
  memberId: string;

  personId: string;

  @Shown(code, 'Code of the person.')
  personCode: string;

  @Stored(recusalGround, 'Ground on which the member does not deliberate.')
  ground: RecusalGround;

  @Stored(text(), 'Declared reason.', { nullable: true, personal: true })
  reason: string | null;

  /** Not while the nomination is off the agenda, or the member has no seat: a declared recusal is kept for later. */
  @Column('bool', { default: true }) stands: boolean;
}

@Entity('matter')
@ObjectType({ description: 'One nomination before one meeting, with its tally. No choice of any member is kept.' })
export class Matter {
  @CommuneId() communeId: number;
  @PrimaryColumn('uuid') meetingId: string;

  @Stored(id, 'Id of the nomination.', { column: { primary: true } })
  nominationId: string;

  @Stored(id, 'Id of the nominee (unit).')
  unitId: string;

  @Shown(code, 'Code of the nominee.')
  unitCode: string;

  @Stored(count(1), 'Place on the agenda.')
  ordinal: number;

  @Stored(record(() => VoteRule), 'Voting rule, as of the convening.')
  rule: VoteRule;

  @Stored(count(), 'Votes for the nomination.', { nullable: true })
  votesFor: number | null;

  @Stored(count(), 'Votes against the nomination.', { nullable: true })
  votesAgainst: number | null;

  @Stored(count(), 'Blank votes.', { nullable: true })
  votesBlank: number | null;

  @Stored(count(), 'Invalid votes; null where they were counted as blank.', { nullable: true })
  votesInvalid: number | null;

  @Stored(count(), 'Ballots given out and not returned.', { nullable: true })
  notReturned: number | null;

  @Column('uuid', { nullable: true }) recordedBy: string | null;

  @Stored(day, 'Legal date of the count.', { nullable: true })
  recordedOn: string | null;

  @Column('uuid', { nullable: true }) confirmedBy: string | null;

  @Stored(day, 'Legal date of its confirmation by somebody else; asked for secret ballots only.', { nullable: true })
  confirmedOn: string | null;

  @Shown(count(), 'Number of voters; null before attendance is recorded.', { nullable: true })
  voters: number | null;

  @Stored(count(), 'Base of the majority; null before attendance is recorded.', { nullable: true })
  base: number | null;

  @Shown(text(9), 'Majority required, votesFor of base: "2/3".')
  threshold: string;

  @Stored(outcome, 'Recommendation; null until the meeting is closed.', { nullable: true })
  outcome: Outcome | null;

  @Shown(record(() => Recusal), 'Recused members.', { list: true })
  recusals: Recusal[];
}
