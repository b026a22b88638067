import type { Indicator } from '../../src/indicators/indicator.entity.js';
import type { Reading } from '../../src/indicators/indicator-members.view.js';
import { readAs, under } from '../../src/indicators/reading.rules.js';

const reading = (change: Partial<Reading> = {}): Reading => ({
  code: 'A',
  text: 'Từ 30 ha',
  comparator: 'AT_LEAST',
  basis: null,
  overYears: null,
  target: '30',
  upperTarget: null,
  beyond: null,
  needsBaseline: false,
  ...change,
});
const asked = { basis: 'CHANGE', overYears: 'EACH', beyond: null, targetText: 'theo giao' } as const;
const question = (...readings: Reading[]): Parameters<typeof readAs>[0] => ({
  ...asked,
  clarification: { question: 'Bao nhiêu?', readings },
});

it.each<[string, Partial<Reading>, Pick<Indicator, 'basis' | 'overYears' | 'beyond'>, object]>([
  ['what it leaves out is the indicator’s own', {}, asked, { basis: 'CHANGE', overYears: 'EACH', beyond: null }],
  ['its own basis and years', { basis: 'LEVEL', overYears: 'TOTAL' }, asked, { basis: 'LEVEL', overYears: 'TOTAL' }],
  ['a range goes on to be exceeded', { comparator: 'BETWEEN', upperTarget: '40' }, asked, { beyond: 'EXCEEDED' }],
  ['a range as the indicator has it', { comparator: 'BETWEEN' }, { ...asked, beyond: 'MISSED' }, { beyond: 'MISSED' }],
  ['its own end', { comparator: 'BETWEEN', beyond: 'MISSED' }, { ...asked, beyond: 'EXCEEDED' }, { beyond: 'MISSED' }],
  ['no range, no end', {}, { ...asked, beyond: 'MISSED' }, { beyond: null }],
])('%s', (_, change, indicator, expected) => expect(under(indicator, reading(change))).toMatchObject(expected));

it('answers a question by a reading, or by the target it comes to', () => {
  const read = { comparator: 'AT_LEAST', upperTarget: null, beyond: null, overYears: 'EACH', targetText: 'theo giao' };
  expect(readAs(question(reading()), 'A', undefined)).toEqual({ ...read, basis: 'CHANGE', target: '30' });
  const open = reading({ target: null, needsBaseline: true });
  expect(readAs(question(open), 'A', '42')).toEqual({ ...read, basis: 'LEVEL', target: '42' });
});

it.each([
  ['UNKNOWN', 'B', undefined, reading()],
  ['TARGET_FIXED', 'A', '42', reading()],
  ['NEEDS_TARGET', 'A', undefined, reading({ target: null, needsBaseline: true })],
])('refuses %s', (code, letter, target, only) => {
  expect(() => readAs(question(only), letter, target)).toThrow(
    expect.objectContaining({ points: expect.arrayContaining([expect.objectContaining({ code })]) }),
  );
});
