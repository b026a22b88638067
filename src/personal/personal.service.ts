import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { byId, paged, type Paging } from '../api/lists.js';
import type { CommuneAt } from '../api/place.js';
import { Database } from '../database/database.js';
import type { Page } from '../database/page.js';
import { farthestDay } from '../day.js';
import { wrong } from '../refusals.js';
import type { PersonalAccess } from '../requests/personal-access.entity.js';
import { isPerson } from '../units/unit-kind.rules.js';
import type { Unit } from '../units/unit.entity.js';
import type { UnitAt } from '../units/unit.inputs.js';
import { UnitsService } from '../units/units.service.js';
import type { PersonalValue } from './personal-value.view.js';
import type { PersonalRecords, Referred } from './personal-records.js';
import { PersonalQueries } from './personal.queries.js';

/** Records of the journal with values of a unit. */
export const recordsOf = ({ id }: Pick<Unit, 'id'>, held: PersonalRecords): Referred[] => [
  { type: 'unit', id },
  { type: 'personal', id },
  ...held.submissions.map((each) => ({ type: 'submission', id: each })),
  ...held.sheets.map((each) => ({ type: 'sheet', id: each })),
  ...held.remarks.map((each) => ({ type: 'remark', id: each })),
  ...held.acknowledgements.map((each) => ({ type: 'acknowledgement', id: each })),
  ...held.nominations.map((each) => ({ type: 'nomination', id: each })),
  ...held.outcomes.map((each) => ({ type: 'outcome', id: each })),
  ...held.awards.map((each) => ({ type: 'award', id: each })),
  ...held.payments.map((each) => ({ type: 'payment', id: each })),
  ...held.complaints.map((each) => ({ type: 'complaint', id: each })),
  ...held.facts.map((each) => ({ type: 'fact', id: each })),
  ...held.listings.map((each) => ({ type: 'listing', id: each })),
  ...held.objections.map((each) => ({ type: 'objection', id: each })),
  ...held.members.map((each) => ({ type: 'member', id: each })),
  ...held.documents.map((each) => ({ type: 'document', id: each })),
  ...held.files.map((each) => ({ type: 'file', id: each })),
  ...held.takenOut,
];

const byPlace = { types: ['text'], keysOf: ({ place }: PersonalValue) => [place] } as const;

/** Export of the values of a person or household, and their disclosures. */
@Injectable()
export class PersonalService {
  constructor(
    private readonly database: Database,
    private readonly queries: PersonalQueries,
    private readonly units: UnitsService,
  ) {}

  /**
   * Every value of a person, oldest first, then the disclosures. Text of the person in other records, and text of
   * others about the person, is not included. Refusals: NOT_FOUND; FORBIDDEN; RULE for a unit that is no person.
   */
  exportPersonal(
    caller: Caller,
    { commune, unit: code }: CommuneAt & UnitAt,
    page: Paging,
  ): Promise<Page<PersonalValue>> {
    return this.database.read(caller, async () => {
      const unit = await this.person(caller, commune, code);
      caller.demandFor('exportPersonal', commune, unit.path);
      const reach = caller.reachIn(commune);
      const records = recordsOf(unit, await this.queries.recordsOfUnit(reach, unit.id));
      return paged(page, byPlace, ({ after, limit }) =>
        this.queries.values(reach, unit.id, { records, after: after?.[0] ?? null, limit }),
      );
    });
  }

  /**
   * The disclosures of a person's values, the latest first. Refusals: NOT_FOUND; FORBIDDEN; RULE for a unit that is
   * no person.
   */
  accesses(caller: Caller, { commune, unit: code }: CommuneAt & UnitAt, page: Paging): Promise<Page<PersonalAccess>> {
    return this.database.read(caller, async () => {
      const unit = await this.person(caller, commune, code);
      caller.demandFor('accesses', commune, unit.path);
      return paged(page, byId, ({ after, limit }) =>
        this.queries.accesses(caller.reachIn(commune), unit.id, { after: after?.[0] ?? null, limit }),
      );
    });
  }

  /** The unit of a code, if it is a person or a household. Refusals: NOT_FOUND; RULE. */
  async person(caller: Caller, commune: string, code: string): Promise<Unit> {
    const unit = await this.units.unit(caller, { commune, unit: code, on: farthestDay });
    if (!isPerson(unit.kind))
      throw wrong('/unit', 'NO_PERSON', {
        en: `"${code}" is neither a person nor a household: it has no personal data of its own.`,
        vi: `"${code}" không phải cá nhân hay hộ gia đình nên không có dữ liệu cá nhân riêng.`,
      });
    return unit;
  }
}
