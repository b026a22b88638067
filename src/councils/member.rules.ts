import type { Caller } from '../access/caller.js';
import { Refusal, wrong } from '../refusals.js';
import type { RecusalGround } from './matter.entity.js';
import type { MeetingAct } from './meeting.workflow.js';

/** A member on the day a meeting is held. */
export interface Member {
  id: string;
  personId: string;
  personCode: string;
  actorId: string | null;
}

/** Ground on which a person does not deliberate on a nominee, without a declaration, by their paths in the tree. */
export function groundOf(person: string, nominee: string): Exclude<RecusalGround, 'DECLARED'> | undefined {
  if (person === nominee) return 'SELF';
  return person.startsWith(`${nominee}/`) ? 'OWN_UNIT' : undefined;
}

/** The caller as a member; undefined for others. */
export const memberOf = (caller: Caller, members: readonly Member[]): Member | undefined =>
  members.find(({ actorId }) => actorId !== null && actorId === caller.id);

/**
 * The member an act is of: their own, or on the clerk's sheet the one named by On-Behalf-Of.
 * Refusals: FORBIDDEN; ON_BEHALF_MISSING; RULE for who is no member.
 */
export function actingMember(
  caller: Caller,
  { act, commune }: { act: MeetingAct; commune: string },
  { councilCode, councilPath, members }: { councilCode: string; councilPath: string; members: readonly Member[] },
): Member {
  caller.demandFor(act, commune, councilPath);
  if (caller.onBehalfOf !== undefined) {
    const named = members.find(({ personCode }) => personCode === caller.onBehalfOf);
    if (!named)
      throw wrong(
        '/headers/on-behalf-of',
        'NOT_A_MEMBER',
        `"${caller.onBehalfOf}" is no member of "${councilCode}" on the day of the meeting.`,
      );
    return named;
  }
  const own = memberOf(caller, members);
  if (own) return own;
  if (caller.kind !== 'OPERATOR' && !caller.rolesAt(act, commune, councilPath).includes('CLERK'))
    throw new Refusal('FORBIDDEN', { operation: act });
  throw new Refusal('ON_BEHALF_MISSING', { unit: councilCode });
}
