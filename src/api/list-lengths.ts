/**
 * Items of lists that are sent and stored, at most; answers say so, too. `usual`: where a list says nothing else;
 * `printed`: of bases, recipients, duties of a paper; `long`: of headings of a plan, of units that
 * tie; `several`: of nominations that an act is on.
 */
export const lengths = { usual: 100, printed: 300, long: 500, several: 2_000 } as const;
