import { Injectable } from '@nestjs/common';
import type { Caller, Reach } from '../access/caller.js';
import { codePattern } from '../api/code.js';
import { grouped } from '../database/batch.js';
import { fold } from '../database/text.js';
import { Refusal, wrong } from '../refusals.js';
import { isPerson, unitKinds } from '../units/unit-kind.rules.js';
import { lookingLike } from '../units/unit-likeness.rules.js';
import type { AddUnit } from '../units/unit.inputs.js';
import { UnitTermsQueries } from '../units/unit-terms.queries.js';
import { UnitsQueries, type UnitRow as UnitThere } from '../units/units.queries.js';
import type { ImportUnits } from './import.inputs.js';
import type { RowRead } from './importer.js';
import { addedBy, codeOf, freeCodes } from './unit-row.rules.js';
import type { UnitRow } from './unit-row.js';

/** Meaning of a row: a change of a unit that is there, a unit to be added, or nothing that can be told. */
export type Meant = { there: UnitThere; row: UnitRow } | { added: AddUnit } | Refusal;

/** Units other than households and people, at most: 1,000 in the largest commune. */
const mostPlaces = 5_000;

/** Which unit a row of a table means. A unit is known by its code, or by its name below the same unit. */
@Injectable()
export class UnitsMeantService {
  constructor(
    private readonly queries: UnitsQueries,
    private readonly terms: UnitTermsQueries,
  ) {}

  async of(
    caller: Caller,
    { commune, given }: { commune: string; given: ImportUnits },
    rows: readonly RowRead<UnitRow>[],
  ): Promise<Meant[]> {
    const reach = caller.in(commune);
    const placeOf = await this.places(caller, reach, rows);
    const placed = rows.map(({ row }) => {
      const place = row.parentCode === undefined ? undefined : placeOf(row.parentCode);
      return place instanceof Refusal ? place : { ...row, parentCode: place?.code };
    });
    const known = await this.known(caller, reach, { given, rows: placed.filter(isRow) });
    return placed.map((row) => (isRow(row) ? known(row) : row));
  }

  /** Gives the unit above that a cell names: by its code, or by its name among those that are not people. */
  private async places(
    { on }: Caller,
    reach: Reach,
    rows: readonly RowRead<UnitRow>[],
  ): Promise<(text: string) => { code: string } | Refusal> {
    const texts = [...new Set(rows.flatMap(({ row: { parentCode } }) => parentCode ?? []))];
    const kinds = unitKinds.filter((kind) => !isPerson(kind));
    const asked = { on, kinds, like: null, words: null, after: null, limit: mostPlaces };
    const [there = []] = texts.length === 0 ? [] : await this.queries.units([reach], asked);
    const named = await this.queries.unitsNamed(
      reach,
      texts.filter((text) => codePattern.test(text)),
      { on, today: on },
    );
    const inFile = rows.flatMap(({ row: { code, name } }) => (code === undefined ? [] : [{ code, name }]));
    const codes = new Set([...there, ...named, ...inFile].map(({ code }) => code));
    const places = [...there, ...inFile.filter(({ code }) => !there.some((each) => each.code === code))];
    const called = grouped(places, ({ name }) => [fold(name)]);
    return (text) => {
      if (codes.has(text)) return { code: text };
      const [one, other] = called(fold(text));
      if (one && !other) return { code: one.code };
      return one
        ? severalAlike('/parentCode', text)
        : wrong('/parentCode', 'NOT_VALID', {
            en: `There is no unit "${text}".`,
            vi: `Không có đơn vị "${text}"; hãy ghi đúng mã hoặc đúng tên.`,
          });
    };
  }

  /** Gives what each row means, with the unit above by its code. */
  private async known(
    { on }: Caller,
    reach: Reach,
    { given, rows }: { given: ImportUnits; rows: readonly UnitRow[] },
  ): Promise<(row: UnitRow) => Meant> {
    const { communeId } = reach;
    const nameless = rows.filter(({ code }) => code === undefined);
    const folded = [...new Set(nameless.map(({ name }) => fold(name)))];
    const found = folded.length === 0 ? [] : await this.terms.foundAs(communeId, { folded, from: on });
    const codes = [...rows.flatMap(({ code, parentCode }) => [code, parentCode]), ...found.map(({ code }) => code)];
    const named = await this.queries.unitsNamed(reach, [...new Set(codes.filter((code) => code !== undefined))], {
      on,
      today: on,
    });
    const byCode = new Map(named.map((unit) => [unit.code, unit]));
    const alikeTo = lookingLike(found);
    const words = await this.terms.wordsLike(
      communeId,
      nameless.map(({ name }) => codeOf(name)),
    );
    const freeCode = freeCodes(new Set([...words, ...rows.flatMap(({ code }) => code ?? [])]));
    const { validFrom = on, kind: ofFile, confirm } = given;
    return (row) => {
      const { code, name, parentCode, kind = ofFile } = row;
      const parentId = parentCode === undefined ? null : (byCode.get(parentCode)?.id ?? 'new');
      const [one, other] = code !== undefined || !kind ? [] : alikeTo({ id: '', kind, name, parentId });
      if (one && other) return severalAlike('/name', name);
      const there = byCode.get(code ?? one?.code ?? '');
      if (there) return { there, row };
      const added = addedBy(row, { code: code ?? freeCode(name), kind, validFrom, confirm });
      return added instanceof Refusal ? added : { added };
    };
  }
}

const severalAlike = (pointer: string, name: string) =>
  wrong(pointer, 'SEVERAL_ALIKE', {
    en: `Several units are called "${name}": give the code.`,
    vi: `Nhiều đơn vị cùng tên "${name}"; hãy ghi mã.`,
  });

const isRow = (row: UnitRow | Refusal): row is UnitRow => !(row instanceof Refusal);
