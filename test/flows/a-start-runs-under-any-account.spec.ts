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

// Run by a plain user, every other test of a start says the same.
(asRoot && mayRead ? describe : describe.skip)('a plain account', () => {
  const programs = usePrograms();

  it('runs PostgreSQL itself', async () => {
    chownSync(programs.dataDir, nobody.uid, nobody.gid);
    expect(await expectServed(programs, nobody)).toBe(nobody.uid);
    expect(statSync(join(programs.dataDir, 'keys.json')).uid).toBe(nobody.uid);
  });
});

(asRoot ? describe : describe.skip)('root', () => {
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
