import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Database } from '../../src/database/database.js';
import type { Versioned } from '../../src/database/versioned.js';
import { IndicatorActsService } from '../../src/indicators/indicator-acts.service.js';
import { PlanActsService } from '../../src/indicators/plan-acts.service.js';
import { indicators, plan as sample } from '../../src/sample/duc-lang-2023.data.js';
import { SubmissionActsService } from '../../src/submissions/submission-acts.service.js';
import { SubmissionsQueries } from '../../src/submissions/submissions.queries.js';
import type { TestApp } from '../app.js';
import { graphql, rest, type Answer } from '../doors.js';
import { counted, eachRound, lanes } from './rounds.js';

type Act =
  | 'draftSubmission'
  | 'amendSubmission'
  | 'submitSubmission'
  | 'returnSubmission'
  | 'approveSubmission'
  | 'withdrawSubmission'
  | 'correctSubmission'
  | 'closePlan'
  | 'closePeriod';

/** Report in a round's place before the race; CORRECTED: an approved report and its verified correction. */
type From = 'NOTHING' | 'DRAFT' | 'VERIFIED' | 'APPROVED' | 'CORRECTED';

interface Race {
  from: From;
  acts: readonly [Act, Act];
  /** The only one that may win, where the other is illegal whatever comes first. */
  only?: Act;
}

export const races = {
  'double approval': { from: 'VERIFIED', acts: ['approveSubmission', 'approveSubmission'] },
  'approve against return': { from: 'VERIFIED', acts: ['approveSubmission', 'returnSubmission'] },
  'edit against approve': {
    from: 'VERIFIED',
    acts: ['amendSubmission', 'approveSubmission'],
    only: 'approveSubmission',
  },
  'two edits on one ETag': { from: 'DRAFT', acts: ['amendSubmission', 'amendSubmission'] },
  'withdraw against submit': { from: 'DRAFT', acts: ['withdrawSubmission', 'submitSubmission'] },
  'two drafts of one place': { from: 'NOTHING', acts: ['draftSubmission', 'draftSubmission'] },
  'correction against correction': { from: 'APPROVED', acts: ['correctSubmission', 'correctSubmission'] },
  'approval of a correction against another correction': {
    from: 'CORRECTED',
    acts: ['approveSubmission', 'correctSubmission'],
    only: 'approveSubmission',
  },
  'approve against closing of the plan': { from: 'VERIFIED', acts: ['approveSubmission', 'closePlan'] },
  'submit against closing of the period': { from: 'DRAFT', acts: ['submitSubmission', 'closePeriod'] },
  'approve against closing of the period': { from: 'VERIFIED', acts: ['approveSubmission', 'closePeriod'] },
  'correct against closing of the period': { from: 'APPROVED', acts: ['correctSubmission', 'closePeriod'] },
} as const satisfies Record<string, Race>;

/** Closings, which win whatever came before; their opponent comes before, or not at all. */
const closings = ['closePlan', 'closePeriod'] as const satisfies readonly Act[];
const isClosing = (act: Act) => (closings as readonly Act[]).includes(act);

export type RaceName = keyof typeof races;
export const raceNames = Object.keys(races) as RaceName[];

const commune = 'duc-lang';
const unit = 'khu-dan-cu-1';

const speakers: Readonly<Record<Act, string>> = {
  draftSubmission: 'hamlet-1',
  amendSubmission: 'hamlet-1',
  submitSubmission: 'hamlet-1',
  withdrawSubmission: 'hamlet-1',
  correctSubmission: 'hamlet-1',
  returnSubmission: 'verifier',
  approveSubmission: 'chairperson',
  closePlan: 'chairperson',
  closePeriod: 'chairperson',
};

/** The lines an act leaves in the journal of its report, and of the one that it corrects. */
const kinds: Readonly<Record<Act, readonly string[]>> = {
  draftSubmission: ['drafted'],
  amendSubmission: ['amended'],
  submitSubmission: ['submitted'],
  returnSubmission: ['returned'],
  approveSubmission: ['approved'],
  withdrawSubmission: ['withdrawn'],
  correctSubmission: ['drafted'],
  closePlan: [],
  closePeriod: [],
};

