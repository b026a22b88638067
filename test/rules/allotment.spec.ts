import fc from 'fast-check';
import { allot } from '../../src/indicators/allotment.rules.js';

const whole = { code: 'econ.rice.area', target: '171.9', parts: [] };
const target = (period: string, value: string) => ({ period, value });

it('says what of the target is given to whom, exactly', () => {
  const targets = [target('2023', '0.1'), target('2023', '0.2'), target('2023-Q2', '7'), target('2023', '171.6'), target('2023-Q1', '5'), target('2023-Q2', '-0.5')];
  expect(allot(whole, 2023, targets, [])).toEqual({
    indicatorCode: 'econ.rice.area',
    target: '171.9',
    sum: '171.9',
    difference: '0',
    periods: [
      { period: '2023', units: 3, sum: '171.9' },
      { period: '2023-Q1', units: 1, sum: '5' },
      { period: '2023-Q2', units: 2, sum: '6.5' },
    ],
    partsSum: null,
    partsDifference: null,
    notes: [],
  });
});

const notes = (change: object, targets: ReturnType<typeof target>[], parts: (string | null)[]) => {
  const { sum, difference, partsSum, partsDifference, notes } = allot({ ...whole, ...change }, 2023, targets, parts);
  return { sum, difference, partsSum, partsDifference, notes };
};

it.each<[string, object, ReturnType<typeof target>[], (string | null)[], object]>([
  ['nothing allotted is no mistake', {}, [], [], { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] }],
  ['only shorter periods allotted neither', {}, [target('2023-Q1', '5')], [], { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] }],
  ['too little', {}, [target('2023', '171.899999')], [], { sum: '171.899999', difference: '0.000001', partsSum: null, partsDifference: null, notes: ['UNITS'] }],
  ['too much', {}, [target('2023', '172')], [], { sum: '172', difference: '-0.1', partsSum: null, partsDifference: null, notes: ['UNITS'] }],
  ['no target to compare with', { target: null, parts: ['a'] }, [target('2023', '5')], ['3'], { sum: '5', difference: null, partsSum: '3', partsDifference: null, notes: [] }],
  ['parts that make the whole', { parts: ['a', 'b'] }, [], ['100.9', '71'], { sum: '0', difference: '171.9', partsSum: '171.9', partsDifference: '0', notes: [] }],
  ['parts that do not', { parts: ['a', 'b'] }, [], ['100.9', '70'], { sum: '0', difference: '171.9', partsSum: '170.9', partsDifference: '1', notes: ['PARTS'] }],
  ['a part without a target: no sum', { parts: ['a', 'b'] }, [], ['100.9', null], { sum: '0', difference: '171.9', partsSum: null, partsDifference: null, notes: [] }],
  ['both wrong', { parts: ['a'] }, [target('2023', '1')], ['2'], { sum: '1', difference: '170.9', partsSum: '2', partsDifference: '169.9', notes: ['UNITS', 'PARTS'] }],
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
      const told = allot({ ...whole, target: text(own) }, 2023, given.map((each) => target('2023', text(each))), []);
      expect([told.sum, told.difference]).toEqual([text(sum), text(own - sum)]);
      expect(told.notes).toEqual(own === sum ? [] : ['UNITS']);
    }),
  );
});
