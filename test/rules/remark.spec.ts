import { brokenAnswer, notInForce } from '../../src/remarks/remark.rules.js';

const asked = { id: '2', indicatorId: 'i', unitId: 'u', period: '2023' };
const correction = { ...asked, id: '3', supersedesId: '2' };

it.each([
  [{}, ['UNANSWERED']],
  [{ answer: 'Đúng' }, []],
  [{ correction }, []],
  [{ answer: 'Đo lại', correction }, []],
  // Of a second correction.
  [{ correction: { ...correction, id: '4', supersedesId: '3' } }, []],
  [{ correction: { ...correction, supersedesId: null } }, ['NO_CORRECTION']],
  [{ correction: { ...correction, id: '1' } }, ['NO_CORRECTION']],
  [{ correction: { ...correction, id: '2' } }, ['NO_CORRECTION']],
  [{ correction: { ...correction, indicatorId: 'j' } }, ['NO_CORRECTION']],
  [{ correction: { ...correction, unitId: 'v' } }, ['NO_CORRECTION']],
  [{ correction: { ...correction, period: '2022' } }, ['NO_CORRECTION']],
])('an answer of %j', (answer, codes) => {
  expect(brokenAnswer(asked, answer).map(({ code }) => code)).toEqual(codes);
});

it('a question is about a figure in force', () => {
  expect(notInForce({ supersededOn: null })).toEqual([]);
  expect(notInForce({ supersededOn: '2024-01-31' })).toMatchObject([{ pointer: '/result', code: 'RESULT_CORRECTED' }]);
});