const lived: Readonly<Record<From, readonly string[]>> = {
  NOTHING: [],
  DRAFT: ['drafted'],
  VERIFIED: ['drafted', 'submitted', 'verified'],
  APPROVED: ['drafted', 'submitted', 'verified', 'approved'],
  CORRECTED: ['drafted', 'submitted', 'verified', 'approved', 'drafted', 'submitted', 'verified'],
};

/** The state each line leaves a report in; only drafts are amended here. */
const leaves: Readonly<Record<string, string>> = {
  drafted: 'DRAFT',
  amended: 'DRAFT',
  submitted: 'SUBMITTED',
  verified: 'VERIFIED',
  returned: 'RETURNED',
  approved: 'APPROVED',
  withdrawn: 'WITHDRAWN',
  superseded: 'SUPERSEDED',
};

/** One place that is raced for, and what stands in it: `report` is acted on, `corrected` is corrected. */
interface Round {
  plan: string;
  planVersion: number;
  period: string;
  report?: { id: string; version: number };
  corrected?: { id: string };
}

interface Run extends Round {
  answers: readonly { act: Act; answer: Answer }[];
}

export interface Outcome {
  rounds: number;
  /** How often each act won, the door it came through beside it. */
  winners: Record<string, number>;
  /** Codes the others were refused with. */
  refused: Record<string, number>;
  /** Rounds in which both were told that they had won. */
  twice: number;
  /** Differences from the state one winner leaves, a sentence each. */
  illegal: string[];
}

let plans = 0;

/** Races of one kind: reports are made, two acts come at once through the two doors, then rows and journal are looked at. */
export async function raceReports(test: TestApp, name: RaceName, rounds: number): Promise<Outcome> {
  const race: Race = races[name];
  const ready = await prepared(test, race, rounds);
  const runs: Run[] = [];
  await eachRound(rounds, async (turn) => runs.push(await raced(test, race, ready[turn]!, turn)));
  const told = runs.flatMap(({ answers }) => answers);
  return {
    rounds: runs.length,
    winners: counted(told.filter(({ answer }) => answer.code === undefined).map(({ act }) => act)),
    refused: counted(told.flatMap(({ answer }) => answer.code ?? [])),
    twice: race.acts.some(isClosing)
      ? 0
      : runs.filter(({ answers }) => answers.every(({ answer }) => answer.code === undefined)).length,
    illegal: await illegal(test, race, runs),
  };
}

/** Deadlocks PostgreSQL has found in this database, what idle connections have not yet told included. */
export async function deadlocks(test: TestApp): Promise<number> {
  await test.admin.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const { rows } = await test.admin.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0]!.deadlocks);
}

/** Two that hold what the other wants. */
export async function deadlock(test: TestApp): Promise<void> {
  const both = [
    new pg.Client({ connectionString: test.database.ownerUrl }),
    new pg.Client({ connectionString: test.database.ownerUrl }),
  ];
  for (const [place, client] of both.entries()) {
    await client.connect();
    await client.query(`begin; select pg_advisory_xact_lock(${place})`);
  }
  await Promise.allSettled(both.map((client, place) => client.query(`select pg_advisory_xact_lock(${1 - place})`)));
  for (const client of both) await client.end();
}

/** Takes the guards away: nothing is locked, a change asks for no version, no key is unique. What is left is read, check, write. */
export async function unguard(test: TestApp): Promise<void> {
  await test.admin.query('alter table entry drop constraint entry_pkey cascade; drop index result_in_force');
  Object.assign(test.app.get(SubmissionsQueries), { lock: () => Promise.resolve() });
  unversion(test);
}

/** From now on a change asks for no version. */
export function unversion(test: TestApp): void {
  const database = test.app.get(Database);
  Object.assign(database, {
    change: (entity: new () => object, { communeId, id, version }: Versioned, set: object) =>
      database.manager.update(entity, { communeId, id }, { ...set, version: version + 1 }),
  });
}

