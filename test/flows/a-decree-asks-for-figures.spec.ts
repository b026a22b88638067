import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../../src/catalogue/catalogue.data.js';
import type { ConditionGiven } from '../../src/catalogue/catalogue.inputs.js';
import type { Term } from '../../src/catalogue/condition-words.data.js';
import { loadCatalogue } from '../../src/operator.js';
import { useApp } from '../app.js';
import { papersFor } from '../awards.js';
import { done, rest, type Row } from '../doors.js';

const test = useApp();
const commune = 'duc-lang';
const directory = mkdtempSync(join(tmpdir(), 'thidua-figures-'));
const environment = process.env;
const sourced = { source: 'Nghị định hư cấu', verified: true };
const form = 'giay-khen-xa';
const indicators = ['econ.households-clean-water', 'econ.rice.area'] as const;

const asked = (code: string, needs: Term): ConditionGiven => ({ code, text: 'Điều kiện hư cấu', needs, ...sourced });
const conditions = [
  ...indicators.flatMap((code, place) => [
    asked(`dat-${place}`, { is: 'INDICATOR', code, against: 'TARGET' }),
    asked(`bang-xa-${place}`, { is: 'INDICATOR', code, against: 'COMMUNE' }),
  ]),
  asked('hoan-thanh', { is: 'COMPLETION', percent: 50 }),
  asked('thon-nop', { is: 'SUBMITTED_BY', of: ['HAMLET'] }),
  asked('ty-le', { is: 'QUOTA', percent: 20, rated: 'GOOD', each: 'COMMUNE' }),
];

const ask = (operation: string, actor: string, parameters: object, given: object = {}) =>
  rest(test).ask(operation, actor, { commune, ...parameters }, given);
const judged = async (nominee: string, more: object = {}) => {
  const at = { form, nominee, type: 'MOVEMENT', year: 2023, ruleSet: 'hu-cau', ...more };
  const { reasons } = done(await ask('eligibility', 'clerk', at));
  return (code: string) => (reasons as Row[]).find((each) => each.code === code)!;
};

beforeAll(async () => {
  process.env = { ...environment, OWNER_DATABASE_URL: test.database.ownerUrl, TODAY: '2024-01-31' };
  const [own] = bundled.ruleSets[1]!.forms.filter(({ code }) => code === form);
  const ruleSet = {
    ...{ code: 'hu-cau', name: 'Nghị định hư cấu', validFrom: '1990-01-01', validTo: '1990-12-31', ...sourced },
    rounding: { method: 'NONE', unit: 1, ...sourced },
    forms: [{ ...own!, conditions }],
  };
  const file = join(directory, 'decree.json');
  writeFileSync(file, JSON.stringify({ ruleSets: [ruleSet], baseSalaries: [] }));
  await loadCatalogue(file);
  for (const [unit, value] of [
    ['khu-dan-cu-1', '50'],
    ['khu-dan-cu-4', '100'],
  ]) {
    const at = { plan: '2023', code: indicators[0], unit, period: '2023' };
    const input = { value, reason: 'Giao bổ sung' };
    done(await ask('setTarget', 'clerk', at, { version: 0, input }));
  }
});
afterAll(() => {
  process.env = environment;
  rmSync(directory, { recursive: true });
});

