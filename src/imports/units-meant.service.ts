import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { fold } from '../database/text.js';
import { isSound, Refusal } from '../refusals.js';
import { lookingLike } from '../units/unit-likeness.rules.js';
import type { AddUnit } from '../units/unit.inputs.js';
import { UnitTermsQueries } from '../units/unit-terms.queries.js';
import { UnitsQueries, type UnitRow as UnitThere } from '../units/units.queries.js';
import type { ImportUnits } from './import.inputs.js';
import { codeOf, freeCodes } from './free-codes.rules.js';
import type { ImportAt, RowRead } from './importer.js';
import { NamesService, severalAlike } from './names.service.js';
import { addedBy } from './unit-row.rules.js';
import type { ImportedUnit } from './unit-row.js';

/** Meaning of a row: a change of a unit that is there, a unit to be added, or nothing that can be told. */
export type Meant = { there: UnitThere; row: ImportedUnit } | { added: AddUnit } | Refusal;

/** Which unit a row of a table means. A unit is known by its code, or by its name below the same unit. */
@Injectable()
export class UnitsMeantService {
  constructor(
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
    private readonly names: NamesService,
  ) {}

  async of(
    caller: Caller,
    { commune, given }: ImportAt<ImportUnits>,
    rows: readonly RowRead<ImportedUnit>[],
  ): Promise<Meant[]> {
    const reach = caller.reachIn(commune);
    const more = rows.flatMap(({ row: { code, name } }) => (code === undefined ? [] : [{ code, name }]));
    const placeOf = await this.names.unitsNamed(
      caller,
      { commune, pointer: '/parent', more },
      rows.map(({ row }) => row.parent ?? given.parent),
    );
    const placed = rows.map(({ row }) => {
      const named = row.parent ?? given.parent;
      if (named === undefined) return { row: { ...row, parent: undefined }, parentId: null };
      const place = placeOf(named);
      if (place instanceof Refusal) return place;
      return { row: { ...row, parent: place.code }, parentId: place.id ?? 'new' };
    });
    const known = await this.known(caller, reach, { given, rows: placed.filter(isSound).map(({ row }) => row) });
    return placed.map((each) => (isSound(each) ? known(each) : each));
  }

  /** Gives what each row means, with the unit above by its code and id. */
  private async known(
    { on }: Caller,
    reach: Reach,
    { given, rows }: { given: ImportUnits; rows: readonly ImportedUnit[] },
  ): Promise<(placed: { row: ImportedUnit; parentId: string | null }) => Meant> {
    const { communeId } = reach;
    const nameless = rows.filter(({ code }) => code === undefined);
    const folded = [...new Set(nameless.map(({ name }) => fold(name)))];
    const found = folded.length === 0 ? [] : await this.terms.foundAs(communeId, { folded, from: on });
    const codes = [...new Set([...rows.flatMap(({ code }) => code ?? []), ...found.map(({ code }) => code)])];
    const named = await this.queries.unitsNamed(reach, codes, { on, today: on });
    const byCode = new Map(named.map((unit) => [unit.code, unit]));
    const alikeTo = lookingLike(found);
    const words = await this.terms.wordsLike(
      communeId,
      nameless.map(({ name }) => codeOf(name)),
    );
    const freeCode = freeCodes(new Set([...words, ...rows.flatMap(({ code }) => code ?? [])]));
    const { validFrom = on, kind: ofFile, confirm } = given;
    return ({ row, parentId }) => {
      const { code, name, kind = ofFile } = row;
      const [one, other] = code !== undefined || !kind ? [] : alikeTo({ id: '', kind, name, parentId });
      if (one && other) return severalAlike('/name', name);
      const there = byCode.get(code ?? one?.code ?? '');
      // A unit that was known by its look keeps the name it has.
      if (there) return { there, row: { ...row, kind, ...(code === undefined && { name: there.name }) } };
      const added = addedBy(row, { code: code ?? freeCode(name), kind, validFrom, confirm });
      return added instanceof Refusal ? added : { added };
    };
  }
}
