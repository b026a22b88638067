import type { Caller } from '../access/caller.js';
import { forbidden } from '../access/held.rules.js';
import { point } from '../points.js';
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

/** The body of a meeting, with its members on that day. */
interface Seated {
  councilCode: string;
  councilPath: string;
  members: readonly Member[];
}

/** An act on a meeting of a commune; `said`: the id of the member that its body names. */
interface MembersAct {
  act: MeetingAct;
  commune: string;
  said?: string;
}

/** Codes of the first ten members. */
const few = (members: readonly Member[]): string =>
  [...members.slice(0, 10).map(({ personCode }) => personCode), ...(members.length > 10 ? ['…'] : [])].join(', ');

const speaksForOthers = (caller: Caller, { act, commune }: MembersAct, { councilPath }: Seated): boolean =>
  caller.kind === 'OPERATOR' || caller.rolesAt(act, commune, councilPath).includes('CLERK');

/**
 * The member an act is of, where the body of the act may name one. A member who may speak for others says who is meant:
 * the id of the own membership, or another's sheet by On-Behalf-Of. Refusals: those of `actingMember`; RULE for a
 * member who is not said, or is another.
 */
export function memberMeant(caller: Caller, at: MembersAct, meeting: Seated): Member {
  const { said } = at;
  const member = actingMember(caller, at, meeting);
  if (said !== undefined && said !== member.id)
    throw wrong('/member', 'OTHER_MEMBER', {
      en: `The act is of "${member.personCode}"; for another say On-Behalf-Of.`,
      vi: `Việc này là của "${member.personCode}"; ghi thay người khác thì dùng On-Behalf-Of và phiếu đã ký.`,
    });
  if (said === undefined && caller.onBehalfOf === undefined && speaksForOthers(caller, at, meeting))
    throw wrong('/member', 'WHICH_MEMBER', {
      en: `Say whether "${member.personCode}" is meant, or another by On-Behalf-Of.`,
      vi: `Hãy nêu "member" nếu ghi cho "${member.personCode}" là mình, hoặc On-Behalf-Of nếu ghi thay.`,
    });
  return member;
}

/**
 * The member an act is of: their own, or on the clerk's sheet the one named by On-Behalf-Of.
 * Refusals: FORBIDDEN; ON_BEHALF_MISSING; RULE for who is no member.
 */
export function actingMember(caller: Caller, at: MembersAct, meeting: Seated): Member {
  const { act, commune } = at;
  const { councilCode, councilPath, members } = meeting;
  caller.demandFor(act, commune, councilPath);
  const people = few(members);
  if (caller.onBehalfOf !== undefined) {
    const named = members.find(({ personCode }) => personCode === caller.onBehalfOf);
    if (!named)
      throw wrong('/headers/on-behalf-of', 'NOT_A_MEMBER', {
        en: `"${caller.onBehalfOf}" is no member of "${councilCode}" on the day of the meeting; members: ${people}.`,
        vi: `"${caller.onBehalfOf}" không phải thành viên của "${councilCode}" vào ngày họp; thành viên: ${people}.`,
      });
    return named;
  }
  const own = memberOf(caller, members);
  if (own) return own;
  if (!speaksForOthers(caller, at, meeting)) throw forbidden(act);
  throw new Refusal('ON_BEHALF_MISSING', { unit: councilCode }, [
    point('/headers/on-behalf-of', 'ON_BEHALF_OF_MEMBER', {
      en: `Say the code of the person who is a member: ${people}.`,
      vi: `On-Behalf-Of ghi mã cá nhân của thành viên: ${people}.`,
    }),
  ]);
}
