import fc from 'fast-check';
import { allot } from '../../src/indicators/allotment.rules.js';

const whole = {
  code: 'econ.rice.area',
  target: '171.9',
  overUnits: 'SUM' as const,
  comparator: 'AT_LEAST' as const,
  endsAt100: false,
  measure: { factor: null, scale: 0 },
  basis: 'LEVEL' as const,
  direction: 'UP' as const,
  baseline: null,
  printedChange: null,
};
let units = 0;
const target = (period: string, value: string, unitPath = `ubnd/thon-${++units}`) => ({
  period,
  value,
  unitPath,
  ended: false,
});

it('says what of the target is given to whom, exactly', () => {
  const targets = [
    target('2023', '0.1'),
    target('2023', '0.2'),
    target('2023-Q2', '7'),
    target('2023', '171.6'),
    target('2023-Q1', '5'),
    target('2023-Q2', '-0.5'),
  ];
  expect(allot(whole, '2023', { targets, parts: [] })).toEqual({
    indicatorCode: 'econ.rice.area',
    target: '171.9',
    sum: '171.9',
    difference: '0',
    periods: [
      { period: '2023', units: 3, sum: '171.9', ended: 0 },
      { period: '2023-Q1', units: 1, sum: '5', ended: 0 },
      { period: '2023-Q2', units: 2, sum: '6.5', ended: 0 },
    ],
    partsSum: null,
    partsDifference: null,
    changeDifference: null,
    notes: [],
  });
});

const notes = (change: object, targets: ReturnType<typeof target>[], parts: (string | null)[]) => {
  const { sum, difference, partsSum, partsDifference, notes } = allot({ ...whole, ...change }, '2023', {
    targets,
    parts,
  });
  return { sum, difference, partsSum, partsDifference, notes };
};

it.each<[string, object, ReturnType<typeof target>[], (string | null)[], object]>([
  [
    'nothing allotted is no mistake',
    {},
    [],
    [],
    { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'only shorter periods allotted neither',
    {},
    [target('2023-Q1', '5')],
    [],
    { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'too little',
    {},
    [target('2023', '171.899999')],
    [],
    { sum: '171.899999', difference: '0.000001', partsSum: null, partsDifference: null, notes: ['UNITS'] },
  ],
  [
    'too much',
    {},
    [target('2023', '172')],
    [],
    { sum: '172', difference: '-0.1', partsSum: null, partsDifference: null, notes: ['UNITS'] },
  ],
  [
    'no target to compare with',
    { target: null },
    [target('2023', '5')],
    ['3'],
    { sum: '5', difference: null, partsSum: '3', partsDifference: null, notes: [] },
  ],
  [
    'parts that make the whole',
    {},
    [],
    ['100.9', '71'],
    { sum: '0', difference: '171.9', partsSum: '171.9', partsDifference: '0', notes: [] },
  ],
  [
    'parts that do not',
    {},
    [],
    ['100.9', '70'],
    { sum: '0', difference: '171.9', partsSum: '170.9', partsDifference: '1', notes: ['PARTS'] },
  ],
  [
    'units that do not add up',
    { overUnits: 'RATIO' },
    [target('2023', '90'), target('2023', '95')],
    ['1'],
    { sum: null, difference: null, partsSum: '1', partsDifference: '170.9', notes: ['PARTS'] },
  ],
  [
    'a household below a hamlet that has its own',
    {},
    [
      target('2023', '171.9', 'ubnd/thon-a'),
      target('2023', '3', 'ubnd/thon-a/ho-1'),
      target('2023', '2', 'ubnd/thon-a/to-1/ho-2'),
    ],
    [],
    { sum: '171.9', difference: '0', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'units whose codes begin alike',
    {},
    [target('2023', '100', 'ubnd/thon'), target('2023', '71.9', 'ubnd/thon-b')],
    [],
    { sum: '171.9', difference: '0', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'a household below a hamlet with one for another period',
    {},
    [target('2023-Q1', '9', 'ubnd/thon-a'), target('2023', '171.9', 'ubnd/thon-a/ho-1')],
    [],
    { sum: '171.9', difference: '0', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'a part without a target: no sum',
    {},
    [],
    ['100.9', null],
    { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] },
  ],
  [
    'both wrong',
    {},
    [target('2023', '1')],
    ['2'],
    { sum: '1', difference: '170.9', partsSum: '2', partsDifference: '169.9', notes: ['UNITS', 'PARTS'] },
  ],
])('%s', (_, change, targets, parts, expected) => expect(notes(change, targets, parts)).toEqual(expected));

it('loses nothing of figures with 18 + 6 digits', () => {
  const limit = 10n ** 24n - 1n;
  const text = (millionths: bigint) => {
    const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
    const fraction = digits.slice(-6).replace(/0+$/, '');
    return `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction && `.${fraction}`}`;
  };
  const figure = fc.bigInt({ min: -limit, max: limit });
  fc.assert(
    fc.property(figure, fc.array(figure, { minLength: 1 }), (own, given) => {
      const sum = given.reduce((total, each) => total + each, 0n);
      const told = allot({ ...whole, target: text(own) }, '2023', {
        targets: given.map((each) => target('2023', text(each))),
        parts: [],
      });
      expect([told.sum, told.difference]).toEqual([text(sum), text(own - sum)]);
      expect(told.notes).toEqual(own === sum ? [] : ['UNITS']);
    }),
  );
});

it('counts the topmost units of each period, and sums none that do not add up', () => {
  const targets = [
    target('2023', '5', 'thon-a'),
    target('2023', '2', 'thon-a/ho-1'),
    target('2023-Q1', '1', 'thon-a/ho-1'),
  ];
  expect(allot(whole, '2023', { targets, parts: [] }).periods).toEqual([
    { period: '2023', units: 1, sum: '5', ended: 0 },
    { period: '2023-Q1', units: 1, sum: '1', ended: 0 },
  ]);
  expect(allot({ ...whole, overUnits: 'MEAN' }, '2023', { targets, parts: [] }).periods).toEqual([
    { period: '2023', units: 1, sum: null, ended: 0 },
    { period: '2023-Q1', units: 1, sum: null, ended: 0 },
  ]);
});

it('leaves out, with those below, no unit but the one that ends before the period does', () => {
  const ended = { ...target('2023', '20', 'thon-cu'), ended: true };
  const targets = [ended, target('2023', '2', 'thon-cu/to-1'), target('2023', '169.9', 'thon-moi')];
  const { sum, difference, periods, notes } = allot(whole, '2023', { targets, parts: [] });
  expect({ sum, difference, periods, notes }).toEqual({
    sum: '171.9',
    difference: '0',
    periods: [{ period: '2023', units: 2, sum: '171.9', ended: 1 }],
    notes: [],
  });
});

it("sums a term's targets by the term", () => {
  const given = [target('2021-2025', '100'), target('2021-2025', '71.9'), target('2021', '20')];
  const { sum, difference, notes } = allot(whole, '2021-2025', { targets: given, parts: [] });
  expect({ sum, difference, notes }).toEqual({ sum: '171.9', difference: '0', notes: [] });
});
