import { brokenFigures } from '../../src/standings/table-figures.rules.js';
import { criterion, figureKind, scheme } from './schemes/build.js';

const of = scheme(criterion('total', '10'), {
  figures: [
    figureKind('day', { kind: 'DAY', scope: 'COMMUNE' }),
    figureKind('number', { kind: 'NUMBER', scope: 'COMMUNE' }),
    figureKind('answer', { kind: 'YES_NO', scope: 'COMMUNE' }),
  ],
});
const told = (figure: string, value: string) =>
  brokenFigures(of, [{ figure, of: null, value, outOf: null, target: null }]).map(({ code }) => code);

it.each([
  ['day', '2023-02-28', '2023-02-30'],
  ['number', '12.5', '012'],
  ['answer', 'NO', 'no'],
])('a figure recorded for a table has a value as one in a score sheet has: %s', (figure, good, bad) => {
  expect([told(figure, good), told(figure, bad)]).toEqual([[], ['FIGURE_FORM']]);
});
