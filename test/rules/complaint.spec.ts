import { brokenComplaint, lateComplaint } from '../../src/complaints/complaint.rules.js';

const award = { decisionId: 'd', grantedOn: '2024-01-10' };
const made = { complainedOn: '2024-01-20', complainant: 'Bà Hoa', complainantKind: undefined };

it.each([
  ['a whole complaint', {}, {}, []],
  ['on the day of the grant', {}, { complainedOn: '2024-01-10' }, []],
  ['by a household', {}, { complainant: undefined, complainantKind: 'HOUSEHOLD' as const }, []],
  ['about an award from elsewhere', { decisionId: null }, {}, ['/award GIVEN_ELSEWHERE']],
  ['before the grant', {}, { complainedOn: '2024-01-09' }, ['/complainedOn TOO_EARLY']],
  ['of a day to come', {}, { complainedOn: '2024-02-01' }, ['/complainedOn AHEAD']],
  ['of nobody', {}, { complainant: undefined }, ['/complainant COMPLAINANT_MISSING']],
  ['of a hamlet', {}, { complainantKind: 'HAMLET' as const }, ['/complainantUnit NO_COMPLAINANT']],
])('%s', (_, ofAward, of, expected) => {
  const points = brokenComplaint({ ...award, ...ofAward }, { ...made, ...of }, '2024-01-31');
  expect(points.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});

it.each([
  ['the last day', '2024-04-09', '2024-04-09', 0],
  ['the day after', '2024-04-10', '2024-04-09', 1],
  ['a law that names none', '2034-04-10', null, 0],
])('late: %s', (_, complainedOn, lastDay, asked) => {
  expect(lateComplaint(complainedOn, lastDay)).toHaveLength(asked);
});
