import { setTimeout as delay } from 'node:timers/promises';
import type { CouncilMember } from '../../src/councils/council-member.entity.js';
import { MeetingsQueries } from '../../src/councils/meetings.queries.js';
import { Refusal } from '../../src/refusals.js';
import type { TestApp } from '../app.js';
import { graphql, rest, type Door, type Row } from '../doors.js';
import { closed, commune, convened, minutes, onPaper, seated, there } from '../meetings.js';
import { unversion } from './racing-reports.js';
import { counted, eachRound } from './rounds.js';

type Act =
  'recordAttendance' | 'recordTally' | 'confirmTally' | 'recuse' | 'closeMeeting' | 'cancelMeeting' | 'amendMeeting';

interface Race {
  /** Acts before the race: none; nothing but attendance, where all are absent or there; a count, a count confirmed. */
  from: 'CONVENED' | 'ABSENT' | 'ATTENDED' | 'TALLIED' | 'CONFIRMED';
  acts: readonly [readonly [Act, string], readonly [Act, string]];
  /** Change of the meeting: another day, or an agenda without the nomination that is counted. */
  change?: 'DAY' | 'AGENDA';
  /** The only one that may win, where the other is illegal whatever comes first. */
  only?: Act;
}

export const races = {
  'two who confirm a tally': {
    from: 'TALLIED',
    acts: [
      ['confirmTally', 'verifier'],
      ['confirmTally', 'administrator'],
    ],
  },
  'tally against confirmation': {
    from: 'TALLIED',
    acts: [
      ['recordTally', 'clerk'],
      ['confirmTally', 'verifier'],
    ],
  },
  'recusal against tally': {
    from: 'ATTENDED',
    acts: [
      ['recuse', 'council-2'],
      ['recordTally', 'clerk'],
    ],
  },
  'tally against close': {
    from: 'CONFIRMED',
    acts: [
      ['recordTally', 'clerk'],
      ['closeMeeting', 'chairperson'],
    ],
    only: 'closeMeeting',
  },
  'cancel against tally': {
    from: 'ATTENDED',
    acts: [
      ['cancelMeeting', 'clerk'],
      ['recordTally', 'clerk'],
    ],
  },
  'cancel against close': {
    from: 'ABSENT',
    acts: [
      ['cancelMeeting', 'clerk'],
      ['closeMeeting', 'chairperson'],
    ],
  },
  'move against attendance': {
    from: 'CONVENED',
    change: 'DAY',
    acts: [
      ['amendMeeting', 'clerk'],
      ['recordAttendance', 'clerk'],
    ],
  },
  'agenda against tally': {
    from: 'ATTENDED',
    change: 'AGENDA',
    acts: [
      ['amendMeeting', 'clerk'],
      ['recordTally', 'clerk'],
    ],
  },
} as const satisfies Record<string, Race>;

export type RaceName = keyof typeof races;
export const raceNames = Object.keys(races) as RaceName[];

interface Round {
  id: string;
  version: number;
  nomination: string;
  paper: string;
  attendance: object;
  change: object;
}

export interface Figures {
  rounds: number;
  winners: Record<string, number>;
  refused: Record<string, number>;
  /** Rounds in which both were told that they had won. */
  twice: number;
  /** Differences from the state one winner leaves, a sentence each. */
  illegal: string[];
}

/** The council, for all rounds of a file. */
export const ready = async (test: TestApp): Promise<{ members: CouncilMember[] }> => ({ members: await seated(test) });

const counts = (nomination: string, votesFor: number) => ({
  nomination,
  votesFor,
  votesAgainst: 5 - votesFor,
  votesBlank: 0,
  notReturned: 0,
});

/** Races of one kind: a meeting is brought so far, two acts come at once through the two doors, then rows and journal are looked at. */
export async function raceCounts(
  test: TestApp,
  { members }: Awaited<ReturnType<typeof ready>>,
  name: RaceName,
  rounds: number,
): Promise<Figures> {
  const race: Race = races[name];
  const runs: { act: Act; code?: string }[][] = [];
  const ids: string[] = [];
  await eachRound(rounds, async (turn) => {
    const round = await prepared(test, race, { members });
    ids.push(round.id);
    runs.push(await raced(test, race, round, turn));
  });
  const told = runs.flat();
  const won = runs.map((run) => run.filter(({ code }) => code === undefined).map(({ act }) => act));
  const strange = won.flatMap((acts) =>
    acts.length === 1 && (race.only === undefined || acts[0] === race.only)
      ? []
      : [`${acts.length} have won: ${acts.join(', ')}`],
  );
  return {
    rounds: runs.length,
    winners: counted(won.flat()),
    refused: counted(told.flatMap(({ code }) => code ?? [])),
    twice: won.filter((acts) => acts.length === 2).length,
    illegal: [...strange, ...(await crooked(test, ids))],
  };
}

