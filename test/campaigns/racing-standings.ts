import { setTimeout as delay } from 'node:timers/promises';
import { PlansQueries } from '../../src/indicators/plans.queries.js';
import { JournalService } from '../../src/journal/journal.service.js';
import { PeriodActsService } from '../../src/periods/period-acts.service.js';
import { PublicationActsService } from '../../src/standings/publication-acts.service.js';
import { PublicationsQueries } from '../../src/standings/publications.queries.js';
import { PublicationsService } from '../../src/standings/publications.service.js';
import { SchemeActsService } from '../../src/standings/scheme-acts.service.js';
import { ScoreSheetActsService } from '../../src/standings/score-sheet-acts.service.js';
import { ScoreSheetsQueries } from '../../src/standings/score-sheets.queries.js';
import { ScoringService } from '../../src/standings/scoring.service.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { SubmissionsQueries } from '../../src/submissions/submissions.queries.js';
import type { TestApp } from '../app.js';
import { graphql, rest } from '../doors.js';
import { rulesOfHamlets, schemeOfEquals, schemeOfHamlets } from '../schemes.js';
import { entries, issued, unversion } from './racing-reports.js';
import { counted, eachRound } from './rounds.js';

const commune = 'duc-lang';
const scheme = 'dua';
const period = '2023';
const reason = 'Số liệu chính thức';
/** The class of the scheme whose quota has places for two of six hamlets. */
const best = { block: 'khu-dan-cu', class: 'xuat-sac' };

interface Race {
  /**
   * Beside a candidate: nothing, a period that is closed, the next revision of the scheme as a draft, an open tie, a
   * sheet of points that is verified, or concluded.
   */
  from: 'CANDIDATE' | 'CLOSED' | 'REVISED' | 'TIED' | 'VERIFIED' | 'CONCLUDED';
  acts: readonly [Act, Act];
  /** What both may be told: nothing where an act is done, else the code of its refusal. */
  told: readonly (readonly [string?, string?])[];
}

const done = undefined;

export const races = {
  'publication against approval': {
    from: 'CANDIDATE',
    acts: ['publishStandings', 'approveSubmission'],
    told: [[done, done], ['INPUTS_CHANGED']],
  },
  'publication against closing of the period': {
    from: 'CANDIDATE',
    acts: ['publishStandings', 'closePeriod'],
    told: [[done, done]],
  },
  'publication against reopening of the period': {
    from: 'CLOSED',
    acts: ['publishStandings', 'reopenPeriod'],
    told: [[done, done]],
  },
  'two publications of one candidate': {
    from: 'CANDIDATE',
    acts: ['publishStandings', 'publishStandings'],
    told: [['STALE'], [done, 'STALE']],
  },
  'two scorings': { from: 'CANDIDATE', acts: ['scoreStandings', 'scoreStandings'], told: [[done, done]] },
  'publication against scoring': {
    from: 'CANDIDATE',
    acts: ['publishStandings', 'scoreStandings'],
    told: [[done, done], ['NOT_FOUND']],
  },
  'publication against adoption': {
    from: 'REVISED',
    acts: ['publishStandings', 'adoptScheme'],
    told: [[done, done], ['INPUTS_CHANGED']],
  },
  'publication against amendment of a draft': {
    from: 'REVISED',
    acts: ['publishStandings', 'amendScheme'],
    told: [[done, done]],
  },
  'publication against decision of a tie': {
    from: 'TIED',
    acts: ['publishStandings', 'decideTie'],
    told: [['RULE'], ['STALE']],
  },
  'publication against conclusion of a sheet': {
    from: 'VERIFIED',
    acts: ['publishStandings', 'concludeScore'],
    told: [[done, done], ['INPUTS_CHANGED']],
  },
  'publication against return of a sheet': {
    from: 'CONCLUDED',
    acts: ['publishStandings', 'returnScores'],
    told: [[done, done], ['INPUTS_CHANGED']],
  },
} as const satisfies Record<string, Race>;

export type RaceName = keyof typeof races;
export const raceNames = Object.keys(races) as RaceName[];

interface Versioned {
  id: string;
  version: number;
}

interface Round {
  plan: string;
  table: Versioned;
  report: Versioned;
  sheet: Versioned;
}

type Act = keyof typeof asking;

/** Requests of the acts, each with its actor, on the versions that stood before the race. */
const asking = {
  publishStandings: ({ plan, table: { id, version } }: Round) =>
    ['chairperson', { plan, id }, { version, input: { reason } }] as const,
  approveSubmission: ({ report: { id, version } }: Round) => ['chairperson', { id }, { version, input: {} }] as const,
  closePeriod: ({ plan }: Round) => ['chairperson', { plan, period }, { version: 0, input: { reason } }] as const,
  reopenPeriod: ({ plan }: Round) => ['chairperson', { plan, period }, { version: 1, input: { reason } }] as const,
  scoreStandings: ({ plan }: Round) => ['clerk', { plan }, { input: { scheme, period } }] as const,
  adoptScheme: ({ plan }: Round) => ['chairperson', { plan, scheme }, { version: 1, input: {} }] as const,
  amendScheme: ({ plan }: Round) => ['clerk', { plan, scheme }, { version: 1, input: { rules: rules('3') } }] as const,
  decideTie: ({ plan, table: { id, version } }: Round) =>
    [
      'chairperson',
      { plan, id },
      { version, input: { ...best, units: ['khu-dan-cu-1', 'khu-dan-cu-2'], reason } },
    ] as const,
  concludeScore: ({ sheet: { id, version } }: Round) => ['chairperson', { id }, { version, input: {} }] as const,
  returnScores: ({ sheet: { id, version } }: Round) => ['chairperson', { id }, { version, input: { reason } }] as const,
};

