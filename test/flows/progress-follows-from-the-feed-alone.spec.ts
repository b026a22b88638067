import Big from 'big.js';
import { useApp } from '../app.js';
import { done, doors, type Row } from '../doors.js';

const test = useApp();

/** Records as a superior's feed leaves them: the last line of each, without those removed. */
async function kept(): Promise<Map<string, Row[]>> {
  const records = new Map<string, Row>();
  const door = doors[0]![1](test);
  for (let cursor: string | undefined, more = true; more;) {
    const page = done(await door.ask('changes', 'district', { commune: 'duc-lang', first: 500, cursor }));
    for (const { op, type, recordId, data } of page.items)
      if (op === 'REMOVED') records.delete(`${type} ${recordId}`);
      else records.set(`${type} ${recordId}`, { ...data, type });
    ({ cursor, more } = page);
  }
  return byType([...records.values()]);
}

function byType(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.type, [...(found.get(row.type) ?? []), row]);
  return found;
}

const ends: Readonly<Record<string, string>> = { Q1: '03', H1: '06', Q2: '06', Q3: '09', Q4: '12', H2: '12', '': '12' };
const endOf = (period: string) => ends[period.slice(5)] ?? `${period.slice(5)}`;

/** The figure of the year, from the results that speak for the commune. */
function ofYear({ overTime, id }: Row, results: readonly Row[]): Row | undefined {
  const own = results.filter(
    (each) => each.indicatorId === id && each.scope === 'COMMUNE' && each.supersededOn === null,
  );
  if (overTime !== 'SUM') return own.find(({ period }) => endOf(period) === '12');
  const value = own.reduce((sum, each) => sum.plus(each.value), new Big(0));
  return own.length === 0 ? undefined : { value: value.toFixed(), outOf: null };
}

/** The figure of the year of an indicator that counts awards: who holds the form. */
function awarded({ awardForm }: Row, awards: readonly Row[]): Row {
  const held = awards.filter((each) => each.formCode === awardForm && each.period === '2023' && !each.revokedOn);
  return { value: String(new Set(held.map(({ unitId }) => unitId)).size), outOf: null };
}

/** Whether a figure keeps its promise, on figures that are not rounded. */
function stateOf(indicator: Row, figure: Row): string {
  const { comparator, target, needsClarification, measure } = indicator;
  if (needsClarification) return 'NEEDS_CLARIFICATION';
  if (measure.unit === 'STATE') return figure.value === 'YES' ? 'MET' : 'MISSED';
  if (measure.unit === 'GRADE') return figure.value === indicator.targetText ? 'MET' : 'NOT_JUDGED';
  if (measure.unit === 'RATING') return ['NO', 'WEAK'].includes(figure.value) ? 'MISSED' : 'MET';
  if (target === null) return 'NO_TARGET';
  const isRatio = measure.unit === 'PERCENT' && figure.outOf !== null;
  const left = new Big(figure.value).times(isRatio ? 100 : 1);
  const right = new Big(target).times(isRatio ? figure.outOf : 1);
  const order = left.cmp(right) * (indicator.direction === 'DOWN' ? -1 : 1);
  const strict = comparator === 'ABOVE' || comparator === 'BELOW';
  if (order < 0 || (strict && order === 0)) return 'MISSED';
  const isTheEnd = target === '100' || target === indicator.outOf;
  return order > 0 && !strict && !isTheEnd ? 'EXCEEDED' : 'MET';
}

it('whoever has the feed computes the same figures, states and sentence', async () => {
  const records = await kept();
  const indicators = records
    .get('indicator')!
    .filter(({ plan, derived, derivation }) => plan === '2023' && (!derived || derivation === 'AWARDS'));
  const results = records.get('result')!;
  const { items } = done(
    await doors[0]![1](test).ask('progress', 'district', { commune: 'duc-lang', plan: '2023', first: 500 }),
  );
  const served = new Map<string, Row>(items.map((row: Row) => [row.indicatorCode, row]));
  const computed = indicators.map((indicator) => {
    const figure = indicator.awardForm ? awarded(indicator, records.get('award')!) : ofYear(indicator, results);
    return { ...indicator, figure, state: figure ? stateOf(indicator, figure) : 'NO_FIGURE' } as Row;
  });
  expect(computed.map(({ code, figure, state }) => [code, figure?.value ?? null, state])).toEqual(
    computed.map(({ code }) => [code, served.get(code)!.cumulative?.value ?? null, served.get(code)!.state]),
  );
  expect(computed).toHaveLength(38);

  const counted = computed.filter((each) => each.counted);
  const of = (...states: string[]) => counted.filter(({ state }) => states.includes(state));
  const { sentence } = served.get('meta.plan-completion')!;
  expect(sentence).toContain(`${of('MET', 'EXCEEDED').length}/${counted.length} chỉ tiêu`);
  expect(sentence).toContain(`trong đó ${of('EXCEEDED').length} chỉ tiêu vượt`);
  for (const { name } of of('MISSED', 'NEEDS_CLARIFICATION', 'NO_TARGET')) expect(sentence).toContain(name);
});
