import { baseOf, placesOn, saidOfBase, type Quota } from '../catalogue/quota.rules.js';
import { point, type Point } from '../points.js';
import type { RoundQuota } from './quota.view.js';

/** Somebody who has a form or a rating in a year or, recommended, may soon; with the unit above. */
export interface Holder {
  /** Award form, or rating. */
  of: string;
  unitId: string;
  aboveId: string | null;
  aboveCode: string | null;
  held: boolean;
}

const noQuota = { each: null, percent: null, holding: null, rated: null, base: null, allowed: null, open: null };

/** Places of a form by each of its quotas, or one row without: for the commune, or for each agency with anybody. */
export function placesOf(
  { code: formCode, name: formName }: { code: string; name: string },
  quotas: readonly Quota[],
  holders: readonly Holder[],
): Omit<RoundQuota, 'communeId'>[] {
  const agencies = new Map(holders.map(({ aboveId, aboveCode }) => [aboveId, aboveCode]));
  const row = (quota: Quota | null, isIn: (holder: Holder) => boolean, unitCode: string | null) => {
    const count = (of: readonly string[], held: boolean) =>
      holders.filter((holder) => of.includes(holder.of) && holder.held === held && isIn(holder)).length;
    const granted = count([formCode], true);
    const counted = { formCode, formName, unitCode, granted, recommended: count([formCode], false) };
    if (!quota) return { ...counted, ...noQuota };
    const base = count(baseOf(quota), true);
    const allowed = placesOn(quota, base);
    const { each, percent, holding = null, rated = null } = quota;
    const open = Math.max(0, allowed - granted);
    return { ...counted, each, percent: String(percent), holding, rated, base, allowed, open };
  };
  const everybody = () => true;
  if (quotas.length === 0) return [row(null, everybody, null)];
  return quotas.flatMap((quota) =>
    quota.each === 'COMMUNE'
      ? [row(quota, everybody, null)]
      : [...agencies].map(([id, code]) => row(quota, ({ aboveId }) => aboveId === id, code)),
  );
}

/** A grant of a decision, with the quotas of its form. */
export interface Granted {
  pointer: string;
  unitId: string;
  unitCode: string;
  formCode: string;
  aboveId: string | null;
  quotas: readonly Quota[];
  nameOf: (form: string) => string;
}

/**
 * Points against grants that go beyond a quota. `holders` are those of before; what the decision itself grants counts,
 * too: as a place, and in the base.
 */
export function beyondQuota(grants: readonly Granted[], holders: readonly Holder[]): Point[] {
  const before = holders.filter(({ held }) => held);
  const given = grants.filter(
    ({ unitId, formCode }) => !before.some((holder) => holder.unitId === unitId && holder.of === formCode),
  );
  return given.flatMap((grant, index) =>
    grant.quotas.flatMap((quota) => {
      const isIn = ({ aboveId }: { aboveId: string | null }) => quota.each === 'COMMUNE' || aboveId === grant.aboveId;
      const count = (of: readonly string[], among: readonly Granted[]) =>
        before.filter((holder) => of.includes(holder.of) && isIn(holder)).length +
        among.filter((each) => of.includes(each.formCode) && isIn(each)).length;
      const base = count(baseOf(quota), given);
      const place = count([grant.formCode], given.slice(0, index + 1));
      return place <= placesOn(quota, base) ? [] : brokenQuota(grant, quota, { base, place });
    }),
  );
}

function brokenQuota(
  { pointer, formCode, unitCode: unit, nameOf }: Granted,
  quota: Quota,
  { base, place }: { base: number; place: number },
): Point {
  const [form, allowed, of] = [nameOf(formCode), placesOn(quota, base), saidOfBase(quota, nameOf)];
  return point(`${pointer}/nomination`, 'BEYOND_QUOTA', {
    en: `"${form}" has ${allowed} places, ${quota.percent} % of ${base} ${of.en}: ${unit} is number ${place}.`,
    vi:
      `"${form}" có ${allowed} chỉ tiêu, bằng ${quota.percent}% của ${base} người ${of.vi}; "${unit}" là người thứ ` +
      `${place}. Hãy bớt người, hoặc ghi đủ danh hiệu, xếp loại làm căn cứ tính.`,
  });
}
