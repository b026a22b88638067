import { jest } from '@jest/globals';
import { DocumentsQueries } from '../../src/documents/documents.queries.js';
import { IndicatorsQueries } from '../../src/indicators/indicators.queries.js';
import { UnitsQueries } from '../../src/units/units.queries.js';
import { UnitAdditionsService } from '../../src/units/unit-additions.service.js';
import { Database } from '../../src/database/database.js';
import { as, useApp } from '../app.js';

const test = useApp();
const canary = 'CANARY-5f2c';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => jest.restoreAllMocks());

/** The ways a fault comes: from our code, or from the database with its SQL. */
const faults = {
  'an error of ours': async () => {
    throw new Error(`${canary} at /etc/secret`);
  },
  'an error of the database': () =>
    test.app.get(Database).rows('canary', `select '${canary}'::int as secret_column from plan`),
};

const whole = (answer: { text: string; headers: object }) => JSON.stringify(answer.headers) + answer.text;
const graphql = (query: string, headers: Record<string, string> = {}) =>
  test
    .http()
    .post('/graphql')
    .set({ ...as(test, 'clerk'), ...headers })
    .send({ query });

const root = '{ indicator(commune: "duc-lang", plan: "2023", code: "econ.rice.area") { code } }';
const edge =
  '{ plan(commune: "duc-lang", plan: "2023") { key document { id } indicators { nodes { code responsibleUnit { code } } } } }';

describe.each(Object.entries(faults))('%s', (_, fault) => {
  const places = {
    'a root field': () => jest.spyOn(test.app.get(IndicatorsQueries), 'indicator').mockImplementation(fault as never),
    'an edge': () => jest.spyOn(test.app.get(DocumentsQueries), 'documentsById').mockImplementation(fault as never),
    'a loader': () => jest.spyOn(test.app.get(UnitsQueries), 'unitsById').mockImplementation(fault as never),
  };

  it.each(Object.entries(places))('in %s of GraphQL', async (place, break_) => {
    break_();
    // The third time it runs compiled.
    for (let time = 1; time <= 3; time++) {
      const answer = await graphql(place === 'a root field' ? root : edge);
      expect(whole(answer)).not.toMatch(/CANARY|secret|select|invalid input syntax/);
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({
        errors: [
          {
            message: 'Lỗi của hệ thống; hãy báo người quản trị kèm mã yêu cầu.',
            path: expect.anything(),
            locations: expect.anything(),
            extensions: expect.objectContaining({
              type: '/v1/refusals/FAULT',
              title: 'FAULT',
              status: 500,
              code: 'FAULT',
              errors: [],
              requestId: expect.stringMatching(uuid),
            }),
          },
        ],
      });
    }
  });

  it('in REST, told in the same words', async () => {
    places['a root field']();
    const path = '/v1/communes/duc-lang/plans/2023/indicators/econ.rice.area';
    for (const [language, detail] of [
      [undefined, 'Lỗi của hệ thống; hãy báo người quản trị kèm mã yêu cầu.'],
      ['en-GB,vi;q=0.5', 'A fault of ours; please report the request id.'],
    ] as const) {
      const headers: Record<string, string> = language ? { 'accept-language': language } : {};
      const answer = await test.http().get(path).set(as(test, 'clerk')).set(headers);
      expect(whole(answer)).not.toMatch(/CANARY|secret|select|invalid input syntax/);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['x-request-id']).toBe(answer.body.requestId);
      expect(answer.body).toEqual({
        type: '/v1/refusals/FAULT',
        title: 'FAULT',
        status: 500,
        code: 'FAULT',
        detail,
        errors: [],
        requestId: expect.stringMatching(uuid),
      });
      const { body } = await graphql(root, headers);
      const { detail: words, ...problem } = body.errors[0].extensions;
      expect([body.errors[0].message, words, { ...problem, requestId: '' }]).toEqual([
        detail,
        detail,
        (({ detail: _, ...rest }) => ({ ...rest, requestId: '' }))(answer.body),
      ]);
    }
  });
});

it('control: the canary was thrown where it would be told', async () => {
  await expect(faults['an error of ours']()).rejects.toThrow(canary);
  await expect(test.app.get(Database).scope({ communeIds: [] }, faults['an error of the database'])).rejects.toThrow(
    canary,
  );
});

it('a row that must be there and is not is a fault, not something unknown', async () => {
  jest.spyOn(test.app.get(UnitAdditionsService), 'addEach').mockResolvedValue([]);
  const input = { code: 'khu-moi', kind: 'HAMLET', name: 'Khu dân cư mới', validFrom: '2024-02-01' };
  const answer = await test.http().post('/v1/communes/duc-lang/units').set(as(test, 'clerk')).send(input);
  expect([answer.status, answer.body.code]).toEqual([500, 'FAULT']);
  expect(whole(answer)).not.toMatch(/is not there/);
});
