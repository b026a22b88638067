import type { PoolClient, QueryResult } from 'pg';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusals.js';
import type { Connection, Connections } from './connections.js';
import { appliedMigrations, demandMigrations, migrationRunning, schemaLock } from './schema.js';
import { servedRequest } from './served-request.js';
import { cancelStatement, withTimeout, statementName } from './statement.js';
import { joinTransaction } from './typeorm-internals.js';

/** Transaction to begin, with its context of row-level security. */
export interface Begin {
  mode: 'REPEATABLE READ READ ONLY' | 'READ COMMITTED READ WRITE';
  /** Communes whose rows may be read. */
  reach: readonly number[];
  /** Units to whose rows reading is limited; empty: all units. */
  units: readonly string[];
  /** The commune whose rows may be written. */
  communeId?: number;
  /** Whether it is supervised by the writer: of its tables those that superiors write may be written. */
  supervised?: boolean;
  /** Names of the migrations that the database of a write must have. */
  migrations: readonly string[];
  timeouts: Timeouts;
}

/** Timeouts in milliseconds: of the answer to a statement and to ROLLBACK, of all reads of a snapshot together. */
export interface Timeouts {
  statement: number;
  rollback: number;
  reads: number;
}

/** Longer than the statement timeout of the role (10 s, migrate.ts), so that the server ends a statement first. */
export const defaultTimeouts: Timeouts = { statement: 15_000, rollback: 5_000, reads: 10_000 };

const limitTo = (units: Begin['units']) => `SET LOCAL app.units = '${units.join(',')}'`;

/** SQLSTATE of a lock that was not free in time. */
const lockNotAvailable = '55P03';

/** Transaction on one connection of the pool, with the context of row-level security. */
export class Session {
  readonly beforeCommit: (() => Promise<void>)[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private failure: unknown;
  private readonly recordFailure = (error: unknown) => void (this.failure ??= error);
  /** Ends the watch over a snapshot. */
  private unwatch = (): void => undefined;
  /** Set when the snapshot was ended early: resolves when the server has been told to cancel its statement. */
  private cancelled?: Promise<void>;
  private readonly client: PoolClient;

  private constructor(
    readonly communeId: number | undefined,
    private readonly units: Begin['units'],
    private readonly timeouts: Timeouts,
    private readonly connection: Connection,
  ) {
    this.client = connection.client;
    // The server may close the connection between two statements.
    this.client.on('error', this.recordFailure);
    if (connection.runner) joinTransaction(connection.runner, (text, send) => this.enqueue(statementName(text), send));
  }

  /**
   * Sends BEGIN, the context and, for a write, the question for the migrations in one message. A snapshot waits for no
   * answer: its first statement gets the failure of BEGIN, too. It ends early, with UNAVAILABLE, when its time is up or
   * its client hangs up; a write that has begun goes on.
   */
  static async begin(
    connections: Connections,
    { mode, reach, units, communeId, supervised = false, migrations, timeouts }: Begin,
  ): Promise<Session> {
    const connection = await (communeId === undefined ? connections.take() : connections.takeToWrite());
    const session = new Session(communeId, units, timeouts, connection);
    try {
      const context = [
        // To plan a statement anew costs more than to run it. Behind a PgBouncer a connection keeps no setting.
        'SET LOCAL plan_cache_mode = force_generic_plan',
        `SET LOCAL app.reach = '${reach.map(Number).join(',')}'`,
        limitTo(units),
        `SET LOCAL app.commune = '${supervised ? '' : (communeId ?? '')}'`,
        `SET LOCAL app.supervised = '${supervised ? communeId : ''}'`,
        ...(communeId === undefined ? [] : [`SELECT pg_advisory_xact_lock_shared(${schemaLock})`, appliedMigrations]),
      ].join('; ');
      const begun = session.enqueue('BEGIN', () =>
        connection.client.query(`BEGIN ISOLATION LEVEL ${mode}; ${context}`),
      );
      if (communeId === undefined) session.watch();
      else demandMigrations(migrations, lastAnswer(await begun));
      return session;
    } catch (error) {
      await session.rollback();
      throw (error as { code?: unknown }).code === lockNotAvailable ? migrationRunning() : error;
    }
  }

  get manager(): EntityManager {
    if (this.failure !== undefined) throw this.failure;
    if (!this.connection.runner) throw new Error('A change was tried in a snapshot.');
    return this.connection.runner.manager;
  }

  query(name: string, text: string, values: readonly unknown[]): Promise<QueryResult> {
    return this.enqueue(name, () =>
      this.client.query({ name: this.connection.preparedName(name), text, values: [...values] }),
    );
  }

  /** The same over the rows of all units. Nothing is sent between the three statements; a failure ends them all. */
  queryOfAllUnits(name: string, text: string, values: readonly unknown[]): Promise<QueryResult> {
    const limit = (units: Begin['units']) =>
      void this.enqueue('SET', () => this.client.query(limitTo(units))).catch(() => undefined);
    limit([]);
    const answer = this.query(name, text, values);
    limit(this.units);
    return answer;
  }

  /** Commits when `work` and the steps of `beforeCommit` have returned; rolls back when one of them throws. */
  async commitAfter<T>(work: () => Promise<T>): Promise<T> {
    let answer: T;
    try {
      answer = await work();
      for (const step of this.beforeCommit) await step();
      await this.last;
      // A swallowed failure counts, too: PostgreSQL would answer COMMIT with a silent ROLLBACK.
      if (this.failure !== undefined) throw this.failure;
      this.failure = transactionEnded;
      await withTimeout(this.client, { name: 'COMMIT', timeout: this.timeouts.statement }, () =>
        this.client.query('COMMIT'),
      );
    } catch (error) {
      await this.rollback();
      throw error;
    }
    await this.release();
    return answer;
  }

  /**
   * Does a part of the work. When it throws, what it has written is undone and the rest goes on; unless a statement
   * failed, which ends the transaction.
   */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const send = (text: string) => this.enqueue(text, () => this.client.query(text));
    const steps = this.beforeCommit.length;
    await send('SAVEPOINT part');
    try {
      return await part();
    } catch (error) {
      await send('ROLLBACK TO SAVEPOINT part');
      this.beforeCommit.length = steps;
      throw error;
    } finally {
      await send('RELEASE SAVEPOINT part');
    }
  }

