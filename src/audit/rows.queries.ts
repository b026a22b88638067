import { getMetadataArgsStorage } from 'typeorm';
import { Actor } from '../actors/actor.entity.js';
import { ActorIdentity } from '../actors/actor-identity.entity.js';
import { ApiKey } from '../actors/api-key.entity.js';
import { Appointment } from '../actors/appointment.entity.js';
import type { JournaledType } from '../api/kinds.js';
import { baseSalaryRows, formRows, ruleSetRows } from '../catalogue/catalogue.queries.js';
import { Award } from '../commendations/award.entity.js';
import { Decision } from '../commendations/decision.entity.js';
import { Commune } from '../communes/commune.entity.js';
import { Superior, Supervision } from '../communes/superior.entity.js';
import { CouncilMember } from '../councils/council-member.entity.js';
import { Matter, Recusal } from '../councils/matter.entity.js';
import { Attendance, Meeting } from '../councils/meeting.entity.js';
import { storedOf } from '../database/columns.js';
import { Document } from '../documents/document.entity.js';
import { File } from '../documents/file.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { Listing } from '../consultations/listing.entity.js';
import { Objection } from '../consultations/objection.entity.js';
import { Fact } from '../facts/fact.entity.js';
import { Registration } from '../facts/registration.entity.js';
import { Outcome } from '../forwarding/outcome.entity.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { Plan } from '../indicators/plan.entity.js';
import { Target } from '../indicators/target.entity.js';
import { PaperTemplate } from '../templates/paper-template.entity.js';
import { CommuneRounding } from '../money/commune-rounding.entity.js';
import { Fund } from '../money/fund.entity.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { Round } from '../nominations/round.entity.js';
import { Complaint } from '../complaints/complaint.entity.js';
import { Payment } from '../payments/payment.entity.js';
import { Holiday } from '../periods/holiday.entity.js';
import { PlanPeriod } from '../periods/plan-period.entity.js';
import { Publication } from '../standings/publication.entity.js';
import { Remark } from '../remarks/remark.entity.js';
import { Scheme } from '../standings/scheme.entity.js';
import { ScoreSheet } from '../standings/score-sheet.entity.js';
import { Standing } from '../standings/standing.entity.js';
import { Entry } from '../submissions/entry.entity.js';
import { Result } from '../submissions/result.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { Unit } from '../units/unit.entity.js';
import { Webhook } from '../webhooks/webhook.entity.js';
import {
  columnsOf,
  listOf,
  objectOf,
  plain,
  type Entity,
  type Part,
  type Parts,
  scoresIn,
  withoutIn,
  withoutNulls,
} from './parts.queries.js';
import { conditions, dossier, prescribed, restsOn, scope, settings, signer, timeLimits } from './record-parts.js';

/** SQL of the records of a type in the commune `$1`: of their rows, and of what a line `l` says of their parts. */
export interface Records {
  /** Rows without what is joined to them. */
  from: string;
  where: string;
  /** Key of a row: its text is the id of the record, and both have one order. */
  key: string;
  keyType: 'uuid' | 'text';
  joined: string;
  audience: string;
  /** Object of what is compared beside the version and the audience. */
  shown: string;
  /** Parts that a line holds in another form than `shown`. */
  parts: Parts;
}

const inside = `'INSIDE'::audience`;
const ofCommune = 'r.commune_id = $1';
/** The registry is commune 0. */
const ofRegistry = '$1 = 0';

/** Members of a row in a list: no personal value, in whose place the line of the record has a commitment. */
const entriesOf = (entity: Entity, row: string, ...without: string[]) =>
  columnsOf(entity, row, ({ name, personal }) => !personal && !without.includes(name));

/**
 * Rows of an entity: as `shown` its columns that are members, and the parts that stand in other tables. An optional
 * member changes without a line, as the last use of a key.
 */
function recordsOf(entity: Entity, parts: Parts = {}, { where = ofCommune, joined = '' } = {}): Records {
  const { name: table } = getMetadataArgsStorage().tables.find(({ target }) => target === entity) ?? {};
  const columns = columnsOf(entity, 'r', ({ name, optional }) => !optional && name !== 'version');
  const typeOf = (name: string) => storedOf(entity).find(({ member }) => member === name)?.type;
  return {
    from: `${table} r`,
    where,
    ...(typeOf('id') === 'uuid' ? { key: 'r.id', keyType: 'uuid' } : { key: 'r.id::text', keyType: 'text' }),
    joined,
    audience: typeOf('audience') ? 'r.audience' : inside,
    shown: objectOf({ ...columns, ...parts }),
    parts,
  };
}

/** Rows of entities without parts elsewhere, by type. */
const recordsOfEach = <Type extends string>(entities: Readonly<Record<Type, Entity>>) =>
  Object.fromEntries(
    Object.entries<Entity>(entities).map(([type, entity]) => [type, recordsOf(entity)]),
  ) as unknown as Record<Type, Records>;

/** Rows of the catalogue as they are answered, `changed` in another type; none that no load has given a version. */
const ofCatalogue = (rows: string, changed = `'{}'`, parts: Parts = {}): Records => ({
  from: `(${rows}) r`,
  where: `${ofRegistry} and r.version > 0`,
  key: 'r.id collate "default"',
  keyType: 'text',
  joined: '',
  audience: inside,
  shown: `to_jsonb(r) - 'version' || ${changed}`,
  parts,
});

/** Outcomes of nominations in a decision, by their ids. */
const outcomes = (where: string) =>
  listOf(`decision_item i where i.commune_id = r.commune_id and i.decision_id = r.id and ${where}`, {
    nominationId: plain('i.nomination_id'),
  });

