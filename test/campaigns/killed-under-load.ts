import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '../../src/database/client.js';
import { runningEmbedded, type EmbeddedPostgres } from '../../src/embedded/embedded.js';
import { pull } from '../../src/exchange/pull.js';
import { verify } from '../../src/exchange/verify.js';
import { ask, keysOf, postmaster, type Program, type Programs } from '../program.js';
import { killTree } from './kill-tree.js';

export interface Campaign {
  /** How often the API, and how often PostgreSQL is killed, in turn. */
  kills: number;
  /** Whether PostgreSQL answers COMMIT before the WAL is on disk: then it must lose. */
  hasty?: boolean;
}

/** A write as a client sends it, and sends it again under the same key until it is answered. */
interface Write {
  /** Found in one line of the journal, or it is lost, or done twice. It is the Idempotency-Key, too. */
  mark: string;
  path: string;
  method: 'POST' | 'PATCH';
  version?: number;
  body: object;
}

interface Told {
  mark: string;
  id: string;
  version: number;
}

const commune = 'duc-lang';
const reports = `/v1/communes/${commune}/submissions`;

/**
 * Writers keep ledgers of their own while API and PostgreSQL are killed under them. Afterwards the ledgers are held against
 * the journal as its owner reads it, and against the feed as a stranger pulls and verifies it.
 */
export async function killUnderLoad(programs: Programs, { kills, hasty = false }: Campaign) {
  const ledgers = join(programs.dataDir, 'ledgers');
  const run = `kill${Date.now()}`;
  const port = String(await freePort());
  const start = async () => {
    const program = programs.start({ PORT: port, RATE_LIMIT: '1000000' });
    await program.ready();
    return program;
  };
  let program: Program = await start();
  mkdirSync(ledgers, { recursive: true });
  if (hasty) {
    const hastily = [
      'alter system set synchronous_commit = off',
      "alter system set wal_writer_delay = '10s'",
      'select pg_reload_conf()',
    ];
    await withClient((await served(programs.dataDir)).adminUrl, async (admin) => {
      for (const each of hastily) await admin.query(each);
    });
  }

  const load = new Load(`http://127.0.0.1:${port}`, ledgers, run);
  const writers = load.begin(keysOf(programs.dataDir), hasty);
  let killed = 0;
  for (let round = 0; round < (hasty ? 1 : kills * 2); round++) {
    await load.until(load.told + 40);
    // At any moment of a write, not right after an answer.
    await delay(Math.random() * 60);
    const server = postmaster(programs.dataDir);
    if (round % 2 === 0 && !hasty) await program.stop('SIGKILL');
    else {
      await killTree(server);
      if (hasty) load.end();
      await program.stop('SIGTERM');
    }
    killed++;
    program = await start();
  }
  load.end();
  await writers;
  const told = readLedgers(ledgers, run);
  const feed = await fed(programs.dataDir, `http://127.0.0.1:${port}`, run);
  const outcome = {
    killed,
    told: told.length,
    again: load.again,
    verified: feed.verified,
    journal: held(told, await journaled(programs.dataDir, run)),
    feed: held(told, feed.lines),
  };
  await program.stop();
  const inWords = ({ lost, twice, strange }: Held) => `lost ${lost}, twice ${twice}, strange ${strange}`;
  console.log(
    `${hasty ? 'control: ' : ''}kills ${killed}, acknowledged ${told.length}, asked again ${load.again}; journal: ${inWords(outcome.journal)}; feed: ${inWords(outcome.feed)}; positions verified ${feed.verified}`,
  );
  return outcome;
}

class Load {
  told = 0;
  again = 0;
  private ending = false;
  private failure?: Error;

  constructor(
    private readonly url: string,
    private readonly ledgers: string,
    private readonly run: string,
  ) {}

  end(): void {
    this.ending = true;
  }

  async until(told: number): Promise<void> {
    while (this.told < told) {
      if (this.failure) throw this.failure;
      await delay(5);
    }
  }

  /** Six residential areas write reports, two clerks amend indicators. `once`: nobody asks again. */
  begin(keys: Readonly<Record<string, string>>, once: boolean): Promise<unknown> {
    const areas = [1, 2, 3, 4, 5, 6].map((number) =>
      this.writer(`area${number}`, keys[`hamlet-${number}`]!, once, reporting(`khu-dan-cu-${number}`)),
    );
    const clerks = ['econ.maize.area', 'econ.peanut.area'].map((code) =>
      this.writer(code, keys.clerk!, once, amending(code)),
    );
    const all = Promise.all([...areas, ...clerks]);
    all.catch((error: Error) => (this.failure = error));
    return all;
  }

  private async writer(
    name: string,
    key: string,
    once: boolean,
    next: (mark: string, last?: Told) => Write,
  ): Promise<void> {
    const ledger = openSync(join(this.ledgers, `${this.run}-${name}`), 'a');
    const note = (line: object) => {
      writeSync(ledger, `${JSON.stringify(line)}\n`);
      fsyncSync(ledger);
    };
    let last: Told | undefined = await this.standing(key, name);
    for (let turn = 0; !this.ending; turn++) {
      const write = next(`${this.run}-${name}-${turn}`, last);
      note({ sending: write.mark });
      const answer = await this.send(key, write, once);
      if (!answer) break;
      last = { mark: write.mark, ...answer };
      note({ told: last });
      this.told++;
    }
    closeSync(ledger);
  }

  /** The version an indicator has before its clerk begins. */
  private async standing(key: string, name: string): Promise<Told | undefined> {
    if (!name.startsWith('econ')) return undefined;
    const { body } = await ask(`${this.url}/v1/communes/${commune}/plans/2023/indicators/${name}`, key);
    return { mark: '', id: body.id, version: body.version };
  }

