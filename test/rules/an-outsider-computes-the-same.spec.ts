import fc from 'fast-check';
import { disagreementsOf, type PublishedTable } from '../../src/exchange/standings/recompute.js';
import { blocksBehind } from '../../src/standings/scheme-members.rules.js';
import type { SchemeRules } from '../../src/standings/scheme-rules.js';
import type { ScoringInputs } from '../../src/standings/scored.js';
import { byCode, named } from '../../src/standings/subject.rules.js';
import { anyCase } from './schemes/any.js';
import { anyQuotaCase, anyWideCase } from './schemes/any-wide.js';
import { figure, happened, inputs, points } from './schemes/build.js';
import {
  accessToLaw,
  cityDepartments,
  culturalArea,
  culturalFamily,
  dormitory,
  petitions,
} from './schemes/by-class.js';
import {
  allow,
  eventsOfCaiLay,
  landOffice,
  landOfficeGiven,
  minutesOfCaiLay,
  reportOfCaiLay,
} from './schemes/land-office-2022.js';
import { monthOf, official, officials } from './schemes/officials-2026.js';
import { policeGroups, policeLeaves, race, relativeLine, selfScored } from './schemes/police-cluster-2025.js';
import { published } from './schemes/publish.js';

/** The verifier's reading of a scheme, which shares no code with the server's, against the server's. */

const groups = (unit: string, ...of: readonly string[]) =>
  points(unit, Object.fromEntries(of.map((each, index) => [String(index + 1), each])));
const real: readonly [string, SchemeRules, ScoringInputs][] = [
  ['Tiền Giang, events', landOffice, { ...eventsOfCaiLay('2022-02-09'), allowances: ['C2.4', 'd2.3'].map(allow) }],
  ['Tiền Giang, minutes', landOfficeGiven, minutesOfCaiLay],
  ['Tiền Giang, report', landOfficeGiven, reportOfCaiLay],
  [
    'Quảng Trị, against the leader',
    relativeLine('10'),
    race({ A: ['120', '100'], B: ['150', '0'], C: ['60', '50'], D: ['80', '80'], E: ['100', '0'], F: ['75', '0'] }),
  ],
  ['Quảng Trị, groups', policeGroups, selfScored],
  [
    'Quảng Trị, leaves',
    policeLeaves,
    inputs({
      figures: [figure('A', 'done', 'YES'), figure('A', 'cases', '3'), figure('B', 'done', 'NO')],
      occurrences: [happened('A', 'praised', 2), happened('A', 'blamed')],
    }),
  ],
  [
    'Nghĩa Lâm',
    officials,
    monthOf(
      [
        ['2', '2', '1.5'],
        ['4', '2', '0.5'],
      ],
      { delays: 1, reworks: 2, isExempt: true },
    ),
  ],
  ['Nghĩa Lâm, nothing assigned', official, monthOf([['0', '0', '1']])],
  [
    'Gia đình văn hóa',
    culturalFamily,
    inputs({
      points: [...groups('family', '30', '40', '26'), ...groups('other', '30', '40', '24')],
      figures: [figure('family', 'consent', '95'), figure('other', 'consent', '89')],
    }),
  ],
  [
    'Khu dân cư văn hóa',
    culturalArea,
    inputs({
      points: [...groups('plain', '20', '20', '20', '20'), ...groups('hill', '10', '10', '10', '10')],
      figures: [
        figure('plain', 'poverty', '5'),
        figure('hill', 'poverty', '4'),
        figure(null, 'poverty-of-commune', '4.5'),
      ],
    }),
  ],
  [
    'Chuẩn tiếp cận pháp luật',
    accessToLaw,
    inputs({
      points: ['a', 'b'].flatMap((unit) => groups(unit, '20', '20', '15', '15', '10')),
      occurrences: [happened('b', 'disciplined')],
    }),
  ],
  ['Nghệ An', petitions, inputs({ points: ['a', 'b'].flatMap((unit) => groups(unit, '25', '25', '21', '21')) })],
  [
    'TP.HCM',
    cityDepartments('flags'),
    inputs({
      points: points('a', { total: '97' }),
      occurrences: ['city-flag', 'government-flag'].map((each) => happened('a', each)),
    }),
  ],
  ['Ký túc xá', dormitory, inputs({ figures: ['1', '2', '3'].map((code) => figure('a', code, '96')) })],
];

