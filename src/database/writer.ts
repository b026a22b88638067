import type { Power } from './power.js';

/** Limits of row-level security for one caller: rows outside of them do not exist for a statement. */
export interface RowSecurityContext {
  readonly communeIds: readonly number[];
  /** Units to whose reports, results, targets and acknowledgements the caller is limited; null or empty: all units. */
  readonly unitIds?: readonly string[] | null;
}

/**
 * Context of a write. `power` is asked again inside its transaction; null: of the operator, who has no key.
 * `supervisedIds`: communes that the writer supervises; there superiors write their tables alone.
 */
export interface Writer extends RowSecurityContext {
  readonly power: Power | null;
  readonly supervisedIds?: readonly number[];
}
