import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { bulkInsert, rowsAtOnce } from './bulk-insert.js';
import { keeping } from './collected.js';
import { Connections } from './connections.js';
import { eachInTurn } from './in-turn.js';
import { mostPrepared } from './prepared.js';
import { holdPower } from './power.js';
import { defaultTimeouts, Session, type Begin } from './session.js';
import { withTimeout, type Statement } from './statement.js';
import { poolOf } from './typeorm-internals.js';
import { raise, raiseAll, type Versioned } from './versioned.js';
import type { WriteContext } from './write-context.js';
import type { RowSecurityContext, Writer } from './writer.js';

interface Scope {
  readonly caller: RowSecurityContext;
  readonly context?: WriteContext;
  readonly memo: Map<string, unknown>;
  snapshot?: Promise<Session>;
  readonly transaction?: Session;
  ended?: boolean;
}

const isLimited = ({ unitIds }: RowSecurityContext) => Boolean(unitIds?.length);

/**
 * Access to PostgreSQL. A request is one scope. The reads of a scope share one read-only snapshot, opened by the first
 * read. A write has a transaction of its own and commits when its work returns. The context of row-level security goes
 * in the same message as BEGIN.
 */
export class Database {
  private readonly ambient = new AsyncLocalStorage<Scope>();
  private readonly ofAllUnits = new AsyncLocalStorage<boolean>();
  private readonly connections: Connections;
  /** Names of migrations that this program knows. */
  readonly migrations: readonly string[];

  constructor(
    readonly source: DataSource,
    prepared = mostPrepared,
    private readonly timeouts = defaultTimeouts,
  ) {
    this.connections = new Connections(source, prepared);
    this.migrations = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  }

  /** Runs the work of one request in a scope. */
  async scope<T>(caller: RowSecurityContext, work: () => Promise<T>, context?: WriteContext): Promise<T> {
    const scope: Scope = { caller, context, memo: new Map() };
    try {
      return await this.ambient.run(scope, work);
    } finally {
      // Parallel work of a failed request may still run: its next read would open a transaction that nobody closes.
      scope.ended = true;
      const closed = this.closeSnapshot(scope);
      // A rehearsed act holds locks. Nobody waits for the end of a snapshot.
      if (context) await closed;
    }
  }

  /** Joins the current scope, or opens one. A caller without a unit limit reads all units, though the scope has one. */
  read<T>(caller: RowSecurityContext, work: () => Promise<T>): Promise<T> {
    const scope = this.ambient.getStore();
    if (!scope) return this.scope(caller, work);
    return isLimited(scope.caller) ? this.ofAllUnits.run(!isLimited(caller), work) : work();
  }

  /**
   * Transaction of one use case: READ COMMITTED, committed when `work` returns, rolled back when `work` throws. A write
   * inside another write of the same commune joins the outer one. Refusals: UNAUTHENTICATED when the power of the
   * caller has ended since the request began; UNAVAILABLE when the database has other migrations than this program.
   */
  async write<T>(caller: Writer, communeId: number, work: () => Promise<T>): Promise<T> {
    const outer = this.ambient.getStore();
    if (outer?.transaction) {
      if (outer.transaction.communeId !== communeId) throw new Error('A write does not span two communes.');
      return work();
    }
    // Requests that hold one connection and wait for a second would exhaust the pool.
    if (outer) await this.closeSnapshot(outer);
    const session = await this.begin('READ COMMITTED READ WRITE', caller, communeId);
    const context = outer?.context;
    const act = async () => {
      await context?.claim(communeId);
      if (caller.power) await holdPower(caller.power, (...statement) => this.row(...statement));
      return context ? context.run(communeId, work) : work();
    };
    const inside: Scope = { caller, context, memo: new Map(), transaction: session };
    if (outer && context?.dryRun) {
      const answer = await this.ambient.run(inside, () => session.dryRun(act));
      // Later reads of the scope see the changes, until the end of the scope rolls them back.
      outer.snapshot = Promise.resolve(session);
      return answer;
    }
    const result = await this.ambient.run(inside, () => session.commitAfter(act));
    if (outer) await this.closeSnapshot(outer); // Later reads of the scope see the commit.
    return result;
  }

  /** Whether the write of the current scope is rolled back in the end (`?validate=only`). */
  get isRehearsal(): boolean {
    return this.currentScope().context?.dryRun ?? false;
  }

