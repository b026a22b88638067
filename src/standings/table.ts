import type { Scores, Stage, ScoreNode, Missing, Taken } from './scored.js';

/** Why a member has its class, or none. */
export interface Reason {
  kind: 'KNOCK_OUT' | 'QUOTA' | 'TIE_OPEN' | 'TIE_DECIDED' | 'EXCEPTION' | 'IN_NO_CLASS' | 'NOT_ENOUGH_KNOWN';
  /** Knock-out or class; null where there is none. */
  code: string | null;
}

/** A member's row of the table. */
export interface TableRow {
  block: string;
  unit: string;
  /** Rounded total; null: not enough is known. */
  points: string | null;
  /** Rank (xếp hạng) in the block: equal totals share it. */
  rank: number | null;
  /** Class (xếp loại). */
  class: string | null;
  reasons: readonly Reason[];
  /** Inputs of its class: of conditions, knock-outs and the quotas of its block. */
  inputs: readonly Taken[];
  missing: readonly Missing[];
  tree: ScoreNode;
}

/** A tie on the edge of a quota: so many of these members have the class. A person decides. */
export interface OpenTie {
  block: string;
  class: string;
  places: number;
  points: string;
  units: readonly string[];
}

/** The table of a scheme: rows by block, rank and unit. */
export interface Table extends Omit<Scores, 'scores'> {
  stage: Stage;
  standings: readonly TableRow[];
  open: readonly OpenTie[];
  /** Whether nothing is missing and no tie is open. */
  isFinal: boolean;
}
