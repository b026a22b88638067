import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expectWholeAfterKills } from '../killed-starts.js';
import { postmaster, usePrograms } from '../program.js';
import { until } from '../until.js';

const programs = usePrograms();

it('killed three times: early, in the middle and late', () => expectWholeAfterKills([300, 1_500, 3_500]));

it('told to end while it makes its data, it ends in good order when they are whole', async () => {
  const program = programs.start();
  await until(() => existsSync(join(programs.dataDir, 'postgres.json')));
  expect(existsSync(join(programs.dataDir, 'keys.json'))).toBe(false);
  const ended = await program.interrupt();
  expect({ ...ended, stderr: program.stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  expect(program.stderr).toBe('');
  expect(postmaster(programs.dataDir)).toBeUndefined();
  expect(existsSync(join(programs.dataDir, 'keys.json'))).toBe(true);
});
