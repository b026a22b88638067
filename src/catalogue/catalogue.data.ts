import type { CatalogueGiven } from './catalogue.inputs.js';
import { read } from './parts.data.js';
import { tdkt2003 } from './tdkt-2003.data.js';
import { tdkt2024 } from './tdkt-2024.data.js';
import { tdkt202507 } from './tdkt-2025-07.data.js';
import { tdkt202610 } from './tdkt-2026-10.data.js';

/** The law as it comes with the program. A new decree is a new rule set beside these, and a last day for the one before. */
export const bundled: CatalogueGiven = {
  ruleSets: [tdkt2003, tdkt2024, tdkt202507, tdkt202610],
  baseSalaries: [
    { validFrom: '2019-07-01', validTo: '2023-06-30', amount: 1_490_000, ...read('Mức lương cơ sở đến 30/06/2023') },
    { validFrom: '2023-07-01', validTo: '2024-06-30', amount: 1_800_000, ...read('Nghị định 24/2023/NĐ-CP') },
    { validFrom: '2024-07-01', validTo: '2026-06-30', amount: 2_340_000, ...read('Nghị định 73/2024/NĐ-CP') },
    { validFrom: '2026-07-01', amount: 2_530_000, ...read('Nghị định 161/2026/NĐ-CP') },
  ],
};
