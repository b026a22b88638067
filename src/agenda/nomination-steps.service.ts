import { Injectable } from '@nestjs/common';
import { wholeCommune } from '../access/caller.js';
import { groups } from '../database/batch.js';
import { Projection } from '../database/projection.js';
import { RecordsService } from '../journal/records.service.js';
import { noDays } from '../nominations/calendar.rules.js';
import type { Calendar } from '../nominations/calendar.view.js';
import {
  mayBeAppraised,
  mayBeConsulted,
  mayBeConvened,
  mayBeForwarded,
  mayBeRefused,
  nominationStates,
  nominationWorkflow,
  type NominationAct,
  type NominationState,
} from '../nominations/nomination.workflow.js';
import type { NominationRow } from '../nominations/nominations.queries.js';
import { NominationsService } from '../nominations/nominations.service.js';
import type { Round } from '../nominations/round.entity.js';
import { RoundsService } from '../nominations/rounds.service.js';
import { mostNominations } from '../nominations/several.rules.js';
import type { AgendaAct } from './agenda-acts.data.js';
import { earliest, openStep, type OpenStep } from './agenda.rules.js';
import { AgendaQueries, type WaitingNomination } from './agenda.queries.js';
import { allowedIn, type AgendaReader } from './waiting.service.js';

/** Act on nominations themselves, with that on all for a form in a round, and the day of the calendar for both. */
interface OwnAct {
  act: NominationAct & AgendaAct;
  together?: AgendaAct;
  by?: keyof Calendar;
  waits: (row: WaitingNomination) => boolean;
}

const ownActs: readonly OwnAct[] = [
  { act: 'submitNomination', together: 'submitNominations', by: 'nominateBy', waits: () => true },
  {
    ...{ act: 'appraiseNomination', together: 'appraiseNominations', by: 'meetBy' },
    waits: ({ state, steps }) => mayBeAppraised(state, steps),
  },
  { act: 'forwardNomination', by: 'decideBy', waits: (row) => row.isFree && mayBeForwarded(row) },
  { act: 'receiveNomination', waits: ({ receivedBy }) => receivedBy === null },
  { act: 'recordOutcome', waits: ({ receivedBy }) => receivedBy !== null },
];

/** Acts that take nominations on to the next step of their road. */
const roadActs = [
  { act: 'openConsultation', waits: mayBeConsulted, by: 'meetBy', at: wholeCommune },
  { act: 'conveneMeeting', waits: mayBeConvened, by: 'meetBy', at: undefined },
  { act: 'draftDecision', waits: mayBeRefused, by: 'decideBy', at: wholeCommune },
] as const;

const judged = new Projection(new Set<keyof NominationRow>(['state', 'unitPath', 'submittedBy', 'roundId']));

const settled: readonly NominationState[] = ['GRANTED', 'REFUSED', 'WITHDRAWN'];
const open = nominationStates.filter((state) => !settled.includes(state));

/** Round of a commune as a superior has it, who sees none. */
const unseen = { calendar: noDays, state: 'OPEN' } as const;

/** Nominations on their road; those for a form in a round that wait for one act are one step. */
@Injectable()
export class NominationStepsService {
  constructor(
    private readonly queries: AgendaQueries,
    private readonly nominations: NominationsService,
    private readonly rounds: RoundsService,
    private readonly records: RecordsService,
  ) {}

  async steps(asked: AgendaReader): Promise<OpenStep[]> {
    const own = ownActs.filter(({ act }) => allowedIn(asked, [act]).length > 0);
    const next = roadActs.filter(({ act, at }) => allowedIn(asked, [act], at).length > 0);
    if (own.length + next.length === 0) return [];
    const { reach } = asked;
    const rows = await this.queries.nominations(reach, { states: open, limit: mostNominations });
    const roundOf = await this.roundsOf(
      asked,
      rows.map(({ roundId }) => roundId),
    );
    const mayOf = await this.allowed(asked, rows, own);
    const isForOther = await this.forOthers(asked, rows);
    return groups(rows, ({ roundId, formCode }) => [roundId, formCode]).flatMap((those) => {
      const [{ roundId }] = those;
      const { calendar, state } = roundOf(roundId);
      return [
        ...own.flatMap(({ act, together, waits, by }) => {
          const isStopped = (row: WaitingNomination) => row.state === 'DRAFT' && state === 'CLOSED';
          const waiting = those.filter(
            (row) => mayOf(row.id, act) && waits(row) && !isStopped(row) && !isForOther(row),
          );
          const returned = waiting.filter((row) => row.state === 'RETURNED');
          const others = waiting.filter((row) => row.state !== 'RETURNED');
          const dueOn = by ? calendar[by] : null;
          const areOne = together && others.length > 1 && allowedIn(asked, [together]).length > 0;
          const single = areOne ? returned : waiting;
          return [
            ...single.map((row) => alone(row, act, dueOn)),
            ...(areOne ? [ofRound(others, together, dueOn)] : []),
          ];
        }),
        ...next.flatMap(({ act, waits, by }) => {
          const waiting = those.filter((row) => row.isFree && waits(row.state, row.steps));
          return waiting.length === 0 ? [] : [ofRound(waiting, act, calendar[by])];
        }),
      ];
    });
  }