/** Keys of the communes at the other end of a line of descent. */
const lineage = (here: string, there: string) =>
  plain(`(
    select coalesce(jsonb_agg(c.key order by c.key), '[]')
    from commune_lineage l join commune c on c.id = l.${there} where l.${here} = r.id)`);

/** Codes of the units at the other end of a merger or split. Lines written before these were recorded name none. */
const unitLineage = (here: string, there: string): Part => ({
  row: `(
    select coalesce(jsonb_agg(o.code order by o.code), '[]')
    from unit_lineage l join unit o on o.commune_id = r.commune_id and o.id = l.${there}
    where l.commune_id = r.commune_id and l.${here} = r.id)`,
  line: (part) => `coalesce(${part}, '[]')`,
});

const authority = withoutNulls('to_jsonb(r.authority)');

/** Type of a record that has a row; an erasure is told by the rows that it changes. */
export type AuditedType = Exclude<JournaledType, 'personal'>;

/** Records of each type. */
export const records: Readonly<Record<AuditedType, Records>> = {
  // The term that the newest line shows: earlier ones have no line of their own.
  unit: recordsOf(
    Unit,
    {
      ...{ name: plain('t.name'), parentId: plain('t.parent_id'), path: plain('t.path'), termTo: plain('t.valid_to') },
      predecessors: unitLineage('successor_id', 'predecessor_id'),
      successors: unitLineage('predecessor_id', 'successor_id'),
    },
    {
      joined: `
        left join line on line.id = r.id::text
        left join unit_term t on t.commune_id = r.commune_id and t.unit_id = r.id
          and t.valid_from = (line.data ->> 'termFrom')::date`,
    },
  ),
  document: recordsOf(Document, {
    signer,
    persons: plain(`(
      select coalesce(jsonb_agg(u.code order by u.code), '[]') from document_person p
      join unit u on u.commune_id = p.commune_id and u.id = p.unit_id
      where p.commune_id = r.commune_id and p.document_id = r.id)`),
  }),
  file: recordsOf(File),
  plan: recordsOf(Plan, { settings }),
  // Lines written before its readings had a member lack the member; null says the same.
  indicator: recordsOf(Indicator, { clarification: withoutNulls('r.clarification') }),
  period: recordsOf(PlanPeriod),
  holiday: recordsOf(Holiday),
  target: recordsOf(Target),
  acknowledgement: recordsOf(Acknowledgement),
  submission: recordsOf(Submission, {
    findings: withoutIn('findings', 'explanation'),
    entries: listOf('entry e where e.commune_id = r.commune_id and e.submission_id = r.id', {
      ...entriesOf(Entry, 'e'),
      scope,
      evidenceIds: plain(`(
        select coalesce(jsonb_agg(v.file_id order by v.file_id), '[]') from evidence v
        where v.commune_id = e.commune_id and v.submission_id = e.submission_id and v.indicator_id = e.indicator_id)`),
    }),
  }),
  result: recordsOf(Result),
  remark: recordsOf(Remark),
  scheme: recordsOf(Scheme),
  sheet: recordsOf(ScoreSheet, {
    self: scoresIn('self'),
    verified: scoresIn('verified'),
    final: scoresIn('final'),
    allowances: withoutIn('allowances', 'reason'),
    exceptions: withoutIn('exceptions', 'reason'),
  }),
  standings: recordsOf(Publication),
  standing: recordsOf(Standing, { inputs: plain('r.inputs'), tree: plain('r.tree') }),
  round: recordsOf(Round),
  nomination: recordsOf(Nomination, { restsOn, dossier }),
  ...recordsOfEach({ outcome: Outcome, consultation: Consultation, listing: Listing, objection: Objection }),
  ...recordsOfEach({ fact: Fact, registration: Registration, member: CouncilMember }),
  meeting: recordsOf(Meeting, {
    attendance: listOf(
      'attendance a where a.commune_id = r.commune_id and a.meeting_id = r.id',
      entriesOf(Attendance, 'a'),
    ),
    matters: listOf('matter m where m.commune_id = r.commune_id and m.meeting_id = r.id', {
      // The base is computed until the meeting is closed.
      ...entriesOf(Matter, 'm', 'base'),
      recusals: listOf(
        `recusal x where x.commune_id = m.commune_id and x.meeting_id = m.meeting_id
         and x.nomination_id = m.nomination_id and x.stands`,
        entriesOf(Recusal, 'x'),
      ),
    }),
  }),
  decision: recordsOf(Decision, {
    signer,
    grants: outcomes(`i.outcome = 'GRANTED'`),
    refusals: outcomes(`i.outcome = 'REFUSED' and r.state = 'DRAFT'`),
  }),
  ...recordsOfEach({ payment: Payment, complaint: Complaint, fund: Fund, rounding: CommuneRounding }),
  ...recordsOfEach({ template: PaperTemplate, award: Award, actor: Actor, appointment: Appointment, key: ApiKey }),
  ...recordsOfEach({ identity: ActorIdentity, webhook: Webhook }),
  'rule-set': ofCatalogue(ruleSetRows),
  'base-salary': ofCatalogue(baseSalaryRows),
  // Lines written before authorities had a level lack it; null says the same.
  'award-form': ofCatalogue(
    formRows,
    `jsonb_build_object('coefficient', r.coefficient::text, 'authority', ${authority.row})`,
    { authority, conditions, prescribed, timeLimits },
  ),
  commune: recordsOf(
    Commune,
    { predecessors: lineage('successor_id', 'predecessor_id'), successors: lineage('predecessor_id', 'successor_id') },
    { where: `${ofRegistry} and r.id <> 0` },
  ),
  superior: recordsOf(Superior, {}, { where: ofRegistry }),
  supervision: recordsOf(Supervision, {}, { where: ofRegistry }),
};

export const auditedTypes = Object.keys(records) as AuditedType[];
