import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Caller, Reach } from '../access/caller.js';
import { audiences, type Audience } from '../access/permissions.js';
import { found } from '../api/found.js';
import { erasedText, withoutPersonal } from '../api/shown.js';
import { Award } from '../commendations/award.entity.js';
import { AwardsService } from '../commendations/awards.service.js';
import { Decision, DecisionItem } from '../commendations/decision.entity.js';
import { DecisionsService } from '../commendations/decisions.service.js';
import { Recusal } from '../councils/matter.entity.js';
import { Meeting } from '../councils/meeting.entity.js';
import { MeetingsService } from '../councils/meetings.service.js';
import { Database } from '../database/database.js';
import { File } from '../documents/file.entity.js';
import { erasedHash } from '../documents/file.rules.js';
import { FilesService } from '../documents/files.service.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { JournalService } from '../journal/journal.service.js';
import { Nomination } from '../nominations/nomination.entity.js';
import { NominationsService } from '../nominations/nominations.service.js';
import { Refusal } from '../refusals.js';
import { IdempotencyRecord } from '../requests/idempotency-record.entity.js';
import { Entry } from '../submissions/entry.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Unit, UnitTerm } from '../units/unit.entity.js';
import { named } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { PersonalErasure } from './personal-erasure.view.js';
import type { ErasePersonal } from './personal.inputs.js';
import { PersonalQueries, type PersonalRecords } from './personal.queries.js';
import { PersonalService, recordsOf } from './personal.service.js';

type Kept = { communeId: number; id: string; version: number };

/** Record with personal values: its form without them, and the write that removes them from its row. */
interface Erasable {
  kind: `${string}.erased`;
  view: new () => Kept;
  record: Kept;
  audience: Audience;
  write(): Promise<void>;
  /** Stored answer of an idempotency key that shows the record, without the values. */
  answer(kept: object): object;
}

