import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expectWholeAfterKills } from '../killed-starts.js';
import { postmaster, usePrograms } from '../program.js';

const programs = usePrograms();

it('killed three times: early, in the middle and late', () => expectWholeAfterKills([300, 1_500, 3_500]));

it('told to end while it makes its data, it ends in good order when they are whole', async () => {
  const program = programs.start();
  while (!existsSync(join(programs.dataDir, 'postgres.json'))) await delay(10);
  await delay(200);
  expect(await program.interrupt()).toEqual({ code: 0, signal: null });
  expect(program.stderr).toBe('');
  expect(postmaster(programs.dataDir)).toBeUndefined();
  expect(existsSync(join(programs.dataDir, 'keys.json'))).toBe(true);
});
