import Big from 'big.js';
import { allot } from '../../src/indicators/allotment.rules.js';
import type { Indicator } from '../../src/indicators/indicator.entity.js';
import { broken } from '../../src/indicators/indicator.rules.js';
import { periodOf } from '../../src/indicators/period.js';
import { changeAgainst } from '../../src/indicators/printed-change.rules.js';
import { under } from '../../src/indicators/reading.rules.js';
import { programmesByUnit } from './lines/allotted.data.js';
import { crops } from './lines/crops.data.js';
import { falls } from './lines/falls.data.js';
import { growthLines } from './lines/growth.data.js';
import { harvests } from './lines/harvests.data.js';
import { indicatorOf, outcomes, progress, type Asked } from './lines/judge.js';
import type { Line, Stated } from './lines/line.js';
import { moneyLines } from './lines/money.data.js';
import { own } from './lines/own.data.js';
import { poverty } from './lines/poverty.data.js';
import { programmes } from './lines/programmes.data.js';
import { hamlets } from './lines/schools-and-hamlets.data.js';
import { society } from './lines/society.data.js';
import { standards } from './lines/standards.data.js';
import { statistics } from './lines/statistics.data.js';
import { structures } from './lines/structure.data.js';

export const lines: readonly Line[] = [
  ...crops,
  ...harvests,
  ...moneyLines,
  ...growthLines,
  ...structures,
  ...society,
  ...hamlets,
  ...standards,
  ...poverty,
  ...falls,
  ...programmes,
  ...programmesByUnit,
  ...statistics,
  ...own,
];

const each = lines.flatMap(({ printed, plan = { year: 2021 }, states }) =>
  states.map((stated) => {
    const reported = stated.reported ?? String(plan.untilYear ?? plan.year);
    const asked: Asked = { plan, reported, asked: stated.asked ?? periodOf(plan) };
    return { title: `${printed}: ${stated.name}`, printed, stated, indicator: indicatorOf(stated), asked };
  }),
);
const having = (member: keyof Stated) => each.filter(({ stated }) => stated[member] !== undefined);

/** The numbers in a text, each as the decimals it may stand for: "1.184" is 1184 or, rarely, 1.184. */
const numbersIn = (text: string) =>
  (text.match(/\d[\d.,]*/g) ?? [])
    .map((number) => number.replace(/[.,]+$/, ''))
    .flatMap((number) => [number.replaceAll('.', '').replace(',', '.'), number])
    .filter((number) => !Number.isNaN(Number(number)))
    .map((number) => new Big(number).toFixed());

it.each(each)('$title is a promise in order, under each reading', ({ indicator, asked }) => {
  const readings = indicator.clarification?.readings.map((reading) => ({ ...indicator, ...under(indicator, reading) }));
  expect([indicator, ...(readings ?? [])].map((read) => broken(read, asked.plan))).toEqual(
    [indicator, ...(readings ?? [])].map(() => []),
  );
  if (indicator.needsClarification) expect(readings!.length).toBeGreaterThanOrEqual(2);
});

it.each(each)('$title is judged as written down', ({ stated, indicator, asked }) => {
  expect(outcomes(indicator, stated.judged, asked)).toEqual(stated.judged);
});

it.each(each)('$title, with a question open, says so itself', ({ stated, indicator, asked }) => {
  const [said] = Object.keys(stated.judged);
  if (!indicator.needsClarification || said === undefined) return;
  const { state } = progress(indicator, said, asked).commune;
  expect(state).toBe(indicator.comparator === 'NONE' ? 'NOT_JUDGED' : 'NEEDS_CLARIFICATION');
});

it.each(having('knowing'))('$title is judged once more is known', ({ stated, indicator, asked }) => {
  const { judged, ...known } = stated.knowing!;
  expect(outcomes({ ...indicator, ...known }, judged, asked)).toEqual(judged);
});

it.each(having('milestone'))('$title is judged by the target of its time', ({ stated, indicator, asked }) => {
  const { period, target, judged } = stated.milestone!;
  const targets = [{ indicatorId: indicator.id, unitId: 'unit-0', period, value: target }];
  const plain: Indicator = { ...indicator, needsClarification: false, clarification: null };
  expect(outcomes(plain, judged, { ...asked, reported: period, asked: period, targets })).toEqual(judged);
});

it.each(having('shows'))('$title shows its figure as printed', ({ printed, stated, indicator }) => {
  const [value] = (indicator.target ?? stated.result!).split('/');
  expect(new Big(value!).div(new Big(10).pow(stated.measure.scale)).toFixed()).toBe(stated.shows);
  expect(numbersIn(printed)).toContain(stated.shows);
});

const stating = [...having('printedChange'), ...having('change')].map(({ title, stated, indicator }) => ({
  title,
  indicator: {
    ...indicator,
    target: indicator.target ?? stated.result!,
    printedChange: stated.printedChange ?? stated.change!,
  },
}));

it.each(stating)('$title: baseline and printed change come to the level', ({ indicator }) =>
  expect(changeAgainst(indicator)).toEqual([]),
);

it.each(stating)('$title: from another baseline they do not', ({ indicator }) => {
  const baseline = new Big(indicator.baseline!)
    .times('1.2')
    .round(indicator.measure.scale < 0 ? 2 : 1)
    .toFixed();
  expect(changeAgainst({ ...indicator, baseline })).toEqual(['BASELINE']);
});

it.each(having('parts'))('$title: the sum of its parts', ({ stated, indicator }) => {
  const parts = stated.parts!.map(([, figure]) => figure);
  const whole = { ...indicator, target: indicator.target ?? stated.result ?? null };
  const { partsSum, notes } = allot(whole, '2021', { targets: [], parts });
  expect({ partsSum, notes }).toEqual({
    partsSum: stated.partsSum ?? null,
    notes: stated.finding === undefined ? [] : [stated.finding],
  });
});

it.each(having('units'))('$title: the targets of its units', ({ stated, indicator, asked }) => {
  const units = stated.units!;
  const { asked: period } = asked;
  const given = units.map(([, value], place) => ({ unitPath: `xa/unit-${place + 1}`, period, value, ended: false }));
  const { sum, notes } = allot(indicator, period, { targets: given, parts: [] });
  expect({ sum, notes }).toEqual({ sum: stated.unitsSum, notes: ['UNITS'] });
  const targets = units.map(([, value], place) => ({
    indicatorId: indicator.id,
    unitId: `unit-${place + 1}`,
    period,
    value,
  }));
  const said = units.map(([, , result = '0']) => result).join('; ');
  const rows = progress(indicator, said, { ...asked, targets }).units;
  expect(rows.map(({ percent }) => percent)).toEqual(units.map(([, , , percent = '0']) => percent));
});

it.each(having('percent'))('$title: the percent of its result', ({ stated, indicator, asked }) => {
  const { percent } = progress(indicator, stated.result!, asked).commune;
  expect(percent).toBe(stated.percent);
  expect(stated.percentPrinted).not.toBe(percent);
});
