import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { AccessService } from '../access/access.service.js';
import { BackgroundAuditService, type AuditPass } from '../audit/background-audit.service.js';
import { RegistryService } from '../communes/registry.service.js';
import { Database } from '../database/database.js';
import { ChangesQueries } from '../journal/changes.queries.js';
import { Refusal } from '../refusals.js';
import type { Settings } from '../settings.js';
import { Metrics } from './metrics.js';

/** Injection token of the setting METRICS: callers that get the metrics. */
export const METRICS_EXPOSURE = Symbol('thidua:metrics');

/** Milliseconds for the query of the heads. Prometheus itself waits 10 s. */
const timeout = 3_000;

interface CommuneHead {
  commune: string;
  position: number;
}

/** Metrics in the format of Prometheus: counters of the process, and gauges read at each scrape. */
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
    private readonly audit: BackgroundAuditService,
  ) {}

  onModuleInit(): void {
    const { database, metrics } = this;
    const registers = [metrics.registry];
    new Gauge({
      name: 'thidua_pool_connections',
      help: 'Connection pool: open connections (total), unused ones (idle), requests that wait for one (waiting).',
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
      help: 'Newest journal position of each commune, and of the registry. Absent while the database does not answer.',
      labelNames: ['commune'],
      registers,
      async collect() {
        this.reset();
        for (const { commune, position } of (await heads()) ?? []) this.set({ commune }, position);
      },
    });
    const { audit } = this;
    const ofAudit = (name: string, help: string, value: (pass: AuditPass) => number) =>
      new Gauge({
        name: `thidua_audit_${name}`,
        help: `Last whole audit in the background: ${help} 0 until there is one.`,
        registers,
        collect() {
          this.set(audit.last ? value(audit.last) : 0);
        },
      });
    ofAudit('completed_timestamp_seconds', 'its end.', ({ completedAt }) => completedAt.getTime() / 1_000);
    ofAudit('records', 'records compared.', ({ records }) => records);
    ofAudit('differences', 'records whose row is not what the journal says.', ({ differences }) => differences);
  }

  /**
   * Metrics as text, for a caller at this address of the socket, which no header can change. Refusal: NOT_FOUND for a
   * caller that METRICS does not admit.
   */
  scrape(address: string | undefined): Promise<string> {
    if (this.exposure === 'off' || (this.exposure === 'loopback' && !isLoopback(address)))
      throw new Refusal('NOT_FOUND');
    return this.metrics.registry.metrics();
  }

  private async headsWithTimeout(): Promise<CommuneHead[] | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, timeout, undefined)));
    // Concurrent scrapes share one query, and so take one connection at most.
    this.pendingRead ??= this.heads().finally(() => (this.pendingRead = undefined));
    return Promise.race([this.pendingRead.catch(() => undefined), expired]).finally(() => clearTimeout(timer));
  }

  private async heads(): Promise<CommuneHead[]> {
    const caller = this.access.operator(await this.registry.everywhere());
    const reaches = caller.everywhere();
    const heads = await this.database.read(caller, () => this.changes.heads(reaches));
    return reaches.map(({ key }, index) => ({ commune: key, position: heads[index]?.position ?? 0 }));
  }
}

/** Whether an address is of this machine. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
