import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalCode } from '../refusals.js';

/** Finished request. */
export interface FinishedRequest {
  /** Pattern of the route; undefined where no route matches. */
  route: string | undefined;
  operations: readonly string[];
  method: string;
  status: number;
  seconds: number;
  refused: readonly RefusalCode[];
}

/** Counters of the process. No label holds a value that a caller sent. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'thidua_request_duration_seconds',
    help: 'Duration of requests. Operation: name, or "several" (GraphQL), or the route where there is no operation.',
    labelNames: ['operation', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: 'thidua_refusals_total',
    help: 'Refusals, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });
  private readonly build = new Gauge({
    name: 'thidua_build_info',
    help: 'Always 1; the labels hold the versions of the program and of Node.',
    labelNames: ['version', 'node'],
    registers: [this.registry],
  });

  /** Starts the metrics of the process, too: event loop, memory, processor time. */
  start(version: string): void {
    this.build.set({ version, node: process.version }, 1);
    collectDefaultMetrics({ register: this.registry });
  }

  observe({ route = 'none', operations, method, status, seconds, refused }: FinishedRequest): void {
    const [only = route, ...others] = operations;
    this.requests.observe(
      { operation: others.length === 0 ? only : 'several', method, status: `${Math.trunc(status / 100)}xx` },
      seconds,
    );
    for (const code of refused) this.refusals.inc({ code });
  }
}
