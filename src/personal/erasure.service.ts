import { Injectable } from '@nestjs/common';
import type { Actor, Reach } from '../access/actor.js';
import { audiences, type Audience } from '../access/permissions.js';
import { found } from '../api/found.js';
import { KeptAnswer } from '../api/kept-answer.entity.js';
import { erasedText, withoutPersonal } from '../api/shown.js';
import { Database } from '../database/database.js';
import { File } from '../documents/file.entity.js';
import { erasedHash } from '../documents/file.rules.js';
import { FilesService } from '../documents/files.service.js';
import { Acknowledgement } from '../indicators/acknowledgement.entity.js';
import { JournalService } from '../journal/journal.service.js';
import { Refusal } from '../refusals.js';
import { Entry } from '../submissions/entry.entity.js';
import { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { Unit, UnitTerm } from '../units/unit.entity.js';
import { named } from '../units/unit.rules.js';
import { UnitsService } from '../units/units.service.js';
import { PersonalErasure } from './personal-erasure.view.js';
import type { ErasePersonal } from './personal.inputs.js';
import { PersonalQueries } from './personal.queries.js';
import { PersonalService, recordsOf } from './personal.service.js';

/** The records of a person, as they are without what is personal. */
interface Erased {
  unit: Unit;
  submissions: Submission[];
  acknowledgements: Acknowledgement[];
  files: File[];
}

/** The right to be forgotten, in the one way the chain allows: values go, leaves stay. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly queries: PersonalQueries,
    private readonly personal: PersonalService,
    private readonly units: UnitsService,
    private readonly submissions: SubmissionsService,
    private readonly files: FilesService,
    private readonly journal: JournalService,
  ) {}

  /**
   * Erases the personal values of a person or household: names, what they are called, identifiers, the free text of its reports and notes, the
   * name and bytes of the personal files that prove its entries, and all that the journal held of these, whatever reports
   * the files prove besides. Figures and results stay. The `contentHash` of an erased report stays, and no longer follows from its text.
   * Not reached: codes, which never change; files not marked personal; what others wrote of the person; who acts (their
   * names stay while they act) and who signed documents (a duty to publish). Refusals: RULE for a unit that is no person; STALE.
   */
  erasePersonal(actor: Actor, commune: string, code: string, expectedVersion: number, { reason }: ErasePersonal): Promise<PersonalErasure> {
    const reach = actor.in(commune);
    return this.database.write(actor, reach.commune, async () => {
      await this.units.holdCodes(actor, commune);
      const unit = await this.personal.person(actor, commune, code);
      actor.demandFor('erasePersonal', commune, unit.path);
      if (unit.version !== expectedVersion) throw new Refusal('STALE', { current: unit.version });
      await this.queries.lock(reach, unit.id);
      const held = await this.queries.held(reach, unit.id);
      const at = (ids: readonly string[]) => ids.map((id) => ({ communeId: reach.commune, id }));
      const erased: Erased = {
        unit: withoutPersonal(Unit, unit),
        submissions: (await this.submissions.submissionsById(actor, at(held.submissions))).map((each) => withoutPersonal(Submission, found(each))),
        acknowledgements: (await this.queries.acknowledgements(reach, held.acknowledgements)).map((each) => withoutPersonal(Acknowledgement, each)),
        files: (await this.files.filesById(actor, at(held.files))).map((each) => hashless(withoutPersonal(File, found(each)))),
      };
      await this.write(erased);
      await this.forget(reach, erased);
      const values = await this.queries.erase(reach, recordsOf(unit, held));
      this.tell(actor, erased);
      const record = { id: unit.id, version: unit.version + 1, unitCode: unit.code, values, submissions: held.submissions.length, acknowledgements: held.acknowledgements.length, files: held.files.length };
      const audience = widest([unit, ...erased.submissions, ...erased.files].map((each) => each.audience));
      this.journal.record({ actor, commune: reach.commune, kind: 'personal.erased', view: PersonalErasure, record, seen: { before: null, after: audience }, reason });
      return record;
    });
  }

  private async write({ unit, submissions, acknowledgements, files }: Erased): Promise<void> {
    const { manager } = this.database;
    const at = ({ communeId: commune, id, version }: { communeId: number; id: string; version: number }) => ({ commune, id, version });
    await this.database.change(Unit, at(unit), { kindText: unit.kindText, identifiers: unit.identifiers });
    await manager.update(UnitTerm, { communeId: unit.communeId, unitId: unit.id }, named(unit.kind, unit.name));
    for (const { narrative, returnedReason, entries, ...submission } of submissions) {
      // Without the salt nobody finds out by trying what the hash was made of.
      await this.database.change(Submission, at(submission), { narrative, returnedReason, contentSalt: Buffer.alloc(16) });
      for (const { communeId, submissionId, indicatorId, nothingToReport, note, remark, verifiedReason, approvedReason } of entries) {
        await manager.update(Entry, { communeId, submissionId, indicatorId }, { nothingToReport, note, remark, verifiedReason, approvedReason });
      }
    }
    for (const { note, ...acknowledgement } of acknowledgements) await this.database.change(Acknowledgement, at(acknowledgement), { note });
    for (const { name, sha256, ...file } of files) await this.database.change(File, at(file), { name, sha256 });
  }

  /** The answers kept under idempotency keys stay, too, without the values: an act done once is not done again. */
  private async forget(reach: Reach, { unit, submissions, acknowledgements, files }: Erased): Promise<void> {
    const shown = new Map<string, (answer: object) => object>([
      [unit.id, (answer) => ({ ...withoutPersonal(Unit, answer), ...('sortName' in answer && { sortName: erasedText }) })],
      ...submissions.map(({ id }) => [id, (answer: object) => ({ ...withoutPersonal(Submission, answer), contentSalt: null })] as const),
      ...acknowledgements.map(({ id }) => [id, (answer: object) => withoutPersonal(Acknowledgement, answer)] as const),
      ...files.map(({ id }) => [id, (answer: object) => hashless(withoutPersonal(File, answer))] as const),
    ]);
    for (const { answer, ...key } of await this.queries.keptAnswers(reach, [...shown.keys()])) {
      await this.database.manager.update(KeptAnswer, key, { answer: shown.get((answer as { id: string }).id)?.(answer) ?? answer });
    }
  }

  private tell(actor: Actor, { unit, submissions, acknowledgements, files }: Erased): void {
    const common = <T extends { communeId: number; version: number }>(each: T, audience: Audience) => ({ actor, commune: each.communeId, record: { ...each, version: each.version + 1 }, seen: { before: audience, after: audience } });
    this.journal.record({ ...common(unit, unit.audience), kind: 'unit.erased', view: Unit });
    for (const each of submissions) this.journal.record({ ...common(each, each.audience), kind: 'submission.erased', view: Submission });
    for (const each of acknowledgements) this.journal.record({ ...common(each, 'INSIDE'), kind: 'acknowledgement.erased', view: Acknowledgement });
    for (const each of files) this.journal.record({ ...common(each, each.audience), kind: 'file.erased', view: File });
  }
}

/** A hash would tell whoever has the file that it was this one. */
const hashless = <T extends object>(file: T): T => ({ ...file, sha256: erasedHash });

const widest = (all: readonly Audience[]): Audience => audiences[Math.max(...all.map((each) => audiences.indexOf(each)))] ?? 'INSIDE';
