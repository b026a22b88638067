import type { RecordedFigure } from '../../src/standings/publication.entity.js';
import { brokenFigures } from '../../src/standings/table-figures.rules.js';
import { criterion, figureKind, scheme } from './schemes/build.js';

const of = scheme(criterion('total', '10'), {
  figures: [
    figureKind('day', { kind: 'DAY', scope: 'COMMUNE' }),
    figureKind('number', { kind: 'NUMBER', scope: 'COMMUNE' }),
    figureKind('answer', { kind: 'YES_NO', scope: 'COMMUNE' }),
    figureKind('ratio', { kind: 'NUMBER', scope: 'COMMUNE', measure: { unit: 'HOUSEHOLD', factor: '100' } }),
    figureKind('of-block', { kind: 'NUMBER', scope: 'BLOCK' }),
  ],
});
const told = (figure: string, value: string, more: Partial<RecordedFigure> = {}) =>
  brokenFigures(of, [{ figure, of: null, value, outOf: null, target: null, ...more }]).map(({ code }) => code);

it.each([
  ['day', '2023-02-28', '2023-02-30'],
  ['number', '12.5', '012'],
  ['answer', 'NO', 'no'],
])('a figure recorded for a table has a value as one in a score sheet has: %s', (figure, good, bad) => {
  expect([told(figure, good), told(figure, bad)]).toEqual([[], ['NOT_OF_FIGURE']]);
});

it('its total and its target are judged, too', () => {
  expect(told('answer', 'YES', { target: '1' })).toEqual(['FIGURE_KIND']);
  expect(told('number', '1', { outOf: '2' })).toEqual(['OUT_OF_UNASKED']);
  expect(told('ratio', '1', { outOf: '0' })).toEqual(['POSITIVE']);
  expect(told('ratio', '1', { outOf: '2', target: '50' })).toEqual([]);
});

it('of a figure of a block the blocks are named', () => {
  const [point] = brokenFigures(of, [{ figure: 'of-block', of: null, value: '1', outOf: null, target: null }]);
  expect(point).toMatchObject({ pointer: '/figures/0/of', detail: '"of-block" is a figure of a block: block.' });
});
