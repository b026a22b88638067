const sourced = { source: 'text', verified: 'bool' };
const spanned = { givenFrom: 'date', givenTo: 'date', validFrom: 'date', validTo: 'date', origin: 'text' };
const ofForm = { ruleSet: 'text', form: 'text' };

/** The tables, each with the members of its rows and what they are in JSON; the first `key` of them name the row. */
export const tables = {
  rule_set: { key: 1, members: { code: 'text', name: 'text', ...spanned, ...sourced } },
  rounding_policy: { key: 1, members: { ruleSet: 'text', method: 'text', unit: 'int', ...sourced } },
  several_awards: { key: 1, members: { ruleSet: 'text', pays: 'text', ...sourced } },
  transition: { key: 1, members: { ruleSet: 'text', earlier: 'text', ...sourced } },
  preference: { key: 1, members: { ruleSet: 'text', prefers: 'text', ...sourced } },
  base_salary: { key: 1, members: { ...spanned, amount: 'bigint', ...sourced } },
  award_form: {
    key: 2,
    members: {
      ruleSet: 'text',
      code: 'text',
      name: 'text',
      category: 'text',
      nominees: 'text[]',
      coefficient: 'figure',
      prerequisite: 'text',
      quota: 'text',
      origin: 'text',
      ...sourced,
    },
  },
  authority: { key: 2, members: { ...ofForm, code: 'text', title: 'text', here: 'bool', level: 'text', ...sourced } },
  nominee_factor: { key: 3, members: { ...ofForm, ordinal: 'int', nominees: 'text[]', factor: 'figure', ...sourced } },
  salary_rise: { key: 2, members: { ...ofForm, months: 'int', ...sourced } },
  vote_rule: {
    key: 2,
    members: {
      ...ofForm,
      ballot: 'text',
      quorumNumerator: 'int',
      quorumDenominator: 'int',
      passNumerator: 'int',
      passDenominator: 'int',
      base: 'text',
      absentee: 'text',
      recusedLeaveBase: 'bool',
      ...sourced,
    },
  },
  road: { key: 3, members: { ...ofForm, type: 'text', steps: 'text[]', ...sourced } },
  prescribed_form: {
    key: 3,
    members: { ...ofForm, paper: 'text', ordinal: 'int', number: 'text', layoutRead: 'bool', ...sourced },
  },
  time_limit: {
    key: 3,
    members: { ...ofForm, act: 'text', ordinal: 'int', days: 'int', countedIn: 'text', ...sourced },
  },
  condition: {
    key: 3,
    members: {
      ...ofForm,
      code: 'text',
      ordinal: 'int',
      types: 'text[]',
      nominees: 'text[]',
      text: 'text',
      cure: 'text',
      needs: 'text',
      ...sourced,
    },
  },
  dossier_item: {
    key: 4,
    members: {
      ...ofForm,
      type: 'text',
      item: 'text',
      ordinal: 'int',
      documentType: 'text',
      name: 'text',
      required: 'bool',
      ...sourced,
    },
  },
} as const;
export type Table = keyof typeof tables;

/** Ids of the records, as they are answered. */
export const idOf = { rule_set: 'code', base_salary: 'given_from::text', award_form: `rule_set || ':' || code` };
