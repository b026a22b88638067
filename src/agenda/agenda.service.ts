import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { Caller } from '../access/caller.js';
import { pagedWhole } from '../api/lists.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { ComplaintsService } from '../complaints/complaints.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { ObjectionsService } from '../consultations/objections.service.js';
import { MeetingsService } from '../councils/meetings.service.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { farthestDay } from '../day.js';
import { PlansService } from '../indicators/plans.service.js';
import { RemarksService } from '../remarks/remarks.service.js';
import { PublicationsService } from '../standings/publications.service.js';
import { SchemesService } from '../standings/schemes.service.js';
import { ScoreSheetsService } from '../standings/score-sheets.service.js';
import { calendarOf } from './agenda-calendar.js';
import type { AgendaCalendar } from './agenda-calendar.view.js';
import { agendaActs } from './agenda-acts.data.js';
import { earliest, inWords, isDueBy, openStep, placeOf, type OpenStep } from './agenda.rules.js';
import type { ListAgenda } from './agenda.inputs.js';
import { AgendaQueries } from './agenda.queries.js';
import type { AgendaEntry } from './agenda.view.js';
import { NominationStepsService } from './nomination-steps.service.js';
import { PlanStepsService } from './plan-steps.service.js';
import { ReportStepsService } from './report-steps.service.js';
import { allowedIn, WaitingService, type AgendaReader } from './waiting.service.js';

/** Names of entries: `v5` of their place in this space. */
const entries = '6f1d2c0e-8f0b-5c43-9d4e-2b1f9f6a7c31';

const byDueDay = {
  types: ['day', 'text', 'uuid'],
  // Entries without a due day come last.
  keysOf: ({ dueOn, type, id }: AgendaEntry) => [dueOn ?? farthestDay, type, id],
} as const;

/** Agenda (việc cần làm) of a caller, derived from the records each time it is read. */
@Injectable()
export class AgendaService {
  /** Sources of open steps: a record type that waits for an act has its line here, and its act in `agendaActs`. */
  private readonly sources: readonly ((asked: AgendaReader) => Promise<OpenStep[]>)[] = [
    (asked) => this.reports.steps(asked),
    (asked) => this.ofPlans.steps(asked),
    (asked) => this.nominations.steps(asked),
    (asked) => this.nominations.ofRounds(asked),
    (asked) => this.waiting.steps(asked, this.plans.recordType, { at: 'plan', acts: ['issuePlan'] }),
    (asked) => this.waiting.steps(asked, this.schemes.recordType, { at: 'scheme', acts: ['adoptScheme'] }),
    (asked) =>
      this.waiting.steps(asked, this.sheets.recordType, {
        at: 'sheet',
        acts: ['submitScores', 'verifyScore', 'concludeScore'],
        mended: ['submitScores'],
      }),
    (asked) => this.waiting.steps(asked, this.publications.recordType, { at: 'standings', acts: ['publishStandings'] }),
    (asked) =>
      this.waiting.steps(asked, this.meetings.recordType, {
        at: 'meeting',
        acts: ['recordAttendance', 'recordOpinion', 'recordTallies', 'confirmTally', 'closeMeeting'],
      }),
    (asked) => this.decisionSteps(asked),
    (asked) =>
      this.waiting.steps(asked, this.consultations.recordType, { at: 'consultation', acts: ['closeConsultation'] }),
    (asked) => this.waiting.steps(asked, this.objections.recordType, { at: 'objection', acts: ['answerObjection'] }),
    (asked) => this.awardSteps(asked),
    (asked) => this.waiting.steps(asked, this.complaints.recordType, { at: 'complaint', acts: ['settleComplaint'] }),
    (asked) => this.waiting.steps(asked, this.remarks.recordType, { at: 'remark', acts: ['answerRemark'] }),
  ];

  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingService,
    private readonly reports: ReportStepsService,
    private readonly ofPlans: PlanStepsService,
    private readonly nominations: NominationStepsService,
    private readonly plans: PlansService,
    private readonly schemes: SchemesService,
    private readonly sheets: ScoreSheetsService,
    private readonly publications: PublicationsService,
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly consultations: ConsultationsService,
    private readonly objections: ObjectionsService,
    private readonly complaints: ComplaintsService,
    private readonly remarks: RemarksService,
    private readonly queries: AgendaQueries,
  ) {}

  /** Acts that are open to the caller in a commune, by due day, type of record and id; those without a day last. */
  agenda(caller: Caller, commune: string, { dueBy, type: types, ...page }: ListAgenda): Promise<Page<AgendaEntry>> {
    return this.database.read(caller, async () => {
      const all = (await this.entries(caller, commune)).filter(
        ({ dueOn, type }) => isDueBy(dueOn, dueBy) && (types?.includes(type) ?? true),
      );
      return pagedWhole(page, byDueDay, all);
    });
  }

  /** The agenda with due days as a calendar; a key of its scope alone is told the same as one of the usual scopes. */
  agendaCalendar(caller: Caller, commune: string): Promise<AgendaCalendar> {
    return this.database.read(caller, async () => {
      const { communeId } = caller.reachIn(commune);
      const entries = await this.entries(caller.withUsualScopes(), commune);
      return { communeId, text: calendarOf(entries, { ...caller, commune }) };
    });
  }

  /** All entries, in their order. Part of another read. */
  async entries(caller: Caller, commune: string): Promise<AgendaEntry[]> {
    const reach = caller.reachIn(commune);
    const steps: OpenStep[] = [];
    for (const source of this.sources) steps.push(...(await source({ caller, reach })));
    const rank = (entry: AgendaEntry) => byDueDay.keysOf(entry).join(' ');
    return steps
      .map((step): AgendaEntry => {
        const { unitKind: _, formName: __, ...shown } = step;
        return {
          ...shown,
          communeId: reach.communeId,
          id: v5(`${commune} ${placeOf(step)}`, entries),
          type: agendaActs[step.act].on,
          overdue: step.dueOn !== null && step.dueOn < caller.on,
          roles: caller.rolesFor(step.act, commune),
          ...inWords(step),
        };
      })
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }

  /** Awards of signed decisions to be paid and presented, those of a decision together. */
  private async awardSteps(asked: AgendaReader): Promise<OpenStep[]> {
    const acts = allowedIn(asked, ['payAwards', 'presentAwards']);
    if (acts.length === 0) return [];
    return (await this.queries.awards(asked.reach)).flatMap(({ decisionId: recordId, signedOn: since, ...counts }) =>
      acts.flatMap((act) => {
        const count = act === 'payAwards' ? counts.unpaid : counts.unpresented;
        return count > 0 ? openStep({ act, recordId, since, count }) : [];
      }),
    );
  }

  /** Drafted decisions, due by the calendars of the rounds that they decide on. */
  private async decisionSteps(asked: AgendaReader): Promise<OpenStep[]> {
    const steps = await this.waiting.of(asked, this.decisions.recordType, { at: 'decision', acts: ['signDecision'] });
    const calendarOf = await this.nominations.calendars(
      asked,
      steps.flatMap(({ row }) => row.rounds),
    );
    return steps.map(({ step, row }) => ({
      ...step,
      dueOn: earliest(row.rounds.map((round) => calendarOf(round).decideBy)),
    }));
  }
}
