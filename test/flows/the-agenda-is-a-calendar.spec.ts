import { as, useApp } from '../app.js';
import { done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const address = `/v1/communes/${commune}/agenda/calendar`;

const calendarKey = async (actor: string): Promise<Row> =>
  done(await rest(test).ask('issueKey', 'administrator', { commune }, { input: { actor, scopes: ['agenda:read'] } }));
const due = async (actor: string): Promise<Row[]> =>
  (done(await rest(test).ask('agenda', actor, { commune, first: 500 })) as Row).items.filter(
    ({ dueOn }: Row) => dueOn !== null,
  );

/** Properties of the events of a calendar: the lines unfolded (RFC 5545 §3.1), the escapes undone. */
const eventsIn = (calendar: string): Record<string, string>[] =>
  calendar
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .slice(0, event.indexOf('END:VEVENT'))
          .trim()
          .split('\r\n')
          .map((each) => {
            const colon = each.indexOf(':');
            return [each.slice(0, colon), each.slice(colon + 1).replace(/\\([,;\\])/g, '$1')];
          }),
      ),
    );

beforeAll(async () => {
  for (const nominateIn of [5, 12])
    done(
      await rest(test).ask(
        'openRound',
        'administrator',
        { commune },
        { input: { name: 'Đợt xét', period: '2023', forms: ['giay-khen-xa'], calendar: { nominateIn } } },
      ),
    );
});

it('each act with a due day is an event of that day, at an address that needs no header', async () => {
  const { key } = await calendarKey('hamlet-1');
  const entries = await due('hamlet-1');
  expect(entries.length).toBeGreaterThan(1);
  const { status, headers, text } = await test.http().get(`${address}?key=${key}`);
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[^]*END:VCALENDAR$/);
  expect(eventsIn(text).map((event) => [event.UID, event['DTSTART;VALUE=DATE'], event.SUMMARY, event.TRANSP])).toEqual(
    entries.map(({ id, dueOn, overdue, vi }) => [
      ...[id, dueOn.replaceAll('-', '')],
      ...[overdue ? `Quá hạn: ${vi}` : vi, 'TRANSPARENT'],
    ]),
  );
  const again = await test.http().get(`${address}?key=${key}`).set('if-none-match', String(headers.etag));
  expect(again.status).toBe(304);
  const usual = await test.http().get(address).set(as(test, 'hamlet-1'));
  expect(usual.text).toBe(text);
});

it('no other key stands in an address, and this key opens nothing else', async () => {
  const usual = done(await rest(test).ask('issueKey', 'administrator', { commune }, { input: { actor: 'hamlet-1' } }));
  const refusal = async (path: string, headers: Record<string, string> = {}) => {
    const { status, text } = await test.http().get(path).set(headers);
    return `${status} ${(JSON.parse(text) as { code: string }).code}`;
  };
  expect(await refusal(`${address}?key=${(usual as Row).key}`)).toBe('401 UNAUTHENTICATED');
  expect(await refusal(`${address}?key=thd_unknown`)).toBe('401 UNAUTHENTICATED');
  expect(await refusal(address)).toBe('401 UNAUTHENTICATED');
  const { id, key, version } = await calendarKey('hamlet-1');
  expect(await refusal(`/v1/communes/${commune}/agenda?key=${key}`)).toMatch(/^40[01] /);
  expect(await refusal(`/v1/communes/${commune}/agenda`, { authorization: `Bearer ${key}` })).toBe('403 SCOPE_MISSING');
  expect((await test.http().get(`${address}?key=${key}`)).status).toBe(200);
  await rest(test).ask('revokeKey', 'administrator', { commune, id }, { version, input: { reason: 'Lộ địa chỉ' } });
  expect(await refusal(`${address}?key=${key}`)).toBe('401 UNAUTHENTICATED');
});
