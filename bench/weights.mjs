/** Estimated cost of the measured documents (`costOf`), held against the processor time that they took. */
import { readFileSync } from 'node:fs';
import { buildSchema, getVariableValues, parse } from '../node_modules/graphql/index.js';
import { costOf } from '../dist/src/graphql/document-limits.js';
import { median, quantile } from './reads.mjs';

const side = 'GraphQL, nothing remembered';
const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const factor = 3;

/** Values of an answer as the program estimates them before it reads. */
function valuesOf({ graphql, variables = {}, asLong = (query) => query }) {
  const document = parse(asLong(graphql));
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return costOf({ schema, document, operation }, coerced).values;
}

/**
 * Table of the documents of pages and trees: what a value takes above the request itself, which is the smallest
 * document, as a multiple of the median. Within the factor the limit of the cost means one time, whatever is asked.
 */
export function weightsOf(results) {
  const measured = results
    .filter(({ costs }) => costs[side]?.length > 0)
    .map(({ work, costs }) => ({
      name: work.name,
      values: valuesOf(work),
      taken: quantile(
        costs[side].map(({ node, postgres }) => node + postgres),
        0.25,
      ),
    }));
  const request = Math.min(...measured.map(({ taken }) => taken));
  const weighed = measured
    .filter(({ taken }) => taken > request)
    .map((each) => ({ ...each, perValue: (each.taken - request) / each.values }));
  if (weighed.length < 2) return '';
  const usual = median(weighed.map(({ perValue }) => perValue));
  const lines = weighed.map(({ name, values, taken, perValue }) => {
    const multiple = perValue / usual;
    const holds = multiple <= factor && multiple >= 1 / factor;
    return `| ${name} | ${values} | ${Math.round(taken)} | ${perValue.toFixed(2)} | ${multiple.toFixed(2)} ${holds ? '**✓**' : '**✗**'} |`;
  });
  return `Estimated cost of a document against the processor time of Node and PostgreSQL above that of the smallest request (${Math.round(request)} µs), nothing remembered; within a factor of ${factor} of the median, ${usual.toFixed(2)} µs a value.\n\n| read | values estimated | µs | µs a value | × median |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}`;
}
