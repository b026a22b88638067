import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { LookupAddress } from 'node:dns';
import { isGlobal } from '../../src/webhooks/global-address.rules.js';
import { guardedPost, type Guard } from '../../src/webhooks/guarded-post.js';

/** Handles of TCP as Node's own `net` makes them: each connection goes through one of these two, looked up or not. */
const { TCP } = (process as unknown as { binding(name: string): { TCP: { prototype: Handle } } }).binding('tcp_wrap');
interface Handle {
  connect(request: unknown, address: string): number;
  connect6(request: unknown, address: string): number;
}

const refused = -111;
const connected: string[] = [];
beforeAll(() => {
  for (const way of ['connect', 'connect6'] as const)
    jest.spyOn(TCP.prototype, way).mockImplementation((_, address) => (connected.push(address), refused));
});
beforeEach(() => void (connected.length = 0));
afterAll(() => jest.restoreAllMocks());

const byte = fc.integer({ min: 0, max: 255 });
const local = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127, 224, 240, 255), byte, byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  fc.tuple(fc.constant(198), fc.constantFrom(18, 19), byte, byte),
);
const number = ([a, b, c, d]: number[]) => ((a! * 256 + b!) * 256 + c!) * 256 + d!;
const hex = (value: number) => value.toString(16).padStart(4, '0');
const groups = (four: number[]) => `${hex(Math.floor(number(four) / 65_536))}:${hex(number(four) % 65_536)}`;
const dotted = (four: number[]) => four.join('.');

/** Ways to write an IPv4 address in a URL, and to carry it inside of an IPv6 one. */
const written: ((four: number[]) => string)[] = [
  dotted,
  (four) => String(number(four)),
  (four) => `0x${number(four).toString(16)}`,
  (four) => `0${number(four).toString(8)}`,
  (four) => four.map((each) => `0x${each.toString(16)}`).join('.'),
  (four) => four.map((each) => `0${each.toString(8)}`).join('.'),
  ([a, ...rest]) => `${a}.${rest.reduce((sum, each) => sum * 256 + each, 0)}`,
  (four) => `${dotted(four)}.`,
  (four) => dotted(four).replaceAll('.', '%2e'),
  (four) => dotted(four).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (four) => `[::ffff:${dotted(four)}]`,
  (four) => `[::ffff:${groups(four)}]`,
  (four) => `[::${groups(four)}]`,
  (four) => `[64:ff9b::${groups(four)}]`,
  (four) => `[2002:${groups(four)}::1]`,
];
const local6 = fc
  .tuple(
    fc.constantFrom('::1', 'fc00::', 'fd00::', 'fe80::', 'fec0::', 'ff02::', '2001:db8::', '2001::', '3fff::', '100::'),
    byte,
  )
  .map(([start, end]) => (start.endsWith('::') ? `[${start}${end.toString(16)}]` : `[${start}]`));
const host = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(local, fc.constantFrom(...written)).map(([four, write]) => write(four)) },
  { weight: 1, arbitrary: local6 },
  { weight: 1, arbitrary: fc.constantFrom('localhost', 'LOCALHOST', 'localhost.', 'db.internal', 'metadata') },
);
const hostile = fc
  .tuple(fc.constantFrom('https://', 'https://', 'http://', 'https:\\\\', 'https:', 'HTTPS://user:pw@'), host, byte)
  .map(([start, at, port]) => `${start}${at}:${port + 1}/hook?next=https://example.vn`)
  .filter((url) => URL.canParse(url));

/** Answers of a look-up: names of a local network, and names of the internet that lead into one, at once or by turns. */
const answers = fc.oneof(
  local.map((four) => [{ address: dotted(four), family: 4 }]),
  local.map((four) => [
    { address: '1.1.1.1', family: 4 },
    { address: dotted(four), family: 4 },
  ]),
  fc.constant([{ address: '::1', family: 6 }]),
  local.map((four) => [{ address: `::ffff:${dotted(four)}`, family: 6 }]),
);

const lookUp = (given: readonly LookupAddress[]) => {
  let asked = 0;
  const call = (_: string, __: unknown, answer: (error: null, all: readonly LookupAddress[]) => void) =>
    setImmediate(() => answer(null, asked++ === 0 ? given : [{ address: '127.0.0.1', family: 4 }]));
  return { call: call as never, asked: () => asked };
};

function post(url: string, guard: Partial<Guard>) {
  const { signal } = new AbortController();
  const whole = { anyAddress: false, timeout: 5_000, signal, ...guard };
  return guardedPost({ url: new URL(url), headers: {}, body: '{}' }, whole);
}
const localConnections = () => connected.filter((address) => !isGlobal(address));

const made = 5_000;
const generated = fc.sample(fc.tuple(hostile, answers), { numRuns: made, seed: 20261130 });

it('of 5,000 hostile addresses none is connected to', async () => {
  const outcomes = new Map<string, number>();
  for (const [url, given] of generated) {
    const { outcome } = await post(url, { lookUp: lookUp(given).call });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect(outcomes).toEqual(new Map([['ADDRESS_REFUSED', made]]));
  expect(connected).toEqual([]);
});

it('control: where any address is allowed they are', async () => {
  for (const [url, given] of generated.slice(0, 500)) await post(url, { anyAddress: true, lookUp: lookUp(given).call });
  expect(localConnections().length).toBeGreaterThan(400);
});

it('a name that leads elsewhere a moment later is connected to where it led when it was checked', async () => {
  const names = lookUp([{ address: '1.1.1.1', family: 4 }]);
  expect((await post('https://example.vn/', { lookUp: names.call })).outcome).toBe('UNREACHABLE');
  expect([connected, names.asked()]).toEqual([['1.1.1.1'], 1]);
  await post('https://[2606:4700::1111]/', {});
  expect(connected).toEqual(['1.1.1.1', '2606:4700::1111']);
});
