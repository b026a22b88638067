import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { Clock } from '../access/clock.js';
import { RegistryService } from '../communes/registry.service.js';
import { servedRequest } from '../database/served-request.js';
import { AuditService, type AuditedCommune } from './audit.service.js';
import { auditedTypes, type AuditedType } from './rows.queries.js';

/** Result of a whole pass over all communes and the registry. */
export interface AuditPass {
  completedAt: Date;
  records: number;
  differences: number;
}

/** The pause after each slice, and the log of the program. */
interface Pace {
  rest(): Promise<void>;
  log: FastifyBaseLogger;
}

/** Rows of one type in one commune: their number, the number of those that differ, and the differences logged. */
interface Findings {
  records: number;
  differences: number;
  told: string[];
}

/** Differences of one type in one commune that are logged; the result counts them all. */
const logged = 100;

/** The audit beside the requests: one slice at a time, each in a snapshot of its own, with a pause after it. */
@Injectable()
export class BackgroundAuditService implements OnModuleDestroy {
  /** Last whole pass; null until there is one. */
  last: AuditPass | null = null;
  private told: ReadonlySet<string> = new Set();
  private readonly stopping = new AbortController();

  constructor(
    private readonly audit: AuditService,
    private readonly registry: RegistryService,
    private readonly clock: Clock,
  ) {}

  /** Begins the passes, with `pause` milliseconds after each slice; 0: there are none. */
  start(pause: number, log: FastifyBaseLogger): void {
    const work = { caller: 'audit', hungUp: this.stopping.signal };
    if (pause > 0) void servedRequest.run(work, () => this.run(pause, log));
  }

  /** Ends the slice that runs: the shutdown does not wait for it. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  private async run(pause: number, log: FastifyBaseLogger): Promise<void> {
    const { signal } = this.stopping;
    const rest = () => delay(pause, undefined, { ref: false, signal }).catch(() => undefined);
    for (await rest(); !signal.aborted; await rest())
      await this.pass({ rest, log }).catch((err: unknown) => {
        if (!signal.aborted) log.warn({ err }, 'audit broken off');
      });
  }

  /** A pass is whole, and its result stands, when each comparison came to an end. */
  private async pass(pace: Pace): Promise<void> {
    const pass = { records: 0, differences: 0 };
    const told = new Set<string>();
    let whole = true;
    for (const commune of await this.registry.everywhere())
      for (const type of auditedTypes) {
        const compared = await this.compared(commune, type, pace);
        whole &&= compared !== undefined;
        pass.records += compared?.records ?? 0;
        pass.differences += compared?.differences ?? 0;
        compared?.told.forEach((name) => told.add(name));
      }
    this.told = told;
    if (whole) this.last = { ...pass, completedAt: this.clock.now().at };
  }

  /** Waits while another program on the same database compares. Undefined after a failure, which is logged. */
  private async compared(
    commune: AuditedCommune,
    type: AuditedType,
    { rest, log }: Pace,
  ): Promise<Findings | undefined> {
    const sum: Findings = { records: 0, differences: 0, told: [] };
    try {
      for await (const slice of this.audit.slicesAlone(commune, type)) {
        sum.records += slice?.records ?? 0;
        sum.differences += slice?.differences.length ?? 0;
        for (const { id, what } of slice?.differences.slice(0, logged - sum.told.length) ?? []) {
          const difference = { commune: commune.key, type, id, what };
          const name = Object.values(difference).join();
          if (!this.told.has(name)) log.error(difference, 'row differs from the journal');
          sum.told.push(name);
        }
        await rest();
      }
      return sum;
    } catch (err) {
      if (this.stopping.signal.aborted) throw err;
      log.warn({ err, commune: commune.key, type }, 'not audited');
      await rest();
      return undefined;
    }
  }
}
