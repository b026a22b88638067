import { isDeepStrictEqual } from 'node:util';
import { useApp } from '../app.js';
import { disagreements } from '../campaigns/feed.js';
import {
  dissolvedWhileSigned,
  numbersOf,
  recordedWhileGranted,
  reopenedWhileDrafted,
  restoredWhileNominated,
  twoNominate,
  twoOutcomes,
  twoSign,
  twoTyped,
  unguard,
  withdrawnWhileReceived,
} from '../campaigns/racing-decisions.js';
import { deadlocks } from '../campaigns/racing-reports.js';
import { happens } from '../until.js';

const inOrder = (numbers: readonly number[]) => numbers.map((_, place) => place + 1);

describe('with its guards', () => {
  const test = useApp();

  it('numbers have no gap and none stands twice, though some signatures are taken back', async () => {
    const { signed, numbers, failed } = await numbersOf(test, 15);
    expect({ signed, failed }).toEqual({ signed: 10, failed: { Regret: 5 } });
    expect(numbers).toEqual(inOrder(numbers));
    expect(numbers).toHaveLength(signed);
  });

  it('of two who sign one signs, of two who put somebody forward one does', async () => {
    expect(await twoSign(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { STALE: 8 } });
    expect(await twoNominate(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { ALREADY_NOMINATED: 8 } });
    expect(await twoTyped(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { NUMBER_TAKEN: 8 } });
  });

  it('of who takes a step back and who goes on one does', async () => {
    expect(await reopenedWhileDrafted(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { RULE: 8 } });
    expect(await restoredWhileNominated(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { ALREADY_NOMINATED: 8 } });
  });

  it('of two outcomes from above one is recorded, and what is received is not withdrawn', async () => {
    expect(await twoOutcomes(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { STALE: 8 } });
    const twice = { rounds: 8, strange: 0, refused: { ALREADY_RECORDED: 8 } };
    expect(await recordedWhileGranted(test, 8)).toEqual(twice);
    expect(await withdrawnWhileReceived(test, 8)).toEqual({ rounds: 8, strange: 0, refused: { STALE: 8 } });
  });

  it('of who signs and who dissolves the collective one is first', async () =>
    expect(await dissolvedWhileSigned(test)).toEqual(['DISSOLVED']));

  it('the chain computes, and nobody waited for each other', async () => {
    expect(await disagreements(test, 'duc-lang')).toEqual([]);
    expect(await deadlocks(test)).toBe(0);
  });
});

it('control: without its guards numbers stand twice, and a nominee too, and who is dissolved is granted something', async () => {
  await unguard(unguarded);
  expect(await dissolvedWhileSigned(unguarded)).toEqual([]);
  const drawnTwice = async () => {
    const { numbers } = await numbersOf(unguarded, 24);
    return !isDeepStrictEqual(numbers, inOrder(numbers));
  };
  expect(await happens(drawnTwice)).toBe(true);
  expect(await happens(async () => (await twoSign(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await twoNominate(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await reopenedWhileDrafted(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await restoredWhileNominated(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await twoOutcomes(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await recordedWhileGranted(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await withdrawnWhileReceived(unguarded, 20)).strange > 0)).toBe(true);
  expect(await happens(async () => (await twoTyped(unguarded, 20)).strange > 0)).toBe(true);
});
const unguarded = useApp();
