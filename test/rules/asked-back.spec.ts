import { isInUnit, readFigure, readFigures, type FigureReader } from '../../src/indicators/asked-back.rules.js';
import { bases, type Confirmation, type MeasureUnit } from '../../src/indicators/indicator-members.view.js';

type Case = Omit<FigureReader, 'measure'> & { scale?: number; factor?: string; outOf?: string; member?: string };
const reader = (unit: MeasureUnit, { scale = 0, factor, outOf: _, member: __, ...more }: Case = {}): FigureReader => ({
  measure: { unit, displayUnit: 'triệu đồng', scale, factor: factor ?? null },
  ...more,
});
const millions = { scale: 6, target: '805000000' };

describe('a figure that is likely another', () => {
  it.each<[string, MeasureUnit, Case, string, [string, string[]][]]>([
    ['animals with the point of thousands', 'HEAD', {}, '1.763', [['THOUSANDS', ['1763', '1.763']]]],
    ['animals whose thousands end in zero', 'HEAD', {}, '1.500', [['THOUSANDS', ['1500', '1.500']]]],
    ['animals without it', 'HEAD', {}, '1763', []],
    ['half an animal', 'HEAD', {}, '3.5', []],
    ['none, and some thousandths', 'HEAD', {}, '0.763', []],
    ['a quantity of which nothing is known', 'TONNE', {}, '1.674', []],
    ['a quantity a thousandth of its target', 'TONNE', { target: '1778' }, '1.674', [['THOUSANDS', ['1674', '1.674']]]],
    [
      'a quantity a thousandth of its baseline',
      'TONNE',
      { baseline: '1700' },
      '1.674',
      [['THOUSANDS', ['1674', '1.674']]],
    ],
    ['a quantity near its target', 'TONNE', { target: '2' }, '1.674', []],
    ['a quantity whose target is a percentage', 'TONNE', { target: '1778', basis: 'GROWTH' }, '1.674', []],
    ['a target against nothing but itself', 'TONNE', { target: '1778', member: 'target' }, '1.674', []],
    [
      'a target against its baseline',
      'TONNE',
      { baseline: '1700', member: 'target' },
      '1.674',
      [['THOUSANDS', ['1674', '1.674']]],
    ],
    ['a percentage', 'PERCENT', { factor: '100', target: '95' }, '1.674', []],
    [
      'a count of a percentage',
      'PERCENT',
      { factor: '100', outOf: '2000' },
      '1.674',
      [['THOUSANDS', ['1674', '1.674']]],
    ],
    ['62 where plans speak of millions', 'VND', { scale: 6 }, '62', [['SCALE', ['62', '62000000']]]],
    ['62 where plans speak of thousands', 'VND', { scale: 3 }, '62', [['SCALE', ['62', '62000']]]],
    ['the most that is always asked back', 'VND', { scale: 6 }, '999999', [['SCALE', ['999999', '999999000000']]]],
    ['the least that is not', 'VND', { scale: 6 }, '1000000', []],
    [
      'more, and still a thousandth of the target',
      'VND',
      { scale: 3, target: '805000000' },
      '5000',
      [['SCALE', ['5000', '5000000']]],
    ],
    ['5,000 where the target is 805 million', 'VND', millions, '5000', [['SCALE', ['5000', '5000000000']]]],
    ['the target itself', 'VND', millions, '805000000', []],
    ['a hundredth of the target', 'VND', millions, '8050000', []],
    ['no money at all', 'VND', { scale: 6 }, '0', []],
    ['62 where plans speak of đồng', 'VND', {}, '62', []],
    [
      'money with the point of thousands, of thousand millions',
      'VND',
      { scale: 9 },
      '1.763',
      [
        ['THOUSANDS', ['1763', '1.763']],
        ['SCALE', ['1763', '1763000000000']],
      ],
    ],
    ['words', 'RATING', {}, 'GOOD', []],
  ])('%s', (_, unit, given, written, asked) => {
    const at = { pointer: '/value', outOf: given.outOf, member: given.member };
    const read = readFigure(reader(unit, given), written, at);
    expect(read.asked.map(({ pointer, code, readings }) => [pointer, code, readings])).toEqual(
      asked.map((each) => ['/value', ...each]),
    );
    const confirm = asked.map(([code]) => code as Confirmation);
    const isCount = asked.some(([code]) => code === 'THOUSANDS');
    expect(readFigure(reader(unit, given), written, { ...at, confirm })).toEqual({
      value: isCount ? written.replace('.', '') : written,
      asked: [],
      confirmed: confirm,
    });
  });

  it('is asked back for what was not confirmed', () =>
    expect(
      readFigure(reader('VND', { scale: 9 }), '1.763', { pointer: '/value', confirm: ['THOUSANDS'] }).asked.map(
        ({ code }) => code,
      ),
    ).toEqual(['SCALE']));

  it('a quantity may be meant as it is written; both words at once say nothing', () => {
    const read = (confirm: Confirmation[]) =>
      readFigure(reader('TONNE', { target: '1778' }), '1.674', { pointer: '', confirm });
    expect(read(['DECIMAL'])).toEqual({ value: '1.674', asked: [], confirmed: ['DECIMAL'] });
    expect(read(['DECIMAL', 'THOUSANDS']).asked).toHaveLength(1);
    expect(readFigure(reader('HEAD'), '1.763', { pointer: '', confirm: ['DECIMAL'] }).asked).toHaveLength(1);
  });

  it('a code that no figure needed is not one that was confirmed', () =>
    expect(readFigure(reader('HEAD'), '1763', { pointer: '', confirm: ['THOUSANDS', 'SCALE'] }).confirmed).toEqual([]));

  it('says in both languages what each answer does', () => {
    const told = (unit: MeasureUnit, given: Case, written: string) =>
      readFigure(reader(unit, given), written, { pointer: '' }).asked.map(({ vi, detail }) => [vi, detail]);
    expect(told('HEAD', {}, '1.763')).toEqual([
      [
        '"1.763" là 1763? Gửi lại kèm confirm "THOUSANDS" thì ghi nhận 1763.',
        'Is "1.763" 1763? Sent again with "THOUSANDS" in "confirm" it is taken as 1763.',
      ],
    ]);
    expect(told('VND', { scale: 6 }, '62')).toEqual([
      [
        'Nếu đúng là 62 đồng, gửi lại kèm confirm "SCALE"; nếu là 62 triệu đồng, ghi 62000000.',
        'If it is 62 đồng, send it again with "SCALE" in "confirm"; if it is 62 triệu đồng, write 62000000.',
      ],
    ]);
  });
});

it('reads the members that have a figure, each at its place', () => {
  const members = { target: '1.763', baseline: null, upperTarget: undefined, outOf: '5' };
  const { figures, asked } = readFigures(reader('HEAD'), members, { pointer: '/entries/2' });
  expect(figures).toEqual({ target: '1763', outOf: '5' });
  expect(asked.map(({ pointer, code }) => [pointer, code])).toEqual([['/entries/2/target', 'THOUSANDS']]);
});

it('a percentage of counts has counts, but its target is none', () => {
  const share = reader('PERCENT', { factor: '100' });
  const asked = (members: Record<string, string>) =>
    readFigures(share, members, {}).asked.map(({ pointer }) => pointer);
  expect(asked({ reported: '1.674', outOf: '2.100' })).toEqual(['/reported', '/outOf']);
  expect(asked({ reported: '1.674' })).toEqual([]);
  expect(asked({ target: '1.674', outOf: '2.100' })).toEqual(['/outOf']);
});

it('a percentage and a factor are not in the unit of the indicator', () =>
  expect(bases.filter((basis) => isInUnit({ basis }))).toEqual(['LEVEL', 'CHANGE', 'EACH_UNIT']));
