import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import { objectedWhileClosed, unguard } from '../campaigns/racing-objections.js';
import { happens } from '../until.js';

const guarded = useApp();
const unguarded = useApp();

it('of who objects and who takes the list down one is first: no objection stays without an answer', async () => {
  const { strange, refused } = await objectedWhileClosed(guarded, 8);
  expect(strange).toBe(0);
  // The list is down, or the objection is to be answered before.
  expect(Object.keys(refused).filter((code) => !['STATE', 'RULE'].includes(code))).toEqual([]);
  expect(await disagreements(guarded, 'duc-lang')).toEqual([]);
});

it('control: without the lock a list is taken down with an objection on it', async () => {
  unguard(unguarded);
  expect(await happens(async () => (await objectedWhileClosed(unguarded, 20)).strange > 0)).toBe(true);
});
