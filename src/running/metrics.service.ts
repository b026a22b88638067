import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { AccessService } from '../access/access.service.js';
import { RegistryService } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import { Refusal } from '../refusals.js';
import type { Settings } from '../settings.js';
import { Metrics } from './metrics.js';

/** Whom the metrics are shown to. */
export const METRICS_EXPOSURE = Symbol('thidua:metrics');

/** Milliseconds the heads are waited for. Prometheus itself waits 10 s. */
const timeout = 3_000;

interface CommuneHead {
  commune: string;
  position: number;
}

/** What Prometheus reads: what was counted, and what is read at that moment. */
@Injectable()
export class MetricsService implements OnModuleInit {
  private pendingRead?: Promise<CommuneHead[]>;

  constructor(
    private readonly metrics: Metrics,
    @Inject(METRICS_EXPOSURE) private readonly exposure: Settings['metrics'],
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly registry: RegistryService,
    private readonly changes: ChangesQueries,
  ) {}

  onModuleInit(): void {
    const { database, metrics } = this;
    const registers = [metrics.registry];
    new Gauge({
      name: 'thidua_pool_connections',
      help: 'Connection pool: open connections (total), unused connections (idle), requests waiting for a connection (waiting).',
      labelNames: ['state'],
      registers,
      collect() {
        for (const [state, count] of Object.entries(database.pool())) this.set({ state }, count);
      },
    });
    const heads = () => this.headsWithTimeout();
    new Gauge({
      name: 'thidua_database_up',
      help: '1 if the database answered at this scrape, else 0.',
      registers,
      async collect() {
        this.set((await heads()) ? 1 : 0);
      },
    });
    new Gauge({
      name: 'thidua_head_position',
      help: 'Newest position in the journal of each commune; "registry" is the journal of the registry. Absent while the database does not answer.',
      labelNames: ['commune'],
      registers,
      async collect() {
        this.reset();
        for (const { commune, position } of (await heads()) ?? []) this.set({ commune }, position);
      },
    });
  }

  /** The text format of Prometheus. By the address of the socket, which nobody can claim. Refusal: NOT_FOUND for whom they are not shown to. */
  scrape(address: string | undefined): Promise<string> {
    if (this.exposure === 'off' || (this.exposure === 'loopback' && !isLoopback(address)))
      throw new Refusal('NOT_FOUND');
    return this.metrics.registry.metrics();
  }

  private async headsWithTimeout(): Promise<CommuneHead[] | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, timeout, undefined)));
    // Scrapes that come while one is read share it: they never take a second connection.
    this.pendingRead ??= this.heads().finally(() => (this.pendingRead = undefined));
    return Promise.race([this.pendingRead.catch(() => undefined), expired]).finally(() => clearTimeout(timer));
  }

  private async heads(): Promise<CommuneHead[]> {
    const caller = this.access.operator(await this.registry.everywhere());
    const reaches = caller.everywhere();
    const heads = await this.database.read(caller, () => this.changes.heads(reaches));
    return reaches.map(({ key }, place) => ({ commune: key, position: heads[place]?.position ?? 0 }));
  }
}

export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
