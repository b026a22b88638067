import { useApp } from '../app.js';
import { disagreements } from './feed.js';
import { loseAnswers } from './lost-answers.js';

const test = useApp();
const whole = { lost: 0, strange: 0, twice: 0 };
const eaten = { HTTP: { done: 1_000 }, PostgreSQL: { done: 500, 'under way': 500 } };

it.each(['HTTP', 'PostgreSQL'] as const)(
  '20,000 operations, 1,000 answers eaten on %s: with keys none is lost, none is done twice',
  async (cut) => {
    const outcome = await loseAnswers(test, { cut, operations: 20_000, eaten: 1_000, keyed: true });
    expect(outcome).toEqual({
      told: 20_000,
      eaten: eaten[cut],
      again: expect.any(Number),
      journal: whole,
      feed: whole,
      records: whole,
    });
    expect(outcome.again).toBeGreaterThanOrEqual(1_000);
  },
);

it('the chain computes afterwards', async () => expect(await disagreements(test, 'duc-lang')).toEqual([]));
