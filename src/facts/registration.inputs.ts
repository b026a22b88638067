import { Asked, InputBody, Parameters, Reason } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, flag, id, period } from '../api/shapes.js';
import { registrationState } from './registration.entity.js';
import type { RegistrationState } from './registration.workflow.js';

/** Names a registration by its id. */
@Parameters()
export class RegistrationAt {
  @Asked(id, 'Id of the registration.')
  id: string;
}

/** Filters registrations of one unit, for an edge. */
@Parameters()
export class ListOwnRegistrations extends Paging {
  @Asked(period, 'Only those for this year.', { optional: true })
  period?: string;

  @Asked(code, 'Only those for this award form.', { optional: true })
  form?: string;

  @Asked(registrationState, 'Only those in this state.', { optional: true })
  state?: RegistrationState;
}

/** Filters registrations. */
@Parameters()
export class ListRegistrations extends ListOwnRegistrations {
  @Asked(code, 'Only of these persons and units.', { optional: true, list: true })
  unit?: string[];
}

@InputBody('A registration for emulation, of one person or unit.')
export class RegisterEmulation {
  @Asked(code, 'Code of the person or unit.')
  unit: string;

  @Asked(period, 'Year registered for.')
  period: string;

  @Asked(code, 'Codes of the award forms striven for.', { list: true, optional: true })
  forms?: string[];

  @Asked(flag, 'Whether the households and persons of the unit are registered, too; false when left out.', {
    optional: true,
  })
  withBelow?: boolean;

  @Asked(id, 'Id of the document of the registration, recorded before.', { optional: true })
  document?: string;
}

@InputBody('The reason a registration is taken back for.')
export class EndRegistration {
  @Reason()
  reason: string;
}
