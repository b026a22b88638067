import { Asked, AskedAs, InputBody, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, flag, id } from '../api/shapes.js';
import { prose } from '../api/text-shapes.js';
import { Objection, objectionState } from './objection.entity.js';
import type { ObjectionState } from './objection.workflow.js';

/** Names an objection by its id. */
@Parameters()
export class ObjectionAt {
  @Asked(id, 'Id of the objection.')
  id: string;
}

/** Filters objections of one consultation, for an edge. */
@Parameters()
export class ListOwnObjections extends Paging {
  @Asked(objectionState, 'Only in this state.', { optional: true })
  state?: ObjectionState;
}

/** Filters objections. */
@Parameters()
export class ListObjections extends ListOwnObjections {
  @Asked(id, 'Only of these consultations.', { optional: true, list: true })
  consultation?: string[];

  @Asked(code, 'Only to these nominees.', { optional: true, list: true })
  unit?: string[];
}

@InputBody('An objection to a nominee on a list that hangs.')
export class RaiseObjection {
  @Asked(id, 'Id of the consultation.')
  consultation: string;

  @Asked(id, 'Id of the nomination objected to.')
  nomination: string;

  @AskedAs(Objection, { optional: true }) objector?: string;

  @Asked(code, 'Code of who objected, where that is a person or household of the commune.', { optional: true })
  objectorUnit?: string;

  @AskedAs(Objection) text: string;

  @Asked(id, 'Id of the document of the objection, recorded before.', { optional: true })
  document?: string;
}

@InputBody('The answer to an objection. Upheld: the nomination is to be withdrawn.')
export class AnswerObjection {
  @Asked(flag, 'Whether the objection is upheld.')
  upheld: boolean;

  @Asked(prose(2000), 'The answer.')
  answer: string;

  @Asked(id, 'Id of the document of the answer, recorded before.', { optional: true })
  document?: string;
}
