/** Work that a request adds to its write: idempotency, document references. */
export interface WriteContext {
  /** Runs the work and the deferred constraints, not the steps before COMMIT, then rolls back (`?validate=only`). */
  readonly dryRun: boolean;
  /** Locks the Idempotency-Key of the request without waiting. Refusal: KEY_IN_FLIGHT. */
  claim(communeId: number): Promise<void>;
  /** Runs `work` and its own statements inside the transaction of the write. */
  run<T>(communeId: number, work: () => Promise<T>): Promise<T>;
}
