import type { Caller } from '../access/caller.js';

/** Caller of an office on a legal date. */
export type CallerOf = (
  office: 'administrator' | 'clerk' | 'verifier' | 'chairperson' | 'accountant',
  on: string,
) => Caller;
