import { AsyncLocalStorage } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Refusal } from '../refusals.js';
import { Session, type Begin, type Timeouts } from './session.js';
import { withTimeout } from './statement.js';
import { poolOf } from './typeorm-internals.js';

/** Whoever reads or writes: the communes whose rows the policies let through. */
export interface RowSecurityContext {
  readonly communeIds: readonly number[];
  /** The only units of which reports, results, targets and acknowledgements are let through; none: all. */
  readonly unitIds?: readonly string[] | null;
}

/** A record's place and the version its change was decided on. */
export interface Versioned {
  commune: number;
  id: string;
  version: number;
}

/** What a request puts around its write. */
export interface WriteContext {
  /** Everything is done and checked, nothing is kept. */
  readonly dryRun: boolean;
  /** Runs inside the write's transaction. */
  run<T>(commune: number, work: () => Promise<T>): Promise<T>;
}

interface Scope {
  readonly actor: RowSecurityContext;
  readonly context?: WriteContext;
  readonly memo: Map<string, unknown>;
  snapshot?: Promise<Session>;
  readonly transaction?: Session;
  ended?: boolean;
}

/** A statement is waited for longer than the role lets it run (migrate.ts). */
const defaultTimeouts: Timeouts = { statement: 15_000, rollback: 5_000 };

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
    private readonly timeouts = defaultTimeouts,
  ) {}

  /** Opens the scope of one request. */
  async scope<T>(actor: RowSecurityContext, work: () => Promise<T>, context?: WriteContext): Promise<T> {
    const scope: Scope = { actor, context, memo: new Map() };
    try {
      return await this.ambient.run(scope, work);
    } finally {
      // A sibling of what failed may still run: what it asks now would open a transaction nobody closes.
      scope.ended = true;
      await this.closeSnapshot(scope);
    }
  }

  /** Joins the scope under way, or opens one. */
  read<T>(actor: RowSecurityContext, work: () => Promise<T>): Promise<T> {
    return this.ambient.getStore() ? work() : this.scope(actor, work);
  }

  /** One use case: READ COMMITTED, committed when `work` returns, rolled back when it throws. Inside another write of the same commune it joins that one. */
  async write<T>(actor: RowSecurityContext, commune: number, work: () => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer?.transaction) {
      if (outer.transaction.commune !== commune) throw new Error('A write does not span two communes.');
      return work();
    }
    // A request that held one client and waited for a second would starve a full pool.
    if (outer) await this.closeSnapshot(outer);
    const session = await this.begin('READ COMMITTED READ WRITE', actor, commune);
    const context = outer?.context;
    const act = () => (context ? context.run(commune, work) : work());
    const inside: Scope = { actor, memo: new Map(), transaction: session };
    if (outer && context?.dryRun) {
      const answer = await this.ambient.run(inside, () => session.dryRun(act));
      // What is read from now on must see it, until the scope ends and takes it back.
      outer.snapshot = Promise.resolve(session);
      return answer;
    }
    const result = await this.ambient.run(inside, () => session.commitAfter(act));
    // What is read from now on must see it.
    if (outer) await this.closeSnapshot(outer);
    return result;
  }

  /** Rows of a named statement, inside the scope or write under way. */
  async rows<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const scope = this.currentScope();
    if (scope.ended) throw new Error('The database was used after its scope had ended.');
    const session =
      scope.transaction ?? (await (scope.snapshot ??= this.begin('REPEATABLE READ READ ONLY', scope.actor)));
    const result = await session.query(this.prepared ? name : undefined, text, values);
    return result.rows as Row[];
  }

  /** One statement outside any scope, a transaction of its own; gives its column `answer`. For what comes before the caller is known. */
  async autocommit<T>(
    name: string,
    text: string,
    values: readonly unknown[],
    timeout = this.timeouts.statement,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const { rows } = await withTimeout(client, name, timeout, () =>
        client.query<{ answer: T }>({ name: this.prepared ? name : undefined, text, values: [...values] }),
      );
      return rows[0]?.answer as T;
    } catch (error) {
      // It may be dead and not know it yet: the next borrower would find out.
      void client.end().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Connections there are, those nobody uses, and requests that wait for one. */
  pool(): { total: number; idle: number; waiting: number } {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = poolOf(this.source);
    return { total, idle, waiting };
  }

  async row<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(name, text, values))[0];
  }

  /** For `insert`, `update` and `delete` inside a write. */
  get manager(): EntityManager {
    return this.writeSession().manager;
  }

  /** Inserts rows inside a write, in statements of at most 5,000 parameters. */
  async insert<Entity extends object>(entity: new () => Entity, rows: readonly Partial<Entity>[]): Promise<void> {
    const atOnce = Math.floor(5_000 / this.source.getMetadata(entity).columns.length);
    // TypeORM's type of a row would have every JSON value told member by member.
    for (let start = 0; start < rows.length; start += atOnce)
      await this.manager.insert(entity, rows.slice(start, start + atOnce) as never);
  }

  /** Runs as the last act before COMMIT. */
  beforeCommit(work: () => Promise<void>): void {
    this.writeSession().beforeCommit.push(work);
  }

  /** Something made once per request: a loader, the changes of a write. */
  once<T>(name: string, make: () => T): T {
    const { memo } = this.currentScope();
    if (!memo.has(name)) memo.set(name, make());
    return memo.get(name) as T;
  }

  /** A guarded update: raises the version by one, and refuses with STALE when somebody was faster. */
  async change<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    at: Versioned,
    set: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...set, version: () => 'version + 1' })
      .where('commune_id = :commune and id = :id and version = :version', at)
      .execute();
    if (affected === 1) return;
    const now = await this.manager
      .createQueryBuilder(entity, 'now')
      .select('now.version', 'version')
      .where('commune_id = :commune and id = :id', at)
      .getRawOne<{ version: number }>();
    throw new Refusal('STALE', { current: now?.version });
  }

  private currentScope(): Scope {
    const scope = this.ambient.getStore();
    if (!scope) throw new Error('The database was used outside a scope.');
    return scope;
  }

  private writeSession(): Session {
    const { transaction } = this.currentScope();
    if (!transaction) throw new Error('A change was tried outside a write.');
    return transaction;
  }

  private begin(mode: Begin['mode'], { communeIds, unitIds }: RowSecurityContext, commune?: number): Promise<Session> {
    return Session.begin(this.source, {
      mode,
      reach: communeIds,
      units: unitIds ?? [],
      commune,
      timeouts: this.timeouts,
    });
  }

  /** Ends the scope's snapshot and forgets what was kept from it; the next read opens a new one. */
  private async closeSnapshot(scope: Scope): Promise<void> {
    const opened = scope.snapshot;
    scope.snapshot = undefined;
    scope.memo.clear();
    const session = await opened?.catch(() => undefined);
    await session?.rollback();
  }
}
