import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Reach } from '../access/caller.js';
import { erasedText } from '../api/shown.js';
import { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import { Decision, DecisionItem } from '../commendations/decision.entity.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { Complaint } from '../complaints/complaint.entity.js';
import { ComplaintsService } from '../complaints/complaints.service.js';
import { ConsultationsService } from '../consultations/consultations.service.js';
import { Listing } from '../consultations/listing.entity.js';
import { Objection } from '../consultations/objection.entity.js';
import { ObjectionsService } from '../consultations/objections.service.js';
import { Recusal } from '../councils/matter.entity.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingsService } from '../councils/meetings.service.js';
import { Database } from '../database/database.js';
import { Document } from '../documents/document.entity.js';
import { foldedOf } from '../documents/document.rules.js';
import { DocumentsService } from '../documents/documents.service.js';
import { File } from '../documents/file.entity.js';
import { FilesService } from '../documents/files.service.js';
import { FactsService } from '../facts/facts.service.js';
import { Outcome } from '../forwarding/outcome.entity.js';
import { OutcomesService } from '../forwarding/outcomes.service.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { Remark } from '../remarks/remark.entity.js';
import { RemarksService } from '../remarks/remarks.service.js';
import { Payment } from '../payments/payment.entity.js';
import { PaymentsService } from '../payments/payments.service.js';
import { ScoreSheet } from '../standings/score-sheet.entity.js';
import { ScoreSheetsService } from '../standings/score-sheets.service.js';
import { Entry } from '../submissions/entry.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Unit, UnitTerm } from '../units/unit.entity.js';
import { named } from '../units/unit.rules.js';
import { reasonErased, there, unnamed, unnamedComplainant, type Erasable } from './erasable.js';
import { LossesService } from './losses.service.js';
import type { PersonalRecords } from './personal-records.js';
import { PersonalQueries } from './personal.queries.js';

/** The records that hold values of a person, and how each loses them. */
@Injectable()
export class ErasablesService {
  constructor(
    private readonly database: Database,
    private readonly queries: PersonalQueries,
    private readonly losses: LossesService,
    private readonly submissions: SubmissionsService,
    private readonly sheets: ScoreSheetsService,
    private readonly remarks: RemarksService,
    private readonly nominations: NominationsService,
    private readonly outcomes: OutcomesService,
    private readonly awards: AwardsService,
    private readonly payments: PaymentsService,
    private readonly complaints: ComplaintsService,
    private readonly facts: FactsService,
    private readonly consultations: ConsultationsService,
    private readonly objections: ObjectionsService,
    private readonly decisions: DecisionsService,
    private readonly meetings: MeetingsService,
    private readonly documents: DocumentsService,
    private readonly files: FilesService,
  ) {}

  /** Every record that holds values of the person. Part of the erasure. */
  async erasables(
    caller: Caller,
    reach: Reach,
    { unit, held }: { unit: Unit; held: PersonalRecords },
  ): Promise<Erasable[]> {
    const keysOf = (ids: readonly string[]) => ids.map((id) => ({ communeId: reach.communeId, id }));
    const { manager } = this.database;
    return [
      this.losses.erasable({ kind: 'unit.erased', entity: Unit }, unit, {
        set: ({ kindText, identifiers }) => ({ kindText, identifiers }),
        besides: ({ communeId, id, kind, name }) =>
          manager.update(UnitTerm, { communeId, unitId: id }, named(kind, name)),
        answer: (stored) => ('sortName' in stored ? { sortName: erasedText } : {}),
      }),
      ...(await this.submissions.submissionsById(caller, keysOf(held.submissions))).map((each) =>
        this.losses.erasable({ kind: 'submission.erased', entity: Submission }, there(each), {
          // Without the salt nobody can find a short erased text by guessing.
          set: ({ narrative, returnedReason, findings }) => ({
            narrative,
            returnedReason,
            findings,
            contentSalt: Buffer.alloc(16),
          }),
          besides: async ({ entries }) => {
            for (const { communeId, submissionId, indicatorId, ...entry } of entries) {
              const { nothingToReport, note, remark, verifiedReason, approvedReason } = entry;
              await manager.update(
                Entry,
                { communeId, submissionId, indicatorId },
                { nothingToReport, note, remark, verifiedReason, approvedReason },
              );
            }
          },
          answer: () => ({ contentSalt: null }),
        }),
      ),
      ...(await this.sheets.sheetsById(caller, keysOf(held.sheets))).map((each) =>
        this.losses.erasable({ kind: 'sheet.erased', entity: ScoreSheet }, there(each), {
          set: ({ self, verified, final, allowances, exceptions, returnedReason }) => ({
            ...{ self, verified, final },
            ...{ allowances, exceptions, returnedReason },
          }),
        }),
      ),
      ...(await this.remarks.remarksById(caller, keysOf(held.remarks))).map((each) =>
        this.losses.erasable({ kind: 'remark.erased', entity: Remark }, there(each), {
          set: ({ text, answer }) => ({ text, answer }),
        }),
      ),
      ...(await this.queries.acknowledgements(reach, held.acknowledgements)).map((each) =>
        this.losses.erasable(
          { kind: 'acknowledgement.erased', entity: Acknowledgement },
          { ...each, audience: 'INSIDE' as const },
          { set: ({ note }) => ({ note }) },
        ),
      ),
      ...(await this.nominations.nominationsById(caller, keysOf(held.nominations))).map((each) =>
        this.losses.erasable({ kind: 'nomination.erased', entity: Nomination }, there(each), {
          set: ({ summary, returnedReason, appraisal, conditionsReason, outcomeReason }) => ({
            summary,
            returnedReason,
            appraisal,
            conditionsReason,
            outcomeReason,
          }),
          besides: ({ communeId, id }) =>
            manager.update(DecisionItem, { communeId, nominationId: id }, { reason: reasonErased }),
        }),
      ),
      ...(await this.outcomes.outcomesById(caller, keysOf(held.outcomes))).map((each) =>
        this.losses.erasable({ kind: 'outcome.erased', entity: Outcome }, each, { set: ({ reason }) => ({ reason }) }),
      ),
      ...(await this.awards.awardsById(caller, keysOf(held.awards))).map((each) =>
        this.losses.erasable({ kind: 'award.erased', entity: Award }, there(each), {
          set: ({ recipientName, citation, revokedReason }) => ({ recipientName, citation, revokedReason }),
        }),
      ),
      ...(await this.payments.paymentsById(caller, keysOf(held.payments))).map((each) =>
        this.losses.erasable(
          { kind: 'payment.erased', entity: Payment },
          { ...there(each), audience: 'INSIDE' as const },
          { set: ({ receiver }) => ({ receiver }) },
        ),
      ),
      ...(await this.complaints.complaintsById(caller, keysOf(held.complaints))).map((each) =>
        this.losses.erasable(
          { kind: 'complaint.erased', entity: Complaint },
          { ...there(each), audience: 'INSIDE' as const },
          {
            less: (complaint) => ({ ...complaint, ...unnamedComplainant }),
            set: ({ complainant, text, conclusion, complainantId }) => ({
              ...{ complainant, text, conclusion, complainantId },
            }),
            answer: () => ({ complainantCode: null }),
          },
        ),
      ),
      ...(await this.consultations.listingsById(caller, keysOf(held.listings))).map((each) =>
        this.losses.erasable({ kind: 'listing.erased', entity: Listing }, there(each), {
          set: ({ nomineeName }) => ({ nomineeName }),
        }),
      ),
      ...(await this.objections.objectionsById(caller, keysOf(held.objections))).map((each) =>
        this.losses.erasable(
          { kind: 'objection.erased', entity: Objection },
          { ...there(each), audience: 'INSIDE' as const },
          {
            less: (objection) => ({ ...objection, ...unnamed }),
            set: ({ objector, text, answer, objectorId }) => ({ objector, text, answer, objectorId }),
            answer: () => ({ objectorCode: null }),
          },
        ),
      ),
      ...(await this.facts.factsHeld(caller, keysOf(held.facts))).map(there).map((each) => this.losses.goes(each)),
      ...(await this.decisions.decisionsById(caller, keysOf(held.decisions))).map((each) =>
        this.losses.mention({ kind: 'decision.erased', entity: Decision }, there(each), { held }),
      ),
      ...(await this.meetings.meetingsById(caller, keysOf(held.meetings))).map((each) =>
        this.losses.mention({ kind: 'meeting.erased', entity: Meeting }, there(each), {
          held,
          besides: ({ communeId, id }) =>
            manager.update(Recusal, { communeId, meetingId: id, memberId: In(held.members) }, { reason: reasonErased }),
        }),
      ),
      ...(await this.documents.documentsById(caller, keysOf(held.documents))).map(there).map((each) => {
        // A document is signed by duty: the signer stays.
        const stays = { signer: each.signer, folded: foldedOf({ ...each, title: erasedText }) };
        return this.losses.erasable({ kind: 'document.erased', entity: Document }, each, {
          less: (document) => ({ ...document, ...stays }),
          set: ({ title, folded }) => ({ title, folded }),
          answer: () => stays,
        });
      }),
      ...(await this.files.filesById(caller, keysOf(held.files))).map((each) =>
        this.losses.erasable({ kind: 'file.erased', entity: File }, there(each), {
          set: ({ name, sha256 }) => ({ name, sha256 }),
        }),
      ),
    ];
  }
}
