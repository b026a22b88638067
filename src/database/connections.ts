import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { Refusal } from '../refusals.js';
import { servedRequest, type ServedRequest } from './served-request.js';
import { PreparedStatements } from './prepared.js';
import { poolOf } from './typeorm-internals.js';

/** Connection that is lent to a request. */
export interface Connection {
  client: PoolClient;
  /** TypeORM's hold of the same connection, where it was asked for. */
  runner?: QueryRunner;
  /** Name under which a statement is prepared; undefined: it is not. */
  preparedName(statement: string): string | undefined;
  release(): Promise<void>;
}

/** Connections that one caller holds, and its requests that wait for one of them. */
interface Share {
  held: number;
  waiting: Set<() => void>;
}

const ignored = () => undefined;

/** Milliseconds until a request gives up waiting, as the pool does (data-source.ts). */
const waitTimeout = 5_000;

/** Connections of the pool. One caller has at most half of them, so that another one is always served. */
export class Connections {
  private readonly shares = new Map<string, Share>();

  constructor(
    private readonly source: DataSource,
    private readonly mostPrepared: number,
  ) {}

  /** Connection for reads. Refusal: UNAVAILABLE when the share of the caller stays taken, or the client hangs up. */
  take(): Promise<Connection> {
    return this.ofShare(async () => {
      const client = await poolOf(this.source).connect();
      // Without a listener a connection that is cut off would end the process. Its statements fail by themselves.
      client.on('error', ignored);
      return {
        client,
        release: async () => {
          client.off('error', ignored);
          client.release();
        },
      };
    });
  }

  /** Connection for a write, on which TypeORM inserts and changes rows. Refusal: as `take`. */
  takeToWrite(): Promise<Connection> {
    return this.ofShare(async () => {
      const runner = this.source.createQueryRunner();
      const client = (await runner.connect()) as PoolClient;
      return { client, runner, release: () => runner.release() };
    });
  }

  private async ofShare(connect: () => Promise<Omit<Connection, 'preparedName'>>): Promise<Connection> {
    const request = servedRequest.getStore();
    const giveBack = request ? await this.takeOfShare(request) : () => undefined;
    try {
      const connection = await connect();
      const prepared =
        this.mostPrepared === 0 ? undefined : PreparedStatements.of(connection.client, this.mostPrepared);
      return {
        ...connection,
        preparedName: (statement) => prepared?.nameOf(statement),
        release: () => {
          prepared?.deallocate();
          return connection.release().finally(giveBack);
        },
      };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  /** Requests that wait for a connection. */
  get waiting(): number {
    const inShares = [...this.shares.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
    return inShares + poolOf(this.source).waitingCount;
  }

  private async takeOfShare({ caller, hungUp }: ServedRequest): Promise<() => void> {
    const share = this.shares.get(caller) ?? { held: 0, waiting: new Set() };
    this.shares.set(caller, share);
    if (share.held < Math.ceil(poolOf(this.source).options.max / 2)) share.held += 1;
    else await turnIn(share.waiting, hungUp);
    return () => {
      const [next] = share.waiting;
      // The connection goes from one request to the other, and nobody comes between.
      if (next) return next();
      share.held -= 1;
      if (share.held === 0) this.shares.delete(caller);
    };
  }
}

function turnIn(waiting: Set<() => void>, hungUp: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (outcome: () => void) => () => {
      clearTimeout(timer);
      hungUp.removeEventListener('abort', leave);
      waiting.delete(go);
      outcome();
    };
    const go = end(resolve);
    const leave = end(() => reject(new Refusal('UNAVAILABLE')));
    const timer = setTimeout(leave, waitTimeout);
    hungUp.addEventListener('abort', leave);
    waiting.add(go);
  });
}
