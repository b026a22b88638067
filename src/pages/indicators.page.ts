import type { Language } from '../api/problem.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { periodOf } from '../indicators/period.js';
import type { Progress } from '../progress/progress.view.js';
import { badge, type Tone } from './badge.js';
import { bar } from './bar.js';
import type { PlanOnBoard, RowOnBoard, SectionOnBoard } from './board-content.js';
import { states } from './board-words.data.js';
import { inPercent } from './digits.js';
import { markup, type Markup } from './markup.js';
import { periodInWords } from './period-words.js';
import { sayIn } from './say.js';
import { sparkline } from './sparkline.js';
import { table, type Row } from './table.js';
import { figureInWords, heightOf, levelInWords, targetInWords } from './target.js';

/** Headings of a plan, each with its indicators: figure, target, bar, small line and state. */
export const indicatorSections = (planned: PlanOnBoard, language: Language): Markup[] =>
  planned.sections.map((section) => sectionHtml(section, planned, language));

function sectionHtml({ title, rows, achieved, counted }: SectionOnBoard, planned: PlanOnBoard, language: Language) {
  const say = sayIn(language);
  return markup`<section class="card">
<h2>${title}${counted > 0 && markup` <span class="quiet">${achieved}/${counted}</span>`}</h2>
${table({
  of: 'indicators',
  columns: [
    { heading: say('Chỉ tiêu', 'Indicator'), isRowHeading: true },
    { heading: say('Thực hiện', 'Actual'), of: 'figure' },
    { heading: say('Kế hoạch', 'Target'), of: 'target' },
    { heading: say('So với kế hoạch', 'Of the target'), of: 'gauge' },
    { heading: say('Diễn biến', 'Over the year'), of: 'course' },
    { heading: say('Đánh giá', 'State'), of: 'state' },
  ],
  rows: rows.map((row) => rowHtml(row, planned, language)),
})}
</section>
`;
}

function rowHtml(row: RowOnBoard, planned: PlanOnBoard, language: Language): Row {
  const { indicator, progress, isPart, isRetired } = row;
  const say = sayIn(language);
  const [shape, tone, word] = states[progress.state];
  const figure = judged(progress, indicator, periodOf(planned.plan));
  const { percent } = progress;
  return {
    cells: [
      isPart ? markup`<span class="part">${indicator.name}</span>` : indicator.name,
      figure ? figureInWords(figure, indicator, language) : '–',
      progress.targetPeriod === periodOf(planned.plan)
        ? targetInWords(indicator, language)
        : progress.target && levelInWords(progress.target, indicator, language),
      percent !== null && gauge(percent, tone, language),
      isRetired || indicator.derivation !== null ? null : course(indicator, planned, language),
      isRetired ? badge('none', 'quiet', say('Thôi áp dụng', 'No longer applies')) : badge(shape, tone, word[language]),
    ],
  };
}

/** Percentage of the target as a bar, with its figure. */
function gauge(percent: string, tone: Tone, language: Language): Markup {
  const figure = inPercent(percent, language);
  const label = sayIn(language)(`${figure} kế hoạch`, `${figure} of the target`);
  return markup`<div class="${tone}">${bar(percent, label)}<span aria-hidden="true">${figure}</span></div>`;
}

/** The figure that is judged: against a target of the period alone that of the period, else since the new year. */
const judged = ({ cumulative, inPeriod, targetPeriod }: Progress, { overTime }: Indicator, ofPlan: string) =>
  targetPeriod !== ofPlan && overTime === 'SUM' ? inPeriod : cumulative;

/** The small line: the figure since the new year, at the end of each part of the year. */
function course(indicator: Indicator, { overview, along }: PlanOnBoard, language: Language): Markup | null {
  const figures = overview.along(indicator.id);
  const said = figures.flatMap((figure, index) =>
    figure ? [`${periodInWords(along[index] ?? '', language)}: ${figureInWords(figure, indicator, language)}`] : [],
  );
  return sparkline({
    figures: figures.map((figure) => heightOf(figure, indicator)),
    target: indicator.basis === 'LEVEL' && indicator.target !== null ? Number(indicator.target) : null,
    label: said.join('; '),
  });
}
