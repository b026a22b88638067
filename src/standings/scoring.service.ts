import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { CommuneAt } from '../api/place.js';
import { spanOf } from '../indicators/period.js';
import type { Plan } from '../indicators/plan.entity.js';
import { daysOfSeasons } from '../indicators/plan.rules.js';
import { Database } from '../database/database.js';
import { ProgressService } from '../progress/progress.service.js';
import { tableDecided, type Decision } from './decided-table.rules.js';
import type { Publication, RecordedFigure } from './publication.entity.js';
import { PublicationsQueries } from './publications.queries.js';
import type { Scheme } from './scheme.entity.js';
import { unitsIn } from './scheme-members.rules.js';
import type { SchemeRules } from './scheme-rules.js';
import type { ScoringInputs, Stage } from './scored.js';
import { figuresOfIndicators, figuresRecorded, type Sources } from './table-figures.rules.js';
import { ScoreSheetsService } from './score-sheets.service.js';
import { scoringInputsOf } from './scoring-inputs.rules.js';
import { SchemesQueries } from './schemes.queries.js';
import type { Table } from './table.js';

/** A scheme to be scored, and all that is known beside figures and score sheets. */
export interface Scoring {
  scheme: Scheme;
  period: string;
  stage: Stage;
  asOf: string;
  figures: readonly RecordedFigure[];
  /** Ties that were decided in the table before. */
  decisions: readonly Decision[];
}

/** The last day of a period: members count by it. */
export const lastDayOf = (period: string, { settings }: Plan): string => spanOf(period, daysOfSeasons(settings)).to;

/** Tables of standings, scored from all that is known now. Part of a write that holds the plan. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly queries: PublicationsQueries,
    private readonly schemes: SchemesQueries,
    private readonly progress: ProgressService,
    private readonly sheets: ScoreSheetsService,
    private readonly database: Database,
  ) {}

  /** The table of a scheme for a period. Decisions of ties that are none any more, or of other units, are left out. */
  async table(caller: Caller, at: CommuneAt & { plan: Plan }, scoring: Scoring): Promise<Table> {
    return tableDecided(scoring.scheme.rules, await this.inputs(caller, at, scoring), scoring.decisions);
  }

  /** A stored table as the rules made it. `rules`: those of its scheme, where they are at hand. */
  async stored(reach: Reach, publication: Publication, rules?: SchemeRules): Promise<Table> {
    const { schemeId, inputHash, stage, final: isFinal, content } = publication;
    const scheme = rules ?? (await this.schemes.rules(reach, schemeId));
    return { scheme, inputHash, stage, isFinal, ...content };
  }

  private async inputs(
    caller: Caller,
    { commune, plan }: CommuneAt & { plan: Plan },
    { scheme: { code: scheme, rules }, period, stage, asOf, figures }: Scoring,
  ): Promise<Omit<ScoringInputs, 'ties'>> {
    const asked = new Set(rules.figures.map(({ indicator }) => indicator));
    const all = await this.progress.figures(caller, plan, { period, asOf });
    const rows = all.filter(({ indicator }) => asked.has(indicator.code));
    const whole = caller.unbound();
    const sheets = await this.database.read(whole, () =>
      this.sheets.columns(whole.reachIn(commune), { planId: plan.id, scheme, period }),
    );
    const ofSheets = scoringInputsOf(sheets, stage);
    const sources = sourcesOf(
      await this.queries.sources(caller.reachIn(commune), {
        indicatorIds: rows.map(({ indicator }) => indicator.id),
        resultIds: rows.flatMap((row) => [row.commune, ...row.units].flatMap(({ resultIds }) => resultIds)),
      }),
    );
    return {
      on: lastDayOf(period, plan),
      stage,
      ...ofSheets,
      figures: [
        ...figuresOfIndicators(rules, new Set(unitsIn(rules)), { rows, sources }),
        ...figuresRecorded(figures),
        ...ofSheets.figures,
      ],
    };
  }
}

function sourcesOf(rows: Awaited<ReturnType<PublicationsQueries['sources']>>): Sources {
  const nameOf = (indicatorId: string, unitId: string | null, period: string | null) =>
    `${indicatorId} ${unitId} ${period}`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const targets = new Map(
    rows.filter(({ type }) => type === 'Target').map((row) => [nameOf(row.indicatorId, row.unitId, row.period), row]),
  );
  const source = (row: (typeof rows)[number] | undefined) => {
    const { type, id, version } = expected(row, 'A figure is made of a record that is not there.');
    return { type, id, version };
  };
  return {
    result: (id) => source(byId.get(id)),
    target: (indicatorId, unitId, period) =>
      source(targets.get(nameOf(indicatorId, unitId, period)) ?? byId.get(indicatorId)),
  };
}
