import { readFileSync } from 'node:fs';
import { checkChange, commitmentOf, leafOf, linkOf, type Change } from '../../src/exchange/chain.js';
import { commitment, leafHash, linkHash, zeroHash, type Leaf } from '../../src/journal/chain.rules.js';
import type { Row } from '../doors.js';

const vector = JSON.parse(readFileSync('test/contract/chain-vector.json', 'utf8')) as {
  previous: string;
  positions: { position: number; hash: string; items: Change[] }[];
};
const items = vector.positions.flatMap((position) => position.items);
const shown = items.filter(({ op }) => op !== undefined);
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

function leafMembers({ op, kind, type, id, version, on, at, actor, reason, data }: Row): Leaf {
  return { op, kind, type, id, version, on, at, actor, ...(reason && { reason }), ...(data && { data }) };
}

it('has a hidden item and an erased value', () => {
  expect(shown).toHaveLength(items.length - 1);
  const { data, personal: kept } = items.at(-1) as Row;
  expect(data.signer.name).toEqual({ '#': expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(Object.keys(kept)).toEqual(['/actor']);
});

describe('the server', () => {
  it('commits to the personal values', () => {
    expect(personal.map(({ salt, value }) => commitment(Buffer.from(salt, 'hex'), value))).toEqual(
      personal.map(({ committed }) => committed),
    );
  });

  it('makes the leaves', () => {
    expect(shown.map((item) => leafHash(leafMembers(item)).toString('hex'))).toEqual(shown.map(({ leaf }) => leaf));
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
  it('commits to the personal values', () => {
    expect(personal.map(({ salt, value }) => ({ '#': commitmentOf(salt, value) }))).toEqual(
      personal.map(({ committed }) => committed),
    );
  });

  it('makes the leaves, and finds each item in order', () => {
    expect(shown.map((item) => leafOf(item))).toEqual(shown.map(({ leaf }) => leaf));
    for (const item of shown) expect(() => checkChange(item)).not.toThrow();
  });

  it('links the positions', () => {
    let hash = vector.previous;
    for (const link of vector.positions) {
      hash = linkOf(
        hash,
        link.position,
        link.items.map(({ leaf }) => leaf),
      );
      expect(hash).toBe(link.hash);
    }
  });
});

it('ends in the hash that was published', () => {
  expect(vector.positions.at(-1)?.hash).toBe('838ade3ef351a5dbd8d5b9c75209e6532b5048f2f3f074c121fe4d3698997e89');
});