/** Places with what a race needs in them, each its own period. Where plan or period are closed, every place has a plan of its own. */
async function prepared(test: TestApp, race: Race, rounds: number): Promise<Round[]> {
  const ofItsOwn = race.acts.some(isClosing);
  const shared = ofItsOwn ? undefined : await issued(test);
  const ready: Round[] = [];
  for (let start = 0; start < rounds; start += lanes) {
    const turns = Array.from({ length: Math.min(lanes, rounds - start) }, (_, turn) => start + turn);
    ready.push(
      ...(await Promise.all(
        turns.map(async (turn) =>
          reported(test, race, { ...(shared ?? (await issued(test))), period: periodOf(turn) }),
        ),
      )),
    );
  }
  return ready;
}

/** A plan of 2023 with two indicators, issued. */
export async function issued(test: TestApp): Promise<Pick<Round, 'plan' | 'planVersion'>> {
  const caller = await test.operator();
  const { sections, document } = sample;
  const plan = `2023-phong-trao-${++plans}`;
  const { version } = await test.app
    .get(PlanActsService)
    .draftPlan(caller, commune, { key: plan, kind: 'MOVEMENT', year: 2023, title: 'Phong trào', sections, document });
  for (const indicator of indicators.filter(({ code }) => codes.includes(code)))
    await test.app.get(IndicatorActsService).addIndicator(caller, { commune, plan }, indicator);
  return {
    plan,
    planVersion: (await test.app.get(PlanActsService).issuePlan(caller, { commune, plan, expectedVersion: version }))
      .version,
  };
}

const codes = ['econ.peanut.area', 'econ.maize.area'];
export const entries = codes.map((indicatorCode) => ({ indicatorCode, reported: '9.5' }));

/** The nth span of days in 2023. */
function periodOf(turn: number): string {
  const day = (number: number) => new Date(Date.UTC(2023, 0, number)).toISOString().slice(0, 10);
  return `${day(1 + (turn % 180))}/${day(182 + Math.floor(turn / 180))}`;
}

async function reported(test: TestApp, { from }: Race, round: Round): Promise<Round> {
  const caller = await test.operator();
  const acts = test.app.get(SubmissionActsService);
  if (from === 'NOTHING') return round;
  const verified = async ({ id, version }: { id: string; version: number }) => {
    const submitted = await acts.submitSubmission(caller, { commune, id, expectedVersion: version });
    return acts.verifySubmission(caller, { commune, id, expectedVersion: submitted.version }, {});
  };
  const report = await acts.draftSubmission(caller, commune, { plan: round.plan, unit, period: round.period, entries });
  if (from === 'DRAFT') return { ...round, report };
  const first = await verified(report);
  if (from === 'VERIFIED') return { ...round, report: first };
  const approved = await acts.approveSubmission(caller, { commune, id: first.id, expectedVersion: first.version }, {});
  if (from === 'APPROVED') return { ...round, corrected: approved };
  return {
    ...round,
    corrected: approved,
    report: await verified(await acts.correctSubmission(caller, { commune, id: approved.id }, { reason: 'Cộng nhầm' })),
  };
}

/** Both acts at once; who comes through which door, and who is sent first, takes turns. */
async function raced(test: TestApp, { acts }: Race, round: Round, turn: number): Promise<Run> {
  const doors = turn % 2 === 0 ? [rest(test), graphql(test)] : [graphql(test), rest(test)];
  const late = Math.floor(turn / 2) % 2;
  const answers = await Promise.all(
    acts.map(async (act, place) => {
      if (place === late) await delay(Math.random() * 6);
      const { parameters, ...asked } = asking(act, round, place);
      return { act, answer: await doors[place]!.ask(act, speakers[act], { commune, ...parameters }, asked) };
    }),
  );
  return { ...round, answers };
}

