import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { actsOnSeveral, openApi, operations, sdl } from './contract.js';
import type { Row } from '../doors.js';

type Found = { at: string; value: any };

/** Every object inside a document, with its JSON pointer. */
function* objects(value: Row, at = '#'): Generator<Found> {
  if (value === null || typeof value !== 'object') return;
  yield { at, value };
  for (const [key, member] of Object.entries(value))
    yield* objects(member, `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
}

const resolves = (document: Row, ref: string) =>
  ref.startsWith('#/') &&
  ref
    .slice(2)
    .split('/')
    .every((part) => (document = document?.[part]) !== undefined);

/** Faults of a document of OpenAPI 3.1. */
function faults(document: Row): string[] {
  const all = [...objects(document)];
  const dangling = all
    .filter(({ value }) => '$ref' in value && !resolves(document, value.$ref))
    .map(({ at }) => `${at} refers to nothing`);
  const nullable = all
    .filter(({ value }) => typeof value.nullable === 'boolean')
    .map(({ at }) => `${at} is of OpenAPI 3.0`);
  const silent = all
    .filter(({ at, value }) => /\/properties$/.test(at) && !/\/properties\/properties$/.test(at) && value)
    .flatMap(({ at, value }) =>
      Object.entries<Row>(value)
        .filter(([name, schema]) => !(schema.description ?? (name === 'items' && schema.type === 'array')))
        .map(([name]) => `${at}/${name} is not described`),
    );
  const curt = all
    .filter(({ value }) => typeof value.description === 'string' && !/\S \S/.test(value.description))
    .map(({ at }) => `${at} is described by one word`);
  const poor = operations(document).flatMap(
    ({ operationId, path, method, summary, responses, parameters, security }) => [
      ...(operationId && summary ? [] : [`${method} ${path} has no name or summary`]),
      ...((responses[200] ?? responses[201]) && responses.default
        ? []
        : [`${method} ${path} does not say what it answers`]),
      ...(security ? [] : [`${method} ${path} does not say what it asks for`]),
      ...parameters
        .filter(({ description, schema }) => !description || !schema)
        .map(({ name }) => `${method} ${path} ${name} is not described`),
      ...[...path.matchAll(/\{(\w+)\}/g)]
        .filter(([, name]) => !parameters.some((each) => each.in === 'path' && each.name === name && each.required))
        .map(([, name]) => `${method} ${path} misses ${name}`),
    ],
  );
  const twice = operations(document)
    .map(({ operationId }) => operationId)
    .filter((name, index, names) => names.indexOf(name) !== index)
    .map((name) => `${name} is there twice`);
  return [
    ...(document.openapi.startsWith('3.1.') ? [] : ['not 3.1']),
    ...dangling,
    ...nullable,
    ...silent,
    ...curt,
    ...poor,
    ...twice,
  ];
}

it('OpenAPI is whole, of 3.1, and describes every property and parameter', () => {
  expect(faults(openApi())).toEqual([]);
});

it('control: finds each fault when there is one', () => {
  const spoilt = openApi();
  const { get, patch } = spoilt.paths['/v1/communes/{commune}/plans/{plan}/indicators/{code}'];
  spoilt.components.schemas.Plan.properties.signer = {
    $ref: '#/components/schemas/Nobody',
    description: 'Who signed it.',
  };
  spoilt.components.schemas.Plan.properties.deadline = { type: 'string', nullable: true };
  delete get.responses.default;
  delete patch.parameters[0].description;
  patch.operationId = 'indicator';
  spoilt.components.schemas.Plan.properties.state.description = 'State.';
  expect(faults(spoilt)).toHaveLength(7);
});

it('tells what comes and goes in headers', () => {
  const header = (name: string) =>
    operations()
      .filter(({ parameters }) => parameters.some((each) => each.in === 'header' && each.name === name))
      .map(({ operationId }) => operationId);
  const answered = (name: string) =>
    operations()
      .filter(({ responses }) => name in (responses[200]?.headers ?? {}))
      .map(({ operationId }) => operationId);
  const writes = operations().filter(({ method }) => method !== 'get');
  // A file is made, and may change the document it is attached to.
  expect(header('If-Match')).toEqual(
    writes
      .filter(
        ({ operationId, method, responses }) =>
          operationId === 'uploadFile' || method === 'put' || !(responses[201] || actsOnSeveral.includes(operationId)),
      )
      .map(({ operationId }) => operationId),
  );
  expect(header('If-None-Match')).toEqual(
    operations()
      .filter(
        ({ operationId, method, responses }) =>
          // A plan has settings from its draft on; a period is a record from its first act on.
          (method === 'put' && operationId !== 'setPlanSettings') ||
          ['extendDeadline', 'closePeriod'].includes(operationId) ||
          (method === 'get' && 'ETag' in (responses[200]?.headers ?? {})),
      )
      .map(({ operationId }) => operationId),
  );
  expect(answered('Validate')).toEqual(
    writes.map(({ operationId }) => operationId).filter((name) => name !== 'uploadFile'),
  );
  expect(
    writes
      .filter(({ responses }) => !('Idempotency-Replayed' in ((responses[201] ?? responses[200])?.headers ?? {})))
      .map(({ operationId }) => operationId),
  ).toEqual([]);
  expect(answered('ETag')).toEqual(
    expect.arrayContaining(['communes', 'commune', 'unit', 'plan', 'indicator', 'amendIndicator', 'document']),
  );
  expect(answered('Link')).toEqual(expect.arrayContaining(['communes', 'units', 'plans', 'indicators', 'history']));
});

it('the SDL describes every type, field and argument, and says where each scalar is specified', () => {
  const types = Object.values(sdl().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const mute = (things: readonly { name: string; description?: string | null }[], at: string) =>
    things.filter(({ description }) => !description).map(({ name }) => at + name);
  const silent = (type: GraphQLNamedType): string[] => {
    if (isSpecifiedScalarType(type)) return [];
    const fields =
      isObjectType(type) || isInputObjectType(type)
        ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields())
        : [];
    const args = fields.flatMap((field) => ('args' in field ? mute(field.args, `${type.name}.${field.name}.`) : []));
    const unspecified = isScalarType(type) && !type.specifiedByURL ? [`${type.name} @specifiedBy`] : [];
    return [
      ...(type.name === 'Query' || type.name === 'Mutation' ? [] : mute([type], '')),
      ...unspecified,
      ...mute(fields, `${type.name}.`),
      ...args,
    ];
  };
  expect(types.flatMap(silent)).toEqual([]);
  expect(types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => name)).toEqual([
    'DateTime',
    'Decimal',
    'JSON',
    'LegalDate',
    'Period',
  ]);
});

interface Described {
  name: string;
  description?: string | null;
  args?: readonly Described[];
}

/**
 * Sentences without a subject ("What was done.", "Of a delegation: …"), and pronouns that stand for a noun of no sentence
 * ("The result it took the place of.", "Whether it is invented."). "The unit, as it is today" has its noun.
 */
const subjectless = (text: string) =>
  /(?:^|[.;:] )(?:What|Who|Whose|Whom|Which|Of) /.test(text) ||
  /^(?:Whether|(?:The )?\w+(?: (?:of|the|a|that|whose|in|which|on|by|day|unit|document|superior)\b)*) (?:it|they) /.test(
    text,
  );

it('no sentence of the contract is without a subject', () => {
  const inOpenApi = [...objects(openApi())].flatMap(({ at, value }) =>
    [value.description, value.summary].map((text) => [at, text]),
  );
  const inSdl = Object.values(sdl().getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      const fields = isObjectType(type) || isInputObjectType(type) ? Object.values<Described>(type.getFields()) : [];
      const values = isEnumType(type) ? type.getValues() : [];
      return [type, ...fields, ...fields.flatMap(({ args = [] }) => args), ...values].map(({ name, description }) => [
        `${type.name}.${name}`,
        description,
      ]);
    });
  const sentences = [...inOpenApi, ...inSdl].filter(([, text]) => typeof text === 'string');
  expect(sentences.length).toBeGreaterThan(2_000);
  expect(sentences.filter(([, text]) => subjectless(text))).toEqual([]);
});

it('control: finds a sentence without a subject, and a pronoun without a noun', () => {
  expect(
    [
      'What was done.',
      'Null: none. Of a delegation: the acts.',
      'The result it took the place of.',
      'Id of the unit it is for.',
      'Whether it is invented.',
      'Acts of a delegation.',
      'The nominee, as it is today.',
    ].map(subjectless),
  ).toEqual([true, true, true, true, true, false, false]);
});
