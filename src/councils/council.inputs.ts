import { AsOfDay } from '../api/as-of-day.js';
import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, day, id } from '../api/shapes.js';
import { CouncilMember, type Office } from './council-member.entity.js';

/** Filters bodies, and sets the day of their members. */
@Parameters()
export class ListCouncils extends Paging {
  @AsOfDay('The day; today when left out.')
  asOf?: string;

  @Asked(code, 'Only these bodies, by the codes of their units.', { optional: true, list: true })
  council?: string[];
}

@InputBody('A member as they are to be appointed.')
export class AppointMember {
  @Asked(code, 'Code of the body (unit).')
  council: string;

  @Asked(code, 'Code of the person (unit).')
  person: string;

  @AskedAs(CouncilMember) office: Office;
  @AskedAs(CouncilMember) validFrom: string;

  @Asked(day, 'Last day; left out: it goes on while the person and the body are there.', { optional: true })
  validTo?: string;

  @Asked(code, 'Key of the actor they act as here; left out: the clerk writes down what they declare.', {
    optional: true,
  })
  actor?: string;

  @AskedAs(CouncilMember, { optional: true }) documentId?: string;
}

/** Names a membership by its id. */
@Parameters()
export class MemberAt {
  @Asked(id, 'Id of the membership.')
  id: string;
}

@InputBody('The last day of a membership.')
export class EndMembership {
  @Asked(day, 'Last day; today when left out, null: it goes on, an end is taken back.', { clearable: true })
  validTo?: string | null;

  @Reason()
  reason: string;
}

@InputBody('The reason a membership is removed for.')
export class RemoveMembership {
  @Reason()
  reason: string;
}