/** Erasure of personal data (NĐ 13/2023): the values go, the leaves of the chain stay. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly queries: PersonalQueries,
    private readonly personal: PersonalService,
    private readonly units: UnitsService,
    private readonly submissions: SubmissionsService,
    private readonly nominations: NominationsService,
    private readonly awards: AwardsService,
    private readonly decisions: DecisionsService,
    private readonly meetings: MeetingsService,
    private readonly files: FilesService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Erases the personal values of a person or household, in the rows and in the journal: names, kind, identifiers; free
   * text of reports, acknowledgements, nominations and awards; reasons about the person in drafted decisions; declared
   * recusals; name and bytes of personal files that are evidence of the person's reports. Figures, results and awards
   * stay. The `contentHash` of an erased report stays, and does not follow from its text any more.
   * Not erased: codes, which never change; files not marked personal, signed decisions among them; text of others about
   * the person; names of actors and of signers of documents. Refusals: RULE for a unit that is no person; STALE.
   */
  erasePersonal(
    caller: Caller,
    commune: string,
    code: string,
    expectedVersion: number,
    { reason }: ErasePersonal,
  ): Promise<PersonalErasure> {
    const reach = caller.in(commune);
    return this.database.write(caller, reach.commune, async () => {
      await this.units.hold(reach);
      const unit = await this.personal.person(caller, commune, code);
      caller.demandFor('erasePersonal', commune, unit.path);
      if (unit.version !== expectedVersion) throw new Refusal('STALE', { current: unit.version });
      await this.queries.lock(reach, unit.id);
      const held = await this.queries.recordsOfUnit(reach, unit.id);
      const records = await this.erasables(caller, reach, unit, held);
      for (const { write } of records) await write();
      await this.forget(reach, records, held);
      const values = await this.queries.erase(reach, recordsOf(unit, held));
      for (const { kind, view, record, audience } of records)
        this.journal.record({
          caller,
          commune: reach.commune,
          kind,
          view,
          record: { ...record, version: record.version + 1 },
          seen: { before: audience, after: audience },
        });
      const { submissions, acknowledgements, nominations, awards, files } = held;
      const counts = {
        submissions: submissions.length,
        acknowledgements: acknowledgements.length,
        nominations: nominations.length,
        awards: awards.length,
        files: files.length,
      };
      const record = { id: unit.id, version: unit.version + 1, unitCode: unit.code, values, ...counts };
      this.journal.record({
        caller,
        commune: reach.commune,
        kind: 'personal.erased',
        view: PersonalErasure,
        record,
        seen: { before: null, after: widest(records.map(({ audience }) => audience)) },
        reason,
      });
      return record;
    });
  }

  /** Every record with values of the person. */
  private async erasables(caller: Caller, reach: Reach, unit: Unit, held: PersonalRecords): Promise<Erasable[]> {
    const at = (ids: readonly string[]) => ids.map((id) => ({ communeId: reach.commune, id }));
    const { manager } = this.database;
    return [
      this.erasable('unit', Unit, unit, {
        set: ({ kindText, identifiers }) => ({ kindText, identifiers }),
        besides: ({ communeId, id, kind, name }) =>
          manager.update(UnitTerm, { communeId, unitId: id }, named(kind, name)),
        answer: (kept) => ('sortName' in kept ? { sortName: erasedText } : {}),
      }),
      ...(await this.submissions.submissionsById(caller, at(held.submissions))).map((each) =>
        this.erasable('submission', Submission, found(each), {
          // Without the salt the text cannot be guessed from the hash.
          set: ({ narrative, returnedReason }) => ({ narrative, returnedReason, contentSalt: Buffer.alloc(16) }),
          besides: async ({ entries }) => {
            for (const {
              communeId,
              submissionId,
              indicatorId,
              nothingToReport,
              note,
              remark,
              verifiedReason,
              approvedReason,
            } of entries) {
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
      ...(await this.queries.acknowledgements(reach, held.acknowledgements)).map((each) =>
        this.erasable(
          'acknowledgement',
          Acknowledgement,
          { ...each, audience: 'INSIDE' as const },
          { set: ({ note }) => ({ note }) },
        ),
      ),
      ...(await this.nominations.nominationsById(caller, at(held.nominations))).map((each) =>
        this.erasable('nomination', Nomination, found(each), {
          set: ({ summary, returnedReason, appraisal, outcomeReason }) => ({
            summary,
            returnedReason,
            appraisal,
            outcomeReason,
          }),
          besides: ({ communeId, id }) =>
            manager.update(DecisionItem, { communeId, nominationId: id }, { reason: gone }),
        }),
      ),
      ...(await this.awards.awardsById(caller, at(held.awards))).map((each) =>
        this.erasable('award', Award, found(each), {
          set: ({ citation, revokedReason }) => ({ citation, revokedReason }),
        }),
      ),
      ...(await this.decisions.decisionsById(caller, at(held.decisions))).map(found).map((each): Erasable => {
        const write = () =>
          this.database.change(Decision, { commune: each.communeId, id: each.id, version: each.version }, {});
        return {
          kind: 'decision.erased',
          view: Decision,
          record: besides(each, held),
          audience: each.audience,
          write,
          answer: (kept) => kept,
        };
      }),
      ...(await this.meetings.meetingsById(caller, at(held.meetings))).map(found).map((each): Erasable => {
        const write = async () => {
          await manager.update(
            Recusal,
            { communeId: each.communeId, meetingId: each.id, memberId: In(held.members) },
            { reason: gone },
          );
          await this.database.change(Meeting, { commune: each.communeId, id: each.id, version: each.version }, {});
        };
        return {
          kind: 'meeting.erased',
          view: Meeting,
          record: besides(each, held),
          audience: each.audience,
          write,
          answer: (kept) => kept,
        };
      }),
      ...(await this.files.filesById(caller, at(held.files))).map((each) =>
        this.erasable('file', File, found(each), {
          less: hashless,
          set: ({ name, sha256 }) => ({ name, sha256 }),
          answer: () => ({ sha256: erasedHash }),
        }),
      ),
    ];
  }

  /**
   * `set` gives the columns of the row that change, `besides` changes rows of other tables, `less` removes values that
   * are not personal by themselves, `answer` gives members of a stored answer that change.
   */
  private erasable<T extends Kept & { audience: Audience }>(
    type: string,
    view: new () => object,
    before: T,
    {
      set,
      besides: also,
      less = (record) => record,
      answer = () => ({}),
    }: {
      set: (record: T) => object;
      besides?: (record: T) => Promise<unknown>;
      less?: (record: T) => T;
      answer?: (kept: object) => object;
    },
  ): Erasable {
    const record = less(withoutPersonal(view, before));
    const write = async () => {
      await this.database.change(
        view as new () => T,
        { commune: before.communeId, id: before.id, version: before.version },
        set(record),
      );
      await also?.(record);
    };
    return {
      kind: `${type}.erased`,
      view: view as new () => Kept,
      record,
      audience: before.audience,
      write,
      answer: (kept) => ({ ...withoutPersonal(view, kept), ...answer(kept) }),
    };
  }

  /** Removes values and request hash from stored answers. The answers stay: a replay must not act again. */
  private async forget(reach: Reach, records: readonly Erasable[], held: PersonalRecords): Promise<void> {
    const answers = new Map(records.map(({ record, answer }) => [record.id, answer]));
    for (const { answer, ...key } of await this.queries.storedAnswers(reach, [...answers.keys(), ...held.members])) {
      const own = answers.get((answer as { id: string }).id);
      await this.database.manager.update(IdempotencyRecord, key, {
        answer: besides(own ? own(answer) : answer, held),
        fingerprint: Buffer.alloc(0),
      });
    }
  }
}

/** File without its hash, which would identify the bytes. */
const hashless = (file: File): File => ({ ...file, sha256: erasedHash });

const widest = (all: readonly Audience[]): Audience =>
  audiences[Math.max(...all.map((each) => audiences.indexOf(each)))] ?? 'INSIDE';

/** SQL for a reason: the text of an erasure where there was one, else null. */
const gone = () => `case when reason is not null then '${erasedText}' end`;

/** Copy of another record without its reasons about some nominations and members: `reason` beside the id of one. */
function besides<T>(value: T, held: Pick<PersonalRecords, 'nominations' | 'members'>): T {
  if (Array.isArray(value)) return value.map((each: unknown) => besides(each, held)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value)) return value;
  const { nominationId = '', memberId = '' } = value as { nominationId?: string; memberId?: string };
  const theirs = held.nominations.includes(nominationId) || held.members.includes(memberId);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      theirs && name === 'reason' && member !== null ? erasedText : besides(member, held),
    ]),
  ) as T;
}
