import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { withTimeout, statementName } from './statement.js';
import { joinTransaction } from './typeorm-internals.js';

/** Transaction to begin, with its context of row-level security. */
export interface Begin {
  mode: 'REPEATABLE READ READ ONLY' | 'READ COMMITTED READ WRITE';
  /** Communes whose rows may be read. */
  reach: readonly number[];
  /** Units to whose rows reading is limited; empty: all units. */
  units: readonly string[];
  /** The commune whose rows may be written. */
  commune?: number;
  timeouts: Timeouts;
}

/** Timeouts of answers, in milliseconds. */
export interface Timeouts {
  statement: number;
  rollback: number;
}

/** Transaction on one connection of the pool, with the context of row-level security. */
export class Session {
  readonly beforeCommit: (() => Promise<void>)[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private failure: unknown;
  private readonly recordFailure = (error: unknown) => void (this.failure ??= error);

  private constructor(
    readonly commune: number | undefined,
    private readonly timeouts: Timeouts,
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {
    // The server may close the connection between two statements.
    client.on('error', this.recordFailure);
    joinTransaction(runner, (text, send) => this.enqueue(statementName(text), send));
  }

  /** Sends BEGIN and the context in one message. */
  static async begin(source: DataSource, { mode, reach, units, commune, timeouts }: Begin): Promise<Session> {
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const session = new Session(commune, timeouts, runner, client);
    try {
      const context = [
        `SET LOCAL app.reach = '${reach.map(Number).join(',')}'`,
        `SET LOCAL app.units = '${units.join(',')}'`,
        `SET LOCAL app.commune = '${commune ?? ''}'`,
      ].join('; ');
      await withTimeout(client, 'BEGIN', timeouts.statement, () =>
        client.query(`BEGIN ISOLATION LEVEL ${mode}; ${context}`),
      );
      return session;
    } catch (error) {
      await session.rollback();
      throw error;
    }
  }

  get manager(): EntityManager {
    if (this.failure !== undefined) throw this.failure;
    return this.runner.manager;
  }

  query(name: string | undefined, text: string, values: readonly unknown[]): Promise<QueryResult> {
    return this.enqueue(name ?? statementName(text), () => this.client.query({ name, text, values: [...values] }));
  }

  /** Commits when `work` and the steps of `beforeCommit` have returned; rolls back when one of them throws. */
  async commitAfter<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      for (const act of this.beforeCommit) await act();
      await this.last;
      // A swallowed failure counts, too: PostgreSQL would answer COMMIT with a silent ROLLBACK.
      if (this.failure !== undefined) throw this.failure;
      this.failure = transactionEnded();
      await withTimeout(this.client, 'COMMIT', this.timeouts.statement, () => this.client.query('COMMIT'));
      await this.release();
      return answer;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  /** Does the work and checks the deferred constraints; the transaction stays open for reads, until `rollback`. */
  async dryRun<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      await this.query(undefined, 'SET CONSTRAINTS ALL IMMEDIATE', []);
      if (this.failure !== undefined) throw this.failure;
      return answer;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  /** Rolls back. A connection whose ROLLBACK gets no answer is closed: it must not go back to the pool. */
  async rollback(): Promise<void> {
    this.failure ??= transactionEnded();
    const clean = await succeedsWithin(this.client.query('ROLLBACK'), this.timeouts.rollback);
    if (!clean) void this.client.end().catch(() => undefined);
    await this.release();
  }

  private release(): Promise<void> {
    this.client.off('error', this.recordFailure);
    return this.runner.release();
  }

  /**
   * Sends one statement after the other: GraphQL resolves fields in parallel, a connection cannot. After a failure
   * every statement gets that failure. After the end nothing is sent: the connection may serve another request.
   */
  private enqueue<T>(name: string, send: () => Promise<T>): Promise<T> {
    const next = this.last.then(() => {
      if (this.failure !== undefined) throw this.failure;
      return withTimeout(this.client, name, this.timeouts.statement, send);
    });
    this.last = next.catch(this.recordFailure);
    return next;
  }
}

const transactionEnded = () => new Error('The database was used after its transaction had ended.');

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
