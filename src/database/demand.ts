import { AsyncLocalStorage } from 'node:async_hooks';

/** Request for which the database works. */
export interface Demand {
  /** Caller whose share of the pool the request takes. */
  caller: string;
  /** Aborted when the client hangs up before it has its answer. */
  hungUp: AbortSignal;
}

/** Demand of the current request; none for probes and for the command line. */
export const demand = new AsyncLocalStorage<Demand>();
