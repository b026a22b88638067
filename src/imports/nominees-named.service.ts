import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { codePattern } from '../api/code.js';
import { citizens } from '../communes/identifier.rules.js';
import { fold } from '../database/text.js';
import { Refusal, wrong } from '../refusals.js';
import type { UnitKind } from '../units/unit-kind.rules.js';
import { UnitTermsQueries } from '../units/unit-terms.queries.js';
import { UnitsQueries, type UnitThen } from '../units/units.queries.js';
import { meantBy, NamesService, notThere, severalAlike } from './names.service.js';
import type { ImportedNominee } from './nominee-row.js';

/** Rows whose persons and units are asked for. */
interface RowsAsked {
  commune: string;
  /** Unit above of the rows that name none. */
  place: string | undefined;
  /** Day from which on a name counts: who has left since may be meant. */
  from: string;
  /** Whether the row may be of such a unit: of several alike, only such a one is meant. */
  suits: (index: number, kind: UnitKind) => boolean;
}

/** Persons and units as rows name them: by code, by name below a unit, or by citizen's number. Part of a write. */
@Injectable()
export class NomineesNamedService {
  constructor(
    private readonly names: NamesService,
    private readonly units: UnitsQueries,
    private readonly terms: UnitTermsQueries,
  ) {}

  /** The person or unit of each row, or its refusal: RULE for none or several; SCOPE_MISSING for a number alone. */
  async of(caller: Caller, asked: RowsAsked, rows: readonly ImportedNominee[]): Promise<(UnitThen | Refusal)[]> {
    const places = rows.map(({ place }) => place ?? asked.place);
    const placeOf = await this.names.unitsNamed(caller, { commune: asked.commune, pointer: '/place' }, places);
    const { coded, holderOf, alikeTo } = await this.known(caller, asked, rows);
    return rows.map(({ unit: text, citizen }, index) => {
      const holder = holderOf.get(citizen ?? '');
      if (text === undefined) return citizen === undefined ? nameless : (holder ?? nobody(caller));
      const place = places[index];
      const above = place === undefined ? undefined : placeOf(place);
      if (above instanceof Refusal) return above;
      const named = coded.get(text);
      const alike = alikeTo(text);
      if (holder) return holder === named || alike.includes(holder) ? holder : othersNumber;
      if (named) return named;
      const below = above ? alike.filter(({ parentCode }) => parentCode === above.code) : alike;
      const suited = below.filter(({ kind }) => asked.suits(index, kind));
      const [one, other] = suited.length > 0 ? suited : below;
      return other ? severalAlike('/unit', text) : (one ?? notThere('/unit', text));
    });
  }

  /** Units by code, by citizen's number for who reads personal values, and by how their names look. */
  private async known(caller: Caller, { commune, from }: RowsAsked, rows: readonly ImportedNominee[]) {
    const reach = caller.reachIn(commune);
    const texts = [...new Set(rows.flatMap(({ unit }) => unit ?? []))];
    const found = await this.terms.foundAs(reach.communeId, { folded: [...new Set(texts.map(fold))], from });
    const numbers = caller.readsPersonal ? [...new Set(rows.flatMap(({ citizen }) => citizen ?? []))] : [];
    const holders = await this.terms.holdersOf(reach.communeId, { system: citizens, values: numbers });
    const codes = [
      ...texts.filter((text) => codePattern.test(text)),
      ...[...found, ...holders].map(({ code }) => code),
    ];
    const day = { on: caller.on, today: caller.on };
    const units = await this.units.unitsNamed(reach, [...new Set(codes)], day);
    const coded = new Map(units.map((unit) => [unit.code, unit]));
    const meant = meantBy(found, ({ name }) => name);
    return {
      coded,
      holderOf: new Map(holders.map(({ value, code }) => [value, coded.get(code)])),
      alikeTo: (text: string): UnitThen[] =>
        [...new Set(meant(text).map(({ code }) => code))].flatMap((code) => coded.get(code) ?? []),
    };
  }
}

const nameless = wrong('/unit', 'ROW_MISSING', {
  en: 'The row names nobody: write a code or a name.',
  vi: 'Dòng này chưa ghi ai; hãy ghi mã hoặc họ tên.',
});

/** Refusal of a citizen's number that nobody has, or that is not looked up for the caller. */
const nobody = ({ readsPersonal }: Caller): Refusal =>
  readsPersonal
    ? wrong('/citizen', 'NAMED_NOWHERE', {
        en: 'Nobody has this number here.',
        vi: 'Không có ai mang số này trong danh sách của xã.',
      })
    : new Refusal('SCOPE_MISSING', { scope: 'personal:read' });

const othersNumber = wrong('/citizen', 'OTHERS_NUMBER', {
  en: "This citizen's number is that of another person.",
  vi: 'Số định danh này là của người khác; hãy sửa số, hoặc sửa tên.',
});
