import { citizens } from '../communes/identifier.rules.js';
import { points, point } from '../points.js';
import { Refusal, refusalWith, wrong } from '../refusals.js';
import type { Unit } from '../units/unit.entity.js';
import type { AddUnit, AmendUnit } from '../units/unit.inputs.js';
import { isPerson, kindInVietnamese } from '../units/unit-kind.rules.js';
import type { ImportedUnit } from './unit-row.js';

/** Changes that a row makes of the unit that it is of. `parent`: code of the unit above, where it is another. */
export interface UnitChanges {
  amended?: AmendUnit;
  parent?: string;
}

/** Changes of a unit by a row; undefined for none. An empty cell changes nothing, nor does a number that is masked. */
export function changesOf(
  there: Pick<Unit, 'kind' | 'name' | 'kindText' | 'validFrom' | 'identifiers' | 'parentCode'>,
  row: ImportedUnit,
): UnitChanges | Refusal | undefined {
  const stays = refusalWith(
    points(
      row.kind !== undefined &&
        row.kind !== there.kind &&
        point('/kind', 'STAYS', {
          en: `The code is that of a unit of another kind: give another code.`,
          vi: `Mã này là của một đơn vị loại khác (${kindInVietnamese[there.kind]}); hãy ghi mã khác.`,
        }),
      row.validFrom !== undefined && row.validFrom !== there.validFrom && stayed('/validFrom', there.validFrom),
    ),
    [],
  );
  if (stays) return stays;
  const { name, kindText, citizen, parent } = row;
  const known = there.identifiers.find(({ system }) => system === citizens)?.value;
  const amended: AmendUnit = {
    ...(name !== there.name && { name }),
    ...(kindText !== undefined && kindText !== there.kindText && { kindText }),
    ...(citizen !== undefined &&
      !citizen.includes('•') &&
      citizen !== known && {
        identifiers: [
          ...there.identifiers.filter(({ system }) => system !== citizens),
          { system: citizens, value: citizen },
        ],
      }),
  };
  const changes = {
    ...(Object.keys(amended).length > 0 && { amended }),
    ...(parent !== undefined && parent !== there.parentCode && { parent }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

const stayed = (pointer: string, value: string) =>
  point(pointer, 'STAYS', {
    en: `It is ${value}, and no import changes it: use correctUnit, or add another unit.`,
    vi: `Đang là ${value}, nhập tệp không đổi được; hãy dùng correctUnit, hoặc thêm đơn vị khác.`,
  });

/** The unit that a row adds. Refusal: RULE for a row that names no kind. */
export function addedBy(
  { citizen, kind, ...row }: ImportedUnit,
  given: { code: string; kind?: AddUnit['kind']; validFrom: string; confirm?: AddUnit['confirm'] },
): AddUnit | Refusal {
  const named = kind ?? given.kind;
  if (named === undefined)
    return wrong('/kind', 'ROW_MISSING', {
      en: 'A new unit needs a kind: in a column, or in "kind" for the file.',
      vi: 'Đơn vị mới phải có loại: thêm cột "Loại", hoặc nêu "kind" cho cả tệp.',
    });
  if (isPerson(named) && row.parent === undefined)
    return wrong('/parent', 'ROW_MISSING', {
      en: 'A household or person needs the unit above: in a column, or in "parent" for the file.',
      vi: 'Hộ gia đình, cá nhân phải ghi thuộc đơn vị nào: thêm cột "Thuộc", hoặc nêu "parent" cho cả tệp.',
    });
  return {
    ...{ validFrom: given.validFrom, ...row },
    ...{ code: given.code, kind: named, confirm: given.confirm },
    ...(citizen !== undefined && { identifiers: [{ system: citizens, value: citizen }] }),
  };
}

/** New units level by level: those above first. `circular`: those that stand below themselves. */
export function byLevel<Added extends { code: string; parent?: string }>(
  added: readonly Added[],
): { levels: Added[][]; circular: Added[] } {
  const levels: Added[][] = [];
  let waiting = [...added];
  while (waiting.length > 0) {
    const codes = new Set(waiting.map(({ code }) => code));
    const next = waiting.filter(({ parent }) => parent === undefined || !codes.has(parent));
    if (next.length === 0) break;
    levels.push(next);
    waiting = waiting.filter(({ parent }) => parent !== undefined && codes.has(parent));
  }
  return { levels, circular: waiting };
}
