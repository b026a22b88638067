import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ask, keysOf, kill, postmaster, removeData, start, temporaryDirectory, type Program } from './program.js';

/**
 * Kills first starts of one data directory after so many milliseconds each, every second time PostgreSQL with them;
 * then a start must give the whole sample, with keys that open it, and leave nothing half-done.
 */
export async function expectWholeAfterKills(moments: readonly number[]): Promise<void> {
  const dataDir = temporaryDirectory();
  let program: Program | undefined;
  try {
    for (const [round, moment] of moments.entries()) {
      program = start({ DATA_DIR: dataDir });
      await delay(moment);
      await program.stop('SIGKILL');
      const server = round % 2 === 1 && postmaster(dataDir);
      if (server) await kill(server);
    }
    program = start({ DATA_DIR: dataDir });
    const address = await program.ready();
    const keys = keysOf(dataDir);
    for (const key of Object.values(keys)) expect((await ask(`${address}/v1/me`, key)).status).toBe(200);
    for (const [commune, indicators] of [
      ['duc-lang', 40],
      ['xa-mau', 3],
    ] as const) {
      const { body } = await ask(`${address}/v1/communes/${commune}/changes?first=500`, keys.district);
      expect(body.items.filter(({ kind }: { kind: string }) => kind === 'indicator.issued')).toHaveLength(indicators);
    }
    expect(await program.stop()).toEqual({ code: 0, signal: null });
    expect(readdirSync(dataDir).sort()).toEqual(['keys.json', 'postgres', 'postgres.json']);
  } finally {
    await program?.stop('SIGKILL');
    await removeData(dataDir);
  }
}
