import { Actor } from './actors/actor.entity.js';
import { ActorIdentity } from './actors/actor-identity.entity.js';
import { ApiKey } from './actors/api-key.entity.js';
import { Appointment } from './actors/appointment.entity.js';
import { Award } from './commendations/award.entity.js';
import { Decision, DecisionItem } from './commendations/decision.entity.js';
import { Commune, CommuneLineage } from './communes/commune.entity.js';
import { Superior, Supervision } from './communes/superior.entity.js';
import { Fact } from './facts/fact.entity.js';
import { Registration } from './facts/registration.entity.js';
import { CouncilMember } from './councils/council-member.entity.js';
import { Matter, Recusal } from './councils/matter.entity.js';
import { Consultation } from './consultations/consultation.entity.js';
import { Listing } from './consultations/listing.entity.js';
import { Complaint } from './complaints/complaint.entity.js';
import { Objection } from './consultations/objection.entity.js';
import { Attendance, Meeting } from './councils/meeting.entity.js';
import { Document, DocumentPerson } from './documents/document.entity.js';
import { File, FileChunk } from './documents/file.entity.js';
import { Acknowledgement } from './indicators/acknowledgement.entity.js';
import { Indicator } from './indicators/indicator.entity.js';
import { Plan } from './indicators/plan.entity.js';
import { Target } from './indicators/target.entity.js';
import { ChainLink, ChangeLine, ChangeValue, CommuneHead } from './journal/change.entity.js';
import { PaperTemplate } from './templates/paper-template.entity.js';
import { CommuneRounding } from './money/commune-rounding.entity.js';
import { Payment } from './payments/payment.entity.js';
import { Fund } from './money/fund.entity.js';
import { Nomination, NominationGround, NominationPaper } from './nominations/nomination.entity.js';
import { Round } from './nominations/round.entity.js';
import { Outcome } from './forwarding/outcome.entity.js';
import { Holiday } from './periods/holiday.entity.js';
import { PlanPeriod } from './periods/plan-period.entity.js';
import { IdempotencyRecord } from './requests/idempotency-record.entity.js';
import { PersonalAccess } from './requests/personal-access.entity.js';
import { Remark } from './remarks/remark.entity.js';
import { Publication } from './standings/publication.entity.js';
import { Scheme } from './standings/scheme.entity.js';
import { ScoreEvidence, ScoreSheet } from './standings/score-sheet.entity.js';
import { Standing } from './standings/standing.entity.js';
import { Entry, Evidence } from './submissions/entry.entity.js';
import { Result } from './submissions/result.entity.js';
import { Submission } from './submissions/submission.entity.js';
import { TakenWord } from './units/taken-word.entity.js';
import { WebhookCursor } from './webhooks/webhook-cursor.entity.js';
import { WebhookDelivery } from './webhooks/webhook-delivery.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';
import { UnitLineage } from './units/unit-lineage.entity.js';
import { Unit, UnitTerm } from './units/unit.entity.js';

/** Entities of all tables that the program writes. */
export const entities = [
  Commune,
  CommuneLineage,
  Superior,
  Supervision,
  CommuneHead,
  ChainLink,
  ChangeLine,
  ChangeValue,
  Document,
  DocumentPerson,
  File,
  FileChunk,
  Unit,
  UnitTerm,
  UnitLineage,
  TakenWord,
  Actor,
  Appointment,
  ApiKey,
  ActorIdentity,
  Webhook,
  WebhookCursor,
  WebhookDelivery,
  Plan,
  Indicator,
  Target,
  Acknowledgement,
  Holiday,
  PlanPeriod,
  IdempotencyRecord,
  PersonalAccess,
  Submission,
  Entry,
  Evidence,
  Result,
  Remark,
  Scheme,
  ScoreSheet,
  ScoreEvidence,
  Publication,
  Standing,
  Round,
  Outcome,
  Nomination,
  NominationGround,
  NominationPaper,
  Consultation,
  Listing,
  Objection,
  Decision,
  DecisionItem,
  Payment,
  Complaint,
  Fund,
  CommuneRounding,
  PaperTemplate,
  Award,
  Fact,
  Registration,
  CouncilMember,
  Meeting,
  Matter,
  Attendance,
  Recusal,
];
