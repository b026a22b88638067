import { AsyncLocalStorage } from 'node:async_hooks';

/** Request for which the database works. */
export interface ServedRequest {
  /** Caller whose share of the pool the request takes. */
  caller: string;
  /** Aborted when the client hangs up before it has its answer. */
  hungUp: AbortSignal;
}

/** Request that is served now; none for probes and for the command line. */
export const servedRequest = new AsyncLocalStorage<ServedRequest>();