/** Request of an act: the version all acts of a round were decided on, figures of one's own. */
function asking(
  act: Act,
  { plan, planVersion, period, report, corrected }: Round,
  place: number,
): { parameters?: object; version?: number; input?: object } {
  const own = codes.map((indicatorCode) => ({ indicatorCode, reported: String(11 + place) }));
  if (act === 'draftSubmission') return { input: { plan, unit, period, entries: own } };
  if (act === 'correctSubmission') return { parameters: { id: corrected!.id }, input: { reason: 'Cộng nhầm' } };
  if (act === 'closePlan') return { parameters: { plan }, version: planVersion, input: { reason: 'Hết năm' } };
  if (act === 'closePeriod')
    return { parameters: { plan, period: '2023' }, version: 0, input: { reason: 'Chốt số liệu' } };
  const inputs: Partial<Record<Act, object>> = {
    amendSubmission: { entries: own },
    returnSubmission: { reason: 'Chưa khớp' },
    approveSubmission: {},
    withdrawSubmission: {},
  };
  return { parameters: { id: report!.id }, version: report!.version, input: inputs[act] };
}

interface Line {
  position: string;
  kind: string;
  id: string;
  version: number;
  state: string;
}

interface Found {
  reports: {
    id: string;
    version: number;
    state: string;
    correctsId: string | null;
    contentHash: string;
    approved: number;
  }[];
  lines: Line[];
  closedAt: string | null;
  /** Results in force at the place: by which report, for which indicator. */
  inForce: { submissionId: string; indicatorId: string }[];
}

/** State at every place, as rows and journal have it; read by SQL, not through the program. */
async function found(test: TestApp, runs: readonly Run[]): Promise<Map<Run, Found>> {
  const { rows } = await test.admin.query<Found & { plan: string; period: string }>(
    `select a.plan, a.period,
       (select coalesce(json_agg(json_build_object('id', s.id, 'version', s.version, 'state', s.state, 'correctsId', s.corrects_id, 'contentHash', s.content_hash,
          'approved', (select count(*) from entry e where e.commune_id = s.commune_id and e.submission_id = s.id and e.approved is not null))), '[]')
        from submission s where s.commune_id = p.commune_id and s.plan_id = p.id and s.unit_id = u.id and s.period = a.period) as reports,
       (select coalesce(json_agg(json_build_object('position', c.position::text, 'kind', split_part(c.kind, '.', 2), 'id', c.record_id, 'version', c.version, 'state', c.data ->> 'state') order by c.position, c.item), '[]')
        from change c join submission s on s.commune_id = c.commune_id and s.id::text = c.record_id
        where c.commune_id = p.commune_id and c.type = 'submission' and s.plan_id = p.id and s.unit_id = u.id and s.period = a.period) as lines,
       (select c.position::text from change c where c.commune_id = p.commune_id and (c.kind = 'plan.closed' and c.record_id = p.id::text or c.kind = 'period.closed' and c.data ->> 'planId' = p.id::text)) as "closedAt",
       (select coalesce(json_agg(json_build_object('submissionId', x.submission_id, 'indicatorId', x.indicator_id)), '[]')
        from result x join indicator i on i.commune_id = x.commune_id and i.id = x.indicator_id
        where x.commune_id = p.commune_id and i.plan_id = p.id and x.unit_id = u.id and x.period = a.period and x.superseded_on is null) as "inForce"
     from unnest($2::text[], $3::text[]) as a (plan, period)
     join commune k on k.key = $1 join plan p on p.commune_id = k.id and p.key = a.plan join unit u on u.commune_id = k.id and u.code = $4`,
    [commune, runs.map(({ plan }) => plan), runs.map(({ period }) => period), unit],
  );
  const places = new Map(rows.map((row) => [`${row.plan} ${row.period}`, row]));
  return new Map(runs.map((run) => [run, places.get(`${run.plan} ${run.period}`)!]));
}

async function illegal(test: TestApp, race: Race, runs: readonly Run[]): Promise<string[]> {
  return [...(await found(test, runs))].flatMap(([run, place]) => [
    ...strange(race, run),
    ...run.answers.flatMap(({ act, answer }) => untold(act, answer, place)),
    ...crooked(race, run, place),
  ]);
}