export interface Figures {
  rounds: number;
  /** How often each pair of answers came. */
  told: Record<string, number>;
  /** Pairs of answers that no order of the two acts gives, and tables that nothing legal leaves, a sentence each. */
  illegal: string[];
}

/** Races of one kind, each on a plan of its own: two acts come at once through the two doors, then the tables are looked at. */
export async function raceStandings(test: TestApp, name: RaceName, rounds: number): Promise<Figures> {
  const { from, acts, told: legal }: Race = races[name];
  const inWords = ([one = 'done', other = 'done']: readonly (string | undefined)[]) =>
    `${acts[0]} ${one}, ${acts[1]} ${other}`;
  const told: string[] = [];
  const plans: string[] = [];
  await eachRound(rounds, async (turn) => {
    const round = await prepared(test, from);
    plans.push(round.plan);
    const doors = turn % 2 === 0 ? [rest(test), graphql(test)] : [graphql(test), rest(test)];
    const late = Math.floor(turn / 2) % 2;
    const codes = await Promise.all(
      acts.map(async (act, place) => {
        if (place === late) await delay(Math.random() * 12);
        const [actor, at, asked] = asking[act](round);
        return (await doors[place]!.ask(act, actor, { commune, ...at }, asked)).code;
      }),
    );
    told.push(inWords(codes));
  });
  const strange = told.filter((each) => !legal.map(inWords).includes(each));
  return { rounds: told.length, told: counted(told), illegal: [...strange, ...(await crooked(test, plans))] };
}

/** A point for each hectare of peanuts, as many as are said. */
const rules = (points: string) =>
  rulesOfHamlets({
    figures: [
      { code: 'lac', name: 'Cây lạc', kind: 'NUMBER', indicator: 'econ.peanut.area', measure: { unit: 'HECTARE' } },
    ],
    tree: {
      code: 'tong',
      name: 'Tổng điểm',
      max: '100',
      formula: { kind: 'COUNT', quantity: { figure: 'lac', reading: 'VALUE' }, points },
    },
    quotas: [],
  });

/** Points that people give. */
const judged = rulesOfHamlets({
  figures: [],
  tree: { code: 'tong', name: 'Tổng điểm', max: '100', formula: { kind: 'JUDGED', reasonBelowMax: false } },
  quotas: [],
});

/** The sheet of a hamlet, as far as the verified column or the final one. */
async function sheetOf(test: TestApp, plan: string, state: 'VERIFIED' | 'CONCLUDED'): Promise<Versioned> {
  const caller = await test.operator();
  const acts = test.app.get(ScoreSheetActsService);
  const at = { commune, plan, scheme, unit: 'khu-dan-cu-1', period };
  let sheet = await acts.selfScore(caller, { ...at, expectedVersion: 0 }, { points: [{ line: 'tong', points: '90' }] });
  const which = () => ({ commune, id: sheet.id, expectedVersion: sheet.version });
  sheet = await acts.submitScores(caller, which());
  sheet = await acts.verifyScore(caller, which(), {});
  return state === 'VERIFIED' ? sheet : acts.concludeScore(caller, which(), {});
}

/** A plan with a scheme in force, one report that is approved and one that is verified, and a candidate. */
async function prepared(test: TestApp, from: Race['from']): Promise<Round> {
  const caller = await test.operator();
  const schemes = test.app.get(SchemeActsService);
  const { plan } = await issued(test);
  const at = { commune, plan };
  const input = schemeOfHamlets({ code: scheme, rules: rules('1'), allowedBecause: reason });
  const ties = schemeOfEquals(scheme, [{ class: best.class, percent: '34' }]);
  const isJudged = from === 'VERIFIED' || from === 'CONCLUDED';
  await schemes.draftScheme(caller, at, from === 'TIED' ? ties : isJudged ? { ...input, rules: judged } : input);
  await schemes.adoptScheme(caller, { ...at, scheme, expectedVersion: 1 }, {});
  if (from === 'REVISED') await schemes.draftScheme(caller, at, { ...input, rules: rules('2') });
  const reports = test.app.get(SubmissionActsService);
  const verified = async (unit: string) => {
    const drafted = await reports.draftSubmission(caller, commune, { plan, unit, period: '2023-spring', entries });
    const submitted = await reports.submitSubmission(caller, { commune, id: drafted.id, expectedVersion: 1 });
    return reports.verifySubmission(caller, { commune, id: drafted.id, expectedVersion: submitted.version }, {});
  };
  const { id, version: expectedVersion } = await verified('khu-dan-cu-1');
  await reports.approveSubmission(caller, { commune, id, expectedVersion }, {});
  const report = await verified('khu-dan-cu-2');
  if (from === 'CLOSED')
    await test.app.get(PeriodActsService).closePeriod(caller, { ...at, period, expectedVersion: 0 }, { reason });
  const sheet = isJudged ? await sheetOf(test, plan, from) : { id: '', version: 0 };
  const table = await test.app.get(PublicationActsService).scoreStandings(caller, at, { scheme, period });
  return { plan, table, report, sheet };
}

