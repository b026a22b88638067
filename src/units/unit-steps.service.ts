import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import type { Kind } from '../api/kinds.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { vietnameseDate } from '../day.js';
import { audienceOf, RecordsService } from '../journal/records.service.js';
import { points } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { UnitAt } from './unit.inputs.js';
import { laterTerm, named, refusePast, validOn } from './unit.rules.js';
import type { UnitAct } from './unit.workflow.js';
import { UnitTermsQueries } from './unit-terms.queries.js';
import { UnitsQueries, type UnitRow, type UnitThen } from './units.queries.js';
import { UnitsService } from './units.service.js';

/** An act on a unit for a day. */
interface StepOfDay {
  act: UnitAct;
  at: AtVersion<UnitAt>;
  day: string;
  reason?: string;
  /** Whether the act is on a closed unit, too. */
  closed?: boolean;
}

/** A unit and what its next term changes. */
export interface NextTerm {
  unit: UnitRow;
  change: Partial<UnitTerm>;
}

/** The steps of which acts on units are made. All are parts of one write. */
@Injectable()
export class UnitStepsService {
  constructor(
    private readonly database: Database,
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly units: UnitsService,
    private readonly records: RecordsService,
  ) {}

  /**
   * An act on a unit as it is on a day. Refusal besides those of every act: RULE for a day gone by, or on which the
   * unit is not valid.
   */
  step(
    caller: Caller,
    { act, at, day, reason, closed = false }: StepOfDay,
    set: (unit: UnitRow, reach: Reach) => Promise<Partial<Unit>>,
  ): Promise<Unit> {
    return this.records.act(caller, { type: this.units.recordType, act, at: { ...at, day }, reason }, async () => {
      const pointer = act === 'closeUnit' ? '/lastDay' : '/from';
      refusePast(day, caller.on, pointer);
      const reach = caller.in(at.commune);
      const unit = await this.queries.unit(reach, { code: at.unit, on: day });
      if (!unit || !(closed || validOn(unit, day)))
        throw wrong(pointer, 'NOT_VALID', {
          en: `"${at.unit}" is not valid on ${day}.`,
          vi: `Ngày ${vietnameseDate(day)} đơn vị "${at.unit}" không hoạt động.`,
        });
      return set(unit, reach);
    });
  }

  /** A unit above that lasts: neither its end nor a change of its place is known. Refusal: RULE. */
  async lasting(
    caller: Caller,
    commune: string,
    { parent, from }: { parent: string; from: string },
  ): Promise<UnitThen> {
    const above = await this.units.unitNamed(caller, { commune, unit: parent, on: from }, '/parent');
    if (above.validTo !== null)
      throw wrong('/parent', 'NOT_VALID', {
        en: `"${parent}" ends on ${above.validTo}.`,
        vi: `Đơn vị "${parent}" kết thúc ngày ${vietnameseDate(above.validTo)}; hãy chọn đơn vị khác.`,
      });
    const later = await this.terms.laterTerms(above, from);
    refuse(points(later.some(({ path }) => path !== above.path) && laterTerm(above, '/parent')));
    return above;
  }

  /** Ends the term of each unit the day before and begins another; one that begins on this day is changed in place. */
  async beginTerms(terms: readonly NextTerm[], from: string): Promise<void> {
    const rows: UnitTerm[] = [];
    for (const { unit, change } of terms) {
      const { communeId, id: unitId, kind, name, parentId, path, termTo: validTo } = unit;
      const key = { communeId, unitId, validFrom: from };
      if (unit.termFrom === from) await this.database.manager.update(UnitTerm, key, change);
      else rows.push({ ...key, validTo, ...named(kind, name), parentId, path, ...change });
    }
    await this.terms.endTerms(rows, from);
    await this.database.insert(UnitTerm, rows);
  }

  /** Raises the versions of units for which other rows say what has changed, and journals each as it is on a day. */
  async changed(
    caller: Caller,
    units: readonly UnitRow[],
    { kind, reason, on }: { kind: Kind; reason?: string; on: string },
  ): Promise<void> {
    const [first] = units;
    if (!first) return;
    const { communeId } = first;
    const ids = units.map(({ id }) => id);
    await hold(this.database, Unit, { communeId, ids });
    await this.queries.raiseVersions(communeId, ids);
    const reach = caller.inCommune(communeId);
    for (const row of await this.queries.unitsById(
      ids.map((id) => ({ reach, id })),
      on,
    )) {
      const record = expected(row, 'A unit that was changed is not there.');
      this.records.journalAll(caller, { entity: Unit, kind, reason, seenBefore: audienceOf(record) }, [record]);
    }
  }
}
