import type { InjectPayload } from 'light-my-request';
import { as, useApp } from '../app.js';
import { doors, type Row } from '../doors.js';

const test = useApp();
const documents = '/v1/communes/duc-lang/documents';

async function sent(payload: InjectPayload, type: string | undefined, url = documents): Promise<Row> {
  const headers = { ...as(test, 'clerk'), ...(type !== undefined && { 'content-type': type }) };
  const answer = await test.app.inject({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, ...answer.json<Row>() };
}
const titled = (title: string | Buffer) =>
  Buffer.concat([
    Buffer.from('{"type":"BC","year":2024,"issuer":"Ủy ban nhân dân xã","title":"'),
    Buffer.from(title),
    Buffer.from('"}'),
  ]);

it.each([
  ['windows-1258', Buffer.from('Ph\xf2ng', 'latin1')],
  ['TCVN3', Buffer.from('Ph\xdfng', 'latin1')],
  ['UTF-16', Buffer.from('Phòng', 'utf16le')],
  ['half a character at the end', Buffer.from('Phò').subarray(0, 3)],
  ['a surrogate in UTF-8 (CESU)', Buffer.from('eda080edb080', 'hex')],
  ['an overlong slash', Buffer.from('c0af', 'hex')],
  ['a byte that UTF-8 never has', Buffer.from('ff', 'hex')],
  ['beyond the last plane', Buffer.from('f4908080', 'hex')],
  ['a lone continuation', Buffer.from('80', 'hex')],
  ['KOI8', Buffer.from('\xf0\xd2', 'latin1')],
])('%s is refused, on both doors, and never stored', async (_, title) => {
  expect(await sent(titled(title), 'application/json')).toMatchObject({ status: 400, code: 'MALFORMED' });
  const query = Buffer.concat([Buffer.from('{"query":"{ communes { nodes { key } } } #'), title, Buffer.from('"}')]);
  expect((await sent(query, 'application/json', '/graphql')).status).toBe(400);
});

it.each([
  ['application/json', 201],
  ['application/json; charset=utf-8', 201],
  ['application/json;charset="UTF-8"', 201],
  ['application/json; charset=UTF8', 201],
  ['application/json; charset=iso-8859-1', 415],
  ['application/json; charset=windows-1258', 415],
  ['application/json; charset=utf-16', 415],
  ['application/merge-patch+json; charset=us-ascii', 415],
  ['application/x-www-form-urlencoded', 415],
  ['text/plain', 415],
  ['text/xml', 415],
])('%s: %i', async (type, status) => expect((await sent(titled('Báo cáo'), type)).status).toBe(status));

it.each([
  ['nothing', '', 'application/json'],
  ['blanks', ' \r\n\t ', 'application/json'],
  ['nothing of curl -d', '', 'application/x-www-form-urlencoded'],
  ['null', 'null', 'application/json'],
  ['an empty object', '{}', 'application/json'],
  ['no content type', undefined, undefined],
])('%s is no body: what is missing is said', async (_, payload, type) => {
  const { status, errors } = await sent(payload as string, type);
  expect([status, errors.map(({ pointer }: Row) => pointer)]).toEqual([400, ['/type', '/year', '/issuer', '/title']]);
});

describe.each(doors)('%s', (_, door) => {
  const { ask } = door(test);

  it('an id is read in any case, stored and answered in lower case', async () => {
    const input = { type: 'BC', year: 2024, issuer: 'Ủy ban nhân dân xã', title: 'Báo cáo' };
    const { body: made } = await ask('recordDocument', 'clerk', { commune: 'duc-lang' }, { input });
    const at = { commune: 'duc-lang', id: made.id.toUpperCase() };
    expect((await ask('document', 'clerk', at)).body.id).toBe(made.id);
    const history = await ask('history', 'clerk', { commune: 'duc-lang', type: 'document', id: at.id });
    expect(history.body.items).toHaveLength(1);
    const legal = { 'legal-date': '2024-01-30', 'legal-reference': at.id };
    const unit = { code: `x-${made.id.slice(-8)}`, kind: 'HAMLET', name: `Thôn ${made.id}`, validFrom: '2024-01-30' };
    expect(
      (await ask('addUnit', 'clerk', { commune: 'duc-lang' }, { input: unit, headers: legal })).status,
    ).toBeLessThan(300);
  });

  it('a day is a day in Vietnam, to its end; a decimal of a program is stored canonical', async () => {
    const input = { actor: 'clerk', expiresAt: '2030-12-31' };
    const key = await ask('issueKey', 'administrator', { commune: 'duc-lang' }, { input });
    expect(key.body.expiresAt).toBe('2030-12-31T17:00:00.000Z');
    const refused = await ask(
      'issueKey',
      'administrator',
      { commune: 'duc-lang' },
      { input: { ...input, expiresAt: '31/12/2030' } },
    );
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.stringContaining('2026-12-31T17:00:00Z'),
    ]);
    const plan = { commune: 'duc-lang', plan: '2023', code: 'econ.rice.area' };
    const { body: before } = await ask('indicator', 'clerk', plan);
    const change = { target: '172.50', baseline: '170.0', reason: 'Sửa' };
    const { body } = await ask('amendIndicator', 'clerk', plan, { version: before.version, input: change });
    expect(body).toMatchObject({ target: '172.5', baseline: '170' });
  });
});