/**
 * Tables of the plans that nothing legal leaves, a sentence each, as rows and journal have it: what stands before the
 * position of a publication in the journal was in force when it was published.
 */
async function crooked(test: TestApp, plans: readonly string[]): Promise<string[]> {
  const { rows } = await test.admin.query<{ sentence: string }>(
    `with slot as (select p.commune_id, p.id, p.key from plan p where p.commune_id = 1 and p.key = any ($1)),
       published as (
         select t.*, s.key, c.position from slot s join publication t on t.commune_id = 1 and t.plan_id = s.id
         join change c on c.commune_id = 1 and c.kind = 'standings.published' and c.record_id = t.id::text)
     select 'published without a figure that was approved before' as sentence from published t
     where t.scheme_id in (select id from scheme where commune_id = 1 and rules -> 'figures' <> '[]') and exists (
       select from result x join indicator i on i.commune_id = 1 and i.id = x.indicator_id
       join change c on c.commune_id = 1 and c.kind = 'result.approved' and c.record_id = x.id::text
       where x.commune_id = 1 and i.plan_id = t.plan_id and i.code = 'econ.peanut.area' and (c.position < t.position)
         <> jsonb_path_exists(t.content, '$.inputs.figures[*].from[*] ? (@.id == $id)', jsonb_build_object('id', x.id)))
     union all
     select 'published without points that were concluded before, or with others' from published t
     join score_sheet s on s.commune_id = 1 and s.plan_id = t.plan_id
     where jsonb_array_length(t.content -> 'inputs' -> 'points') <> (
       select (c.kind = 'sheet.concluded')::int from change c
       where c.commune_id = 1 and c.record_id = s.id::text and c.position < t.position
       order by c.position desc limit 1)
     union all
     select 'published by a revision that was replaced before' from published t
     where t.revision <> (
       select count(*) from change c join scheme h on h.commune_id = 1 and h.id::text = c.record_id
       where c.commune_id = 1 and c.kind = 'scheme.adopted' and h.plan_id = t.plan_id and c.position < t.position)
     union all
     select 'published with an open tie' from published t where t.content -> 'open' <> '[]'
     union all
     select 'published with rows missing or twice' from published t
     where jsonb_array_length(t.content -> 'standings') <>
       (select count(*) from standing s where s.commune_id = 1 and s.publication_id = t.id)
     union all
     select 'numbers with a gap, or twice' from published t group by t.plan_id
     having array_agg(t.number order by t.number) <> array(select generate_series(1, count(*)::int))
     union all
     select 'two candidates' from slot s join publication t on t.commune_id = 1 and t.plan_id = s.id
     where t.state = 'CANDIDATE' group by s.id having count(*) > 1`,
    [plans],
  );
  return rows.map(({ sentence }) => sentence);
}

/** Takes the guards away: no plan is held, a change asks for no version, no key forbids a second. A scoring lingers. */
export async function unguard(test: TestApp): Promise<void> {
  const free = () => Promise.resolve();
  Object.assign(test.app.get(PlansQueries), { lock: free, share: free });
  Object.assign(test.app.get(SubmissionsQueries), { lock: free });
  Object.assign(test.app.get(ScoreSheetsQueries), { lock: free });
  unversion(test);
  const scoring = test.app.get(ScoringService);
  const table = scoring.table.bind(scoring);
  scoring.table = async (...asked) => {
    const scored = await table(...asked);
    await delay(40);
    return scored;
  };
  await test.admin.query(
    `alter table publication drop constraint publication_number_key;
     alter table standing drop constraint standing_place_key;
     drop index publication_candidate_key`,
  );
}

/** From now on no tie is seen to be open. */
export function overlookTies(test: TestApp): void {
  const queries = test.app.get(PublicationsQueries);
  const read = queries.publication.bind(queries);
  queries.publication = async (...asked) => {
    const table = await read(...asked);
    return table && { ...table, open: [] };
  };
}

/** From now on who acts on a table holds the journal first, and the plan after it. */
export function holdJournalFirst(test: TestApp): void {
  const { recordType } = test.app.get(PublicationsService);
  const journal = test.app.get(JournalService);
  const lock = recordType.lock.bind(recordType);
  Object.assign(recordType, {
    lock: async (...asked: Parameters<typeof lock>) => {
      await journal.holdHead(asked[0].communeId);
      await delay(20);
      return lock(...asked);
    },
  });
}