  /** Rows of a named statement, in the current write or the snapshot of the current scope. */
  async rows<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const scope = this.currentScope();
    if (scope.ended) throw new Error('The database was used after its scope had ended.');
    const session =
      scope.transaction ?? (await (scope.snapshot ??= this.begin('REPEATABLE READ READ ONLY', scope.caller)));
    const query = this.ofAllUnits.getStore() ? 'queryOfAllUnits' : 'query';
    return (await session[query](name, text, values)).rows as Row[];
  }

  /** Column `answer` of one statement in a transaction of its own, before the caller is known. */
  async autocommit<T>(name: string, { text, values = [], timeout }: Statement): Promise<T> {
    const { client, preparedName, release } = await this.connections.take();
    try {
      const { rows } = await withTimeout(client, { name, timeout: timeout ?? this.timeouts.statement }, () =>
        client.query<{ answer: T }>({ name: preparedName(name), text, values: [...values] }),
      );
      return rows[0]?.answer as T;
    } catch (error) {
      // The connection may be dead without an error yet: it must not go back to the pool.
      void client.end().catch(() => undefined);
      throw error;
    } finally {
      await release();
    }
  }

  /** Connections of the pool: open, unused, and requests that wait for one. */
  pool(): { total: number; idle: number; waiting: number } {
    const { totalCount: total, idleCount: idle } = poolOf(this.source);
    return { total, idle, waiting: this.connections.waiting };
  }

  /** First row of a named statement. */
  async row<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(name, text, values))[0];
  }

  /** Entity manager of the current write, for `insert`, `update` and `delete`. */
  get manager(): EntityManager {
    return this.writeSession().manager;
  }

  /** Inserts rows inside a write, many in one statement; those in conflict may be left out, others fail the write. */
  async insert<Entity extends object>(
    entity: new () => Entity,
    rows: readonly Partial<Entity>[],
    conflicts: 'fail' | 'are left out' = 'fail',
  ): Promise<void> {
    await eachInTurn(
      rows,
      async (some) => {
        const { text, json } = bulkInsert(this.source.getMetadata(entity), some);
        await this.manager.query(conflicts === 'fail' ? text : `${text} on conflict do nothing`, [json]);
      },
      rowsAtOnce,
    );
  }

  /**
   * Does a part of a write. When it throws, what it has written and collected is undone and the write goes on; unless a
   * statement failed, which ends the write.
   */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const { undo, endWords } = keeping(this.currentScope().memo);
    return this.writeSession()
      .attempt(part)
      .catch((error: unknown) => (undo(), Promise.reject(error as Error)))
      .finally(endWords);
  }

  /** Plans each statement of the current write anew: a plan of when the tables were small looks through all rows. */
  async planAnew(): Promise<void> {
    await this.rows('database.planAnew', 'set local plan_cache_mode = force_custom_plan');
  }

  /** Runs `work` as the last step before COMMIT of the current write. */
  beforeCommit(work: () => Promise<void>): void {
    this.writeSession().beforeCommit.push(work);
  }

  /** Value made once per scope or write, by name: a loader, the changes of a write. */
  once<T>(name: string, make: () => T): T {
    const { memo } = this.currentScope();
    if (!memo.has(name)) memo.set(name, make());
    return memo.get(name) as T;
  }

  /** Update under the optimistic lock: raises the version by one. Refusal: STALE, with the current version. */
  change<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    at: Versioned,
    set: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    return raise(this.manager, entity, { at, set });
  }

  /** The same of records that this write holds, alike in one statement. */
  changeAll<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    held: readonly Omit<Versioned, 'version'>[],
    set: QueryDeepPartialEntity<Entity>,
  ): Promise<void> {
    return raiseAll(this.manager, entity, { held, set });
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

  private begin(
    mode: Begin['mode'],
    { communeIds, unitIds, supervisedIds }: RowSecurityContext & Partial<Writer>,
    communeId?: number,
  ): Promise<Session> {
    return Session.begin(this.connections, {
      mode,
      reach: communeIds,
      units: unitIds ?? [],
      communeId,
      supervised: communeId !== undefined && supervisedIds?.includes(communeId),
      migrations: this.migrations,
      timeouts: this.timeouts,
    });
  }

  /** Ends the snapshot of a scope and clears its memo; the next read opens a new snapshot. */
  private async closeSnapshot(scope: Scope): Promise<void> {
    const opened = scope.snapshot;
    scope.snapshot = undefined;
    scope.memo.clear();
    const session = await opened?.catch(() => undefined);
    await session?.rollback();
  }
}
