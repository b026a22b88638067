import { households } from '../../src/sample/households.data.js';
import { reports } from '../../src/sample/reports-2023.data.js';

it('an area of the sample has as many households as its reports count the shares out of', () => {
  const counted = reports.flatMap(({ unit, entries }) =>
    entries
      .filter(({ indicatorCode }) => indicatorCode === 'econ.households-hygienic-water')
      .map(({ outOf }) => [unit, Number(outOf)] as const),
  );
  const areas = counted.filter(([unit]) => unit.startsWith('khu-dan-cu-'));
  expect(new Set(areas.map(([unit]) => unit)).size).toBe(6);
  for (const [unit, outOf] of areas)
    expect([unit, households.filter(({ parent }) => parent === unit).length]).toEqual([unit, outOf]);
  expect(new Set(households.map(({ code }) => code)).size).toBe(1120);
});
