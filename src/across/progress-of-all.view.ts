import { ObjectType } from '@nestjs/graphql';
import { code, record } from '../api/shapes.js';
import { Shown, ShownAs } from '../api/shown.js';
import { text } from '../api/text-shapes.js';
import { basis, Measure, type Basis } from '../indicators/indicator-members.view.js';
import { Progress, ProgressFigure } from '../progress/progress.view.js';

const most = 500;

/** Progress of an indicator in one commune, or of several communes together. */
@ObjectType({ description: 'Progress of an indicator in one commune; or its figure of several communes together.' })
export class ProgressOfAll {
  communeId: number;

  @Shown(code, 'Key of the commune; null: of several together.', { nullable: true })
  commune: string | null;

  @Shown(text(136), 'The indicator as it was asked for: its code, or "<system>:<value>"; else its code.')
  indicator: string;

  @Shown(record(() => Measure), 'Unit of measurement; null where no commune has the indicator.', { nullable: true })
  measure: Measure | null;

  @Shown(basis, 'Promise; null where no commune has the indicator.', { nullable: true })
  basis: Basis | null;

  @ShownAs(Progress) cumulative: ProgressFigure | null;

  @Shown(code, 'Communes whose figure this is made of.', { list: true, atMost: most })
  communes: string[];

  @Shown(code, 'Communes without a figure: they have no such plan or indicator, or nothing was approved.', {
    list: true,
    atMost: most,
  })
  without: string[];

  @Shown(record(() => Progress), 'Row of the commune, or of its unit; null: of several together.', { nullable: true })
  progress: Progress | null;
}
