import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { wholeCommune, type Caller } from '../access/caller.js';
import { firstOrNotFound, withReach, type RecordKey } from '../api/found.js';
import { byId, paged, pagedEach } from '../api/lists.js';
import type { AtVersion } from '../api/place.js';
import type { PossibleAct } from '../api/possible-act.view.js';
import { complete } from '../api/stored.js';
import { demandState } from '../api/workflow.js';
import { ofEach, type InAskedOrder } from '../database/batch.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import type { Projection } from '../database/projection.js';
import { DocumentsService } from '../documents/documents.service.js';
import { beforeBound } from '../journal/bound.rules.js';
import type { RecordType } from '../journal/record-type.js';
import { RecordsService } from '../journal/records.service.js';
import { NominationOutcomesService } from '../nominations/nomination-outcomes.service.js';
import { refuse, wrong } from '../refusals.js';
import { UnitsService } from '../units/units.service.js';
import { consultationWorkflow } from './consultation.workflow.js';
import { ConsultationsQueries } from './consultations.queries.js';
import { Objection } from './objection.entity.js';
import type {
  AnswerObjection,
  ListObjections,
  ListOwnObjections,
  ObjectionAt,
  RaiseObjection,
} from './objection.inputs.js';
import { brokenObjection } from './objection.rules.js';
import { objectionWorkflow, raising } from './objection.workflow.js';
import { ObjectionsQueries } from './objections.queries.js';

/** Objections (phản ánh) to nominees on lists that hang, as officials record and answer them. */
@Injectable()
export class ObjectionsService {
  readonly recordType: RecordType<Objection, ObjectionAt, typeof objectionWorkflow> = {
    entity: Objection,
    workflow: objectionWorkflow,
    lock: async (reach, { id }) => {
      await this.units.holdShared(reach);
      await this.queries.lock(reach, id);
    },
    read: (caller, { commune, id }) => this.objection(caller, commune, id),
    readEach: (caller, asked) => this.objectionsById(caller, asked),
    pathOf: () => wholeCommune,
    states: 'objection',
    stateOf: ({ state }) => state,
    notBefore: ({ raisedOn }) => ({ day: raisedOn, of: 'OBJECTION' }),
    hindrances: async (caller, rows) => {
      const of = rows.map(({ communeId, consultationId: id }) => ({ communeId, id }));
      const consultations = await this.consultations.consultationsById(withReach(caller, of));
      return consultations.map((each) => ({ answerObjection: each?.state === 'OPEN' ? undefined : 'STATE' }));
    },
  };