it('a hamlet is judged by its own figures, against its target and beside those of the commune', async () => {
  const { items } = done(
    await ask('progress', 'clerk', { plan: '2023', units: true, indicator: [...indicators], first: 500 }),
  );
  const rowOf = (code: string, unit: string | null) =>
    (items as Row[]).find(({ indicatorCode, unitCode }) => indicatorCode === code && unitCode === unit);
  const states: string[] = [];
  for (const [place, code] of indicators.entries())
    for (const unit of ['khu-dan-cu-1', 'khu-dan-cu-4', 'khu-dan-cu-6']) {
      const [own, whole] = [rowOf(code, unit), rowOf(code, null)];
      const reasons = await judged(unit);
      const expected = ({ MET: 'MET', EXCEEDED: 'MET', MISSED: 'UNMET' } as Row)[own?.state as string] ?? 'UNKNOWN';
      const share = ({ value, outOf }: Row) => Number(value) / Number(outOf ?? 1);
      const besides =
        own?.cumulative && whole?.cumulative
          ? share(own.cumulative) >= share(whole.cumulative)
            ? 'MET'
            : 'UNMET'
          : 'UNKNOWN';
      expect([unit, reasons(`dat-${place}`).state]).toEqual([unit, expected]);
      expect([unit, reasons(`bang-xa-${place}`).state]).toEqual([unit, besides]);
      states.push(expected, besides);
    }
  // Without a target of its own nothing is to be said of a hamlet.
  expect(new Set(states)).toEqual(new Set(['MET', 'UNMET', 'UNKNOWN']));
});

it('the n of N is that of the unit where it has targets, else that of the commune', async () => {
  const commune = (await judged('cong-chuc-thong-ke'))('hoan-thanh');
  expect(commune).toMatchObject({ state: 'MET', figure: '20/27' });
  const ofHamlet = async (unit: string) => (await judged(unit))('hoan-thanh');
  expect(await ofHamlet('khu-dan-cu-1')).toMatchObject({ state: 'MET', figure: '1/1' });
  expect(await ofHamlet('khu-dan-cu-4')).toMatchObject({ state: 'UNMET', figure: '0/1' });
  expect(await ofHamlet('khu-dan-cu-6')).toMatchObject({ state: 'MET', figure: '20/27' });
});

it('who handed a nomination in is read from the nomination', async () => {
  const input = { name: 'Phong trào 2023', period: '2023', forms: [form] };
  const round = done(await ask('openRound', 'administrator', {}, { input })).id;
  const handIn = async (unit: string, actor: string) => {
    const nominated = { round, unit, form, type: 'MOVEMENT', summary: 'Tích cực tham gia phong trào' };
    const { id, version, dossier } = done(await ask('nominate', actor, {}, { input: nominated }));
    const papers = await papersFor(test, dossier);
    done(await ask('submitNomination', actor, { id }, { version, input: { papers } }));
  };
  await handIn('khu-dan-cu-1', 'hamlet-1');
  await handIn('khu-dan-cu-2', 'administrator');
  const states = [];
  for (const unit of ['khu-dan-cu-1', 'khu-dan-cu-2', 'khu-dan-cu-3'])
    states.push((await judged(unit))('thon-nop').state);
  expect(states).toEqual(['MET', 'UNMET', 'PENDING']);
});

it('a quota may be of those who are rated so; a rating more is a place more', async () => {
  const rated = async () => {
    const { items } = done(await ask('facts', 'clerk', { kind: ['RATING'], year: 2023, first: 500 }));
    const { items: people } = done(await ask('units', 'clerk', { kind: ['INDIVIDUAL'], first: 500 }));
    const persons = new Set((people as Row[]).map(({ code }) => code));
    return (items as Row[]).filter(({ unitCode, value }) => persons.has(unitCode) && /GOOD|EXCELLENT/.test(value))
      .length;
  };
  const places = async () => Number((await judged('chu-tich-phu-nu'))('ty-le').figure.split('/')[1]);
  const before = await rated();
  expect(before).toBeGreaterThan(0);
  expect(await places()).toBe(Math.floor(before / 5));
  for (let more = 0; more < 5; more += 1) {
    const code = `nguoi-xep-loai-${more}`;
    const unit = { code, name: `Lê Văn Loại ${more}`, kind: 'INDIVIDUAL', parent: 'ubnd', validFrom: '2021-07-01' };
    done(await ask('addUnit', 'clerk', {}, { input: { ...unit, confirm: ['ALIKE'] } }));
    const fact = { unit: code, kind: 'RATING', value: 'GOOD', period: '2023', source: 'Sổ theo dõi' };
    done(await ask('recordFact', 'clerk', {}, { input: fact }));
  }
  expect(await places()).toBe(Math.floor(before / 5) + 1);
});
