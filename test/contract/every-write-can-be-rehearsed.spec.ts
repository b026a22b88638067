import { isDeepStrictEqual } from 'node:util';
import { jest } from '@jest/globals';
import { WriteContextService } from '../../src/requests/write-context.service.js';
import { as } from '../app.js';
import {
  allWritesAreCovered,
  doors,
  everyWrite,
  graphql,
  make,
  names,
  newKey,
  rest,
  test,
  unnamed,
} from './every-write.js';
import { actionsOf, everything, type SendWrite } from './writes.js';
import type { Row } from '../doors.js';

describe('?validate=only does everything and keeps nothing', () => {
  /** A rehearsal, with a key and an edge, and then the act itself. */
  async function rehearsed(name: string, send: SendWrite) {
    const write = await make(name);
    const said = { edges: send === graphql ? actionsOf(name) : '' };
    const held = await everything(test);
    const rehearsal = await send(name, write, { ...said, validate: 'only', key: newKey() });
    const untouched = isDeepStrictEqual(held, await everything(test));
    const act = await send(name, write, said);
    return {
      refused: [rehearsal.code, act.code],
      status: rehearsal.status,
      validate: rehearsal.headers.validate,
      etag: rehearsal.headers.etag === act.headers.etag,
      untouched,
      same: isDeepStrictEqual(unnamed(rehearsal.body), unnamed(act.body)),
    };
  }
  const nothing = {
    refused: [undefined, undefined],
    status: 200,
    validate: 'only',
    etag: true,
    untouched: true,
    same: true,
  };

  everyWrite('rehearsed over REST', async (name) => expect(await rehearsed(name, rest)).toEqual(nothing));
  everyWrite('rehearsed over GraphQL, with its edges', async (name) =>
    expect(await rehearsed(name, graphql)).toEqual(nothing),
  );

  everyWrite('any other value is refused', async (name) => {
    const write = await make(name);
    for (const send of Object.values(doors)) {
      const { status, code } = await send(name, write, { validate: 'other' });
      expect([status, code]).toEqual([400, 'INVALID']);
    }
  });

  it('an edge sees the state that is rehearsed', async () => {
    const write = await make('issuePlan');
    const { body } = await graphql('issuePlan', write, {
      validate: 'only',
      edges: 'actions { act allowed } indicators { nodes { version } }',
    });
    const { version } = (
      await test.http().get(`/v1/communes/duc-lang/plans/${write.path?.plan}`).set(as(test, 'chairperson'))
    ).body;
    expect([
      body.state,
      body.actions.find(({ act }: Row) => act === 'closePlan').allowed,
      body.indicators.nodes,
      version,
    ]).toEqual(['ISSUED', true, [{ version: 2 }], write.version]);
  });

  it.each(names)('control: without the rehearsal it is kept: %s', async (name) => {
    const acts = test.app.get(WriteContextService);
    const around = acts.contextOf.bind(acts);
    jest
      .spyOn(acts, 'contextOf')
      .mockImplementation((actor, asking, { failedPrecondition }) =>
        around(actor, asking, { dryRun: false, failedPrecondition }),
      );
    for (const send of Object.values(doors)) expect((await rehearsed(name, send)).untouched).toBe(false);
  });
});

allWritesAreCovered();