  constructor(
    private readonly database: Database,
    private readonly queries: ObjectionsQueries,
    private readonly consultations: ConsultationsQueries,
    private readonly nominations: NominationOutcomesService,
    private readonly documents: DocumentsService,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /** The objections of a commune, the newest first; of a reporter those to nominees of the own unit and below. */
  objections(
    caller: Caller,
    commune: string,
    { consultation: consultations, unit: units, state, ...page }: ListObjections,
    members?: Projection,
  ): Promise<Page<Objection>> {
    return this.database.read(caller, () =>
      paged(page, byId, (slice) =>
        this.queries.objections(caller.reachIn(commune), { consultations, units, state, ...slice }, members),
      ),
    );
  }

  /** The same page of the objections in each consultation, in the order asked. */
  objectionsOf(
    caller: Caller,
    consultations: readonly RecordKey[],
    { state, ...page }: ListOwnObjections,
    members?: Projection,
  ): Promise<Page<Objection>[]> {
    return this.database.read(caller, () =>
      pagedEach(page, byId, async (slice) => {
        const asked = withReach(caller, consultations);
        const rows = await this.queries.objectionsOf(asked, { state, ...slice }, members);
        return ofEach(asked, rows, ({ consultationId }) => consultationId);
      }),
    );
  }

  /** One objection. Refusal: NOT_FOUND. */
  async objection(caller: Caller, commune: string, id: string, members?: Projection): Promise<Objection> {
    const asked = [{ communeId: caller.reachIn(commune).communeId, id }];
    return firstOrNotFound(await this.objectionsById(caller, asked, members));
  }

  /** Objections by id. */
  objectionsById(caller: Caller, asked: readonly RecordKey[], members?: Projection): Promise<InAskedOrder<Objection>> {
    return this.database.read(caller, () => this.queries.objectionsById(withReach(caller, asked), members));
  }

  /** The acts on an objection: whether the caller may do each now, and why not. Refusal: NOT_FOUND. */
  objectionActions(caller: Caller, commune: string, id: string): Promise<Page<PossibleAct>> {
    return this.records.possibleActs(caller, this.recordType, { commune, id });
  }

  /**
   * Records an objection to a nominee on a list that hangs: the clerk, or a reporter of the nominee's unit or of one
   * above. Refusals: FORBIDDEN; STATE; RULE for a consultation, nominee, objector or document that is not there, and
   * for a day before the list was hung.
   */
  raiseObjection(
    caller: Caller,
    commune: string,
    { consultation: consultationId, nomination: nominationId, objectorUnit, document, ...given }: RaiseObjection,
  ): Promise<Objection> {
    const addition = { commune, entity: Objection, kind: 'objection.raised' } as const;
    return this.records.add(caller, addition, async (reach) => {
      await this.units.holdShared(reach);
      await this.consultations.lock(reach, consultationId);
      const [consultation] = await this.consultations.consultationsById([{ reach, id: consultationId }]);
      const listed = consultation ? await this.consultations.nominationsOn(reach, consultationId) : [];
      const named = listed.filter((id) => id === nominationId);
      const [nomination] = await this.nominations.nominationsForUpdate(caller, reach, named);
      caller.demandFor('raiseObjection', commune, nomination?.unitPath ?? wholeCommune);
      if (!consultation)
        throw wrong('/consultation', 'UNKNOWN', {
          en: `There is no consultation ${consultationId}.`,
          vi: `Không có đợt công khai ${consultationId}.`,
        });
      demandState(consultationWorkflow, 'raiseObjection', { of: 'consultation', ...consultation });
      refuse(beforeBound(caller.on, { day: consultation.firstDay, of: 'LISTING' }));
      if (!nomination)
        throw wrong('/nomination', 'UNKNOWN', {
          en: `The list does not name the nomination ${nominationId}.`,
          vi: `Danh sách không có đề nghị ${nominationId}.`,
        });
      const by =
        objectorUnit === undefined
          ? undefined
          : await this.units.unitNamed(caller, { commune, unit: objectorUnit, on: caller.on }, '/objectorUnit');
      refuse(brokenObjection({ objectorKind: by?.kind }));
      const { unitId, unitCode, unitKind } = nomination;
      const objection = complete(Objection, {
        ...{ communeId: reach.communeId, id: v7(), version: 1, consultationId, nominationId },
        ...{ unitId, unitCode, unitKind, raisedOn: caller.on, state: raising.to },
        ...{ text: given.text, objector: given.objector ?? by?.name ?? null },
        ...{ objectorId: by?.id ?? null, objectorCode: by?.code ?? null },
        documentId: await this.documents.idNamed(reach, document, { quality: 'OBJECTION', pointer: '/document' }),
      });
      await this.database.manager.insert(Objection, objection);
      return objection;
    });
  }

  /**
   * Answers an objection, or answers it anew while the list hangs. Refusals: NOT_FOUND; FORBIDDEN; STALE; STATE, that
   * of its consultation, too; RULE for an unknown document.
   */
  answerObjection(
    caller: Caller,
    at: AtVersion<ObjectionAt>,
    { document, upheld, answer }: AnswerObjection,
  ): Promise<Objection> {
    const step = { type: this.recordType, act: 'answerObjection', at } as const;
    return this.records.act(caller, step, async ({ consultationId: id }) => {
      const reach = caller.reachIn(at.commune);
      const consultation = firstOrNotFound(await this.consultations.consultationsById([{ reach, id }]));
      demandState(consultationWorkflow, 'raiseObjection', { of: 'consultation', ...consultation });
      const naming = { quality: 'OBJECTION_ANSWER', pointer: '/document' } as const;
      return {
        ...{ upheld, answer, answeredOn: caller.on, state: objectionWorkflow.answerObjection.to },
        answerDocumentId: await this.documents.idNamed(reach, document, naming),
      };
    });
  }
}
