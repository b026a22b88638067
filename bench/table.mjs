/** Ratios of the measured rates as a Markdown table. A bar is met by the median of the ratio, and nearly by its lower quartile. */
import { median, quantile } from './reads.mjs';

const sidesOf = (ours = '') => [
  ['GraphQL ÷ PostGraphile 5', `GraphQL${ours}`, 'PostGraphile', 'postgraphile'],
  ['GraphQL ÷ floor', `GraphQL${ours}`, 'floor GraphQL', 'graphql'],
  ['REST ÷ floor', `REST${ours}`, 'floor REST', 'rest'],
];
const tables = {
  '## Nothing is remembered\n\n`ANSWER_CACHE=0`: every answer is read anew.': [
    ...sidesOf(', nothing remembered'),
    ['PostGraphile ÷ floor', 'PostGraphile', 'floor GraphQL'],
    ['GraphQL, Node 20 ÷ 24', 'GraphQL, Node 20', 'GraphQL, nothing remembered'],
    ['REST, Node 20 ÷ 24', 'REST, Node 20', 'REST, nothing remembered'],
  ],
  '## As it comes\n\n`ANSWER_CACHE=32`: an answer asked twice is remembered while the heads of the journals stand.':
    sidesOf().map(([name, over, under]) => [name, over, under]),
};

const legend =
  'Ratios: median over the rounds (lowest–highest, Q1 lower quartile), then the bar: **✓** holds, the median is not below it and Q1 not below 0.9 of it; **✗** does not hold; **✓✓** so does the moonshot, which stands in the place of the bar.';

const figure = (value) => value.toFixed(2);

/** Ratios round by round, because a disturbance of a round hits both sides. */
const ratios = (rates, over, under) =>
  rates[over]?.flatMap((rate, round) => (rates[under] ? [rate / rates[under][round]] : [])) ?? [];

function cell({ work, rates }, [, over, under, bar]) {
  const each = ratios(rates, over, under);
  if (each.length === 0) return '–';
  return markOf(each, work.bars?.[bar]);
}

/** Median, spread and lower quartile of ratios, with the mark of their bar. */
export function markOf(each, [bottom, moonshot] = []) {
  const lower = quantile(each, 0.25);
  const holds = (at) => median(each) >= at && lower >= 0.9 * at;
  const verdict =
    bottom === undefined
      ? ''
      : holds(moonshot)
        ? ` **✓✓** ${moonshot}`
        : holds(bottom)
          ? ` **✓** ${bottom}`
          : ` **✗** ${bottom}`;
  return `${figure(median(each))} (${figure(Math.min(...each))}–${figure(Math.max(...each))}, Q1 ${figure(lower)})${verdict}`;
}

/** Lower quartile, because other work on the machine only adds. */
const costOf = (each) =>
  ['node', 'postgres']
    .map((part) =>
      Math.round(
        quantile(
          each.map((cost) => cost[part]),
          0.25,
        ),
      ),
    )
    .join(' + ');

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
  const costs = [
    ['µs of processor a request: Node + PostgreSQL', ...sides],
    sides.map(() => '---').concat('---'),
    ...results.map(({ work, costs: each }) => [
      work.name,
      ...sides.map((side) => (each[side] ? costOf(each[side]) : '–')),
    ]),
  ];
  return [legend, ...compared, '## Rates and processor time', drawn(speeds), drawn(costs)].join('\n\n');
}
