import { Asked, AskedAs, Parameters } from '../api/asked.js';
import { Paging } from '../api/lists.js';
import { code, flagInForm, instant } from '../api/shapes.js';
import { compared } from '../api/text-shapes.js';
import { ListAwards, ListOwnAwards } from '../commendations/award.inputs.js';
import { ListOwnProgress, ListViewed } from '../progress/progress.inputs.js';
import { ListStandings } from '../standings/standing.inputs.js';
import { ListOwnResults, ListResults } from '../submissions/result.inputs.js';
import type { AwardMoney } from '../commendations/award.entity.js';

/** Items of a page of what is computed for each commune, where no indicator is named. */
export const mostWithoutIndicator = 25;

const indicatorNamed = compared(136);
const named = 'Only of these indicators: by code, or by "<system>:<value>" of their identifiers.';

/** Communes of a list across communes. */
@Parameters()
export class CommunesListed extends Paging {
  @Asked(code, 'Only of these communes; all in your reach when left out.', { optional: true, list: true })
  commune?: string[];

  @Asked(instant, 'Only what was recorded or changed at this instant or later.', { optional: true })
  since?: string;
}

@Parameters()
export class ListResultsOfAll extends CommunesListed {
  @AskedAs(ListResults, { optional: true }) plan?: string[];
  @Asked(indicatorNamed, named, { optional: true, list: true }) indicator?: string[];
  @AskedAs(ListOwnResults, { optional: true }) unit?: string[];
  @AskedAs(ListOwnResults, { optional: true }) period?: string[];
  @AskedAs(ListOwnResults, { optional: true }) asOf?: string;
  @AskedAs(ListResults, { optional: true }) approvedFrom?: string;
}

@Parameters()
export class ListStandingsOfAll extends CommunesListed {
  @Asked(code, 'Only of plans with these keys.', { optional: true, list: true }) plan?: string[];
  @AskedAs(ListStandings, { optional: true }) period?: string[];
  @AskedAs(ListStandings, { optional: true }) scheme?: string[];
  @AskedAs(ListStandings, { optional: true }) block?: string[];
  @AskedAs(ListStandings, { optional: true }) unit?: string[];
  @AskedAs(ListStandings, { optional: true }) number?: number;
  @AskedAs(ListStandings, { optional: true }) asOf?: string;
}

@Parameters()
export class ListAwardsOfAll extends CommunesListed {
  @AskedAs(ListOwnAwards, { optional: true }) form?: string[];
  @AskedAs(ListOwnAwards, { optional: true }) revoked?: boolean;
  @AskedAs(ListAwards, { optional: true }) unit?: string[];
  @AskedAs(ListAwards, { optional: true }) year?: number;
  @AskedAs(ListAwards, { optional: true }) grantedFrom?: string;
  @AskedAs(ListAwards, { optional: true }) grantedTo?: string;
  @AskedAs(ListAwards, { optional: true }) money?: AwardMoney;
}

@Parameters()
export class ListProgressOfAll extends CommunesListed {
  @Asked(code, 'Key of the plan, the same in each commune: "2023".')
  plan: string;

  @AskedAs(ListViewed, { optional: true }) period?: string;
  @AskedAs(ListViewed, { optional: true }) asOf?: string;
  @AskedAs(ListOwnProgress, { optional: true }) units?: boolean;

  @Asked(indicatorNamed, `${named} Left out, a page has at most ${mostWithoutIndicator} items.`, {
    optional: true,
    list: true,
  })
  indicator?: string[];

  @Asked(
    flagInForm,
    'Whether each indicator, which must be named, stands once with the figure of all communes, where they measure it ' +
      'alike; else commune by commune.',
    { optional: true },
  )
  aggregate?: boolean;
}

@Parameters()
export class ListCompletenessOfAll extends CommunesListed {
  @Asked(code, 'Key of the plan, the same in each commune: "2023".')
  plan: string;

  @AskedAs(ListViewed, { optional: true }) period?: string;
  @AskedAs(ListViewed, { optional: true }) asOf?: string;

  @Asked(flagInForm, 'Whether rows of the units stand below that of the commune.', { optional: true })
  units?: boolean;
}
