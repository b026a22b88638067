/** Thresholds of checks, percent, where a plan sets none. */
export const usualThresholds = {
  /** Change against the period before, and against the same period of the year before. */
  JUMP_PERIOD: '50',
  JUMP_YEAR: '50',
  /** Percent of the target. */
  FAR_OVER: '150',
  /** Difference of the commune's figure from the sum of its units. */
  UNITS_SUM: '0',
} as const satisfies Readonly<Record<string, string>>;

export type ThresholdCode = keyof typeof usualThresholds;
export type Thresholds = Readonly<Record<ThresholdCode, string>>;
export const thresholdCodes = Object.keys(usualThresholds) as readonly ThresholdCode[];

/** The thresholds of a plan's settings: the usual ones for those that it does not set. */
export const thresholdsOf = ({
  thresholds,
}: {
  thresholds: readonly { code: ThresholdCode; value: string }[];
}): Thresholds => ({
  ...usualThresholds,
  ...Object.fromEntries(thresholds.map(({ code, value }) => [code, value])),
});
