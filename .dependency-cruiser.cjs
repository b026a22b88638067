/** The import order of the house: whatever stands in a row knows the rows above it and nothing below. */
const order = [
  [
    'points.data.ts',
    'points.ts',
    'refusals.data.ts',
    'refusals.ts',
    'settings.ts',
    'day.ts',
    'state-words.data.ts',
    'word.ts',
  ],
  ['database/'],
  ['embedded/'],
  ['access/'],
  ['api/'],
  ['limits/'],
  ['requests/'],
  ['rest/', 'graphql/'],
  ['journal/'],
  ['communes/'],
  ['documents/'],
  ['sheets/'],
  ['units/'],
  ['actors/'],
  ['indicators/'],
  ['periods/'],
  ['submissions/'],
  ['remarks/'],
  ['progress/'],
  ['standings/'],
  ['catalogue/'],
  ['facts/'],
  ['councils/'],
  ['nominations/'],
  ['consultations/'],
  ['money/'],
  ['commendations/'],
  ['payments/'],
  ['complaints/'],
  ['forwarding/'],
  ['honours/'],
  ['templates/'],
  ['eligibility/'],
  ['forecasts/'],
  ['personal/'],
  ['webhooks/'],
  ['audit/'],
  ['agenda/'],
  ['across/'],
  ['exchange/', 'imports/', 'papers/', 'pages/', 'running/', 'sample/'],
  ['(?!points|refusals|settings|day|state-words|word)[^/]+.ts'],
];

/** Within a module likewise: entities and shapes, then queries, services, doors, modules. */
const kinds = [['entity', 'view', 'inputs'], ['queries'], ['service'], ['controller', 'resolver'], ['module']];

const escaped = (name) => name.replace(/\./g, '\\.');
const below = (rows, name, path) =>
  rows.slice(0, -1).map((row, place) => ({
    name: `${name}: ${row.join(', ')}`,
    severity: 'error',
    from: { path: path(row) },
    to: { path: path(rows.slice(place + 1).flat()) },
  }));

const pure =
  '(\\.(rules|workflow)|/(permissions|roles|text|word|page|points|points\\.data|refusals|refusals\\.data|scheme-shape\\.data|fact-words\\.data|condition-words\\.data|template-fields\\.data|agenda-acts\\.data|state-words\\.data|role-words\\.data|settings|day|period|fraction|facts|paper|batch|decimal|code|canonical-json|act-headers|characters|limit-sentences))\\.ts$';

module.exports = {
  forbidden: [
    ...below(order, 'imports run one way', (row) => `^src/(${row.map(escaped).join('|')})`),
    ...below(kinds, 'doors know services, services know queries', (row) => `^src/.+\\.(${row.join('|')})\\.ts$`),
    {
      name: 'pure files know pure files',
      comment: 'Rules and tables know no clock, no database and no Nest. Types of records are welcome.',
      severity: 'error',
      from: { path: `^src/.*${pure}`, pathNot: '\\.page\\.ts$' },
      to: {
        pathNot: [pure, '^(node:)?(crypto|path)$', '^node_modules/(ajv|big\\.js|canonicalize|ipaddr\\.js|uuid)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the verifier shares no code with the server',
      severity: 'error',
      from: { path: '^src/exchange/((verify|order|positions|hidden|chain|terms)\\.ts$|standings/)' },
      to: {
        pathNot: '^src/exchange/((verify|order|positions|hidden|chain|terms)\\.ts$|standings/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'sheets have one writer',
      comment: 'It neutralises formulas. Those that read are named.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rest/sheet|sheets/reading)\\.ts$' },
      to: { path: '(^|/)node_modules/(hucre|exceljs|xlsx|(@types/)?papaparse|csv-\\w+|write-excel-file)/' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(main|cli)\\.ts$' },
      to: {},
    },
    { name: 'what is imported is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'what is imported is installed with the program',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no barrels', severity: 'error', from: {}, to: { path: '^src/.*/index\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
