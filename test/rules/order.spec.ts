import type { Change } from '../../src/exchange/chain.js';
import { orderCheck } from '../../src/exchange/order.js';
import type { VerifiedPosition } from '../../src/exchange/positions.js';

const hash = (position: number) => String(position).repeat(64).slice(0, 64);
const change = (position: number, more: Partial<Change> = {}): Change => ({
  position,
  item: 1,
  form: 2,
  op: 'UPSERT',
  type: 'plan',
  recordId: 'a',
  version: position,
  at: `2024-01-01T00:00:0${position}.000Z`,
  leaf: '',
  ...more,
});
const checked = (...changes: Change[]) => {
  const check = orderCheck();
  for (const each of changes)
    check({
      position: each.position,
      hash: hash(each.position),
      changes: [each],
      form: 2,
      seen: [],
    } satisfies VerifiedPosition);
};

it('versions rise', () => {
  expect(() => checked(change(1), change(2), change(3, { version: 7 }))).not.toThrow();
  expect(() => checked(change(1), change(2, { version: 1 }))).toThrow('version 1 of plan a comes after version 1');
  expect(() => checked(change(1), change(2), change(3, { version: 1 }))).toThrow('after version 2');
  expect(() => checked(change(1), change(2, { version: 1, recordId: 'b' }))).not.toThrow();
});

it('times do not run back, but in form 1', () => {
  const at = '2023-12-31T00:00:00.000Z';
  expect(() => checked(change(1), change(2, { at }))).toThrow(`its time ${at} lies before`);
  expect(() => checked(change(1, { form: 1 }), change(2, { form: 1, at }))).not.toThrow();
  expect(() => checked(change(1, { form: 1 }), change(2, { at }))).toThrow('lies before');
});

it('a decision rests on a head of the chain before it', () => {
  const decision = (head: object | null) => change(3, { type: 'decision', data: { head } });
  expect(() => checked(change(1), change(2), decision(null))).not.toThrow();
  expect(() => checked(change(1), change(2), decision({ position: 2, hash: hash(2) }))).not.toThrow();
  for (const head of [{ position: 2, hash: hash(1) }, { position: 3, hash: hash(3) }, {}])
    expect(() => checked(change(1), change(2), decision(head))).toThrow('which the chain does not have');
});
