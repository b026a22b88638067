import { readFileSync } from 'node:fs';
import {
  checkChange,
  commitmentOf,
  leafOf,
  linkOf,
  type Audience,
  type Change,
  type Hidden,
} from '../../src/exchange/chain.js';
import { checkHidden } from '../../src/exchange/hidden.js';
import {
  commitment,
  contentHash,
  leafHash,
  linkHash,
  zeroHash,
  type Content,
  type Header,
} from '../../src/journal/chain.rules.js';
import type { Row } from '../doors.js';

const vector = JSON.parse(readFileSync('test/contract/chain-vector.json', 'utf8')) as {
  previous: string;
  sees: Audience;
  bound: boolean;
  positions: { position: number; hash: string; items: Change[] }[];
};
const items = vector.positions.flatMap((position) => position.items);
const shown = items.filter(({ kind }) => kind !== undefined);
const hidden = items.filter(({ kind }) => kind === undefined);
const personal = shown.flatMap((item) =>
  Object.entries(item.personal ?? {}).map(([pointer, { salt, value }]) => ({
    committed: member(item, pointer),
    salt,
    value,
  })),
);

function member(item: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inner, name) => (inner as Row)[name], item);
}

const headerOf = ({ op, seen }: Row): Header => ({ op, seen });
const contentOf = ({ kind, type, recordId, version, on, at, actor, reason, data }: Row): Content => ({
  kind,
  type,
  recordId,
  version,
  on,
  at,
  actor,
  ...(reason && { reason }),
  ...(data && { data }),
});

it('has both forms, hidden items of each, and erased values', () => {
  expect(shown.map(({ position, form }) => [position, form])).toEqual([
    ...Array(3).fill([1, 1]),
    [2, 1],
    ...Array(2).fill([3, 1]),
    [4, 2],
    ...Array(2).fill([5, 2]),
  ]);
  expect(hidden.map((item) => [item.position, Object.keys(item).sort().join(' ')])).toEqual([
    [2, 'item leaf position'],
    [4, 'content form item leaf op position seen'],
    [5, 'content form item leaf op position seen'],
  ]);
  const erased = shown.filter(({ kind }) => kind === 'plan.closed' || kind === 'award.issued');
  expect(erased.map(({ personal: kept }) => Object.keys(kept ?? {}))).toEqual([['/actor'], ['/actor']]);
});

describe('the server', () => {
  it('commits to the personal values', () => {
    expect(personal.map(({ salt, value }) => commitment(Buffer.from(salt, 'hex'), value))).toEqual(
      personal.map(({ committed }) => committed),
    );
  });

  it('makes the leaves of form 2', () => {
    const leaves = items
      .filter(({ form }) => form === 2)
      .map((item) => {
        const content =
          item.kind === undefined ? Buffer.from(String(item.content), 'hex') : contentHash(contentOf(item));
        return [leafHash(headerOf(item), content).toString('hex'), item.leaf];
      });
    expect(leaves).toHaveLength(5);
    for (const [made, given] of leaves) expect(made).toBe(given);
  });

  it('links the positions', () => {
    let hash: Buffer = zeroHash;
    for (const link of vector.positions) {
      hash = linkHash(
        hash,
        link.position,
        link.items.map(({ leaf }) => Buffer.from(leaf, 'hex')),
      );
      expect(hash.toString('hex')).toBe(link.hash);
    }
  });
});

