import { useApp } from '../app.js';
import { operations } from './contract.js';
import { rest } from '../doors.js';
import { table } from './rights/expected.js';

const test = useApp();
const bodiless = operations().filter(
  ({ method, path, requestBody }) => method !== 'get' && path.startsWith('/v1/') && requestBody === undefined,
);

it('control: there are acts that take no body', () => {
  expect(bodiless.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining(['submitSubmission', 'recordOpinion']),
  );
});

it.each(bodiless.map(({ operationId }) => operationId))('%s', async (operation) => {
  const { may } = table[operation]!;
  const parameters = { commune: 'duc-lang', id: '019a0000-0000-7000-8000-000000000000', plan: '2023' };
  const ask = (input: unknown) => rest(test).ask(operation, may[0], parameters, { version: 1, input: input as object });
  expect((await ask({ issuedOn: '2023-12-29', note: '' })).body).toMatchObject({
    ...{ status: 400, code: 'INVALID' },
    errors: [
      { pointer: '/issuedOn', code: 'whitelistValidation' },
      { pointer: '/note', code: 'whitelistValidation' },
    ],
  });
  expect((await ask(['2023-12-29'])).body.errors).toMatchObject([{ pointer: '', code: 'isObject' }]);
  expect((await ask({})).code).toBe('NOT_FOUND');
});
