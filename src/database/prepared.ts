import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';

/** Statements that a connection keeps prepared, at most: lists have one for each set of members that is asked for. */
export const mostPrepared = 300;

/** Prepared statements of one connection: a new one takes the place of the one that was used longest ago. */
export class PreparedStatements {
  private made = 0;
  private readonly kept: LRUCache<string, string>;
  private readonly dropped: string[] = [];

  constructor(
    private readonly client: PoolClient,
    max: number,
  ) {
    this.kept = new LRUCache({ max, dispose: (name) => void this.dropped.push(name) });
  }

  static of(client: PoolClient, max: number): PreparedStatements {
    const known = ofConnection.get(client) ?? new PreparedStatements(client, max);
    ofConnection.set(client, known);
    return known;
  }

  /** Short name for the server, which tells names apart by their first 63 bytes. */
  nameOf(statement: string): string {
    const known = this.kept.get(statement);
    if (known !== undefined) return known;
    const name = `s${++this.made}`;
    this.kept.set(statement, name);
    return name;
  }

  /**
   * Drops what is no longer kept. Comes between transactions: DEALLOCATE of a statement that failed before it was
   * prepared is an error.
   */
  deallocate(): void {
    for (const name of this.dropped.splice(0)) {
      delete (this.client as unknown as PgInternals).connection.parsedStatements[name];
      this.client.query(`DEALLOCATE ${name}`).catch(() => undefined);
    }
  }
}

/** Part of pg that is not its public API: the texts that a connection has prepared, by name. */
interface PgInternals {
  connection: { parsedStatements: Record<string, string> };
}

/** Statements of each connection of the pool. */
const ofConnection = new WeakMap<PoolClient, PreparedStatements>();
