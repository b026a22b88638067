import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { code, count, day, id, record } from '../api/shapes.js';
import { CountsGiven, RecordTally } from '../councils/meeting.inputs.js';
import { Meeting } from '../councils/meeting.entity.js';
import { AppraiseNomination, Nominate, type PaperGiven } from './nomination.inputs.js';
import { mostNominations } from './several.rules.js';

/** Names a round that nominations are of. */
@Parameters()
export class InRound {
  @Asked(id, 'Id of the round.')
  round: string;
}

@InputBody('Nominations to be submitted: all drafts of a form in the round but the exceptions.')
export class SubmitNominations {
  @Asked(code, 'Code of the award form.')
  form: string;

  @Asked(id, 'Ids of nominations that are left out.', { optional: true, list: true, atMost: mostNominations })
  except?: string[];

  @Asked(code, 'Only nominees that are this unit or stand below it.', { optional: true })
  unit?: string;

  @AskedAs(Nominate, { optional: true, description: 'Documents handed in with each nomination; lines not named stay.' })
  papers?: PaperGiven[];
}

@InputBody('Nominations to be appraised as in order: all submitted ones of a form in the round but the exceptions.')
export class AppraiseNominations {
  @AskedAs(SubmitNominations) form: string;
  @AskedAs(SubmitNominations, { optional: true }) except?: string[];
  @AskedAs(SubmitNominations, { optional: true }) unit?: string;
  @AskedAs(AppraiseNomination) appraisal: string;
  @AskedAs(AppraiseNomination, { optional: true }) ruleSet?: string;

  @Reason({ optional: true })
  reason?: string;
}

const people = count(0, 100_000);

@InputBody(
  'A meeting that was held, by the counts of its minutes: on all nominees that are the body or stand below it.',
)
export class RecordHeldMeeting {
  @AskedAs(SubmitNominations) form: string;
  @AskedAs(SubmitNominations, { optional: true }) except?: string[];

  @Asked(code, 'Code of the body (unit) that met: a hamlet.')
  council: string;

  @Asked(day, 'Day on which the meeting was held.')
  heldOn: string;

  @AskedAs(Meeting, { optional: true }) place?: string;

  @Asked(people, 'Number of people summoned.')
  summoned: number;

  @Asked(people, 'Number of people present.')
  present: number;

  @Asked(record(() => CountsGiven), 'Counts on each nomination that `tallies` does not name.', { optional: true })
  counts?: CountsGiven;

  @Asked(record(() => RecordTally), 'Counts on single nominations.', {
    optional: true,
    list: true,
    atMost: mostNominations,
  })
  tallies?: RecordTally[];

  @Asked(id, 'Id of the document of the minutes, with its file.')
  minutes: string;
}
