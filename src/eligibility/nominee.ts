import type { Demand } from '../catalogue/condition-words.data.js';
import type { NominationType } from '../catalogue/nomination-type.js';
import type { FactKind } from '../catalogue/fact-words.data.js';
import type { UnitKind } from '../units/unit-kind.rules.js';

/** Fact of a nominee, as far as conditions ask for it. */
export interface KnownFact {
  kind: FactKind;
  value: string;
  leads: boolean | null;
  /** Year of a rating. */
  period: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** Award of a nominee in force on the day; `type` null: recorded from elsewhere, which does not tell it. */
export interface KnownAward {
  form: string;
  year: number;
  type: NominationType | null;
  grantedOn: string;
}

/** Nomination of a nominee that was handed in, as it stands today. */
export interface KnownNomination {
  form: string;
  year: number;
  type: NominationType;
  state: string;
}

/** A person who is a member of a collective on the day. */
export interface Member {
  facts: readonly KnownFact[];
  awards: readonly KnownAward[];
  nominations: readonly KnownNomination[];
}

/** Counts of a meeting on a nomination. */
export interface Consent {
  inFavour: number;
  present: number;
  summoned: number;
}

/** Place of a unit in the published table of the year. */
export interface KnownStanding {
  rank: number | null;
  class: string | null;
  points: string | null;
  groups: readonly { points: string; maximum: string }[];
}

/** Those whose share a quota is: who hold a form, or are rated so at least. */
export type QuotaBase = Pick<Demand<'QUOTA'>, 'holding' | 'rated'>;

/** Base of a quota: in the commune, or in the agency (the unit above) of the nominee. */
export interface QuotaCount {
  /** Those who hold the other form, or are rated so, and those who are put forward for it. */
  holding: number;
  coming: number;
  /** Others who have the form asked for in the year, or are put forward for it. */
  taken: number;
}

/** Verdict on an indicator. */
export interface IndicatorVerdict {
  /** Against the target; null: it can still change, or nothing is known. */
  met: boolean | null;
  /** Beside the figure of the commune, in the good direction of the indicator; null: a figure is not known. */
  notWorse: boolean | null;
  /** Figure of the unit, and of the commune, as they are compared. */
  figure: string | null;
}

/** Everything that conditions ask of one nominee, for one form, year and day. */
export interface Nominee {
  form: string;
  /** Name of an award form by its code. */
  nameOf: (form: string) => string;
  type: NominationType;
  year: number;
  /** Day on which it is judged. */
  on: string;
  kind: UnitKind;
  validFrom: string;
  validTo: string | null;
  /** Kinds of the units for which who handed the nomination in may act; null: it is not handed in. */
  submittedBy: readonly UnitKind[] | null;
  facts: readonly KnownFact[];
  awards: readonly KnownAward[];
  nominations: readonly KnownNomination[];
  /** Whether a registration for the year covers it, in time: for the form or for none; `somehow`: for any. */
  registered: boolean;
  registeredSomehow: boolean;
  /** Last day of registering here; null: the plan of the year says none; undefined: no plan of it is kept here. */
  registerBy: string | null | undefined;
  members: readonly Member[];
  /** Facts of the unit above at the end of the year, for its leader. */
  above: readonly KnownFact[];
  standing: KnownStanding | null;
  /** Indicators of the unit, or else of the commune, that are met; null: none is counted. */
  completion: { met: number; of: number } | null;
  /** Verdict on an indicator of the year, by its code. */
  indicator: (code: string) => IndicatorVerdict | undefined;
  consent: Consent | null;
  deedOn: string | null;
  quota: Readonly<Record<'COMMUNE' | 'AGENCY', (base: QuotaBase) => QuotaCount>>;
}

export const judgementStates = ['MET', 'UNMET', 'PENDING', 'UNKNOWN'] as const;
export type JudgementState = (typeof judgementStates)[number];

/** Outcome of a condition for a nominee. */
export interface Judgement {
  state: JudgementState;
  /** Figure that was counted or found: "8/10 tháng"; null: none. */
  figure: string | null;
  why: Readonly<{ en: string; vi: string }>;
}
