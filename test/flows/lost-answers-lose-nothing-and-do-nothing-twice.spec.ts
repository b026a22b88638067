import { disagreements } from '../campaigns/feed.js';
import { loseAnswers } from '../campaigns/lost-answers.js';
import { useApp } from '../app.js';

const test = useApp();
const whole = { lost: 0, strange: 0, twice: 0 };
const eaten = { HTTP: { done: 20 }, PostgreSQL: { done: 10, 'under way': 10 } };

it.each(['HTTP', 'PostgreSQL'] as const)(
  '400 operations, 20 answers eaten on %s: with keys none is lost, none is done twice',
  async (cut) => {
    const outcome = await loseAnswers(test, { cut, operations: 400, eaten: 20, keyed: true });
    expect(outcome).toEqual({
      told: 400,
      eaten: eaten[cut],
      again: expect.any(Number),
      journal: whole,
      feed: whole,
      records: whole,
    });
    expect(outcome.again).toBeGreaterThanOrEqual(20);
  },
);

it('the chain computes afterwards', async () => expect(await disagreements(test, 'duc-lang')).toEqual([]));

it.each(['HTTP', 'PostgreSQL'] as const)(
  'control: without keys, what was done and not heard on %s is done twice',
  async (cut) => {
    const { told, eaten, journal, records } = await loseAnswers(test, {
      cut,
      operations: 100,
      eaten: 10,
      keyed: false,
    });
    expect([told, eaten.done]).toEqual([100, cut === 'HTTP' ? 10 : 5]);
    for (const each of [journal, records]) expect(each).toEqual({ lost: 0, strange: eaten.done, twice: eaten.done });
  },
);
