import { disagreements } from '../campaigns/feed.js';
import { loseAnswers } from '../campaigns/lost-answers.js';
import { useApp } from '../app.js';

const test = useApp();
const whole = { lost: 0, strange: 0, twice: 0 };
const eaten = { HTTP: { done: 100 }, PostgreSQL: { done: 50, 'under way': 50 } };

it.each(['HTTP', 'PostgreSQL'] as const)(
  '2,000 operations, 100 answers eaten on %s: with keys none is lost, none is done twice',
  async (cut) => {
    const outcome = await loseAnswers(test, { cut, operations: 2_000, eaten: 100, keyed: true });
    expect(outcome).toEqual({
      told: 2_000,
      eaten: eaten[cut],
      again: expect.any(Number),
      journal: whole,
      feed: whole,
      records: whole,
    });
    expect(outcome.again).toBeGreaterThanOrEqual(100);
  },
  180_000,
);

it('the chain computes afterwards', async () => expect(await disagreements(test, 'duc-lang')).toEqual([]));

it.each(['HTTP', 'PostgreSQL'] as const)(
  'control: without keys, what was done and not heard on %s is done twice',
  async (cut) => {
    const { told, eaten, journal, records } = await loseAnswers(test, {
      cut,
      operations: 200,
      eaten: 20,
      keyed: false,
    });
    expect([told, eaten.done]).toEqual([200, cut === 'HTTP' ? 20 : 10]);
    for (const each of [journal, records]) expect(each).toEqual({ lost: 0, strange: eaten.done, twice: eaten.done });
  },
);