async function prepared(
  test: TestApp,
  { from, change }: Race,
  { members }: Awaited<ReturnType<typeof ready>>,
): Promise<Round> {
  const { ask } = rest(test);
  const units = ['khu-dan-cu-3', ...(change === 'AGENDA' ? ['khu-dan-cu-4'] : [])];
  let meeting: Row = await convened(
    test,
    units.map((unit) => ({ unit, rule: onPaper })),
  );
  const [nomination, ...others] = meeting.matters.map(({ nominationId }: Row) => nominationId) as [string];
  const act = async (operation: string, actor: string, input: object) => {
    const { status, body } = await ask(
      operation,
      actor,
      { commune, id: meeting.id },
      { version: meeting.version, input },
    );
    if (status !== 200) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    meeting = body;
  };
  const paper = await minutes(test, { withFile: true });
  const attendance = there(members, ...(from === 'ABSENT' ? members.map(() => 'A') : []));
  if (from !== 'CONVENED') await act('recordAttendance', 'clerk', attendance);
  if (from === 'TALLIED' || from === 'CONFIRMED') await act('recordTally', 'clerk', counts(nomination, 4));
  if (from === 'CONFIRMED') await act('confirmTally', 'verifier', { nomination });
  return {
    ...{ id: meeting.id, version: meeting.version, nomination, paper, attendance },
    change: change === 'DAY' ? { heldOn: '2024-02-06' } : { nominations: others },
  };
}

/** Both acts at once; who comes through which door, and who is sent first, takes turns. */
function raced(test: TestApp, { acts }: Race, round: Round, turn: number): Promise<{ act: Act; code?: string }[]> {
  const both = turn % 2 === 0 ? [rest(test), graphql(test)] : [graphql(test), rest(test)];
  const late = Math.floor(turn / 2) % 2;
  return Promise.all(
    acts.map(async ([act, actor], place) => {
      if (place === late) await delay(Math.random() * 6);
      return { act, code: await sent(test, both[place]!, act, actor, round) };
    }),
  );
}

/** Closing has a part of another module around it; here it is done alone. */
async function sent(test: TestApp, door: Door, act: Act, actor: string, round: Round): Promise<string | undefined> {
  if (act === 'closeMeeting') {
    return closed(test, round, round.paper).then(
      () => undefined,
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
  }
  const inputs = {
    recordTally: counts(round.nomination, 1),
    confirmTally: { nomination: round.nomination },
    recuse: { nomination: round.nomination, reason: 'Anh em ruột' },
    cancelMeeting: { reason: 'Hoãn họp' },
    recordAttendance: round.attendance,
    amendMeeting: round.change,
  };
  return (await door.ask(act, actor, { commune, id: round.id }, { version: round.version, input: inputs[act] })).code;
}

/** Rows and journal lines that one winner alone cannot have left; read by SQL, not through the program. */
async function crooked(test: TestApp, ids: readonly string[]): Promise<string[]> {
  const { rows } = await test.admin.query<{ bad: string }>(
    `with line as (select c.record_id, c.version, c.position, c.kind from change c where c.record_id = any ($1) and c.type = 'meeting'),
     counted as (
       select b.*, m.state, m.version as "now",
         (select count(*) from attendance a where a.commune_id = b.commune_id and a.meeting_id = b.meeting_id and a.presence <> 'ABSENT')
           - (select count(*) from recusal r where r.commune_id = b.commune_id and r.meeting_id = b.meeting_id and r.nomination_id = b.nomination_id) as voters
       from matter b join meeting m on m.commune_id = b.commune_id and m.id = b.meeting_id where b.meeting_id::text = any ($1))
     select 'versions and lines differ' as bad from counted where "now" <> (select count(distinct version) from line where record_id = meeting_id::text) or "now" <> (select count(*) from line where record_id = meeting_id::text)
     union all select 'counts do not add up to the voters' from counted where votes_for + votes_against + votes_blank + not_returned <> voters
     union all select 'counted again after it was confirmed' from counted where exists (
       select from line t join line c using (record_id) where record_id = meeting_id::text and t.kind = 'meeting.tallied' and c.kind in ('meeting.confirmed', 'meeting.closed') and t.position > c.position)
     union all select 'confirmed by who counted' from counted where confirmed_by = recorded_by
     union all select 'closed without what follows, or the other way round' from counted where (state = 'CLOSED') <> (outcome is not null)
     union all select 'attended on another day' from counted join meeting m using (commune_id) where m.id = meeting_id and m.held_on > m.convened_on and exists (
       select from attendance a where a.commune_id = m.commune_id and a.meeting_id = m.id)
     union all select 'what follows does not follow' from counted where outcome is not null and (outcome = 'RECOMMENDED') <> (votes_for * 3 >= 2 * base)`,
    [ids],
  );
  return rows.map(({ bad }) => bad);
}

/** Takes the guards away: no meeting is locked, a change asks for no version. What is left is read, check, write. */
export function unguard(test: TestApp): void {
  Object.assign(test.app.get(MeetingsQueries), { lock: () => Promise.resolve() });
  unversion(test);
}
