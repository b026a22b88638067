import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { termsOn, withTerm, type Term } from '../../src/exchange/terms.js';
import { verify } from '../../src/exchange/verify.js';
import { useApp } from '../app.js';
import { rest, type Row } from '../doors.js';
import { filesOf, linesOf, useExchange } from '../exchange.js';

const test = useApp();
const district = useExchange(test);
const at = { commune: 'duc-lang', unit: 'khu-dan-cu-1' };

const kept = () => filesOf(join(district.into, 'duc-lang'));
const pulled = () => linesOf(kept()['state/unit.ndjson']).find(({ code }) => code === at.unit);
const verified = async () => (await verify(district.into)).map(({ unverified }) => unverified);

it('a name that begins ahead is that of the day on which it begins, not before, and verifies on every day', async () => {
  const { ask } = rest(test);
  await district.pull({ on: '2024-01-31' });
  const before: Row = pulled();
  const { body: unit } = await ask('unit', 'clerk', at);
  const rename = { name: 'Tổ dân phố số 1', from: '2024-02-10', reason: 'Đổi tên' };
  const { body: renamed } = await ask('amendUnit', 'clerk', at, { version: unit.version, input: rename });
  expect(renamed).toMatchObject({ name: rename.name, termFrom: rename.from });

  await district.pull({ on: '2024-01-31' });
  const { body: stands } = await ask('unit', 'clerk', at);
  expect(stands).toMatchObject({ name: before.name, termTo: '2024-02-09' });
  expect(pulled()).toEqual({ ...before, version: renamed.version, termTo: '2024-02-09' });
  expect(await verified()).toEqual([undefined, undefined]);

  await district.pull({ on: '2024-02-09' });
  expect(pulled().name).toBe(before.name);
  await district.pull({ on: '2024-02-10' });
  expect(pulled()).toMatchObject({ name: rename.name, termFrom: rename.from, termTo: null });
  expect(linesOf(kept()['cursor.json'])[0].ahead).toBeUndefined();
  expect(await verified()).toEqual([undefined, undefined]);
});

it('verify names a folder whose later terms were changed', async () => {
  const { ask } = rest(test);
  const { body: unit } = await ask('unit', 'clerk', { ...at, unit: 'khu-dan-cu-2' });
  const input = { name: 'Tổ dân phố số 2', from: '2024-03-01', reason: 'Đổi tên' };
  await ask('amendUnit', 'clerk', { ...at, unit: 'khu-dan-cu-2' }, { version: unit.version, input });
  await district.pull({ on: '2024-01-31' });
  const path = join(district.into, 'duc-lang/cursor.json');
  writeFileSync(path, (kept()['cursor.json'] ?? '').replace('phố số 2', 'phố số 9'));
  expect((await verified())[0]).toContain('cursor.json: the later terms');
});

describe('terms', () => {
  const term = (termFrom: string, termTo: string | null = null) => ({ name: termFrom, termFrom, termTo }) as Term;
  const dates = (terms: readonly Term[]) => terms.map(({ termFrom, termTo }) => `${termFrom}–${termTo}`);

  it('one that is told takes the place of those that begin within it, and ends the one before', () => {
    const known = [term('2020-01-01', '2024-01-31'), term('2024-02-01', '2024-02-29'), term('2024-03-01')];
    expect(dates(withTerm(known, term('2024-02-15', '2024-02-29')))).toEqual([
      ...['2020-01-01–2024-01-31', '2024-02-01–2024-02-14', '2024-02-15–2024-02-29', '2024-03-01–null'],
    ]);
    // Taken back: the name of before goes on.
    expect(dates(withTerm(known, term('2020-01-01')))).toEqual(['2020-01-01–null']);
  });

  it('none begins after the last day of the unit', () => {
    const known = [term('2020-01-01', '2024-05-31'), term('2024-06-01')];
    const told = term('2020-01-01', '2024-02-10');
    expect(dates(withTerm(known, told, '2024-02-10'))).toEqual(['2020-01-01–2024-02-10']);
    expect(dates(withTerm(known, told))).toEqual(['2020-01-01–2024-02-10', '2024-06-01–null']);
  });

  it('a past one that is told stays past', () => {
    const known = [term('2024-01-01')];
    const told = withTerm(known, term('2023-01-01', '2023-12-31'));
    expect(termsOn(told, '2024-01-31').now).toEqual(known[0]);
  });

  it('of a unit that has not begun the first is shown', () => {
    const known = [term('2025-01-01', '2025-05-31'), term('2025-06-01')];
    expect(termsOn(known, '2024-01-31')).toEqual({ now: known[0], ahead: [known[1]] });
  });
});
