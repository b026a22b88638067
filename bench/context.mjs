/** What every side asks of the database before anything else: whose key is this, and which communes' rows may they see. */
export const credentialSql = { name: 'credential', text: 'select credential($1, $2, $3) as answer' };

/** Where a commune is named, the context is narrowed to it, as ours is. */
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
