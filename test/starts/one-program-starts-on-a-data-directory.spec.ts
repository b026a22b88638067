import { createServer, type AddressInfo } from 'node:net';
import { ask, keysOf, postmaster, usePrograms } from '../program.js';

const programs = usePrograms();
const { dataDir } = programs;
const oneSentence = /^[A-Z].*\.\n$/;

it('of two first starts at the same moment one serves and the other says so', async () => {
  const both = [programs.start(), programs.start()];
  const refused = await Promise.race(both.map((program) => program.ended.then(() => program)));
  const serving = both.find((program) => program !== refused);
  expect(await refused.ended).toEqual({ code: 1, signal: null });
  expect(refused.stderr).toBe(`Another thidua uses ${dataDir}: stop it, or set DATA_DIR to another directory.\n`);
  const address = await serving?.ready();
  expect(
    (await ask(`${address}/v1/communes/duc-lang/plans/2023/indicators?first=100`, keysOf(dataDir).district)).body.items,
  ).toHaveLength(40);
  await serving?.stop();
});

it('a second one is refused, and the first goes on serving', async () => {
  const first = programs.start();
  const address = await first.ready();
  const server = postmaster(dataDir);
  const second = programs.start();
  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.stderr).toMatch(oneSentence);
  expect(second.stdout).toBe('');
  expect(postmaster(dataDir)).toBe(server);
  expect((await ask(`${address}/health/ready`)).status).toBe(200);
  await first.stop();
});

it('a taken port is told in a sentence, and no PostgreSQL is left behind', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const program = programs.start({ PORT: String(port) });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stderr).toBe(`Port ${port} of 127.0.0.1 is in use: set PORT to another.\n`);
  expect(postmaster(dataDir)).toBeUndefined();
  other.close();
});

it('so is a host that is not of this machine', async () => {
  const program = programs.start({ HOST: '192.0.2.1' });
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.stderr).toMatch(oneSentence);
  expect(program.stderr).toContain('192.0.2.1');
  expect(postmaster(dataDir)).toBeUndefined();
});
