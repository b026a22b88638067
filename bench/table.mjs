/** Ratios of the measured rates as a Markdown table. A bar is met when the lower quartile of the ratio is above it. */
import { median, quantile } from './reads.mjs';

const sidesOf = (ours = '') => [
  ['GraphQL ÷ PostGraphile 5', `GraphQL${ours}`, 'PostGraphile', 'postgraphile'],
  ['GraphQL ÷ floor', `GraphQL${ours}`, 'floor GraphQL', 'graphql'],
  ['REST ÷ floor', `REST${ours}`, 'floor REST', 'rest'],
];
const tables = {
  'As it comes: an answer asked twice is remembered while the heads of the journals stand (`ANSWER_CACHE=32`).':
    sidesOf(),
  'Nothing is remembered (`ANSWER_CACHE=0`), every answer is read anew.': [
    ...sidesOf(', nothing remembered'),
    ['PostGraphile ÷ floor', 'PostGraphile', 'floor GraphQL'],
    ['GraphQL, Node 20 ÷ 24', 'GraphQL, Node 20', 'GraphQL, nothing remembered'],
    ['REST, Node 20 ÷ 24', 'REST, Node 20', 'REST, nothing remembered'],
  ],
};

const legend =
  'Ratios: median over the rounds (lowest–highest, Q1 lower quartile), then the bar: **✓** holds, Q1 is not below it; **✗** does not; **✓✓** Q1 is not below the moonshot either, which stands in the place of the bar.';

const figure = (value) => value.toFixed(2);

/** Ratios round by round, because a disturbance of a round hits both sides. */
const ratios = (rates, over, under) =>
  rates[over]?.flatMap((rate, round) => (rates[under] ? [rate / rates[under][round]] : [])) ?? [];

function cell({ work, rates }, [, over, under, bar]) {
  const each = ratios(rates, over, under);
  if (each.length === 0) return '–';
  const [bottom, moonshot] = work.bars?.[bar] ?? [];
  const lower = quantile(each, 0.25);
  const verdict =
    bottom === undefined
      ? ''
      : lower >= moonshot
        ? ` **✓✓** ${moonshot}`
        : lower >= bottom
          ? ` **✓** ${bottom}`
          : ` **✗** ${bottom}`;
  return `${figure(median(each))} (${figure(Math.min(...each))}–${figure(Math.max(...each))}, Q1 ${figure(lower)})${verdict}`;
}

const drawn = (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

export function tableOf(results) {
  const compared = Object.entries(tables).map(([title, columns]) => {
    const lines = [
      ['read', ...columns.map(([name]) => name)],
      columns.map(() => '---').concat('---'),
      ...results.map((result) => [result.work.name, ...columns.map((column) => cell(result, column))]),
    ];
    return `${title}\n\n${drawn(lines)}`;
  });
  const sides = [...new Set(results.flatMap(({ rates }) => Object.keys(rates)))];
  const speeds = [
    ['requests a second', ...sides],
    sides.map(() => '---').concat('---'),
    ...results.map(({ work, rates }) => [
      work.name,
      ...sides.map((side) => (rates[side] ? String(Math.round(median(rates[side]))) : '–')),
    ]),
  ];
  return [legend, ...compared, drawn(speeds)].join('\n\n');
}
