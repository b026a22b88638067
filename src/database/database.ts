import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Refusal } from '../refusals.js';

/** Whoever reads or writes: the communes whose rows the policies let through. */
export interface Reaching {
  readonly communeIds: readonly number[];
}

/** A record's place and the version its change was decided on. */
export interface Versioned {
  commune: number;
  id: string;
  version: number;
}

/** One open transaction on one pooled client. */
class Session {
  readonly beforeCommit: (() => Promise<void>)[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private failure: unknown;

  constructor(
    readonly runner: QueryRunner,
    readonly client: PoolClient,
  ) {}

  /** One statement after the other: GraphQL resolves siblings in parallel, a client cannot. After a failure all get that failure. */
  query(name: string | undefined, text: string, values: readonly unknown[]): Promise<QueryResult> {
    const next = this.last.then(async () => {
      if (this.failure) throw this.failure;
      return this.client.query({ name, text, values: [...values] });
    });
    this.last = next.catch((error: unknown) => (this.failure ??= error));
    return next;
  }

  async settle(): Promise<void> {
    await this.last;
  }
}

interface Scope {
  readonly actor: Reaching;
  readonly kept: Map<string, unknown>;
  reading?: Promise<Session>;
  readonly writing?: Session & { readonly commune?: number };
}

const rollbackPatience = 5_000;

/**
 * The one door to PostgreSQL. A request is one scope; its reads share one read-only snapshot, opened at the first
 * read; a write has a transaction of its own and commits when its work returns. Row-level security gets its context
 * in the same message as BEGIN.
 */
export class Database {
  private readonly ambient = new AsyncLocalStorage<Scope>();

  constructor(
    readonly source: DataSource,
    private readonly prepared = true,
  ) {}

  /** Opens the scope of one request. */
  async scope<T>(actor: Reaching, work: () => Promise<T>): Promise<T> {
    const scope: Scope = { actor, kept: new Map() };
    try {
      return await this.ambient.run(scope, work);
    } finally {
      await this.closeReading(scope);
    }
  }

  /** Joins the scope under way, or opens one. */
  read<T>(actor: Reaching, work: () => Promise<T>): Promise<T> {
    return this.ambient.getStore() ? work() : this.scope(actor, work);
  }

  /** One use case: READ COMMITTED, committed when `work` returns, rolled back when it throws. Inside another write of the same commune it joins that one. */
  async write<T>(actor: Reaching, commune: number, work: () => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer?.writing) {
      if (outer.writing.commune !== commune) throw new Error('A write does not span two communes.');
      return work();
    }
    const session = Object.assign(await this.begin('READ COMMITTED READ WRITE', actor.communeIds, commune), { commune });
    const result = await this.ending(session, () =>
      this.ambient.run({ actor, kept: new Map(), writing: session }, async () => {
        const answer = await work();
        for (const last of session.beforeCommit) await last();
        return answer;
      }),
    );
    // What is read after a write must see it: an older snapshot of the scope, and what was kept from it, end here.
    if (outer) await this.closeReading(outer);
    outer?.kept.clear();
    return result;
  }

  /** Rows of a named statement, inside the scope or write under way. */
  async rows<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const scope = this.scopeUnderWay();
    const session = scope.writing ?? (await (scope.reading ??= this.begin('REPEATABLE READ READ ONLY', scope.actor.communeIds)));
    const result = await session.query(this.prepared ? name : undefined, text, values);
    return result.rows as Row[];
  }

  /** One statement outside any scope, a transaction of its own; gives its column `answer`. For what comes before the caller is known. */
  async alone<T>(name: string, text: string, values: readonly unknown[]): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const { rows } = await client.query<{ answer: T }>({ name: this.prepared ? name : undefined, text, values: [...values] });
      return rows[0]?.answer as T;
    } finally {
      await runner.release();
    }
  }

  async row<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(name, text, values))[0];
  }

  /** For `insert`, `update` and `delete` inside a write. */
  get manager(): EntityManager {
    return this.sessionOfWrite().runner.manager;
  }

  /** Runs as the last act before COMMIT. */
  beforeCommit(work: () => Promise<void>): void {
    this.sessionOfWrite().beforeCommit.push(work);
  }

  /** Something made once per request: a loader, the changes of a write. */
  once<T>(name: string, make: () => T): T {
    const { kept } = this.scopeUnderWay();
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as T;
  }

  /** A guarded update: raises the version by one, and refuses with STALE when somebody was faster. */
  async change<Entity extends ObjectLiteral>(entity: new () => Entity, at: Versioned, set: QueryDeepPartialEntity<Entity>): Promise<void> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...set, version: () => 'version + 1' })
      .where('commune_id = :commune and id = :id and version = :version', at)
      .execute();
    if (affected !== 1) throw new Refusal('STALE', { current: at.version + 1 });
  }

  private scopeUnderWay(): Scope {
    const scope = this.ambient.getStore();
    if (!scope) throw new Error('The database was used outside a scope.');
    return scope;
  }

  private sessionOfWrite(): Session {
    const { writing } = this.scopeUnderWay();
    if (!writing) throw new Error('A change was tried outside a write.');
    return writing;
  }

  private async begin(mode: string, reach: readonly number[], commune?: number): Promise<Session> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const session = new Session(runner, client);
    try {
      await client.query(`BEGIN ISOLATION LEVEL ${mode}; SET LOCAL app.reach = '${reach.map(Number).join(',')}'; SET LOCAL app.commune = '${commune ?? ''}'`);
    } catch (error) {
      await this.abandon(session);
      throw error;
    }
    mark(runner, true);
    return session;
  }

  private async ending<T>(session: Session, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      await session.settle();
      await session.client.query('COMMIT');
      await this.release(session);
      return result;
    } catch (error) {
      await this.abandon(session);
      throw error;
    }
  }

  private async closeReading(scope: Scope): Promise<void> {
    const opened = scope.reading;
    scope.reading = undefined;
    const session = await opened?.catch(() => undefined);
    if (!session) return;
    await session.settle();
    await this.abandon(session);
  }

  /** A client whose ROLLBACK did not answer is still inside a transaction: it is closed, never lent again. */
  private async abandon(session: Session): Promise<void> {
    const answered = session.client.query('ROLLBACK').then(() => true, () => false);
    const clean = await Promise.race([answered, delay(rollbackPatience, false, { ref: false })]);
    if (!clean) void session.client.end().catch(() => undefined);
    await this.release(session);
  }

  private async release({ runner }: Session): Promise<void> {
    mark(runner, false);
    await runner.release();
  }
}

/** Tells TypeORM that a transaction is under way: its first write would otherwise open, and commit, one of its own. */
function mark(runner: QueryRunner, active: boolean): void {
  Object.assign(runner, { isTransactionActive: active, transactionDepth: active ? 1 : 0 });
}
