import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

export const cluster = (): Cluster => JSON.parse(readFileSync(process.env.TEST_CLUSTER ?? '', 'utf8')) as Cluster;

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
