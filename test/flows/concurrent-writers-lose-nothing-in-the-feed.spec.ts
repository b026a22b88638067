import { disagreements, pullASequence, pullTheFeed } from '../campaigns/feed.js';
import { useApp } from '../app.js';

const test = useApp();
const nothing = { committed: expect.any(Number), lost: 0, twice: 0, strange: 0 };

it.each([[['duc-lang']], [['duc-lang', 'xa-mau']]])(
  'in %j: none lost, none twice, none that was rolled back; gapless, and the chain computes',
  async (communes) => {
    const outcomes = await pullTheFeed(test, { communes, writers: 4, writes: 100 });
    expect(outcomes).toEqual(communes.map(() => nothing));
    for (const { committed } of outcomes) expect(committed).toBeGreaterThan(50);
    for (const commune of communes) expect(await disagreements(test, commune)).toEqual([]);
  },
);

it('control: a cursor on a sequence loses some', async () => {
  const [outcome] = await pullASequence(test, { communes: ['duc-lang'], writers: 6, writes: 200 });
  expect(outcome!.lost).toBeGreaterThan(0);
});

it('control: one changed byte of the journal is found', async () => {
  test.exceptFromAudit('document');
  await test.admin.query(
    `update change set data = jsonb_set(data, '{title}', '"Báo cáo giả"') where commune_id = 2 and position = (select max(position) from change where commune_id = 2)`,
  );
  expect(await disagreements(test, 'xa-mau')).toEqual([expect.stringContaining('leaf of')]);
});
