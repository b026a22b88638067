import { Caller } from '../../src/access/caller.js';
import type { HeldAppointment, Identity } from '../../src/access/identity.js';
import { scopes } from '../../src/access/permissions.js';
import { roles, audienceOf, type Role } from '../../src/access/roles.js';
import { refuseForeignCursor, readCursor, visibilityHashOf, writeCursor } from '../../src/journal/cursor.rules.js';
import { Refusal } from '../../src/refusals.js';

const appointed = (role: Role, communeId = 1): HeldAppointment => ({
  id: role,
  role,
  communeId,
  acts: null,
  capacity: null,
  unitCode: null,
  unitPath: null,
  predecessorPaths: [],
  superiorKey: null,
  validFrom: '2021-07-01',
  validTo: null,
});

function actor(change: Partial<Identity>): Caller {
  const identity: Identity = {
    id: 'a',
    communeId: 1,
    actorKey: 'a',
    name: 'a',
    kind: 'PERSON',
    appointments: [],
    scopes,
    keyId: null,
    power: null,
    keyPrefix: 'thd_xxxxxx',
    keyExpiresAt: null,
    keyUnit: null,
    communes: [{ id: 1, key: 'duc-lang', through: 'appointment' }],
    ...change,
  };
  return new Caller(identity, { on: '2024-01-31', at: new Date(0), language: 'vi', requestId: 'r' });
}

const refusal = (work: () => unknown) => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as Refusal).code;
  }
};

it.each(roles)('%s sees what the table says', (role) => {
  const place = role === 'SUPERIOR' ? ('supervision' as const) : ('appointment' as const);
  const reach = actor({
    appointments: [appointed(role, role === 'SUPERIOR' ? 0 : 1)],
    communes: [{ id: 1, key: 'duc-lang', through: place }],
  }).reachIn('duc-lang');
  expect(reach).toEqual({
    communeId: 1,
    key: 'duc-lang',
    sees: audienceOf[role],
    awardsAs: role === 'OBSERVER' ? 'PUBLIC' : audienceOf[role],
    units: null,
    draftsAt: role === 'REPORTER' ? { paths: [], predecessorPaths: [], on: '2024-01-31' } : null,
    actorId: 'a',
  });
});

it('sees the most that one of several appointments shows', () => {
  expect(actor({ appointments: [appointed('OBSERVER'), appointed('CLERK')] }).reachIn('duc-lang').sees).toBe('INSIDE');
});

it('holds an appointment only in its own commune', () => {
  const both = actor({
    appointments: [appointed('CLERK', 1)],
    communes: [
      { id: 1, key: 'duc-lang', through: 'appointment' },
      { id: 2, key: 'xa-mau', through: 'appointment' },
    ],
  });
  expect(refusal(() => both.demand('amendIndicator', 'duc-lang'))).toBe('allowed');
  expect(refusal(() => both.demand('amendIndicator', 'xa-mau'))).toBe('FORBIDDEN');
});

it.each<[string, Partial<Identity>, string]>([
  ['a clerk with every scope', { appointments: [appointed('CLERK')] }, 'allowed'],
  ['a clerk whose key only reads', { appointments: [appointed('CLERK')], scopes: ['plans:read'] }, 'SCOPE_MISSING'],
  ['an auditor', { appointments: [appointed('AUDITOR')] }, 'FORBIDDEN'],
  ['somebody without an appointment', {}, 'FORBIDDEN'],
  [
    'a clerk of another commune',
    { appointments: [appointed('CLERK', 2)], communes: [{ id: 2, key: 'xa-mau', through: 'appointment' }] },
    'NOT_FOUND',
  ],
  ['the public', { kind: 'PUBLIC', scopes: [] }, 'UNAUTHENTICATED'],
  ['the operator', { kind: 'OPERATOR', scopes: [] }, 'allowed'],
])('%s amending an indicator: %s', (_, change, expected) => {
  expect(refusal(() => actor(change).demand('amendIndicator', 'duc-lang'))).toBe(expected);
});

it('finds nothing in a commune once supervised, and is told so by the feed', () => {
  const once = actor({
    appointments: [appointed('SUPERIOR', 0)],
    communes: [{ id: 1, key: 'duc-lang', through: 'ended', successors: ['ha-tinh'] }],
  });
  expect(refusal(() => once.demand('plan', 'duc-lang'))).toBe('NOT_FOUND');
  expect(refusal(() => once.demand('changes', 'duc-lang'))).toBe('SUPERVISION_ENDED');
  expect(once.communeIds).toEqual([]);
});

describe('a cursor of the feed', () => {
  const hash = 'ab'.repeat(32);
  const mine = visibilityHashOf('SUPERIOR', true, null);
  const cursor = { position: 67, item: 3, hash: hash.slice(0, 16), visibilityHash: mine };

  it('comes back as it was written', () => expect(readCursor(writeCursor({ ...cursor, hash }))).toEqual(cursor));

  it.each<[string, string | undefined, string, string]>([
    ['goes on in the history it came from', hash, mine, 'allowed'],
    ['above the head', undefined, mine, 'CURSOR_AHEAD'],
    ['above the head, for eyes that see more', undefined, visibilityHashOf('INSIDE', true, null), 'CURSOR_RESCOPED'],
    ['in another history', 'cd'.repeat(32), mine, 'CURSOR_OTHER_HISTORY'],
    ['for eyes that see more', hash, visibilityHashOf('INSIDE', true, null), 'CURSOR_RESCOPED'],
    ['for eyes that see no personal values', hash, visibilityHashOf('SUPERIOR', false, null), 'CURSOR_RESCOPED'],
    ['for eyes that see other units', hash, visibilityHashOf('SUPERIOR', true, ['u']), 'CURSOR_RESCOPED'],
  ])('%s', (_, there, sight, expected) =>
    expect(refusal(() => refuseForeignCursor(cursor, { there, visibilityHash: sight }, '/start'))).toBe(expected),
  );

  it.each([
    '',
    'x',
    Buffer.from('1.2').toString('base64url'),
    Buffer.from('-1.2.abcdefabcdefabcd.abcdef01').toString('base64url'),
  ])('%j is refused', (text) => {
    expect(refusal(() => readCursor(text))).toBe('CURSOR_INVALID');
  });
});
