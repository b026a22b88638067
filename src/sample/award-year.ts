import type { RevokeAward } from '../commendations/award.inputs.js';
import type { Office } from '../councils/council-member.entity.js';
import type { RecordOutcome } from '../forwarding/forwarding.inputs.js';
import type { Nominate } from '../nominations/nomination.inputs.js';
import type { OpenRound } from '../nominations/round.inputs.js';
import type { AddUnit } from '../units/unit.inputs.js';
import type { InBulk } from './cultured-2023.data.js';
import type { Money } from './money-2023.data.js';

/** Nominee of a round. */
export interface Nominee extends Pick<Nominate, 'unit' | 'form' | 'summary' | 'deedOn'> {
  /** Indicators whose approved results the nomination rests on. */
  restsOn?: readonly string[];
}

/** Meeting of a body on the nominations for some forms: all members attend, and all voters vote in favour. */
export interface Sitting {
  council: string;
  heldOn: string;
  where: string;
  forms: readonly string[];
  /** Recusal: member, nominee, reason. */
  declared?: { member: string; unit: string; reason: string };
}

/** Decision on the nominations for some forms. */
export interface Signing {
  signedOn: string;
  title: string;
  bases: readonly string[];
  forms: readonly string[];
  refused?: Readonly<Record<string, string>>;
}

/** Round with all that comes of it. */
export interface Round {
  opened: Omit<OpenRound, 'forms'>;
  openedOn: string;
  nominatedOn: string;
  appraisedOn: string;
  nominees: readonly Nominee[];
  meetings: readonly Sitting[];
  decisions: readonly Signing[];
  inBulk?: InBulk;
  /** Nominations that go up, after their meeting, and what comes back. */
  upward?: readonly Upward[];
  closed?: { on: string; reason?: string };
}

/** A nomination that is forwarded to the superior, and what became of it there so far. */
export interface Upward {
  unit: string;
  form: string;
  forwardedOn: string;
  answered?: { receivedOn: string; outcome: RecordOutcome };
}

/** Award year of a commune: people, households, members of bodies, rounds, money, a revocation. */
export interface Year {
  issuer: string;
  place: string;
  people: readonly AddUnit[];
  households?: readonly AddUnit[];
  /** Number of the decision that appointed the council. */
  councilNumber: number;
  /** Members by the code of their body, each with the actor of that person. */
  members: Readonly<Record<string, readonly (readonly [person: string, office: Office, actor?: string])[]>>;
  rounds: readonly Round[];
  money: Money;
  /** An award that was paid, and is revoked; then its money and object come back. */
  revoked?: Omit<RevokeAward, 'file'> & { unit: string; on: string; recovered: { on: string; voucher: string } };
}
