import type { PlanSettings } from '../../src/indicators/plan-settings.view.js';
import type { ScoreColumn } from '../../src/standings/score-column.view.js';
import { brokenPlace, brokenSheet, dueDay, evidenceOf } from '../../src/standings/score-sheet.rules.js';
import { subjectsOf, type Judging } from '../../src/standings/score-values.rules.js';
import { block, criterion, scheme } from './schemes/build.js';

const span = { from: '2023-04-01', to: '2023-06-30' };
const rules = scheme(criterion('total', '10'), { blocks: [block('b', ['a'])] });
const judging = (unit: string): Judging => ({
  ...{ rules, revision: 1, period: '2023-Q2', span },
  subjects: subjectsOf(rules, unit, span.to),
});
const codes = (found: readonly { pointer: string; code: string }[]) =>
  found.map(({ pointer, code }) => `${pointer} ${code}`);

it('a column is due so many days after the last of the period, by its own deadline', () => {
  const deadlines = { self: 10, verified: 0, final: null };
  const due = (column: keyof typeof deadlines) => dueDay(deadlines, column, span);
  expect([due('self'), due('verified'), due('final')]).toEqual(['2023-07-10', '2023-06-30', null]);
  expect(dueDay(null, 'self', span)).toBeNull();
});

describe('the place of a sheet', () => {
  const settings = { seasons: [] as PlanSettings['seasons'] } as PlanSettings;
  const plan = { year: 2023, untilYear: null, unitPath: 'ubnd', settings };
  const place = (change: Partial<{ period: string; path: string }>, of: Judging | undefined = judging('a')) =>
    codes(
      brokenPlace({ plan, unit: { code: 'a', path: change.path ?? 'ubnd/a' }, period: change.period ?? '2023-Q2' }, of),
    );

  it('is of the plan, in force and in a block', () => expect(place({})).toEqual([]));
  it('is in a year of the plan', () => expect(place({ period: '2024-Q2' })).toEqual(['/period NOT_OF_THE_YEAR']));
  it('is of a unit for whom the plan is', () => expect(place({ path: 'other' })).toEqual(['/unit NOT_BELOW']));
  it('is in a block on the last day', () => expect(place({}, judging('z'))).toEqual(['/unit NOT_IN_BLOCK']));
  it('has a scheme in force', () => {
    const unit = { code: 'a', path: 'ubnd/a' };
    expect(codes(brokenPlace({ plan, unit, period: '2023-Q2' }, undefined))).toEqual(['/scheme NOT_IN_FORCE']);
  });
});

const nothing: ScoreColumn = { by: null, on: '2023-07-01', points: [], figures: [], occurrences: [] };
const happened = (...evidenceIds: string[]) => ({
  ...{ occurrenceId: 'o', figure: 'f', times: 1, on: null, text: 'Mất trộm', isExempt: false, reason: null },
  evidenceIds,
});

it('a sheet is submitted from the first day of its period on, and says something', () => {
  const said = { ...nothing, occurrences: [happened()] };
  const told = (self: ScoreColumn, on: string) => codes(brokenSheet({ period: '2023-Q2', self }, span, on));
  expect(told(said, '2023-04-01')).toEqual([]);
  expect(told(said, '2023-03-31')).toEqual(['/period NOT_BEGUN']);
  expect(told(nothing, '2023-07-01')).toEqual(['/self SHEET_EMPTY']);
});

it('the files that prove a sheet are those of all its columns, each once', () => {
  const column = (...files: string[]) => ({ ...nothing, occurrences: [happened(...files)] });
  expect(evidenceOf({ self: column('a', 'b'), verified: column('b', 'c'), final: column('d') })).toEqual([
    ...['a', 'b', 'c', 'd'],
  ]);
  expect(evidenceOf({ self: column('a'), verified: null, final: null })).toEqual(['a']);
});