  /** Sends until it is answered; undefined when the writer is not to ask again, and nobody answered. */
  private async send(
    key: string,
    { mark, path, method, version, body }: Write,
    once: boolean,
  ): Promise<Omit<Told, 'mark'> | undefined> {
    for (;;) {
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': mark,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      };
      const answer = await ask(`${this.url}${path}`, key, {
        method,
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
      if (answer && answer.status < 300) return { id: answer.body.id, version: answer.body.version };
      if (answer && answer.status !== 503 && answer.body.code !== 'KEY_IN_FLIGHT')
        throw new Error(`${mark} was refused: ${JSON.stringify(answer.body)}`);
      if (once) return undefined;
      this.again++;
      await delay(20 + Math.random() * 30);
    }
  }
}

/** A unit drafts a report, amends it five times, takes it back, and begins anew. The mark is in what it says. */
function reporting(unit: string) {
  let turn = 0;
  return (mark: string, last?: Told): Write => {
    const step = turn++ % 7;
    if (step === 0 || !last)
      return {
        mark,
        path: reports,
        method: 'POST',
        body: { plan: '2023', unit, period: '2023-11-01/2023-11-20', narrative: { done: mark } },
      };
    if (step === 6)
      return {
        mark,
        path: `${reports}/${last.id}/withdraw`,
        method: 'POST',
        version: last.version,
        body: { reason: mark },
      };
    return {
      mark,
      path: `${reports}/${last.id}`,
      method: 'PATCH',
      version: last.version,
      body: { narrative: { done: mark } },
    };
  };
}

const amending =
  (code: string) =>
  (mark: string, last?: Told): Write => ({
    mark,
    path: `/v1/communes/${commune}/plans/2023/indicators/${code}`,
    method: 'PATCH',
    version: last?.version,
    body: { assessedBy: mark, reason: 'Ghi rõ' },
  });

/** Answers that the clients wrote down. */
function readLedgers(directory: string, run: string): Told[] {
  const lines = readdirSync(directory)
    .filter((name) => name.startsWith(run))
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').split('\n').filter(Boolean));
  return lines.flatMap((line) => (JSON.parse(line) as { told?: Told }).told ?? []);
}

type Held = ReturnType<typeof held>;

/** Writes told but absent, present twice, or present and told to nobody. */
function held(told: readonly Told[], there: readonly Told[]) {
  const text = ({ mark, id, version }: Told) => `${mark} ${id} ${version}`;
  const [said, stands] = [new Set(told.map(text)), new Set(there.map(text))];
  return {
    lost: told.filter((each) => !stands.has(text(each))).length,
    twice: there.length - new Set(there.map(({ mark }) => mark)).size,
    strange: there.filter((each) => !said.has(text(each))).length,
  };
}

/**
 * The journal's lines as the owner of the tables reads them, whom row-level security binds, too: each commune asked for by itself.
 * A mark is the reason of a withdrawal, or stands in the record.
 */
async function journaled(dataDir: string, run: string): Promise<Told[]> {
  return withClient((await served(dataDir)).ownerUrl, async (owner) => {
    const lines: Told[] = [];
    for (const { id } of (await owner.query<{ id: number }>('select id from commune order by id')).rows) {
      await owner.query("select set_config('app.reach', $1, false)", [String(id)]);
      const { rows } = await owner.query<Told>(
        `select distinct m.mark, c.record_id as id, c.version from change c
         cross join lateral (
           select c.data ->> 'assessedBy' as mark where c.type = 'indicator'
           union all
           select coalesce(
             (select v.value #>> '{}' from change_value v where v.commune_id = c.commune_id and v.position = c.position and v.item = c.item and v.pointer = '/reason'),
             (select v.value ->> 'done' from change_value v where v.commune_id = c.commune_id and v.position = c.position and v.item = c.item and v.pointer = '/data/narrative'))
           where c.type = 'submission') m
         where m.mark like $1`,
        [`${run}-%`],
      );
      lines.push(...rows);
    }
    return lines;
  });
}

/** The same as the auditor pulls it; every leaf and hash is computed again by what shares no code with the server. */
async function fed(dataDir: string, url: string, run: string): Promise<{ lines: Told[]; verified: number }> {
  const into = join(dataDir, `pulled-${run}`);
  await pull({ url, key: keysOf(dataDir).auditor!, into, pause: () => delay(20) });
  const folders = await verify(into);
  for (const { commune: key, unverified } of folders)
    if (unverified) throw new Error(`${key} does not verify: ${unverified}`);
  const lines = readFileSync(join(into, commune, 'log.ndjson'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const { type, recordId, version, data, personal } = JSON.parse(line) as {
        type: string;
        recordId: string;
        version: number;
        data?: { assessedBy?: string };
        personal?: Record<string, { value: unknown }>;
      };
      const mark =
        type === 'indicator'
          ? data?.assessedBy
          : (personal?.['/reason']?.value ??
            (personal?.['/data/narrative']?.value as { done?: string } | undefined)?.done);
      return typeof mark === 'string' && mark.startsWith(run) ? [{ mark, id: recordId, version }] : [];
    });
  return { lines, verified: folders.reduce((sum, { head }) => sum + head.position, 0) };
}

/** The database that the program serves now. */
async function served(dataDir: string): Promise<EmbeddedPostgres> {
  const embedded = await runningEmbedded(dataDir);
  if (!embedded) throw new Error('There is no PostgreSQL to ask.');
  return embedded;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
