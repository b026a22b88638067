import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, postmaster, usePrograms, type Programs } from '../program.js';

const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const mayRead = spawnSync('test', ['-r', 'dist/src/main.js'], nobody).status === 0;

const expectServed = async ({ dataDir, start }: Programs, account?: typeof nobody) => {
  const program = start({}, account);
  expect((await ask(`${await program.ready()}/health/ready`)).status).toBe(200);
  const server = statSync(`/proc/${postmaster(dataDir)}`).uid;
  expect(await program.stop()).toEqual({ code: 0, signal: null });
  expect(postmaster(dataDir)).toBeUndefined();
  return server;
};

// Root can start a program as nobody. A plain account cannot become another: it starts the program as itself.
describe('a plain account', () => {
  const programs = usePrograms();
  const itself = process.getuid?.();

  if (asRoot && !mayRead) it('is not tried here: nobody may not read this folder', () => expect(mayRead).toBe(false));
  else if (asRoot)
    it('runs PostgreSQL itself, tried as nobody', async () => {
      chownSync(programs.dataDir, nobody.uid, nobody.gid);
      expect(await expectServed(programs, nobody)).toBe(nobody.uid);
      expect(statSync(join(programs.dataDir, 'keys.json')).uid).toBe(nobody.uid);
    });
  else
    it('runs PostgreSQL itself, tried as the account of this test', async () => {
      expect(await expectServed(programs)).toBe(itself);
      expect(statSync(join(programs.dataDir, 'keys.json')).uid).toBe(itself);
    });
});

if (!asRoot) it('root is not tried here: this test runs as a plain account', () => expect(asRoot).toBe(false));
else
  describe('root', () => {
    const reachable = usePrograms('data');
    const hidden = usePrograms('data', 0o700);

    it('has the account postgres run it, in the data directory', async () => {
      expect(await expectServed(reachable)).not.toBe(0);
      expect(lstatSync(join(reachable.dataDir, 'postgres')).isDirectory()).toBe(true);
    });

    it('puts the data elsewhere where that account may not go, and finds it again', async () => {
      expect(await expectServed(hidden)).not.toBe(0);
      const elsewhere = readlinkSync(join(hidden.dataDir, 'postgres'));
      const version = () => statSync(join(elsewhere, 'PG_VERSION')).ino;
      const made = version();
      await expectServed(hidden);
      expect(readlinkSync(join(hidden.dataDir, 'postgres'))).toBe(elsewhere);
      expect(version()).toBe(made);
    });
  });
