import type { AddUnit } from '../units/unit.inputs.js';

/** Households of the residential areas, of which the reports give shares: "128/172". */
export const householdsOfAreas = [172, 185, 198, 163, 210, 192] as const;

/** Households by number: a name would be of a real family. */
export const households: readonly AddUnit[] = householdsOfAreas.flatMap((total, index) =>
  Array.from({ length: total }, (_, before): AddUnit => ({
    code: `ho-khu-${index + 1}-${before + 1}`,
    kind: 'HOUSEHOLD',
    name: `Hộ số ${before + 1} khu dân cư số ${index + 1}`,
    parent: `khu-dan-cu-${index + 1}`,
    validFrom: '2021-07-01',
    invented: true,
  })),
);

/** Households of the residential areas that are Gia đình văn hóa of 2023: 880. */
export const culturedFamiliesOfAreas = [135, 146, 158, 128, 163, 150] as const;

/** Households of an area by its number, the first ones. */
export const firstHouseholds = (area: number, total: number): string[] =>
  Array.from({ length: total }, (_, before) => `ho-khu-${area}-${before + 1}`);
