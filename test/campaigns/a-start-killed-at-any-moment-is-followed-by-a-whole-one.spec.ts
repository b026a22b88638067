import { expectWholeAfterKills } from '../killed-starts.js';

const rounds = 25;
const latest = 7_000;

it.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', async () => {
  const moments = Array.from({ length: 4 }, () => Math.floor(Math.random() * latest));
  console.log(`killed after ${moments.join(', ')} ms`);
  await expectWholeAfterKills(moments);
});
