import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import { CommunesService } from '../communes/communes.service.js';
import { Projection } from '../database/projection.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { liesIn, periodOf, spanOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { PlansService } from '../indicators/plans.service.js';
import { ChangesService } from '../journal/changes.service.js';
import { vietnameseDate } from '../day.js';
import { point, points } from '../points.js';
import { CompletenessService } from '../progress/completeness.service.js';
import { ProgressService } from '../progress/progress.service.js';
import { refuse } from '../refusals.js';
import { BoardStandingsService } from './board-standings.service.js';
import { sectionsOf, type BoardAsked, type BoardContent, type PlanOnBoard } from './board-content.js';

/** Recipients of a form that the board names. */
const namedOfForm = 50;

const membersOfAward = new Projection(
  new Set<keyof Award>(['recipientName', 'formName', 'verificationCode', 'grantedOn']),
);
const membersOfPlan = new Projection(
  new Set<keyof Plan>(['key', 'year', 'untilYear', 'title', 'sections', 'settings', 'state', 'issuedOn']),
);

/** Reads what a board shows, by the services that the API has, for the caller that it is given. */
@Injectable()
export class BoardService {
  constructor(
    private readonly communes: CommunesService,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly progress: ProgressService,
    private readonly completeness: CompletenessService,
    private readonly awards: AwardsService,
    private readonly changes: ChangesService,
    private readonly standings: BoardStandingsService,
  ) {}

  /** Content of a board. Refusals: NOT_FOUND; RULE for a day ahead, or a period that no plan of a year has. */
  async content(caller: Caller, asked: BoardAsked): Promise<BoardContent> {
    const { commune: key, period, date: asOf = caller.on } = asked;
    refuse(
      points(
        asOf > caller.on &&
          point('/date', 'AHEAD', {
            en: `${asOf} lies ahead of ${caller.on}.`,
            vi: `Ngày ${vietnameseDate(asOf)} chưa tới; hôm nay là ${vietnameseDate(caller.on)}.`,
          }),
      ),
    );
    const commune = await this.communes.commune(caller, key);
    const list = { kind: ['YEARLY' as const], state: ['ISSUED' as const, 'CLOSED' as const], first: 100 };
    const plans = (await this.plans.plans(caller, key, list, membersOfPlan)).items.filter(
      ({ issuedOn }) => issuedOn !== null && issuedOn <= asOf,
    );
    const plan = period === undefined ? plans[0] : plans.find((each) => has(each, period));
    refuse(
      points(
        period !== undefined &&
          !plan &&
          point('/period', 'NOT_OF_THE_YEAR', {
            en: `No plan of a year has ${period}.`,
            vi: `Không có kế hoạch năm nào có kỳ ${period}.`,
          }),
      ),
    );
    const year = plan?.year ?? Number(asOf.slice(0, 4));
    const years = plans.map((each) => each.year);
    const [planned, awards, changed] = await Promise.all([
      plan && this.planned(caller, plan, { asked, asOf, years }),
      this.awards.awardsByForm(caller, key, { year, asOf, first: namedOfForm, members: membersOfAward }),
      this.changes.changeCounts(caller, key, { from: `${asOf.slice(0, 7)}-01`, to: asOf }),
    ]);
    return { asked, commune, asOf, today: caller.on, planned, year, awards, changed };
  }

  private async planned(
    caller: Caller,
    plan: Plan,
    { asked, asOf, years }: { asked: BoardAsked; asOf: string; years: readonly number[] },
  ): Promise<PlanOnBoard> {
    const at = { commune: asked.commune, plan: plan.key };
    const period = asked.period ?? periodOf(plan);
    const { to } = spanOf(period, daysOfSeasons(plan.settings));
    const along = partsOfYear(plan.year, asOf < to ? asOf : to);
    const { items: indicators } = await this.indicators.indicators(caller, at, { first: 500 });
    const [overview, completeness, standings] = await Promise.all([
      this.progress.overview(caller, plan, { period, asOf, along }),
      this.completeness.completeness(caller, at, { period, asOf, first: 1 }),
      this.standings.published(caller, at, { period, to, asOf, indicators }),
    ]);
    return {
      plan,
      years,
      period,
      sections: sectionsOf(plan, indicators, { overview, to }),
      overview,
      along,
      completeness: expected(completeness.items[0], `The plan ${plan.key} has no completeness.`),
      standings,
    };
  }
}

const has = (plan: Plan, period: string) => liesIn(period, plan, daysOfSeasons(plan.settings));

/** Parts of a year, each from its beginning to the end of a quarter, and the first day of that quarter. */
const quarters = [
  ['-Q1', '01-01'],
  ['-H1', '04-01'],
  ['-9M', '07-01'],
  ['', '10-01'],
] as const;

/** Parts of a year whose quarter has begun by a day. */
const partsOfYear = (year: number, day: string): string[] =>
  quarters.flatMap(([part, from]) => (`${year}-${from}` <= day ? [`${year}${part}`] : []));
