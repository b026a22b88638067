import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { expected } from '../api/found.js';
import type { AtVersion } from '../api/place.js';
import type { Kind } from '../api/kinds.js';
import { grouped } from '../database/batch.js';
import { Database } from '../database/database.js';
import { hold } from '../database/hold.js';
import { vietnameseDate } from '../day.js';
import { audienceOf, RecordsService } from '../journal/records.service.js';
import { points } from '../points.js';
import { refuse, wrong } from '../refusals.js';
import { Unit, UnitTerm } from './unit.entity.js';
import type { UnitAt } from './unit.inputs.js';
import { laterTerm, named, notValidOn, refusePast, validOn } from './unit.rules.js';
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
  act(
    caller: Caller,
    { act, at, day, reason, closed = false }: StepOfDay,
    set: (unit: UnitRow, reach: Reach) => Promise<Partial<Unit>>,
  ): Promise<Unit> {
    return this.records.act(caller, { type: this.units.recordType, act, at: { ...at, day }, reason }, async () => {
      const pointer = act === 'closeUnit' ? '/lastDay' : '/from';
      refusePast(day, caller.on, pointer);
      const reach = caller.reachIn(at.commune);
      const unit = await this.queries.unit(reach, { code: at.unit, on: day });
      if (!unit || !(closed || validOn(unit, day))) throw notValidOn(at.unit, day, pointer);
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
    if (rows.length === 0) return;
    await this.terms.endTerms(rows, from);
    await this.database.insert(UnitTerm, rows);
  }

  /** Renames units from a day on, in later places too, until another name begins; the name of before goes on. */
  async renameEach(renamed: readonly { unit: UnitRow; name: string }[], from: string): Promise<void> {
    const [first] = renamed;
    if (!first) return;
    const { communeId } = first.unit;
    const ids = renamed.map(({ unit: { id } }) => id);
    const termsOf = grouped(await this.terms.termsOf({ communeId }, ids), ({ unitId }) => [unitId]);
    const begun = ({ unit }: { unit: UnitRow }) => unit.termFrom === from;
    const inPlace = renamed.flatMap(({ unit, name }) => {
      const later = termsOf(unit.id).filter(({ validFrom }) => validFrom > from);
      const other = later.findIndex((term) => term.name !== unit.name);
      const days = later.slice(0, other < 0 ? later.length : other).map(({ validFrom }) => validFrom);
      return [...(begun({ unit }) ? [from] : []), ...days].map((validFrom) => ({
        ...{ unitId: unit.id, validFrom },
        ...named(unit.kind, name),
      }));
    });
    const ahead = renamed.filter((each) => !begun(each));
    await this.beginTerms(
      ahead.map(({ unit, name }) => ({ unit, change: named(unit.kind, name) })),
      from,
    );
    await this.terms.renameTerms(communeId, inPlace);
    await this.terms.joinTerms(communeId, ids);
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
    const reach = caller.reachById(communeId);
    for (const row of await this.queries.unitsById(
      ids.map((id) => ({ reach, id })),
      on,
    )) {
      const record = expected(row, 'A unit that was changed is not there.');
      this.records.journalAll(caller, { entity: Unit, kind, reason, seenBefore: audienceOf(record) }, [record]);
    }
  }
}
