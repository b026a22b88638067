import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { allOf } from '../api/lists.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { factWords } from '../catalogue/fact-words.data.js';
import { issuerOf } from '../commendations/decision.rules.js';
import { CommunesService } from '../communes/communes.service.js';
import { saidInVietnamese } from '../day.js';
import type { Honour } from '../honours/honour.view.js';
import { HonoursService } from '../honours/honours.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { periodInWords } from '../pages/period-words.js';
import { figureInWords } from '../pages/target.js';
import { Refusal, wrong } from '../refusals.js';
import { ResultsService } from '../submissions/results.service.js';
import { achievementReport, type EarlierAward, type ReportPrinted } from './achievement-report.rules.js';
import { formPrinted } from './form-printed.rules.js';
import { recipientKind } from './nominees.rules.js';
import { placeOf } from './office.rules.js';
import { PapersQueries } from './papers.queries.js';
import { prescribedFor } from './prescribed.rules.js';
import { asPrinted, type PrintedPaper } from './printed-paper.view.js';
import { personsAmong } from './to-print.js';

/** Reports of achievements, filled in from the record. Part of another read. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly queries: PapersQueries,
    private readonly nominations: NominationsService,
    private readonly honours: HonoursService,
    private readonly results: ResultsService,
    private readonly indicators: IndicatorsService,
    private readonly communes: CommunesService,
    private readonly catalogue: CatalogueService,
  ) {}

  /**
   * The report of a nominee, with the awards before its own decision and, for who reads facts, ratings and post.
   * Refusals: RULE without a nomination; NOT_FOUND for one of another round.
   */
  async report(
    caller: Caller,
    reach: Reach,
    { round, nomination: id }: { round: string; nomination?: string },
  ): Promise<PrintedPaper> {
    if (id === undefined) throw wrong('/nomination', 'NOMINATION_MISSING', 'A report is of one nomination: name it.');
    const nomination = await this.nominations.nomination(caller, reach.key, id);
    if (nomination.roundId !== round) throw new Refusal('NOT_FOUND');
    const { unitKind, formCode, ruleSet } = nomination;
    const [nominee] = await this.queries.nominees(reach, { ids: [id], day: caller.on });
    const forms = await this.catalogue.formsNamed(caller, [formCode], { ruleSet });
    const of = await this.communes.commune(caller, reach.key);
    const unit = nominee?.unitName ?? null;
    const paper = achievementReport({
      ...(unit === null ? { office: issuerOf(of) } : { office: unit, above: `UBND ${of.name}` }),
      ...{ place: placeOf(of), year: caller.on.slice(0, 4) },
      ...{ name: nominee?.name ?? '', kind: recipientKind(unitKind), unit },
      form: formPrinted(nomination.formName, forms.get(formCode)?.category, of.kindText),
      ...{ period: periodInWords(nomination.period, 'vi'), summary: nomination.summary },
      isSudden: nomination.type === 'SUDDEN',
      results: await this.resultsOf(caller, reach, nomination),
      ...(await this.historyOf(caller, reach, nomination)),
    });
    const prescribed = prescribedFor('REPORT', forms.values());
    return asPrinted(paper, { communeId: reach.communeId, persons: personsAmong([nomination]), prescribed });
  }

  /** Approved results that the nomination rests on, as their indicators show them. */
  private async resultsOf(
    caller: Caller,
    { communeId }: Reach,
    { restsOn }: Nomination,
  ): Promise<ReportPrinted['results']> {
    const ids = restsOn.filter(({ type }) => type === 'RESULT').map(({ id }) => ({ communeId, id }));
    const results = (await this.results.resultsById(caller, ids)).filter((result) => result !== undefined);
    const asked = results.map(({ indicatorId: id }) => ({ communeId, id }));
    const indicators = await this.indicators.indicatorsById(caller, asked);
    return results.flatMap((result, place) => {
      const indicator = indicators[place];
      if (!indicator) return [];
      const value = `${figureInWords(result, indicator, 'vi')} ${indicator.measure.displayUnit}`;
      return [{ name: indicator.name, period: periodInWords(result.period, 'vi'), value }];
    });
  }

  private async historyOf(
    caller: Caller,
    { key: commune }: Reach,
    { unitCode: unit, decidedOn }: Nomination,
  ): Promise<Pick<ReportPrinted, 'post' | 'ratings' | 'awards'>> {
    const kind = ['AWARD', 'RATING', 'DUTY'] as const;
    const lines = await allOf((page) =>
      this.honours.honours(caller, { commune, unit }, { kind: [...kind], withPredecessors: true, ...page }),
    );
    const ofKind = (asked: Honour['kind']) => lines.filter((line) => line.kind === asked);
    return {
      post: ofKind('DUTY').findLast(({ until }) => until === null || until >= caller.on)?.name ?? null,
      ratings: ofKind('RATING').map(({ year, code, issuer }) => ({
        ...{ year: String(year), rating: ratingWords[code ?? ''] ?? code ?? '', issuer: issuer ?? '' },
      })),
      awards: ofKind('AWARD')
        .filter(({ revokedOn, on }) => revokedOn === null && (decidedOn === null || on === null || on < decidedOn))
        .map(earlierAward),
    };
  }
}

const ratingWords: Readonly<Record<string, string>> = factWords.RATING.values;

function earlierAward({ year, on, name, category, numberText, issuer }: Honour): EarlierAward {
  const number = numberText === null ? '' : `Quyết định số ${numberText} `;
  const day = on === null ? '' : saidInVietnamese(on);
  const decision = `${number}${day}${issuer === null ? '' : ` của ${issuer}`}`.trim();
  return { year: String(year), name: name ?? '', category: category ?? 'COMMENDATION', decision };
}
