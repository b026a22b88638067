import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected, found } from '../api/found.js';
import { pagedWhole } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import type { AwardForm } from '../catalogue/award-form.view.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Database } from '../database/database.js';
import { pageOf, type Page } from '../database/page.js';
import { lastYearOf, spanOf } from '../indicators/period.js';
import { notOfRound } from '../nominations/nomination.rules.js';
import type { NominationAt } from '../nominations/nomination.inputs.js';
import { NominationsService } from '../nominations/nominations.service.js';
import type { Round } from '../nominations/round.entity.js';
import type { RoundAt } from '../nominations/round.inputs.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { ahead } from '../progress/reporting.rules.js';
import { refuse, Refusal, wrong } from '../refusals.js';
import type { AskEligibility, ListCandidates } from './eligibility.inputs.js';
import { endOf } from './person-words.rules.js';
import { eligibilityOf } from './reason.rules.js';
import { Eligibility } from './eligibility.view.js';
import { NomineesQueries, type NomineeUnit } from './nominees.queries.js';
import { isWoman } from './person-words.rules.js';
import { NomineesService, type Question } from './nominees.service.js';

const byCode = { types: ['text'], keysOf: ({ unitCode }: Eligibility) => [unitCode] } as const;

type RoundAsked = Pick<Round, 'id' | 'period'>;

/** Question about the nominees of a round: those seen, for a form. */
interface InRound extends Pick<Question, 'form' | 'type' | 'on'> {
  round: RoundAsked;
  sees: (unit: NomineeUnit) => boolean;
}

/** Year whose achievements are considered on a day: from October on the year that runs. */
const yearOn = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) >= '10-01' ? 0 : 1);

