/** Rounds of each race of a campaign; `ROUNDS` asks for fewer, or more. */
export const rounds = Number(process.env.ROUNDS ?? 500);

/** Rounds under way at the same time. */
export const lanes = 4;

/** Runs the rounds of a race, `lanes` at the same time, those of a lane one after the other. */
export async function eachRound(rounds: number, run: (turn: number) => Promise<unknown>): Promise<void> {
  const lane = async (first: number) => {
    for (let turn = first; turn < rounds; turn += lanes) await run(turn);
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
}

/** How often each word is there, by word. */
export const counted = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(words)].sort().map((word) => [word, words.filter((each) => each === word).length]));
