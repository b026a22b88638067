import { brokenClosing, brokenOpening, lengthOf } from '../../src/consultations/consultation.rules.js';
import { dayAfter } from '../../src/periods/due.rules.js';
import type { Point } from '../../src/points.js';

const tenDays = { days: 10, countedIn: 'CALENDAR', source: 'Nghị định 86/2023/NĐ-CP' } as const;
const tenWorkingDays = { ...tenDays, countedIn: 'WORKING' } as const;
const codes = (found: readonly Point[]) => found.map(({ pointer, code }) => `${pointer} ${code}`);

it.each([
  ['as long as the law has it', tenDays, undefined, { days: 10, countedIn: 'CALENDAR' }],
  ['longer', tenWorkingDays, 15, { days: 15, countedIn: 'WORKING' }],
  ['as said, where the law says nothing', undefined, 7, { days: 7, countedIn: 'CALENDAR' }],
] as const)('a list hangs %s', (_, limit, days, expected) => expect(lengthOf(limit, days)).toEqual(expected));

it.each<[string, object, string[]]>([
  ['ten days', {}, []],
  ['nine days', { days: 9 }, ['/days TOO_SHORT']],
  ['no length', { days: 0, limit: undefined }, ['/days LENGTH_MISSING']],
  ['nowhere', { places: [] }, ['/places HANGS_NOWHERE']],
  ['the day of the meeting', { metOn: '2024-11-01' }, []],
  ['the day before the meeting', { metOn: '2024-11-02' }, ['/firstDay TOO_EARLY']],
])('hung for %s', (_, given, expected) => {
  const list = { places: ['Bảng tin'], firstDay: '2024-11-01', days: 10, limit: tenDays, metOn: null, ...given };
  expect(codes(brokenOpening(list, list))).toEqual(expected);
});

it.each<[string, object, string[]]>([
  ['the day after the last', {}, []],
  ['the last day', { on: '2024-11-11' }, ['/headers/legal-date STILL_HANGS']],
  ['an open objection', { state: 'RAISED', upheld: null }, ['/objections/o OBJECTION_OPEN']],
  ['one upheld', { upheld: true }, ['/objections/o OBJECTION_UPHELD']],
  ['one upheld, its nomination withdrawn', { upheld: true, nominationId: 'other' }, []],
])('closed with %s', (_, given, expected) => {
  const { on, ...objection } = {
    ...{ on: '2024-11-12', id: 'o', state: 'ANSWERED', upheld: false, nominationId: 'n', unitCode: 'ho-1' },
    ...given,
  } as {
    on: string;
    id: string;
    state: 'RAISED' | 'ANSWERED';
    upheld: boolean | null;
    nominationId: string;
    unitCode: string;
  };
  const judged = { on, objections: [objection], waiting: new Set(['n']) };
  expect(codes(brokenClosing({ lastDay: '2024-11-11' }, judged))).toEqual(expected);
});

const tet = new Map([
  ['2024-02-08', 'OFF'],
  ['2024-02-09', 'OFF'],
  ['2024-02-12', 'OFF'],
  ['2024-02-13', 'OFF'],
  ['2024-02-14', 'OFF'],
  ['2024-02-17', 'WORKING'],
] as const);

it.each([
  // From the day after; a Sunday moves to the Monday.
  ['2024-11-01', tenDays, '2024-11-11'],
  ['2024-11-07', tenDays, '2024-11-18'],
  ['2024-11-01', tenWorkingDays, '2024-11-15'],
  // Tết, and the Saturday that is worked for it.
  ['2024-01-31', tenWorkingDays, '2024-02-20'],
  ['2024-01-30', tenDays, '2024-02-15'],
] as const)('from %s %o end on %s', (from, length, last) => expect(dayAfter(from, length, tet)).toBe(last));