  /** Rounds that take nominations, and those to be closed: the day by which nominations were to be in has gone by. */
  async ofRounds(asked: AgendaReader): Promise<OpenStep[]> {
    const { caller, reach } = asked;
    const nominates = allowedIn(asked, ['nominate']).length > 0;
    const closes = allowedIn(asked, ['closeRound'], wholeCommune).length > 0;
    if (!nominates && !closes) return [];
    const { items } = await this.rounds.rounds(caller, reach.key, { first: 500 });
    return items
      .filter(({ state }) => state === 'OPEN')
      .flatMap(({ id: recordId, period, openedOn, calendar: { nominateBy } }) => {
        const isOver = nominateBy !== null && nominateBy < caller.on;
        if (!isOver)
          return nominates ? openStep({ act: 'nominate', recordId, period, since: openedOn, dueOn: nominateBy }) : [];
        return closes ? openStep({ act: 'closeRound', recordId, period, since: nominateBy }) : [];
      });
  }

  /** Whether the caller may do an act on each, by its state and the right to it, whatever its dossier lacks. */
  private async allowed(
    { caller, reach }: AgendaReader,
    rows: readonly WaitingNomination[],
    acts: readonly OwnAct[],
  ): Promise<(id: string, act: string) => boolean> {
    const states = acts.flatMap(({ act }): readonly NominationState[] => nominationWorkflow[act].from);
    const asked = rows.filter(({ state }) => states.includes(state));
    const { recordType } = this.nominations;
    const type = {
      ...recordType,
      readEach: (...[by, keys]: Parameters<NonNullable<typeof recordType.readEach>>) =>
        this.nominations.nominationsById(by, keys, judged),
      hindrances: undefined,
    };
    const keys = asked.map(({ id }) => ({ communeId: reach.communeId, id }));
    const possible = await this.records.possibleActsOf(caller, type, keys);
    const may = new Map(asked.map(({ id }, index) => [id, possible[index]]));
    return (id, act) => may.get(id)?.some((each) => each.act === act && each.allowed) ?? false;
  }

  /** Whether a nomination went up to another superior than the caller's. */
  private async forOthers(
    { caller, reach: { communeId } }: AgendaReader,
    rows: readonly WaitingNomination[],
  ): Promise<(row: WaitingNomination) => boolean> {
    const others = new Set<string | null>();
    for (const forwardedTo of new Set(rows.map((row) => row.forwardedTo)))
      if (await this.nominations.isForOther(caller, { communeId, forwardedTo })) others.add(forwardedTo);
    return ({ forwardedTo }) => others.has(forwardedTo);
  }

  /** Calendars of rounds, by id. */
  async calendars(asked: AgendaReader, ids: readonly string[]): Promise<(round: string) => Calendar> {
    const roundOf = await this.roundsOf(asked, ids);
    return (id) => roundOf(id).calendar;
  }

  private async roundsOf({ caller, reach: { communeId } }: AgendaReader, ids: readonly string[]) {
    const keys = [...new Set(ids)].map((id) => ({ communeId, id }));
    const known = new Map((await this.rounds.roundsById(caller, keys)).map((round) => [round?.id, round]));
    return (id: string): Pick<Round, 'calendar' | 'state'> => known.get(id) ?? unseen;
  }
}

const alone = (
  { id: recordId, unitCode, unitKind, formCode, formName, since }: WaitingNomination,
  act: AgendaAct,
  dueOn: string | null,
) => openStep({ act, recordId, unitCode, unitKind, formCode, formName, since, dueOn });

const ofRound = (rows: readonly WaitingNomination[], act: AgendaAct, dueOn: string | null) => {
  const { roundId: recordId = null, formCode = null, formName = null } = rows[0] ?? {};
  return openStep({
    act,
    recordId,
    formCode,
    formName,
    count: rows.length,
    since: earliest(rows.map((row) => row.since)),
    dueOn,
  });
};
