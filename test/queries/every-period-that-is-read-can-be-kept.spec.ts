import { isPeriod } from '../../src/api/scalars.js';
import { monthNumbers, seasons, wordOfSeason } from '../../src/indicators/period.js';
import { useApp } from '../app.js';

const test = useApp('empty');

const words = seasons.map(wordOfSeason);
const read = [
  ...['2023', '2023-H1', '2023-H2', '2023-9M', '2023-Q1', '2023-Q4', '2022-2023', '2021-2025'],
  ...monthNumbers.map((month) => `2023-${month}`),
  ...words.flatMap((word) => [`2023-${word}`, `2022-2023-${word}`]),
  '2023-03-26/2023-05-19',
];
const other = ['2023-Q5', '2023-13', '2023-tet', '2023-spring-summer', '2023-2024-Q1', 'mua'];

const kept = async (period: string) =>
  test.admin.query('select $1::period', [period]).then(
    () => true,
    () => false,
  );

it.each(read)('%s', async (period) => {
  expect([isPeriod(period), await kept(period)]).toEqual([true, true]);
});

it.each(other)('control: %s is neither read nor kept', async (period) => {
  expect([isPeriod(period), await kept(period)]).toEqual([false, false]);
});
