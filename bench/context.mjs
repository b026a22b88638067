/** First statement of every side: the caller of a key, and the communes whose rows the caller may see. */
export const credentialSql = { name: 'credential', text: 'select credential($1, $2, $3) as answer' };

/** Context narrowed to the commune of a request, as in the program. */
export const pgSettingsOf = ({ places, keyUnit }, commune) => ({
  'app.reach': places
    .filter(({ key, through }) => through !== 'ended' && (commune === undefined || key === commune))
    .map(({ id }) => id)
    .join(','),
  'app.units': (keyUnit?.units ?? []).join(','),
  'app.commune': '',
});

export const contextSql = (credential, commune) =>
  `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${Object.entries(pgSettingsOf(credential, commune))
    .map(([name, value]) => `SET LOCAL ${name} = '${value}'`)
    .join('; ')}`;
