import { useApp } from '../app.js';
import { disagreements, pullASequence, pullTheFeed } from './feed.js';

const test = useApp();
const communes = ['duc-lang', 'xa-mau'];

it('5,000 writes in two communes: none lost, none twice; gapless, and the chain computes', async () => {
  const outcomes = await pullTheFeed(test, { communes, writers: 16, writes: 2_500 });
  for (const outcome of outcomes)
    expect(outcome).toEqual({ committed: outcome.committed, lost: 0, twice: 0, strange: 0 });
  for (const { committed } of outcomes) expect(committed).toBeGreaterThan(1_500);
  for (const commune of communes) expect(await disagreements(test, commune)).toEqual([]);
});

it('control: a cursor on a sequence loses some', async () => {
  const outcomes = await pullASequence(test, { communes, writers: 16, writes: 2_500 });
  for (const { lost } of outcomes) expect(lost).toBeGreaterThan(0);
});