/** Whether persons and units may be awarded, by the conditions of the law as rows of the catalogue. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly database: Database,
    private readonly queries: NomineesQueries,
    private readonly nominees: NomineesService,
    private readonly catalogue: CatalogueService,
    private readonly rounds: RoundsService,
    private readonly nominations: NominationsService,
  ) {}

  /**
   * Whether a nominee may have a form for a year, judged on a day by a rule set, with all reasons. A reporter is
   * answered for the own unit and those below. Refusals: NOT_FOUND for the nominee; RULE for a day ahead, or a form
   * that the rule set does not have.
   */
  eligibility(
    caller: Caller,
    commune: string,
    { form: code, nominee, ...asked }: AskEligibility,
  ): Promise<Eligibility> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const { asOf: on = caller.on, type = 'MERIT' } = asked;
      refuse(ahead(on, caller.on));
      const year = asked.year ?? yearOn(on);
      const ruleSet = asked.ruleSet ?? (await this.catalogue.ruleSetOn(caller, on));
      const form = await this.formOf(caller, code, ruleSet);
      const [unit] = await this.queries.units(reach, {
        codes: [nominee],
        ...{ from: `${year}-01-01`, on, end: endOf({ year, on }) },
      });
      const seen = unit && caller.seesReportsAt(commune, unit.path) ? unit : undefined;
      const [judged] = await this.judged(caller, reach, { form, type, year, on, units: [found(seen)] });
      return expected(judged, 'A nominee was not judged.');
    });
  }

  /**
   * The units and persons that a form of a round is for, by code, each judged by the rule set of the round. Refusals:
   * NOT_FOUND; RULE for a day ahead, or a form that the round does not consider.
   */
  candidates(
    caller: Caller,
    { commune, id }: CommuneAt & RoundAt,
    { form: code, type = 'MERIT', verdict, asOf: on = caller.on, ...page }: ListCandidates,
  ): Promise<Page<Eligibility>> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      refuse(ahead(on, caller.on));
      const round = await this.rounds.round(caller, commune, id);
      refuse(notOfRound(code, round));
      const form = await this.formOf(caller, code, round.ruleSet);
      const sees = ({ path }: NomineeUnit) => caller.seesReportsAt(commune, path);
      const judged = await this.judgedIn(caller, reach, { round, form, type, on, sees });
      const wanted = judged.filter((each) => verdict === undefined || verdict.includes(each.verdict));
      return pagedWhole(page, byCode, wanted);
    });
  }

  /** The units and persons that may have a form of a round by now, whoever asks. Part of another read. */
  async eligibleFor(
    caller: Caller,
    reach: Reach,
    { round, form }: { round: RoundAsked; form: AwardForm },
  ): Promise<Pick<Eligibility, 'unitId' | 'unitKind' | 'type'>[]> {
    const question = { round, form, type: 'MERIT' as const, on: caller.on, sees: () => true };
    return (await this.judgedIn(caller, reach, question)).filter(({ verdict }) => verdict === 'ELIGIBLE');
  }

  /**
   * Eligibility of the nominee of a nomination, as of its receipt, by the law of that day; then by each other rule set
   * that it may go by. One that was not handed in is judged as if it were today. Refusals: NOT_FOUND, also for a
   * nominee of others; RULE for a form that a rule set does not have.
   */
  nominationEligibility(caller: Caller, { commune, id }: CommuneAt & NominationAt): Promise<Page<Eligibility>> {
    return this.database.read(caller, async () => {
      const reach = caller.reachIn(commune);
      const nomination = await this.nominations.nomination(caller, commune, id);
      const { unitCode, unitPath, formCode, type, period, roundId: round } = nomination;
      if (!caller.seesReportsAt(commune, unitPath)) throw new Refusal('NOT_FOUND');
      const on = nomination.receivedOn ?? caller.on;
      const { from } = spanOf(period);
      const year = lastYearOf(period);
      const units = await this.queries.units(reach, { codes: [unitCode], from, on, end: endOf({ year, on }) });
      const judged: Eligibility[] = [];
      for (const ruleSet of await this.catalogue.lawsOf(caller, on)) {
        const form = await this.formOf(caller, formCode, ruleSet);
        const question = { form, type, year, on, round };
        judged.push(...(await this.judged(caller, reach, { ...question, units })));
      }
      return pageOf(judged, { first: judged.length }, ({ ruleSet }) => [ruleSet]);
    });
  }

  /** The nominees that a form of a round is for, each judged on a day. */
  private async judgedIn(
    caller: Caller,
    reach: Reach,
    { round, form, type, on, sees }: InRound,
  ): Promise<Eligibility[]> {
    const { from } = spanOf(round.period);
    const question = { form, type, year: lastYearOf(round.period), on, round: round.id };
    const units = await this.queries.units(reach, { kinds: form.nominees, from, on, end: endOf(question) });
    return this.judged(caller, reach, { ...question, units: units.filter(sees) });
  }

  private async formOf(caller: Caller, code: string, ruleSet: string): Promise<AwardForm> {
    const forms = await this.catalogue.formsNamed(caller, [code], { ruleSet });
    const form = forms.get(code);
    if (!form)
      throw wrong('/form', 'UNKNOWN', {
        en: `The rule set "${ruleSet}" has no "${code}".`,
        vi: `Quy định "${ruleSet}" không có hình thức "${code}".`,
      });
    return form;
  }

  private async judged(
    caller: Caller,
    reach: Reach,
    { units, ...question }: Question & { units: readonly NomineeUnit[] },
  ): Promise<Eligibility[]> {
    const nominees = await this.nominees.nominees(caller, reach, { units, ...question });
    const prefers = await this.catalogue.preferredBy(caller, question.form.ruleSet);
    return nominees.map((nominee, place) => {
      const { id: unitId, code: unitCode, kind: unitKind } = units[place] as NomineeUnit;
      const { form, type, year, on: asOf } = question;
      return {
        ...{ communeId: reach.communeId, unitId, unitCode, unitKind, type, year, asOf },
        ...{ formCode: form.code, formName: form.name, ruleSet: form.ruleSet },
        preferred: prefers === 'WOMEN' && isWoman(nominee),
        ...eligibilityOf(form, nominee, { readsPersonal: caller.readsPersonal, today: caller.on }),
      };
    });
  }
}