describe('the verifier agrees with the server on', () => {
  it.each(real)('%s', (_, rules, given) => {
    expect(disagreementsOf(published(rules, given))).toEqual([]);
  });

  const agrees = ([rules, given]: readonly [SchemeRules, ScoringInputs]) =>
    expect(disagreementsOf(published(rules, given))).toEqual([]);

  it('any scheme', () => {
    fc.assert(fc.property(anyCase, agrees), { numRuns: 40 });
  });

  it('schemes with every rule, and missing inputs', () => {
    fc.assert(fc.property(anyWideCase, agrees), { numRuns: 100 });
  });

  it('quotas, ties and exceptions', () => {
    fc.assert(fc.property(anyQuotaCase, agrees), { numRuns: 100 });
  });

  it('a block that is seen with those alone whose points it shares', () => {
    const agreesOn = ([rules, given]: readonly [SchemeRules, ScoringInputs], block: string) => {
      const seen = [...blocksBehind(rules, named(byCode(rules.blocks), block))].map(({ code }) => code);
      expect(disagreementsOf(published(rules, given, seen))).toEqual([]);
    };
    fc.assert(fc.property(anyWideCase, fc.constantFrom('even', 'odd'), agreesOn), { numRuns: 30 });
  });
});

type Path = readonly (string | number)[];

/** All that a table says, place by place, but for its sentences, and for ids that say nothing. */
const placesIn = (value: unknown, path: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : Object.entries(value).flatMap(([name, each]) =>
        name === 'words' || name === 'figures' || (path.length === 1 && /^(id|unitId|publicationId)$/.test(name))
          ? []
          : placesIn(each, [...path, name]),
      );

const another = (value: unknown): unknown => {
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value) + 1) : `${value}x`;
  return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : '1';
};

/** The table with another value in one place. */
function altered(table: PublishedTable, path: Path): PublishedTable {
  const copy = structuredClone(table);
  type Holder = Record<string | number, unknown>;
  const holder = path.slice(0, -1).reduce((of, name) => of[name] as Holder, copy.standings as unknown as Holder);
  holder[path.at(-1)!] = another(holder[path.at(-1)!]);
  return copy;
}

describe('one changed value is found', () => {
  it.each(real.filter(([, , { points: given, figures }]) => given.length + figures.length < 10))(
    'anywhere in a table: %s',
    (_, rules, given) => {
      const table = published(rules, given);
      const unseen = placesIn(table.standings).filter((path) => disagreementsOf(altered(table, path)).length === 0);
      expect(unseen).toEqual([]);
    },
  );

  it('anywhere in any table', () => {
    const cases = fc.oneof(anyWideCase, anyQuotaCase);
    fc.assert(
      fc.property(cases, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), ([rules, given], at) => {
        const table = published(rules, given);
        const places = placesIn(table.standings);
        for (const each of at) {
          const path = places[each % places.length]!;
          expect([path, disagreementsOf(altered(table, path))]).not.toEqual([path, []]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('with its unit and line', () => {
    const table = published(relativeLine('10', ['A', 'B']), race({ A: ['5', '1'], B: ['2', '1'] }));
    const row = { ...table.standings[1]!, points: '6', rank: 1 };
    expect(disagreementsOf({ ...table, standings: [table.standings[0]!, row] })).toEqual([
      'B: points "6" is published, and "6.25" computed',
      'B: rank 1 is published, and 2 computed',
    ]);
    const tree = { ...row.tree, points: '6' };
    expect(disagreementsOf({ ...table, standings: [table.standings[0]!, { ...table.standings[1]!, tree }] })).toEqual([
      'B, line total: points "6" is published, and "6.25" computed',
    ]);
  });

  it('in an input, even where every row and every hash has it', () => {
    const [rules, given] = [relativeLine('10', ['A', 'B']), race({ A: ['5', '1'], B: ['2', '1'] })];
    const honest = published(rules, given);
    const lie = published(rules, race({ A: ['5', '1'], B: ['3', '1'] }));
    const standings = lie.standings.map((row, at) => ({ ...row, points: honest.standings[at]!.points }));
    expect(disagreementsOf({ ...lie, standings })).toEqual(['B: points "6.25" is published, and "7.5" computed']);
  });

  it('where two rows tell the same input otherwise', () => {
    const table = published(relativeLine('10', ['A', 'B']), race({ A: ['5', '1'], B: ['2', '1'] }));
    const [place] = placesIn(table.standings).filter((path) => path.join() === '1,tree,inputs,1,value');
    expect(disagreementsOf(altered(table, place!))[0]).toMatch(
      /^B, line total has the input .*, and A, line total has it as /,
    );
  });

  it('where a row is missing, twice there, or of nobody', () => {
    const table = published(policeGroups, selfScored);
    const [first, ...rest] = table.standings;
    const of = (standings: PublishedTable['standings']) => disagreementsOf({ ...table, standings });
    expect(of(rest)).toContain('D has no row in block cluster');
    expect(of([...table.standings, rest[0]!])).toContain('G has two rows in block cluster');
    expect(of([...table.standings, { ...first!, unitCode: 'Z' }])).toContain(
      'Z has a row, and is not in block cluster on 2023-12-31',
    );
  });
});
