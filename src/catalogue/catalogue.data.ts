import type { AwardFormGiven, CatalogueGiven, ConditionGiven, PrescribedFormGiven, RuleSetGiven } from './catalogue.inputs.js';
import { conditions2003, conditions2024, conditions2025, conditions2026 } from './conditions.data.js';
import { complaints, read } from './parts.data.js';
import { prescribedFrom } from './prescribed-forms.data.js';
import { salaryRises } from './salary-rises.data.js';
import { tdkt2003 } from './tdkt-2003.data.js';
import { tdkt2024 } from './tdkt-2024.data.js';
import { tdkt202507 } from './tdkt-2025-07.data.js';
import { tdkt202610 } from './tdkt-2026-10.data.js';

/**
 * A rule set whose forms have the conditions of the law, the early raises of salary they may lead to, the forms of
 * their papers, and, where the commune decides, the time limits of complaints.
 */
const judged = (
  ruleSet: RuleSetGiven,
  conditions: Readonly<Record<string, readonly ConditionGiven[]>>,
  prescribed: (form: AwardFormGiven) => PrescribedFormGiven[] = () => [],
): RuleSetGiven => ({
  ...ruleSet,
  forms: ruleSet.forms.map((form) => ({
    ...form,
    conditions: [...(conditions[form.code] ?? [])],
    salaryRise: salaryRises[form.code] ?? null,
    prescribed: prescribed(form),
    timeLimits: [...(form.timeLimits ?? []), ...(form.authority.here ? complaints : [])],
  })),
});

/** The law as it comes with the program. A new decree is a new rule set beside these, and a last day for the one before. */
export const bundled: CatalogueGiven = {
  ruleSets: [
    judged(tdkt2003, conditions2003),
    judged(tdkt2024, conditions2024, prescribedFrom('86/2023')),
    judged(tdkt202507, conditions2025, prescribedFrom('152/2025')),
    judged(tdkt202610, conditions2026, prescribedFrom('152/2025')),
  ],
  baseSalaries: [
    { validFrom: '2019-07-01', validTo: '2023-06-30', amount: 1_490_000, ...read('Mức lương cơ sở đến 30/06/2023') },
    { validFrom: '2023-07-01', validTo: '2024-06-30', amount: 1_800_000, ...read('Nghị định 24/2023/NĐ-CP') },
    { validFrom: '2024-07-01', validTo: '2026-06-30', amount: 2_340_000, ...read('Nghị định 73/2024/NĐ-CP') },
    { validFrom: '2026-07-01', amount: 2_530_000, ...read('Nghị định 161/2026/NĐ-CP') },
  ],
};