  /** Does the work and checks the deferred constraints; the transaction stays open for reads, until `rollback`. */
  async dryRun<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      await this.enqueue('SET CONSTRAINTS', () => this.client.query('SET CONSTRAINTS ALL IMMEDIATE'));
      if (this.failure !== undefined) throw this.failure;
      return answer;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  /** Rolls back. A connection whose ROLLBACK gets no answer is closed: it must not go back to the pool. */
  async rollback(): Promise<void> {
    this.failure ??= transactionEnded;
    await this.cancelled;
    const clean = await succeedsWithin(this.client.query('ROLLBACK'), this.timeouts.rollback);
    if (!clean) {
      void this.client.end().catch(() => undefined);
      // With statements on their way `end` would wait for their answers.
      this.client.connection.stream.destroy();
    }
    await this.release();
  }

  private release(): Promise<void> {
    this.unwatch();
    this.client.off('error', this.recordFailure);
    return this.connection.release();
  }

  private watch(): void {
    const hungUp = servedRequest.getStore()?.hungUp;
    const end = () => {
      if (this.failure !== undefined) return;
      this.failure = new Refusal('UNAVAILABLE');
      this.cancelled = cancelStatement(this.client);
    };
    const timer = setTimeout(end, this.timeouts.reads);
    hungUp?.addEventListener('abort', end);
    this.unwatch = () => {
      clearTimeout(timer);
      hungUp?.removeEventListener('abort', end);
    };
    if (hungUp?.aborted) end();
  }

  /** A snapshot sends its statements as they come. A write sends one after the other. */
  private enqueue<T>(name: string, send: () => Promise<T>): Promise<T> {
    const next = this.communeId === undefined ? this.send(name, send) : this.last.then(() => this.send(name, send));
    this.last = next.catch(() => undefined);
    return next;
  }

  /**
   * After a failure every statement gets that failure, those that were on their way, too. After the end nothing is
   * sent: the connection may serve another request.
   */
  private async send<T>(name: string, send: () => Promise<T>): Promise<T> {
    if (this.failure !== undefined) throw this.failure;
    try {
      const answer = await withTimeout(this.client, { name, timeout: this.timeouts.statement }, send);
      if (this.failure === undefined) return answer;
    } catch (error) {
      this.recordFailure(error);
    }
    throw this.failure;
  }
}

/** The type of pg does not tell that several statements have several results. */
const lastAnswer = (results: unknown) => (results as QueryResult<{ answer: string | null }>[]).at(-1)?.rows[0]?.answer;

/** One for all transactions: the stack of an error costs more than what it would tell. */
const transactionEnded = new Error('The database was used after its transaction had ended.');

async function succeedsWithin(statement: Promise<unknown>, timeout: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, timeout, false)));
  return Promise.race([
    statement.then(
      () => true,
      () => false,
    ),
    expired,
  ]).finally(() => clearTimeout(timer));
}
