import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { refusals } from '../../src/refusals.data.js';
import { openApi, operations } from '../contract/contract.js';
import type { Sent } from './requests.js';
import type { Row } from '../doors.js';

export interface Got {
  status: number;
  type: string;
  text: string;
}

const document = openApi();
const known: Record<string, readonly [number, string, string]> = refusals;
const byId = new Map(operations(document).map((operation) => [operation.operationId, operation]));
const matches = (pattern: RegExp) => (text: string) => pattern.test(text);
const ajv = new Ajv2020({
  strict: false,
  formats: {
    date: matches(/^\d{4}-\d{2}-\d{2}$/),
    'date-time': matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/),
  },
});
const validators = new Map<string, ValidateFunction>();

/** A member that is not documented is a fault like a missing one. */
function closed(schema: Row): any {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map(closed);
  const members = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return schema.type === 'object' && schema.properties && typeof schema.properties.type !== 'string'
    ? { ...members, additionalProperties: false }
    : members;
}
const components = closed(document.components);

function faultsOf(name: string, schema: object, value: unknown): string[] {
  const validate = validators.get(name) ?? ajv.compile({ ...closed(schema), components });
  validators.set(name, validate);
  return validate(value) ? [] : [`does not match its schema: ${ajv.errorsText(validate.errors)}`];
}

function problemFaults(problem: Row): string[] {
  if (problem === null || typeof problem !== 'object') return ['is no problem'];
  const points = Array.isArray(problem.errors) ? problem.errors : [];
  return [
    ...faultsOf('Problem', { $ref: '#/components/schemas/Problem' }, problem),
    ...(known[problem.code]?.[0] === problem.status && problem.type === `/v1/refusals/${problem.code}`
      ? []
      : ['its code is not known, or of another status']),
    ...(problem.status >= 400 && problem.status < 500 ? [] : [`tells a status of ${problem.status}`]),
    ...(problem.code === 'INVALID' && points.length === 0 ? ['does not say what is invalid'] : []),
    ...points
      .filter(({ pointer, code, detail }: Row) => !/^(\/|$)/.test(pointer) || !code || !detail)
      .map((point: unknown) => `has a point that points to nothing: ${JSON.stringify(point)}`),
  ];
}

function restFaults({ operation }: Sent, { status, type, text }: Got): string[] {
  const documented = byId.get(operation)?.responses[status];
  if (documented === undefined) {
    if (!type.startsWith('application/problem+json')) return ['is neither documented nor a problem'];
    const problem = JSON.parse(text);
    return [...problemFaults(problem), ...(problem.status === status ? [] : ['tells another status'])];
  }
  const [mediaType = ''] = type.split(';');
  if (documented.content && mediaType in documented.content && mediaType !== 'application/json') return [];
  const schema = documented.content?.['application/json']?.schema;
  if (!schema) return text === '' ? [] : ['has a body where none is documented'];
  return faultsOf(`${operation} ${status}`, schema, JSON.parse(text));
}

function graphqlFaults({ status, type, text }: Got): string[] {
  const body = JSON.parse(text);
  if (type.startsWith('application/problem+json')) return problemFaults(body);
  const errors = body.errors ?? [];
  return [
    ...('data' in body || errors.length > 0 ? [] : ['has neither data nor errors']),
    ...(status === 200 && !('data' in body) ? ['is 200 without data'] : []),
    ...errors.flatMap(({ extensions }: Row) => problemFaults(extensions)),
  ];
}

/** Faults of an answer; none is allowed, however bad the request was. */
export function faults(sent: Sent, got: Got): string[] {
  if (got.status >= 500) return [`is a ${got.status}: ${got.text}`];
  try {
    return sent.url.startsWith('/graphql') ? graphqlFaults(got) : restFaults(sent, got);
  } catch (error) {
    return [`cannot be read: ${(error as Error).message}`];
  }
}
