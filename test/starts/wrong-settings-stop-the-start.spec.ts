import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usePrograms } from '../program.js';

const programs = usePrograms();

it('with a sentence per mistake and nothing else: no stack, no secret, no file', async () => {
  const program = programs.start({ PORT: 'http', TODAY: '31/01/2024', DATABASE_URL: 'postgres://u:geh#eim@db/thidua' });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stdout).toBe('');
  expect(program.stderr.split('\n')).toEqual([
    'The settings are not valid:',
    '- DATABASE_URL must look like postgres://user:password@host:5432/database; in the password write # as %23 and / as %2F.',
    '- PORT must be a whole number from 0 to 65535, not "http".',
    '- TODAY must be a date such as 2024-01-31, not "31/01/2024".',
    '',
  ]);
  expect(readdirSync(programs.dataDir)).toEqual([]);
});

it('as a DATA_DIR that is no directory does', async () => {
  const file = join(programs.dataDir, 'file');
  writeFileSync(file, '');
  for (const DATA_DIR of [file, join(file, 'below')]) {
    const program = programs.start({ DATA_DIR });
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.stderr).toMatch(new RegExp(`^DATA_DIR ${DATA_DIR} cannot be used: \\w+: .+\\.\n$`));
  }
});
