import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';

/** Cluster that `run-cluster.mjs` started for this run. */
export interface Cluster {
  adminUrl: string;
  ownerUrl: string;
  runtimeUrl: string;
  runtimePassword: string;
  /** The sample's keys by actor. */
  keys: Readonly<Record<string, string>>;
}

/** The cluster, once it is whole. */
export function cluster(): Cluster {
  const file = process.env.TEST_CLUSTER ?? '';
  const nap = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(file)) {
    if (existsSync(`${file}.failed`)) throw new Error('The cluster of the tests did not start.');
    Atomics.wait(nap, 0, 0, 100);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Cluster;
}

/** A database of one test file. */
export interface TestDatabase {
  name: string;
  ownerUrl: string;
  runtimeUrl: string;
  /** A superuser, whom no policy binds: for looking at what is really there. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** Clones a template in about a tenth of a second. `none`: an empty database without a single migration. */
export async function cloneDatabase(template: 'empty' | 'sample' | 'none'): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, runtimeUrl } = cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const asAdmin = async (sql: string) => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(sql).finally(() => admin.end());
  };
  await asAdmin(
    `create database ${name} owner thidua_owner template ${template === 'none' ? 'template0' : `template_${template}`}`,
  );
  const at = (url: string) => url.replace(/\/[^/]+$/, `/${name}`);
  return {
    name,
    ownerUrl: at(ownerUrl),
    runtimeUrl: at(runtimeUrl),
    adminUrl: at(adminUrl),
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
}
