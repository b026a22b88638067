import { Asked, AskedAs, InputBody, Parameters, Reason } from '../api/asked.js';
import { lengths } from '../api/list-lengths.js';
import { Paging } from '../api/lists.js';
import { code, count, id, period, record } from '../api/shapes.js';
import { reasonText } from '../api/text-shapes.js';
import { DecidedTie, Publication, publicationState, RecordedFigure, stage } from './publication.entity.js';
import { schemeCode } from './score-column.view.js';
import type { PublicationState } from './publication.workflow.js';
import type { Stage } from './scored.js';

/** Names a table by its id. */
@Parameters()
export class PublicationAt {
  @Asked(id, 'Id of the table.')
  id: string;
}

/** Filters tables of standings. */
@Parameters()
export class ListPublications extends Paging {
  @Asked(code, 'Only by these schemes.', { optional: true, list: true })
  scheme?: string[];

  @Asked(period, 'Only of these periods.', { optional: true, list: true })
  period?: string[];

  @Asked(publicationState, 'Only in these states.', { optional: true, list: true })
  state?: PublicationState[];
}

/** Filters rows of a candidate table. */
@Parameters()
export class ListCandidateStandings extends Paging {
  @Asked(schemeCode, 'Only of these blocks.', { optional: true, list: true })
  block?: string[];

  @Asked(code, 'Only of these units.', { optional: true, list: true })
  unit?: string[];
}

@InputBody('A figure of a block or of the commune, for one table.')
export class RecordedFigureGiven {
  @AskedAs(RecordedFigure) figure: string;
  @AskedAs(RecordedFigure, { optional: true }) of?: string;
  @AskedAs(RecordedFigure) value: string;
  @AskedAs(RecordedFigure, { optional: true }) outOf?: string;
  @AskedAs(RecordedFigure, { optional: true }) target?: string;
}

@InputBody('Scheme and period to be scored. A candidate of the same scheme and period is replaced.')
export class ScoreStandings {
  @AskedAs(Publication) scheme: string;
  @AskedAs(Publication) period: string;

  @Asked(stage, 'Column of the score sheets; FINAL when left out. Only a table of final points is published.', {
    optional: true,
  })
  stage?: Stage;

  @Asked(
    count(1),
    'Revision of the scheme; the one in force in the period when left out. A draft is tried with ?validate=only alone.',
    { optional: true },
  )
  revision?: number;

  @Asked(
    record(() => RecordedFigureGiven),
    'Figures of blocks and of the commune; those of the table before when left out.',
    { optional: true, list: true, atMost: 500 },
  )
  figures?: RecordedFigureGiven[];

  @Reason({ optional: true })
  reason?: string;
}

@InputBody("Units that have the class where several tie on a quota's edge.")
export class DecideTie {
  @AskedAs(DecidedTie) block: string;
  @AskedAs(DecidedTie) class: string;

  @Asked(code, 'Codes of the units that have the class: as many as there are places.', {
    list: true,
    atMost: lengths.long,
  })
  units: readonly string[];

  @Reason()
  reason: string;
}

@InputBody('The reason a candidate table is dropped for.')
export class DropCandidate {
  @Reason({ optional: true })
  reason?: string;
}

@InputBody('Publishes a candidate table as it was scored.')
export class PublishStandings {
  @Asked(reasonText, 'Reason; demanded where something is missing, and where another publication is replaced.', {
    optional: true,
  })
  reason?: string;
}