/** That one of the two has won, and one that may. A closing always wins; the other act came before, or not at all. */
function strange({ acts, only }: Race, { answers }: Run): string[] {
  const won = answers.filter(({ answer }) => answer.code === undefined).map(({ act }) => act);
  if (acts.some(isClosing)) return won.some(isClosing) ? [] : ['nothing was closed'];
  if (won.length !== 1) return [`${won.length} have won: ${won.join(', ')}`];
  return only !== undefined && won[0] !== only ? [`${won[0]} has won`] : [];
}

/** That who was refused is told the version, and the state, that stood when they came. */
function untold(act: Act, { status, code, body }: Answer, { lines, reports, closedAt }: Found): string[] {
  if (code === undefined) return [];
  const { current, state, id } = (body.details ?? {}) as Record<string, unknown>;
  const told = {
    STALE: [412, reports.some(({ version }) => version === current)],
    STATE: [
      409,
      (state === 'CLOSED' && closedAt !== null && reports.some(({ version }) => version === current)) ||
        lines.some((line) => line.version === current && line.state === state),
    ],
    PERIOD_CLOSED: [409, closedAt !== null],
    ALREADY_REPORTED: [
      409,
      reports.some((report) => report.id === id && report.version >= (current as number)) &&
        lines.some((line) => line.id === id && line.version === current),
    ],
  }[code];
  return told?.[0] === status && told[1]
    ? []
    : [`${act} was refused with ${status} ${code} ${JSON.stringify(body.details)}`];
}

/** That the rows are what the winner alone has made of them, and the journal tells the same. */
function crooked({ from }: Race, { answers }: Run, { reports, lines, closedAt, inForce }: Found): string[] {
  const won = answers.filter(({ answer }) => answer.code === undefined);
  const expected = [
    ...lived[from],
    ...won.flatMap(({ act }) => [
      ...kinds[act],
      ...(act === 'approveSubmission' && from === 'CORRECTED' ? ['superseded'] : []),
    ]),
  ];
  const journaled = lines.map(({ kind }) => kind);
  const bad: string[] = [];
  if ([...expected].sort().join() !== [...journaled].sort().join())
    bad.push(`the journal tells ${journaled.join(', ')}`);
  for (const { id, version, state } of reports) {
    const own = lines.filter((line) => line.id === id);
    if (own.some((line, place) => line.version !== place + 1) || own.length !== version)
      bad.push(`version ${version} after the lines ${own.map((line) => line.version).join(', ')}`);
    if (own.at(-1)?.state !== state || leaves[own.at(-1)?.kind ?? ''] !== state)
      bad.push(`${state} after ${own.at(-1)?.kind}`);
  }
  for (const { act, answer } of won) {
    const { id, version, state, contentHash } = answer.body;
    if (
      !isClosing(act) &&
      !reports.some(
        (row) => row.id === id && row.version === version && row.state === state && row.contentHash === contentHash,
      )
    )
      bad.push(`what ${act} was told does not stand`);
  }
  const standing = reports.filter(({ state }) => state !== 'WITHDRAWN' && state !== 'SUPERSEDED');
  for (const correcting of [true, false]) {
    if (
      standing.filter(({ correctsId, state }) => (correctsId !== null && state !== 'APPROVED') === correcting).length >
      1
    )
      bad.push(`two ${correcting ? 'corrections' : 'reports'} of one place`);
  }
  const approved = reports.filter(({ state }) => state === 'APPROVED');
  const due = approved.reduce((sum, report) => sum + report.approved, 0);
  const once = new Set(inForce.map(({ indicatorId }) => indicatorId)).size === inForce.length;
  if (!once || inForce.length !== due || inForce.some(({ submissionId }) => submissionId !== approved[0]?.id))
    bad.push(`${inForce.length} results in force of ${approved.length} approved reports`);
  const after = lines.filter(({ position }) => closedAt !== null && Number(position) > Number(closedAt));
  bad.push(...after.map(({ kind }) => `${kind} after the closing`));
  return bad;
}