describe('the verifier', () => {
  const links = vector.positions.map(({ position, hash, items: all }) => ({
    position,
    hash,
    leaves: all.map(({ leaf }) => leaf),
    hidden: all.filter(({ kind }) => kind === undefined) as unknown as Hidden[],
  }));
  const shownAt = (position: number) => shown.filter((item) => item.position === position);
  const checkHiddenAt = (position: number, forge: (link: Row, changes: Row[]) => void = () => undefined) => {
    const [link, changes] = structuredClone([links[position - 1]!, shownAt(position)]);
    forge(link, changes);
    checkHidden(link, changes, vector);
  };

  it('commits to the personal values', () => {
    expect(personal.map(({ salt, value }) => ({ '#': commitmentOf(salt, value) }))).toEqual(
      personal.map(({ committed }) => committed),
    );
  });

  it('makes the leaves of both forms, and finds each item in order', () => {
    expect(shown.map((item) => leafOf(item))).toEqual(shown.map(({ leaf }) => leaf));
    for (const item of shown) expect(() => checkChange(item)).not.toThrow();
  });

  it('takes a line of version 0.1.0: with `id`, without a form', () => {
    const [{ form: _, recordId: id, ...line }] = shown as [Change];
    expect(() => checkChange({ ...line, id } as Change)).not.toThrow();
    expect(() => checkChange({ ...line, id, recordId: id } as Change)).toThrow('not those of its form');
    expect(() => checkChange({ ...line, id: 'another' } as Change)).toThrow('does not give its leaf');
  });

  it('links the positions', () => {
    let hash = vector.previous;
    for (const { position, leaves, hash: given } of links) {
      hash = linkOf(hash, position, leaves);
      expect(hash).toBe(given);
    }
  });

  it('finds the hidden items rightly hidden, and refuses others', () => {
    for (const position of [4, 5]) expect(() => checkHiddenAt(position)).not.toThrow();
    const forged: [number, (link: Row, changes: Row[]) => void, string][] = [
      [4, ({ hidden: [each] }) => (each.seen.after = 'PUBLIC'), 'item 1 does not give its leaf'],
      [4, ({ hidden: [each] }) => (each.content = 'f'.repeat(64)), 'item 1 does not give its leaf'],
      [4, (link) => (link.hidden = []), 'the header of a hidden one'],
      [4, ({ leaves, hidden: [each] }) => (leaves[0] = each.leaf = '00'), 'item 1 does not give its leaf'],
      [5, (_, changes) => changes.splice(0, 1), 'the header of a hidden one'],
      [5, (_, [removed]) => (removed!.seen = { before: 'SUPERIOR', after: 'INSIDE' }), 'item 2 is hidden'],
      [5, (_, [removed]) => (removed!.op = 'UPSERT'), 'item 2 is hidden'],
    ];
    for (const [position, forge, why] of forged) expect(() => checkHiddenAt(position, forge)).toThrow(why);
    expect(() => checkHidden(links[2]!, shownAt(3), vector)).toThrow('form 1 does not come after form 2');
  });

  it.each([
    ['UPSERT', { before: null, after: 'PUBLIC' }, 'refused'],
    ['UPSERT', { before: 'INSIDE', after: 'SUPERIOR' }, 'refused'],
    ['UPSERT', { before: null, after: 'INSIDE' }, 'taken'],
    ['UPSERT', { before: 'SUPERIOR', after: 'INSIDE' }, 'refused'],
    ['REMOVED', { before: 'PUBLIC', after: null }, 'refused'],
    ['REMOVED', { before: 'SUPERIOR', after: 'INSIDE' }, 'refused'],
    ['REMOVED', { before: 'PUBLIC', after: 'SUPERIOR' }, 'taken'],
    ['REMOVED', { before: 'INSIDE', after: null }, 'taken'],
  ] as const)('a hidden %s, seen %j, is %s of a superior, and taken of a bound key', (op, seen, judged) => {
    const content = '0'.repeat(64);
    const leaf = leafHash({ op, seen }, Buffer.from(content, 'hex')).toString('hex');
    const link = { position: 1, hash: '', leaves: [leaf], hidden: [{ item: 1, op, seen, content }] };
    const check = (bound: boolean) => () => checkHidden(link, [], { sees: 'SUPERIOR', bound });
    expect(check(true)).not.toThrow();
    if (judged === 'taken') expect(check(false)).not.toThrow();
    else expect(check(false)).toThrow('item 1 is hidden, and SUPERIOR is shown such a change');
  });
});

it('ends in the hash that was published', () => {
  expect(vector.positions.at(-1)?.hash).toBe('8d508d1c780b50f9460e884613e3f2f40dc81f38175d4854430219c7b067fdb2');
});
