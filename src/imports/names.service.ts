import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { codePattern } from '../api/code.js';
import { allOf } from '../api/lists.js';
import { fold, looksOf } from '../database/text.js';
import { grouped } from '../database/batch.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { Refusal, wrong } from '../refusals.js';
import { isPerson, unitKinds } from '../units/unit-kind.rules.js';
import { UnitsQueries } from '../units/units.queries.js';
import { areasMeant } from './area-name.rules.js';

/** Units other than households and people, at most: 1,000 in the largest commune. */
const mostPlaces = 5_000;

/** Gives the record that a cell names, or the refusal of its row. */
export type Naming<Named> = (text: string) => Named | Refusal;

interface Called {
  code: string;
  name: string;
  /** Id of a unit; one that is to be added has none. */
  id?: string;
}

/** Records as cells name them: by their code, or by their name. */
@Injectable()
export class NamesService {
  constructor(
    private readonly units: UnitsQueries,
    private readonly indicators: IndicatorsService,
  ) {}

  /** Units by code, and by name those that are not people. `more`: units that are to be added. Part of a write. */
  async unitsNamed(
    caller: Caller,
    { commune, pointer, more = [] }: { commune: string; pointer: string; more?: readonly Called[] },
    texts: readonly (string | undefined)[],
  ): Promise<Naming<Pick<Called, 'code' | 'id'>>> {
    const named = [...new Set(texts)].filter((text) => text !== undefined);
    if (named.length === 0) return (text) => ({ code: text });
    const { on } = caller;
    const reach = caller.reachIn(commune);
    const kinds = unitKinds.filter((kind) => !isPerson(kind));
    const filter = { on, kinds, search: null, after: null, limit: mostPlaces };
    const [places = []] = await this.units.units([reach], filter);
    const codes = named.filter((text) => codePattern.test(text));
    const others = await this.units.unitsNamed(reach, codes, { on, today: on });
    const known = new Set(places.map(({ code }) => code));
    const beside = more.filter(({ code }) => !known.has(code));
    const naming = namingOf({ called: [...places, ...beside], byCode: [...places, ...others, ...beside], pointer });
    return orArea(naming, { areas: places.filter(({ kind }) => kind === 'HAMLET'), pointer });
  }

  /** Indicators of a plan by code and by name. Part of a write. */
  async indicatorsNamed(
    caller: Caller,
    { pointer, ...at }: { commune: string; plan: string; pointer: string },
  ): Promise<Naming<Indicator>> {
    const all = await this.indicatorsOf(caller, at);
    return namingOf({ called: all, byCode: all, pointer });
  }

  /** All indicators of a plan. */
  indicatorsOf(caller: Caller, at: { commune: string; plan: string }): Promise<Indicator[]> {
    return allOf((page) => this.indicators.indicators(caller, at, page));
  }
}

/** Gives the record of a code or a name. */
export function namingOf<Named extends { code: string }>({
  called,
  byCode,
  pointer,
}: {
  called: readonly (Named & { name: string })[];
  byCode: readonly Named[];
  pointer: string;
}): Naming<Named> {
  const codes = new Map(byCode.map((each) => [each.code, each]));
  const meant = meantBy(called, ({ name }) => name);
  return (text) => {
    const known = codes.get(text);
    if (known) return known;
    const [one, other] = meant(text);
    return other ? severalAlike(pointer, text) : (one ?? notThere(pointer, text));
  };
}

/** Gives the records that a name means, by how it looks. */
export function meantBy<Named>(called: readonly Named[], nameOf: (each: Named) => string): (text: string) => Named[] {
  const looks = grouped(called, (each) => [looksOf(nameOf(each))]);
  // Without its marks a name may be another's: only a text that has none is read so.
  const folded = grouped(called, (each) => [fold(nameOf(each))]);
  return (text) => {
    const alike = looks(looksOf(text));
    return alike.length > 0 || fold(text) !== looksOf(text) ? alike : folded(fold(text));
  };
}

/** As `naming`, and residential areas by abbreviations: "KDC 3" is "Khu dân cư số 3", where no other may be meant. */
const orArea =
  (naming: Naming<Called>, { areas, pointer }: { areas: readonly Called[]; pointer: string }): Naming<Called> =>
  (text) => {
    const named = naming(text);
    if (!(named instanceof Refusal)) return named;
    const [one, ...others] = areasMeant(text, areas);
    if (!one) return named;
    return others.length > 0 ? severalAlike(pointer, text, [one, ...others]) : one;
  };

export function severalAlike(pointer: string, name: string, meant: readonly Called[] = []): Refusal {
  const among = meant.map((each) => `"${each.code}" (${each.name})`).join(', ');
  return wrong(pointer, 'SEVERAL_ALIKE', {
    en: `Several are called "${name}": give the code${among && `: ${among}`}.`,
    vi: `Nhiều mục cùng tên "${name}"; hãy ghi mã${among && `: ${among}`}.`,
  });
}

export const notThere = (pointer: string, name: string): Refusal =>
  wrong(pointer, 'NAMED_NOWHERE', {
    en: `There is no "${name}": write its code or its name as it is recorded.`,
    vi: `Không có "${name}"; hãy ghi đúng mã hoặc đúng tên đã lưu.`,
  });
