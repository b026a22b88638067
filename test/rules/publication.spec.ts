import type { Publication } from '../../src/standings/publication.entity.js';
import { brokenPublication } from '../../src/standings/publication.rules.js';

const whole = { stage: 'FINAL', open: [], final: true, content: { standings: [] }, membersOn: '2023-12-31' };
const told = (table: object, asked: { reason?: string; replaces?: number; on?: string } = {}) => {
  const { reason, replaces = null, on = '2024-01-15' } = asked;
  return brokenPublication({ ...whole, ...table } as unknown as Publication, { reason, replaces, on }).map(
    ({ code, vi }) => `${code} ${vi}`,
  );
};
const short = { final: false, content: { standings: [{ unit: 'thon-1', missing: ['II'] }] } };

it('a whole table of final points is published without a word', () => expect(told({})).toEqual([]));

it.each<[string, object, object, string]>([
  ['before its period has ended', {}, { on: '2023-12-30' }, '31/12/2023'],
  ['while something is missing', short, {}, 'thon-1'],
  ['in place of another', {}, { replaces: 1 }, 'bảng số 1'],
])('%s it is published with a reason', (_, table, asked, names) => {
  expect(told(table, asked)).toEqual([expect.stringMatching(new RegExp(`^REASON_REQUIRED .*${names}`))]);
  expect(told(table, { ...asked, reason: 'Lý do' })).toEqual([]);
});

it('on its last day a period has ended', () => expect(told({}, { on: '2023-12-31' })).toEqual([]));

it('no reason lets other points, or an open tie, be published', () => {
  const tie = { block: 'thon', class: 'A', units: ['thon-1', 'thon-2'] };
  const codes = told({ stage: 'VERIFIED', open: [tie] }, { reason: 'Lý do' }).map((each) => each.split(' ')[0]);
  expect(codes).toEqual(['NOT_FINAL', 'TIE_OPEN']);
});
