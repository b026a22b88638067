/**
 * Memory under attack: `node bench/memory.mjs` on a built tree. Starts the program on a database of its own in an old
 * space of 192 MB, and sends together: 400 distinct documents, 250 clients that never read,
 * 60 uploads that never end. Prints the highest RSS, and fails above 300 MB, when the program ends, and when it does not
 * answer.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './sides.mjs';

const bar = 300;
const directory = mkdtempSync(join(tmpdir(), 'thidua-memory-'));
chmodSync(directory, 0o755);
const env = { DATA_DIR: join(directory, 'data'), PORT: '0', RATE_LIMIT: '1000000', DATABASE_URL: '' };
const flags = ['--max-old-space-size=192', '--max-semi-space-size=16'];
const program = await start(process.execPath, [...flags, 'dist/src/cli.js', 'serve'], env);
const { url } = program;
let ended = false;
void program.ended.then(() => (ended = true));
const keys = JSON.parse(readFileSync(join(directory, 'data', 'keys.json'), 'utf8'));

/** Highest resident memory in MB, as the kernel has seen it. */
const peak = () => {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};

const sockets = [];
/**
 * Connection that sends a text, and then neither reads nor ends. From another address: the bytes that it leaves unsent
 * would close the network to who asks.
 */
const hold = (text) => {
  const socket = connect({ port: new URL(url).port, host: '127.0.0.1', localAddress: '127.0.0.2' });
  socket.on('error', () => undefined);
  socket.pause().write(text);
  sockets.push(socket);
};
const members = ['code', 'name', 'target', 'comparator', 'direction', 'parts', 'counted', 'derived'];
const document = (n) =>
  `{ d${n}: indicators(commune: "duc-lang", plan: "2023", first: 1) { nodes { ${Array.from(
    { length: 28 },
    (_, place) => `a${place}: ${members[(place + n) % members.length]}`,
  ).join(' ')} ${`${members.join(' ')} `.repeat(40)} } } }`;
const ask = async (query, key) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await answer.arrayBuffer();
  return answer.status;
};

try {
  const bearer = `host: x\r\nauthorization: Bearer ${keys['hamlet-1']}`;
  const boundary = `content-type: multipart/form-data; boundary=x\r\ncontent-length: 9500000`;
  const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  for (let n = 0; n < 60; n++)
    hold(
      `POST /v1/communes/duc-lang/files HTTP/1.1\r\n${bearer}\r\n${boundary}\r\n\r\n${part}${'x'.repeat(9_000_000)}`,
    );
  for (let n = 0; n < 200; n++) hold('GET /docs/graphiql.js HTTP/1.1\r\nhost: x\r\n\r\n');
  for (let n = 0; n < 50; n++)
    hold(
      `GET /v1/communes/duc-lang/changes?first=500 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keys.district}\r\n\r\n`,
    );
  const statuses = {};
  for (let n = 0; n < 400 && !ended; n++)
    for (let sight = 0; sight < 3; sight++) {
      const status = await ask(document(n), keys.clerk);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  const highest = peak();
  console.log(
    `Memory under distinct documents, slow readers and unfinished uploads, Node ${process.versions.node} under ` +
      `${flags.join(' ')}: RSS ${highest} MB at most ${highest <= bar ? '✓' : '✗'} ${bar}; ${JSON.stringify(statuses)}.`,
  );
  // A program that refuses everything needs no memory.
  if (highest > bar || !(statuses[200] > 1_000)) process.exitCode = 1;
} finally {
  for (const socket of sockets) socket.destroy();
  await program.stop();
  rmSync(directory, { recursive: true, force: true });
}
