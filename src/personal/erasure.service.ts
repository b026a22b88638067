import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { audiences, type Audience } from '../access/roles.js';
import type { AtVersion } from '../api/place.js';
import { Database } from '../database/database.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { IdempotencyRecord } from '../requests/idempotency-record.entity.js';
import type { UnitAt } from '../units/unit.inputs.js';
import { UnitsService } from '../units/units.service.js';
import type { Erasable } from './erasable.js';
import { ErasablesService } from './erasables.service.js';
import { withoutMentions } from './mentions.js';
import { PersonalErasure } from './personal-erasure.view.js';
import type { ErasePersonal } from './personal.inputs.js';
import type { PersonalRecords } from './personal-records.js';
import { PersonalQueries } from './personal.queries.js';
import { PersonalService, recordsOf } from './personal.service.js';
import { answersOf } from './taken-out.js';

/** Erasure of personal data (NĐ 13/2023): the values go, the leaves of the chain stay. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly queries: PersonalQueries,
    private readonly personal: PersonalService,
    private readonly records: ErasablesService,
    private readonly units: UnitsService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Erases the personal values of a person or household, in the rows and in the journal: names, kind, identifiers; free
   * text of reports, acknowledgements, nominations, their outcomes from above, and awards; reasons about the person in
   * drafted decisions; declared recusals; names on lists; objections to the person or by it; complaints about the
   * person's awards or by it; facts, which are taken out; titles of documents that name the person; name and bytes of
   * personal files that are evidence of the person's reports. Figures, results and awards stay. The `contentHash` of an
   * erased report stays, and does not follow from its text any more.
   * Not erased: codes, which never change; files not marked personal, signed decisions among them; text of others about
   * the person; names of actors and of signers of documents. Refusals: NOT_FOUND; RULE for a unit that is no
   * person; FORBIDDEN; STALE.
   */
  erasePersonal(caller: Caller, at: AtVersion<UnitAt>, { reason }: ErasePersonal): Promise<PersonalErasure> {
    const reach = caller.reachIn(at.commune);
    const { communeId } = reach;
    return this.database.write(caller, communeId, async () => {
      await this.units.hold(reach);
      const unit = await this.personal.person(caller, at.commune, at.unit);
      caller.demandFor('erasePersonal', at.commune, unit.path);
      if (unit.version !== at.expectedVersion) throw new Refusal('STALE', { current: unit.version });
      await this.queries.lock(reach, unit.id);
      const held = await this.queries.recordsOfUnit(reach, unit.id);
      const records = await this.records.erasables(caller, reach, { unit, held });
      for (const { write } of records) await write();
      await this.eraseStoredAnswers(reach, records, held);
      const values = await this.queries.erase(reach, recordsOf(unit, held));
      for (const { kind, entity, record: before, audience, takenOut } of records) {
        const record = { ...before, version: before.version + 1 };
        this.journal.record({
          caller,
          communeId,
          kind,
          entity,
          record,
          seen: { before: audience, after: takenOut ? null : audience },
        });
      }
      const record = {
        id: unit.id,
        version: unit.version + 1,
        unitCode: unit.code,
        values,
        submissions: held.submissions.length,
        sheets: held.sheets.length,
        remarks: held.remarks.length,
        acknowledgements: held.acknowledgements.length,
        nominations: held.nominations.length,
        awards: held.awards.length,
        payments: held.payments.length,
        complaints: held.complaints.length,
        facts: held.facts.length,
        listings: held.listings.length,
        objections: held.objections.length,
        documents: held.documents.length,
        files: held.files.length,
      };
      const seen = { before: null, after: widest(records.map(({ audience }) => audience)) };
      this.journal.record({
        caller,
        communeId,
        kind: 'personal.erased',
        entity: PersonalErasure,
        record,
        seen,
        reason,
      });
      return record;
    });
  }

  /** Removes values and request hash from stored answers. The answers stay: a replay must not act again. */
  private async eraseStoredAnswers(reach: Reach, records: readonly Erasable[], held: PersonalRecords): Promise<void> {
    const answers = new Map([
      ...answersOf(held.takenOut),
      ...records.map(({ record, answer }) => [record.id, answer] as const),
    ]);
    for (const { answer, ...key } of await this.queries.storedAnswers(reach, [...answers.keys(), ...held.members])) {
      const own = answers.get((answer as { id: string }).id);
      await this.database.manager.update(IdempotencyRecord, key, {
        answer: withoutTexts(withoutMentions(own ? own(answer) : answer, held)),
        fingerprint: Buffer.alloc(0),
      });
    }
  }
}

/** A report of an import without the texts of its file; any other answer as it is. */
function withoutTexts(answer: object): object {
  const { rows } = answer as { rows?: object[] };
  return rows && 'skipped' in answer
    ? { ...answer, rows: rows.map((row) => ({ ...row, notes: [], cells: [] })) }
    : answer;
}

const widest = (all: readonly Audience[]): Audience =>
  audiences[Math.max(...all.map((each) => audiences.indexOf(each)))] ?? 'INSIDE';
