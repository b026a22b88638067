import { ModulesContainer } from '@nestjs/core';
import { isObjectType } from 'graphql';
import { OPEN } from '../../src/access/open.js';
import { OPERATION } from '../../src/api/operation.js';
import { useApp } from '../app.js';
import { openApi, operations, rootFields, sdl } from './contract.js';
import { arrange, asking } from './rights/asking.js';
import { edges, open, restAlone, table } from './rights/expected.js';
import type { Row } from '../doors.js';

const test = useApp();

describe('nothing is forgotten', () => {
  it('every operation of either door stands in this table', () => {
    const names = Object.keys(table).sort();
    expect(
      operations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(names);
    expect(Object.keys(rootFields()).sort()).toEqual(names.filter((name) => !restAlone.includes(name)));
  });

  it('every edge stands in this table', () => {
    const schemas = openApi().components.schemas;
    const found = Object.values(sdl().getTypeMap())
      .filter((type) => isObjectType(type) && type.name in schemas)
      .flatMap((type: Row) =>
        Object.keys(type.getFields())
          .filter((field) => !(field in schemas[type.name].properties))
          .map((field) => `${type.name}.${field}`),
      );
    expect(
      [
        ...found,
        'Commune.head',
        'Plan.withoutBaseline',
        'Publication.rows',
        'Submission.leftOut',
        'Submission.owed',
      ].sort(),
    ).toEqual(Object.keys(edges).sort());
  });

  it('every route is an operation, or known to be open', () => {
    const handlers = [...test.app.get(ModulesContainer).values()]
      .flatMap(({ controllers, providers }) => [...controllers.values(), ...providers.values()])
      .flatMap(({ metatype }) => {
        const prototype = (metatype as { prototype?: Row } | null)?.prototype ?? {};
        return Object.getOwnPropertyNames(prototype)
          .filter(
            (name) =>
              name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function',
          )
          .map((name) => [`${metatype?.name}.${name}`, prototype[name]] as const);
      });
    const routes = handlers.filter(
      ([, handler]) =>
        Reflect.hasMetadata('path', handler) ||
        ['Query', 'Mutation'].includes(Reflect.getMetadata('graphql:resolver_type', handler)),
    );
    expect(routes.length).toBeGreaterThan(2 * Object.keys(table).length - restAlone.length - 1);
    expect(
      routes
        .filter(([, handler]) => !Reflect.hasMetadata(OPERATION, handler))
        .map(([name]) => name)
        .sort(),
    ).toEqual(open);
    expect(
      handlers
        .filter(([, handler]) => Reflect.hasMetadata(OPEN, handler))
        .map(([name]) => name)
        .sort(),
    ).toEqual(open);
  });
});

it('a reporter drafts the child plan of the own unit, and of no other', async () => {
  const { overRest } = await asking(test.app, await arrange(test));
  const document = { type: 'KH', year: 2023, issuer: 'Khu dân cư', title: 'Kế hoạch của khu dân cư' };
  for (const [unit, expected] of [
    ['khu-dan-cu-1', 'OK'],
    ['khu-dan-cu-2', 'FORBIDDEN'],
  ] as const) {
    const input = {
      key: `2023-${unit}`,
      kind: 'CHILD',
      year: 2023,
      title: 'Kế hoạch của khu dân cư',
      parentPlan: '2023',
      unit,
      document,
    };
    const told = await overRest('hamlet-1', 'draftPlan', { commune: 'duc-lang', input });
    expect([unit, told.verdict]).toEqual([unit, expected]);
  }
});
