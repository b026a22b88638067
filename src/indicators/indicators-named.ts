/** Indicators of several communes: by code, or by an identifier that other systems know them by. */
export interface IndicatorsNamed {
  codes: readonly string[];
  identifiers: readonly { system: string; value: string }[];
}

/** Reads names of indicators: a code, or "<system>:<value>", which no code can be. */
export function indicatorsNamed(names: readonly string[]): IndicatorsNamed {
  const identifiers = names.flatMap((name) => {
    const [, system, value] = /^([^:]+):(.+)$/.exec(name) ?? [];
    return system !== undefined && value !== undefined ? [{ system, value }] : [];
  });
  return { codes: names.filter((name) => !name.includes(':')), identifiers };
}

/** The name by which an indicator is asked for; undefined: by none. */
export function nameOf(
  { code, identifiers }: { code: string; identifiers: readonly { system: string; value: string }[] },
  named: IndicatorsNamed,
): string | undefined {
  if (named.codes.includes(code)) return code;
  const known = named.identifiers.find(({ system, value }) =>
    identifiers.some((each) => each.system === system && each.value === value),
  );
  return known && `${known.system}:${known.value}`;
}
