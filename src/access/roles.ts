/** Roles inside the commune's administration. */
export const officials = [
  'ADMINISTRATOR',
  'CLERK',
  'REPORTER',
  'VERIFIER',
  'CHAIRPERSON',
  'COUNCIL_MEMBER',
  'ACCOUNTANT',
  'AUDITOR',
] as const;
/** Roles a person or a system may be appointed to. */
export const roles = [...officials, 'OBSERVER', 'SUPERIOR', 'INTEGRATOR'] as const;
export type Role = (typeof roles)[number];

/** Audiences of a record, from the officials of the commune to everybody. Ordered. */
export const audiences = ['INSIDE', 'SUPERIOR', 'PUBLIC'] as const;
export type Audience = (typeof audiences)[number];

/** Whether an audience is wider than another; null: the officials alone. */
export const isWider = (one: Audience | null, other: Audience | null): boolean =>
  audiences.indexOf(one ?? 'INSIDE') > audiences.indexOf(other ?? 'INSIDE');

/** Narrowest audience whose records a role sees: INSIDE includes drafts, SUPERIOR starts at issued or approved. */
export const audienceOf: Readonly<Record<Role, Audience>> = {
  ADMINISTRATOR: 'INSIDE',
  CLERK: 'INSIDE',
  REPORTER: 'INSIDE',
  VERIFIER: 'INSIDE',
  CHAIRPERSON: 'INSIDE',
  COUNCIL_MEMBER: 'INSIDE',
  ACCOUNTANT: 'INSIDE',
  AUDITOR: 'INSIDE',
  OBSERVER: 'SUPERIOR',
  SUPERIOR: 'SUPERIOR',
  INTEGRATOR: 'SUPERIOR',
};

/** Roles that may give every act an earlier legal date, and roles that may act on behalf of a unit. */
export const backdating: readonly Role[] = ['CLERK', 'ACCOUNTANT', 'ADMINISTRATOR'];
export const mayActOnBehalf: readonly Role[] = ['CLERK'];

/** Abbreviations of who signs for the head (NĐ 30/2020/NĐ-CP, article 13; Law 72/2025/QH15). */
export const capacities = ['KT', 'TL', 'TUQ', 'Q'] as const;
export type Capacity = (typeof capacities)[number];
