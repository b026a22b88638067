import { isInUnit, readFigure, readFigures } from '../../src/indicators/asked-back.rules.js';
import { bases, type Confirmation, type MeasureUnit } from '../../src/indicators/indicator-members.view.js';

const measured = (unit: MeasureUnit, scale = 0) => ({ measure: { unit, displayUnit: 'triệu đồng', scale } });

describe('a figure that is likely another', () => {
  it.each<[string, MeasureUnit, number, string, string, [string, string[]][]]>([
    ['animals with the point of thousands', 'HEAD', 0, '1.763', '1763', [['THOUSANDS', ['1763', '1.763']]]],
    ['animals whose thousands end in zero', 'HEAD', 0, '1.500', '1500', [['THOUSANDS', ['1500', '1.500']]]],
    ['animals without it', 'HEAD', 0, '1763', '1763', []],
    ['half an animal', 'HEAD', 0, '3.5', '3.5', []],
    ['none, and some thousandths', 'HEAD', 0, '0.763', '0.763', []],
    ['an area of so many decimals', 'HECTARE', 0, '1.763', '1.763', []],
    ['62 where plans speak of millions', 'VND', 6, '62', '62', [['SCALE', ['62', '62000000']]]],
    ['the most that is asked back', 'VND', 6, '999', '999', [['SCALE', ['999', '999000000']]]],
    ['the least that is not', 'VND', 6, '1000', '1000', []],
    ['no money at all', 'VND', 6, '0', '0', []],
    ['62 where plans speak of đồng', 'VND', 0, '62', '62', []],
    [
      'money with the point of thousands, of millions',
      'VND',
      9,
      '1.763',
      '1763',
      [
        ['THOUSANDS', ['1763', '1.763']],
        ['SCALE', ['1763', '1763000000000']],
      ],
    ],
    ['words', 'RATING', 0, 'GOOD', 'GOOD', []],
  ])('%s', (_, unit, scale, written, value, asked) => {
    const read = readFigure(measured(unit, scale), written, { at: '/value' });
    expect([read.value, read.asked.map(({ code, readings }) => [code, readings])]).toEqual([value, asked]);
    expect(read.asked.every(({ pointer }) => pointer === '/value')).toBe(true);
    const confirm = asked.map(([code]) => code as Confirmation);
    expect(readFigure(measured(unit, scale), written, { at: '/value', confirm })).toEqual({ value, asked: [] });
  });

  it('is asked back for what was not confirmed', () =>
    expect(
      readFigure(measured('VND', 9), '1.763', { at: '/value', confirm: ['THOUSANDS'] }).asked.map(({ code }) => code),
    ).toEqual(['SCALE']));
});

it('reads the members that have a figure, each at its place', () => {
  const members = { target: '1.763', baseline: null, upperTarget: undefined, outOf: '5' };
  const { figures, asked } = readFigures(measured('HEAD'), members, { at: '/entries/2' });
  expect(figures).toEqual({ target: '1763', outOf: '5' });
  expect(asked.map(({ pointer, code }) => [pointer, code])).toEqual([['/entries/2/target', 'THOUSANDS']]);
});

it('a percentage and a factor are not in the unit of the indicator', () =>
  expect(bases.filter((basis) => isInUnit({ basis }))).toEqual(['LEVEL', 'CHANGE', 'EACH_UNIT']));
